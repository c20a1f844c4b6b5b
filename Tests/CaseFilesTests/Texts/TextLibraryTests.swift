import CaseModel
import Foundation
import Support
import Testing

@testable import CaseFiles

@Suite("Texts at hand")
struct TextLibraryTests {
    static let words =
        "The harbour stays open while both sides talk about the pier and about who pays for it in the end."

    /// A case with one source, cited once, in a folder beside its texts.
    private func library(
        _ texts: [String: Data], source: String = "{id: s1, title: {en: A, de: A}, paragraphs: line}",
        local: String? = nil,
        more: [String: String] = [:], anchored: Bool = false
    ) throws -> (verdicts: [Verdict], problems: [String], file: String?) {
        var files = ["case/case.yaml": CaseText.smallestFrame, "case/sources.yaml": "- \(source)\n"]
        if anchored {
            let index = PassageIndex(SourceText(Array(Self.words.utf8), mode: .line))
            let parts = index.parts(of: [0..<12])
            let anchor = Anchor(
                id: "a1", source: "s1", place: Place(file: "", line: 1, column: 1),
                revision: index.text.revision, parts: parts,
                marks: index.marks(of: [0..<12], parts: parts), state: .ok, by: "", on: "")
            files["case/anchors.tsv"] = AnchorsFile.text(of: [anchor], sources: ["s1"])
        }
        if let local { files["case/sources.local.yaml"] = local }
        files.merge(more) { $1 }
        return try CaseText(files).inFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder + "/texts", withIntermediateDirectories: true)
            for (name, data) in texts { try data.write(to: URL(fileURLWithPath: "\(folder)/texts/\(name)")) }
            let reading = try readCase(in: folder + "/case")
            var library = TextLibrary(
                of: reading.case, reading.local, folder: local == nil ? folder + "/texts" : nil)
            let verdicts = library.verify(reading.case).map(\.verdict)
            if !anchored { _ = library.index(of: reading.case.sources[0]) }
            let problems = library.problems.map { "\($0.severity.rawValue): \($0.message)" }
            return (verdicts, problems, library.fileName(of: "s1"))
        }
    }

    private var plain: Data { Data(Self.words.utf8) }

    @Test(
        "A text is found by its name in sources.local.yaml, by its fingerprint, as SOURCE.txt, or by its passages"
    )
    func found() throws {
        let print = SourceText(Array(Self.words.utf8), mode: .line).hasher.hex(plain)
        let marked = "{id: s1, title: {en: A, de: A}, paragraphs: line, fingerprint: {bytes: \"h:\(print)\"}}"
        #expect(
            try library(["any name.txt": plain, "other.txt": Data("x".utf8)], source: marked).file
                == "any name.txt")
        #expect(try library(["s1.txt": plain]).file == "s1.txt")
        #expect(
            try library(["paper.txt": plain], local: "folder: ../texts\nfiles: {s1: paper.txt}\n").file
                == "paper.txt")
        let changed = Data(
            ("New head.\n" + Self.words.replacingOccurrences(of: "pays", with: "shall pay")).utf8)
        let found = try library(
            ["new.txt": changed, "other.txt": Data("Something else altogether.".utf8)], anchored: true)
        #expect(found.file == "new.txt" && found.verdicts == [.moved])
        #expect(
            found.problems == [
                "warning: this is taken for the text of 's1', because passages of it stand there"
            ]
        )
        // A file that shares one run of words with a passage is not its text.
        let foreign = Data(
            "I wrote: both sides talk to the waiter, and nothing else was said at all on that day.".utf8)
        let none = try library(["note.txt": foreign], anchored: true)
        #expect(none.file == nil && none.verdicts == [.unverifiable])
    }

    @Test("Paragraphs that repeat others are known again when something is put in front of them")
    func movedRepeats() throws {
        let marked =
            "{id: s1, title: {en: A, de: A}, paragraphs: line, repeats: [p3], seen: [{rev: \"h:0123456789ab\"}]}"
        let text = "\(Self.words)\nSomething else is said here, and nobody doubts it at all.\n\(Self.words)\n"
        #expect(try library(["s1.txt": Data(text.utf8)], source: marked, anchored: true).verdicts == [.exact])
        #expect(
            try library(
                ["s1.txt": Data(("A new head.\nAnd a second one.\n" + text).utf8)], source: marked,
                anchored: true
            ).verdicts == [.moved])
        // The copy does not stand in for a passage that was changed.
        let changed = text.replacingOccurrences(
            of: "The harbour stays open while", with: "The harbour stays shut while",
            range: text.range(of: Self.words))
        #expect(
            try library(["s1.txt": Data(changed.utf8)], source: marked, anchored: true).verdicts == [.edited])
    }

    @Test("What is not there, or cannot be read, says so and the rest goes on")
    func missing() throws {
        let absent = try library([:], anchored: true)
        #expect(
            absent.verdicts == [.unverifiable]
                && absent.problems == ["warning: no file of the folder is the text of 's1'"])
        let wrong = try library(
            ["a.txt": plain], local: "folder: ../texts\nfiles: {s1: b.txt}\n", anchored: true)
        #expect(wrong.problems == ["error: there is no file 'b.txt' for 's1' in the folder of the texts"])
        let nowhere = try library([:], local: "folder: ../nowhere\n", anchored: true)
        #expect(
            nowhere.problems == ["error: the folder of the texts cannot be read"]
                && nowhere.verdicts == [.unverifiable])
        let latin = try library(["s1.txt": Data([0x47, 0x72, 0xFC, 0xDF, 0x65])])
        #expect(latin.problems == ["error: the text is not valid UTF-8 (byte 3)"])
        let binary = try library(["s1.txt": Data((0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 37) })])
        #expect(
            binary.problems.count == 1 && binary.problems[0].hasPrefix("error: the text is not valid UTF-8"))
        #expect(try library(["s1.txt": Data()]).problems == ["error: the text is empty"])
    }

    @Test("A text in another encoding that is named, or in UTF-16 that says so itself")
    func encodings() throws {
        func source(_ encoding: String) -> String {
            "{id: s1, title: {en: A, de: A}, paragraphs: line, encoding: \(encoding)}"
        }
        let german =
            "Die Größe des Hafens ändert sich nicht, solange beide Seiten über die Mole reden und niemand zahlt."
        for (name, encoding) in [("windows-1252", String.Encoding.windowsCP1252), ("iso-8859-1", .isoLatin1)]
        {
            let data = try #require(german.data(using: encoding))
            #expect(try library(["s1.txt": data], source: source(name)).problems == [])
        }
        let russian = try #require("Стороны ещё не подтвердили ничего".data(using: .windowsCP1251))
        #expect(try library(["s1.txt": russian], source: source("windows-1251")).problems == [])
        #expect(try library(["s1.txt": try #require(german.data(using: .utf16))]).problems == [])
        #expect(throws: CaseError.self) { try library(["s1.txt": plain], source: source("koi8")) }
    }

    @Test("A text of a gigabyte is refused at once")
    func gigabyte() throws {
        try CaseText([
            "case/case.yaml": CaseText.smallestFrame,
            "case/sources.yaml": "- {id: s1, title: A, paragraphs: line}\n",
        ])
        .inFolder { folder in
            try Data().write(to: URL(fileURLWithPath: folder + "/s1.txt"))
            let handle = try #require(FileHandle(forWritingAtPath: folder + "/s1.txt"))
            try handle.truncate(atOffset: 1 << 30)
            let reading = try readCase(in: folder + "/case")
            var library = TextLibrary(of: reading.case, folder: folder)
            #expect(library.index(of: reading.case.sources[0]) == nil)
            #expect(library.problems.map(\.message) == ["the file is larger than 256 MB"])
        }
    }

    @Test("A confidential source is verified with its key alone")
    func keyed() throws {
        let source = "{id: s1, title: {en: A, de: A}, paragraphs: line, hash: keyed}"
        let without = try library(["s1.txt": plain], source: source, anchored: true)
        #expect(without.verdicts == [.unverifiable])
        #expect(without.problems == ["error: the key of the confidential source 's1' is not at hand"])
        let with = try library(
            ["s1.txt": plain], source: source, local: "folder: ../texts\nkey: ../key\n",
            more: ["key": "a secret of many bytes"], anchored: true)
        // The anchor was made without the key: nothing of it fits.
        #expect(with.verdicts == [.unverifiable])
        #expect(with.problems == ["error: the key does not fit what is cited of 's1'"])
        let marked =
            "{id: s1, title: {en: A, de: A}, paragraphs: line, hash: keyed, seen: [{rev: \"h:0123456789ab\"}]}"
        let wrong = try library(
            ["s1.txt": plain], source: marked, local: "folder: ../texts\nkey: ../key\n",
            more: ["key": "a secret of many bytes"], anchored: true)
        #expect(
            wrong.verdicts == [.unverifiable]
                && wrong.problems == ["error: the key does not fit what is cited of 's1'"])
        let short = try library(
            ["s1.txt": plain], source: source, local: "folder: ../texts\nkey: ../key\n",
            more: ["key": "short"])
        #expect(short.problems.first == "error: the key is shorter than 16 bytes")
        let gone = try library(
            ["s1.txt": plain], source: source, local: "folder: ../texts\nkey: ../gone\n", anchored: true)
        #expect(gone.problems.first == "error: the key file cannot be read")
    }

    @Test("Names that leave the folder of the texts, and a key inside the case, are refused")
    func leaving() throws {
        func problems(_ local: String) throws -> [String] {
            try CaseText([
                "case.yaml": CaseText.smallestFrame,
                "sources.yaml": "- {id: s1, title: {en: A, de: A}, paragraphs: line}\n",
                "sources.local.yaml": local,
            ]).problems().map(\.description)
        }
        #expect(
            try problems("files: {s1: ../secret.txt}\n") == [
                "sources.local.yaml:1:13: error: '../secret.txt' leaves the folder of the texts\n  hint: name a file inside the folder, without '/'"
            ])
        #expect(
            try problems("key: key.txt\n") == [
                "sources.local.yaml:1:6: error: the key lies inside the case\n  hint: keep it outside: whoever has the case must not have the key"
            ])
        #expect(try problems("folder: ../texts\nkey: ../key\n") == [])
    }

    @Test("Letters that look alike in two scripts are reported")
    func mixedScripts() throws {
        let found = try library(["s1.txt": Data("Здесь вoйнa и мир, и ещё одно слово.".utf8)])
        #expect(
            found.problems == [
                "warning: words that mix Latin and Cyrillic letters: 1, the first is 'вoйнa' in paragraph 1"
            ])
    }

    @Test("Two sources may stand in one file")
    func reprint() throws {
        try CaseText([
            "case/case.yaml": CaseText.smallestFrame,
            "case/sources.yaml":
                "- {id: s1, title: A, paragraphs: line}\n- {id: s2, title: B, paragraphs: line, reports: s1}\n",
            "case/sources.local.yaml": "folder: ../texts\nfiles: {s1: both.txt, s2: both.txt}\n",
            "texts/both.txt": Self.words,
        ]).inFolder { folder in
            let reading = try readCase(in: folder + "/case")
            let library = TextLibrary(of: reading.case, reading.local)
            #expect(library.fileName(of: "s1") == "both.txt" && library.fileName(of: "s2") == "both.txt")
            #expect(library.problems == [])
        }
    }

    @Test(
        "A converter that is not installed is named",
        .enabled(if: Converter(forFile: "a.docx")?.version == nil))
    func noConverter() throws {
        let found = try library(["s1.docx": plain])
        #expect(
            found.problems == ["error: this form of text needs the program 'pandoc', which is not installed"])
    }

    @Test(
        "A web page is read through its converter", .enabled(if: Converter(forFile: "a.html")?.version != nil)
    )
    func html() throws {
        try CaseText([
            "case/case.yaml": CaseText.smallestFrame,
            "case/sources.yaml": "- {id: s1, title: A, paragraphs: blank}\n",
            "s1.html":
                "<html><body><h1>Head</h1><p>The harbour <b>stays</b> open. Nobody pays.</p></body></html>",
        ]).inFolder { folder in
            let theCase = try readCase(in: folder + "/case").case
            var library = TextLibrary(of: theCase, folder: folder)
            let cut = try library.cite(PassageRequest(source: "s1", words: "Nobody pays"), in: theCase)
            #expect(cut.text == "Nobody pays" && cut.anchor.parts[0].paragraph == 2)
            #expect(cut.fingerprint?.converter?.hasPrefix("pandoc ") ?? false)
        }
    }

    @Test(
        "A PDF is read through its converter, and the fingerprint says through which",
        .enabled(if: Converter(forFile: "a.pdf")?.version != nil))
    func pdf() throws {
        try CaseText([
            "case/case.yaml": CaseText.smallestFrame,
            "case/sources.yaml": "- {id: s1, title: A, paragraphs: blank}\n",
        ])
        .inFolder { folder in
            try Self.pdf.write(to: URL(fileURLWithPath: folder + "/s1.pdf"))
            let theCase = try readCase(in: folder + "/case").case
            var library = TextLibrary(of: theCase, folder: folder)
            let cut = try library.cite(PassageRequest(source: "s1", words: "stays open"), in: theCase)
            #expect(cut.text == "The harbour stays open")
            #expect(cut.fingerprint?.converter?.hasPrefix("pdftotext ") ?? false)
        }
    }

    /// A page with one sentence, written by hand.
    private static let pdf: Data = {
        let content = "BT /F1 12 Tf 72 700 Td (The harbour stays open. Nobody pays.) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var (text, offsets) = ("%PDF-1.4\n", [Int]())
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 6\n0000000000 65535 f \n"
        for offset in offsets {
            text += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
        }
        return Data((text + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }()
}
