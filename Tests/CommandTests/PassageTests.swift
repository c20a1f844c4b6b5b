import CaseFiles
import CaseModel
import Foundation
import Support
import Synchronization
import Testing

/// The way of a passage, from a text to an answer and through its changes.
@Suite struct PassageTests {
    static let text = """
        Minutes of the harbour talks.
        The city wants the pier rebuilt before winter. The port company will pay a third of it, no more.
        The unions did not come.

        """
    static let files = [
        "case/case.yaml": "format: 1\nid: harbour\ntitle: {en: Harbour, de: Hafen}\nasOf: 2026-02-01\n",
        "case/sources.yaml": "- {id: s1, title: {en: Minutes, de: Protokoll}, paragraphs: line}\n",
        "case/actors.yaml": "- {id: city, name: {en: City, de: Stadt}, basis: own}\n",
        "case/issues.yaml":
            "issues:\n  - {id: pier, name: {en: Pier, de: Mole}, alternatives: [stays, rebuilt], basis: own}\n",
        "case/vocabulary.yaml": "- {issue: pier, words: {en: [pier*]}}\n", "texts/s1.txt": text,
    ]

    private func run(_ line: [String], in folder: String, _ status: Int32 = 0) throws -> String {
        let run = try junktim(line, in: folder)
        #expect(run.status == status, "\(line) \(run.errors)")
        return run.output
    }

    @Test("Find, cite, code, check, change, confirm: the whole conversation")
    func conversation() throws {
        try CaseText(Self.files).inFolder { folder in
            func say(_ line: String..., status: Int32 = 0) throws -> String {
                try run(line, in: folder, status)
            }
            #expect(
                try say("find", "case", "--uncoded", "pier", "--sources", "texts") == """
                    Sentences that speak of 'pier' and that no statement cites: 1 of 1.

                    s1 ¶\u{202f}2  not cited
                      “The city wants the pier rebuilt before winter.”

                    To cite the first of them: junktim cite CASE s1 --paragraph 2 --begins 'The city wants'

                    """)
            let cited = try say(
                "cite", "case", "s1", "--paragraph", "2", "--begins", "The city wants", "--sources", "texts",
                "--by", "mk")
            #expect(
                cited.hasPrefix(
                    "s1#a1 now cites a passage of 8 words.\n  p2:0-45\n  “The city wants the pier rebuilt before winter”\n"
                ))
            #expect(cited.hasSuffix("\n\ncite: [s1#a1]\n") && cited.contains("fingerprint: {bytes: \"h:"))
            let statement =
                "- {id: st1, holder: city, via: [city, s1], on: i:pier, value: rebuilt, cite: [s1#a1]}\n"
            try Data(statement.utf8).write(to: URL(fileURLWithPath: folder + "/case/statements.yaml"))
            #expect(
                try say("check", "case").hasPrefix(
                    "The case is in order: of 3 entries 1 are cited, 2 are own assumptions and 0 are uncited.\n"
                ))
            #expect(
                try say("find", "case", "--uncoded", "pier", "--sources", "texts")
                    == "Sentences that speak of 'pier' and that no statement cites: 0 of 1.\n")
            #expect(
                try say("show", "case", "i:pier", "--sources", "texts").contains(
                    "statement st1  (statements.yaml:1:3)\n  city: Pier – rebuilt (city → s1)\n  s1#a1 ¶\u{202f}2  Minutes – exact\n    “The city wants the pier rebuilt before winter”\n"
                ))
            #expect(
                try say("anchors", "verify", "case", "--sources", "texts")
                    == "1 of 1 anchor counts as cited: 1 exact.\n")
            #expect(
                try say("anchors", "verify", "case", status: 65)
                    == "0 of 1 anchor counts as cited: 1 not verifiable here.\n")
            try change(folder)
            try accept(folder)
        }
    }

    /// One word of the passage changes: the anchor waits, and every answer that rests on it says so.
    private func change(_ folder: String) throws {
        let changed = Self.text.replacingOccurrences(
            of: "wants the pier rebuilt", with: "never wants the pier rebuilt")
        try Data(changed.utf8).write(to: URL(fileURLWithPath: folder + "/texts/s1.txt"))
        #expect(
            try run(["anchors", "verify", "case", "--sources", "texts", "--update"], in: folder, 65) == """
                0 of 1 anchor counts as cited: 1 edited.

                Passages that are lost or wait for a person (1)
                  s1#a1  ¶\u{202f}2  8 words  edited, negations or numbers differ
                    may now be p2:0-51
                    Cited by: statement st1

                """)
        let check = try run(["check", "case"], in: folder)
        #expect(check.contains("0 are uncited. Resting on passages that are lost or wait for a person: 1.\n"))
        #expect(check.contains("rests on passages that are lost or wait for a person: s1#a1."))
        let report = try run(["report", "case", "--format", "text", "--lang", "en"], in: folder)
        #expect(
            report.hasPrefix(
                "Harbour – As of 2026-02-01\n\nPassages that are lost or wait for a person (1)\n  s1#a1  ¶\u{202f}2  waits for a person  statement st1\n"
            ))
    }

    private func accept(_ folder: String) throws {
        #expect(
            try run(["anchors", "confirm", "case", "s1#a1", "--sources", "texts", "--by", "mk"], in: folder)
                == "s1#a1 is confirmed:\n  “The city never wants the pier rebuilt before winter”\n")
        #expect(
            try run(["anchors", "verify", "case", "--sources", "texts"], in: folder)
                == "1 of 1 anchor counts as cited: 1 exact.\n")
        #expect(
            try run(["anchors", "lost", "case", "s1#a1"], in: folder)
                == "s1#a1 is marked as lost and no longer counts as cited.\n")
        #expect(
            try run(["check", "case"], in: folder).contains(
                "Resting on passages that are lost or wait for a person: 1."))
        // What a person said holds, whatever the text shows.
        #expect(
            try run(["anchors", "verify", "case", "--sources", "texts"], in: folder, 65).hasPrefix(
                "0 of 1 anchor counts as cited: 1 lost.\n"))
        _ = try run(["anchors", "confirm", "case", "s1#a1", "--sources", "texts"], in: folder)
        #expect(
            try run(["anchors", "verify", "case", "--sources", "texts"], in: folder)
                == "1 of 1 anchor counts as cited: 1 exact.\n")
        let wrong = try junktim(["anchors", "confirm", "case", "s1#a9", "--sources", "texts"], in: folder)
        #expect(
            wrong.status == 65
                && wrong.errors == "error: there is no anchor 's1#a9'\n  hint: did you mean 's1#a1'?\n")
    }

    @Test("The answers in JSON fit their schemas, and hold no words of the texts")
    func schemas() throws {
        try CaseText(Self.files).inFolder { folder in
            for line in [
                ["cite", "case", "s1", "port company will"], ["cite", "case", "s1", "port company will"],
                ["anchors", "verify", "case"], ["anchors", "list", "case"], ["find", "case", "pier"],
                ["find", "case", "--uncoded", "pier"], ["show", "case", "s1#a1"],
            ] {
                let run = try junktim(line + ["--sources", "texts", "--format", "json"], in: folder)
                #expect(run.status == 0, "\(run.errors)")
                let value = try #require(
                    try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
                #expect(try schema("answer").problems(in: value) == [])
                #expect(try schema(line[0]).problems(in: try #require(value["data"])) == [], "\(line)")
                #expect(!run.output.contains("pay a third"))
            }
        }
    }

    private func schema(_ name: String) throws -> SchemaValidator {
        try SchemaValidator(
            Data(contentsOf: projectFolder.appendingPathComponent("Guides/Schemas/\(name).schema.json")))
    }

    @Test("A closed source: neither its title nor the place of a passage leaves the house")
    func closed() throws {
        var files = Self.files
        files["case/sources.yaml"] =
            "- {id: s1, title: {en: Minutes, de: Protokoll}, paragraphs: line, access: closed}\n"
        files["case/statements.yaml"] =
            "- {id: st1, holder: city, via: [city, s1], on: i:pier, value: rebuilt, cite: [s1#a1]}\n"
        try CaseText(files.filter { $0.key != "case/statements.yaml" }).inFolder { folder in
            _ = try run(["cite", "case", "s1", "city wants the pier", "--sources", "texts"], in: folder)
            try Data((files["case/statements.yaml"] ?? "").utf8).write(
                to: URL(fileURLWithPath: folder + "/case/statements.yaml"))
            for line in [
                ["report", "case", "--with-passages", "--output", "-"],
                ["report", "case", "--format", "text"], ["report", "case", "--format", "json"],
                ["show", "case", "i:pier"], ["show", "case", "i:pier", "--format", "json"],
                ["show", "case", "i:pier", "--format", "csv"],
                ["anchors", "list", "case", "--passages"], ["anchors", "list", "case", "--format", "json"],
                ["find", "case", "pier"],
                ["check", "case", "--format", "json"],
            ] {
                let text = try run(line + ["--sources", "texts"], in: folder)
                #expect(!text.contains("Minutes"), "\(line)")
                #expect(
                    !text.contains("¶\u{202f}2") && !text.contains("p2:0")
                        && !text.contains("\"paragraph\": 2"), "\(line)")
                #expect(!text.contains("before winter"), "\(line)")
            }
            #expect(
                try run(["show", "case", "i:pier", "--sources", "texts", "--internal"], in: folder).contains(
                    "¶\u{202f}2  Minutes – exact"))
        }
    }

    @Test(
        "A confidential source: its words stand in no report, and a passage that is lost is counted without its place"
    )
    func confidential() throws {
        var files = Self.files
        files["case/sources.yaml"] =
            "- {id: s1, title: {en: Minutes, de: Protokoll}, paragraphs: line, hash: keyed, access: closed}\n"
        files["case/sources.local.yaml"] = "folder: ../texts\nkey: ../key\n"
        files["key"] = "a key of more than sixteen bytes"
        try CaseText(files).inFolder { folder in
            _ = try run(["cite", "case", "s1", "city wants the pier"], in: folder)
            let statement =
                "- {id: st1, holder: city, via: [city, s1], on: i:pier, value: rebuilt, cite: [s1#a1]}\n"
            try Data(statement.utf8).write(to: URL(fileURLWithPath: folder + "/case/statements.yaml"))
            #expect(
                try run(["anchors", "verify", "case"], in: folder)
                    == "1 of 1 anchor counts as cited: 1 exact.\n")
            let page = try run(
                ["report", "case", "--with-passages", "--internal", "--output", "-"], in: folder)
            #expect(!page.contains("before winter"))
            _ = try run(["anchors", "lost", "case", "s1#a1"], in: folder)
            let shown = try run(["show", "case", "i:pier"], in: folder)
            #expect(
                shown.contains(
                    "Passages of closed sources that are lost or wait for a person, and on which this answer rests: 1."
                ))
            #expect(!shown.contains("s1#a1"))
        }
    }

    @Test("Update twice is update once, and the case can be read after it")
    func updates() throws {
        try CaseText(Self.files).inFolder { folder in
            for words in [
                "city wants the pier", "port company will pay a third of it,", "unions did not come.",
            ] {
                _ = try run(["cite", "case", "s1", words, "--sources", "texts"], in: folder)
            }
            func anchors() throws -> String {
                try String(contentsOfFile: folder + "/case/anchors.tsv", encoding: .utf8)
            }
            let before = try anchors()
            _ = try run(["anchors", "verify", "case", "--sources", "texts", "--update"], in: folder)
            let same = try anchors()
            #expect(same == before)
            let changed = "A head line.\n" + Self.text.replacingOccurrences(of: "a third", with: "the half")
            try Data(changed.utf8).write(to: URL(fileURLWithPath: folder + "/texts/s1.txt"))
            _ = try run(["anchors", "verify", "case", "--sources", "texts", "--update"], in: folder, 65)
            let once = try anchors()
            _ = try run(["anchors", "verify", "case", "--sources", "texts", "--update"], in: folder, 65)
            let twice = try anchors()
            #expect(twice == once && once != before)
            _ = try run(["check", "case"], in: folder)
        }
    }

    @Test("Several at a time: no line is lost, and no name is given twice")
    func parallel() throws {
        try CaseText(Self.files).inFolder { folder in
            let words = ["city wants the pier", "port company will", "unions did not", "harbour talks"]
            let states = Mutex<[Int32]>([])
            DispatchQueue.concurrentPerform(iterations: words.count) { index in
                let run = try? junktim(
                    ["cite", "case", "s1", words[index], "--sources", "texts"], in: folder)
                states.withLock { $0.append(run?.status ?? -1) }
            }
            #expect(states.withLock { $0 } == [0, 0, 0, 0])
            let file = try String(contentsOfFile: folder + "/case/anchors.tsv", encoding: .utf8)
            let lines = file.split(separator: "\n").dropFirst()
            #expect(lines.count == 4 && Set(lines.map { $0.prefix { $0 != "\t" } }).count == 4)
        }
    }

    @Test("Numbers beyond all places are refused, not obeyed")
    func numbers() throws {
        try CaseText(Self.files).inFolder { folder in
            for line in [
                [
                    "cite", "case", "s1", "--begins", "pier", "--paragraph", "2",
                    "--occurrence=-9223372036854775808",
                ],
                ["cite", "case", "s1", "pier", "--paragraph=0"],
                ["cite", "case", "s1", "pier", "--continues=9223372036854775807"],
                ["anchors", "confirm", "case", "s1#a1", "--choice=-9223372036854775808"],
            ] {
                let run = try junktim(line + ["--sources", "texts"], in: folder)
                #expect(run.status == 64, "\(line)")
            }
        }
    }

    @Test("A report holds passages only if asked, of public texts, and so many words of each")
    func excerpts() throws {
        var files = Self.files
        let sentences = (0..<60).map { "This is sentence number \($0) of a very long text about the pier." }
        files["texts/s1.txt"] = sentences.joined(separator: " ") + "\n"
        try CaseText(files).inFolder { folder in
            for index in 0..<60 {
                _ = try run(
                    ["cite", "case", "s1", "sentence number \(index) of", "--sources", "texts"], in: folder)
            }
            let cites = (1...60).map { "s1#a\($0)" }.joined(separator: ", ")
            let statement =
                "- {id: st1, holder: city, via: [city, s1], on: i:pier, value: rebuilt, cite: [\(cites)]}\n"
            try Data(statement.utf8).write(to: URL(fileURLWithPath: folder + "/case/statements.yaml"))
            func page(_ more: String...) throws -> String {
                try run(["report", "case", "--output", "-", "--sources", "texts"] + more, in: folder)
            }
            #expect(!(try page()).contains("sentence number"))
            let with = try page("--with-passages")
            // 13 words each: thirty passages are 390 words, one more would be 403.
            #expect(with.components(separatedBy: "<blockquote>").count - 1 == 30)
            #expect(
                with.contains("at most 400 each: s1 390.") && with.contains("left out of this report: s1 30.")
            )
        }
    }

    @Test(
        "Every passage of the case 'ukraine' stands exactly where it was cited",
        .enabled(if: essayFolder != nil, "the essays are not at hand"))
    func ukraine() throws {
        let reading = try readUkraine()
        var library = TextLibrary(of: reading.case, folder: essayFolder)
        let checks = library.verify(reading.case)
        #expect(checks.count == reading.case.anchors.count && checks.count > 300)
        #expect(checks.filter { $0.verdict != .exact }.map(\.anchor.reference) == [])
        #expect(library.problems == [])
    }

    @Test(
        "One word changed in an essay: exactly the passages that hold it wait",
        .enabled(if: essayFolder != nil, "the essays are not at hand"),
        arguments: ["s003#a30", "s001#a16", "s000#a14", "s002#a36", "s004#a9"])
    func changedWord(reference: String) throws {
        let theCase = try readUkraine().case
        let anchor = try #require(theCase.anchors.first { $0.reference == reference })
        let essays = URL(fileURLWithPath: try #require(essayFolder))
        try CaseText(["x": ""]).inFolder { folder in
            var touched: Set<String> = []
            for name in try FileManager.default.contentsOfDirectory(atPath: essays.path)
            where name.hasSuffix(".txt") {
                var text = try String(contentsOf: essays.appendingPathComponent(name), encoding: .utf8)
                if "s" + name.prefix(3) == anchor.source {
                    touched = replaceWord(in: &text, of: anchor, theCase)
                }
                try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            }
            var library = TextLibrary(of: theCase, folder: folder)
            let waiting = library.verify(theCase).filter { !$0.verdict.counts }.map(\.anchor.reference)
            #expect(Set(waiting) == touched && touched.contains(reference))
        }
    }

    /// Replaces a word of a passage by one that no text has; gives the anchors that hold it.
    private func replaceWord(in text: inout String, of anchor: Anchor, _ theCase: Case) -> Set<String> {
        let (paragraph, place) = (anchor.parts[0].paragraph, anchor.parts[0].range.lowerBound + 12)
        var lines = text.components(separatedBy: "\n")
        let filled = lines.indices.filter { !lines[$0].allSatisfy(\.isWhitespace) }
        let line = filled[paragraph - 1]
        let lead = lines[line].unicodeScalars.prefix { $0.properties.isWhitespace || $0 == "\u{FEFF}" }.count
        var words = lines[line].components(separatedBy: " ")
        func start(of word: Int) -> Int {
            words[..<word].reduce(0) { $0 + $1.unicodeScalars.count + 1 } - lead
        }
        let word = words.indices.last { start(of: $0) <= place } ?? 0
        let range = start(of: word)..<start(of: word) + words[word].unicodeScalars.count
        words[word] = "qqqq"
        lines[line] = words.joined(separator: " ")
        text = lines.joined(separator: "\n")
        let held = theCase.anchors.filter { other in
            other.source == anchor.source
                && other.parts.contains { $0.paragraph == paragraph && $0.range.overlaps(range) }
        }
        return Set(held.map(\.reference))
    }
}
