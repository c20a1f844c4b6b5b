import CaseFiles
import CaseModel
import Foundation
import Support
import Testing

/// Everything that can be wrong with a case, with the full text of what the program says.
@Suite struct BadInputTests {
    /// A small sound case that the mistakes are put into.
    static let sound = CaseText([
        "actors.yaml":
            "- {id: ru, name: {en: R, de: R}, basis: own}\n- {id: ua, name: {en: U, de: U}, basis: own}\n",
        "sources.yaml":
            "- {id: s1, title: {en: A, de: A}, published: 2026-01, paragraphs: line, repeats: [p9]}\n",
        "issues.yaml": """
        issues:
          - {id: troops, name: {en: T, de: T}, alternatives: [none, some, many], basis: own}
          - {id: format, name: {en: F, de: F}, kind: nominal, alternatives: [x, y], basis: own}

        """,
    ])

    private func expect(
        _ files: [String: String], _ message: String, _ hint: String?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let text = Self.sound.with(files)
        let problems = try text.problems()
        let place = try #require(text.marks.first, sourceLocation: sourceLocation)
        let found = problems.first { $0.place == place && $0.message == message }
        #expect(
            found != nil, "\(place) \(message)\n\(problems.map(\.description).joined(separator: "\n"))",
            sourceLocation: sourceLocation)
        #expect(found?.hint == hint, sourceLocation: sourceLocation)
    }

    @Test("The sound case has no problem")
    func noProblem() throws {
        #expect(try Self.sound.problems() == [])
    }

    @Test("A lineage that runs backwards in time, a draft without a date, an interval without its range")
    func lineage() throws {
        let later = "id: later\nname: {en: L, de: L}\ndate: 2026-02\n"
        try expect(
            [
                "proposals/later.yaml": later,
                "proposals/d.yaml": "1️⃣id: d\nname: {en: D, de: D}\ndate: 2026-01\nfrom: [later]\n",
            ],
            "'d' (2026-01) goes back to 'later', which is later (2026-02)",
            "correct a date, or turn 'from' round")
        // An imprecise date that may be the earlier one is no mistake.
        let about = Self.sound.with([
            "proposals/later.yaml": later,
            "proposals/d.yaml": "id: d\nname: {en: D, de: D}\ndate: 2026\nfrom: [later]\n",
        ])
        #expect(try about.problems() == [])
        try expect(
            ["proposals/d.yaml": "1️⃣id: d\nname: {en: D, de: D}\n"], "a proposal needs 'date'", "add 'date: …'"
        )
        try expect(
            ["issues.yaml": "issues:\n  - 1️⃣{id: troops, name: {en: T, de: T}, kind: interval, basis: own}\n"],
            "an interval issue needs a range",
            "write 'range: 0..1000000'; a distance is a share of it")
    }

    @Test("Names that do not exist")
    func dangling() throws {
        try expect(
            ["proposals/d.yaml": "id: d\nname: {en: D, de: D}\ndate: 2026\nby: [1️⃣uk]\n"],
            "there is no actor 'uk'", "did you mean 'ua'?")
        try expect(
            [
                "proposals/d.yaml":
                    "id: d\nname: {en: D, de: D}\ndate: 2026\npoints:\n  - id: \"1\"\n    terms: {troops: 1️⃣som}\n"
            ],
            "the issue 'troops' has no alternative 'som'", "did you mean 'some'?")
        try expect(
            [
                "proposals/d.yaml":
                    "id: d\nname: {en: D, de: D}\ndate: 2026\npoints:\n  - id: \"1\"\n    terms: {1️⃣tropps: some}\n"
            ],
            "there is no issue 'tropps'", "did you mean 'troops'?")
        try expect(
            ["norms.yaml": "- {id: n, name: {en: N, de: N}, excludes: 1️⃣troops >= lots, invoked: [s1]}\n"],
            "the issue 'troops' has no alternative 'lots'", "known: none, some, many")
    }

    @Test("Keys: unknown, twice, missing, without a value")
    func keys() throws {
        try expect(
            ["actors.yaml": "- id: ru\n  name: {en: R, de: R}\n  1️⃣salence: {all: 0.5}\n  basis: own\n"],
            "an actor has no key 'salence'", "did you mean 'salience'?")
        try expect(
            ["actors.yaml": "- id: ru\n  1️⃣name: A\n  name: B\n"], "'name' is written twice in one place",
            "delete one of the two; this file was not read further")
        try expect(["actors.yaml": "- 1️⃣name: {en: R, de: R}\n"], "an actor needs 'id'", "add 'id: …'")
        try expect(
            ["actors.yaml": "- {id: ru, name: 1️⃣~}\n"], "'~' is no value",
            "leave the key out, or put the text in quotes; numbers have a decimal point")
        try expect(
            ["actors.yaml": "- id: ru\n  name:1️⃣\n  basis: own\n"], "the value is missing",
            "leave the key out, or put the text in quotes; numbers have a decimal point")
    }

    @Test("Ids: YAML's no, capitals, hashes like numbers, reserved words, twice")
    func ids() throws {
        let form =
            "an id is lower-case letters and digits, joined by single hyphens, at most 40 characters, and begins with a letter"
        try expect(["actors.yaml": "- {id: 1️⃣NO, name: N}\n"], "'NO' is no id", "write 'no': \(form)")
        try expect(
            ["actors.yaml": "- {id: 1️⃣12345678e9012345, name: N}\n"], "'12345678e9012345' is no id", form)
        try expect(
            ["actors.yaml": "- {id: 1️⃣US_Senate, name: N}\n"], "'US_Senate' is no id",
            "write 'us-senate': \(form)")
        try expect(
            ["actors.yaml": "- {id: 1️⃣base, name: N}\n"],
            "'base' has a meaning of its own and cannot be an id", "choose a longer word")
        try expect(
            ["actors.yaml": "- {id: ru, name: N}\n- {id: 1️⃣ru, name: M}\n"],
            "the id 'ru' is taken: actors.yaml:1:8",
            "give each actor an id of its own")
        try expect(
            [
                "sources.yaml":
                    "- {id: s1, title: A, paragraphs: line, fingerprint: {bytes: 1️⃣12345678e9012345}}\n"
            ],
            "'12345678e9012345' is no hash", "write 'h:' and 12 to 64 digits 0-9 a-f")
    }

    @Test("A country code NO stays a text, a hash stays a hash, 12:30 stays what it is")
    func texts() throws {
        let reading = try CaseText([
            "actors.yaml":
                "- {id: no-way, name: NO, basis: own}\n- {id: b, name: 12:30, basis: own}\n- {id: c, name: 0x10, basis: own}\n",
            "sources.yaml":
                "- {id: s1, title: A, paragraphs: line, fingerprint: {bytes: \"h:12345678e9012345\"}}\n",
        ]).read()
        #expect(reading.case.actors.map(\.name.en) == ["NO", "12:30", "0x10"])
        #expect(reading.case.sources[0].fingerprint?.bytes == "12345678e9012345")
    }

    @Test("Numbers that are none")
    func numbers() throws {
        func actor(_ number: String) -> [String: String] {
            ["actors.yaml": "- {id: ru, name: R, capability: 1️⃣\(number)}\n"]
        }
        try expect(actor("0x10"), "'0x10' is no number", "write 12, -0.5 or 3/5")
        try expect(
            actor("\"0,3\""), "'0,3' is no number", "write a decimal point, and no marks between thousands")
        try expect(actor("30%"), "'30%' is no number", "write 0.05 for 5 percent")
        try expect(actor("1/0"), "'1/0' is no number", "nothing can be divided by zero")
        try expect(actor("0.5..0.2"), "the range '0.5..0.2' runs backwards", "write the smaller number first")
        try expect(
            actor("nan"), "'nan' is neither a number nor a level of this case",
            "define it under 'levels' in case.yaml")
        try expect(
            ["actors.yaml": "- {id: ru, name: R, capability: {point: 1️⃣2, range: 0..1}}\n"],
            "the point 2 lies outside its range",
            "correct one of the two")
        try expect(
            ["actors.yaml": "- {id: ru, name: R, capability: {low: 1️⃣0.5, mode: 0.2, high: 1}}\n"],
            "low, mode and high are not in this order", "write the smallest as 'low'")
    }

    @Test("Expressions with their caret")
    func expressions() throws {
        let files = [
            "norms.yaml": "- {id: n, name: {en: N, de: N}, excludes: 1️⃣troops = some andd format = x}\n"
        ]
        try expect(files, "'andd' cannot stand here", "join conditions with 'and', 'or', 'if' or 'iff'")
        let problem = try #require(try Self.sound.with(files).problems().first)
        #expect(
            problem.description == """
                norms.yaml:1:43: error: 'andd' cannot stand here
                  | troops = some andd format = x
                  |               ^
                  hint: join conditions with 'and', 'or', 'if' or 'iff'
                """)
        try expect(
            ["norms.yaml": "- {id: n, name: {en: N, de: N}, excludes: 1️⃣format >= x}\n"],
            "the issue 'format' is nominal and has no order", "write '=' or 'in {…}'")
        try expect(
            ["norms.yaml": "- {id: n, name: {en: N, de: N}, excludes: 1️⃣troops >= 5}\n"],
            "the issue 'troops' is no interval, and is compared with a number", "write an alternative")
        try expect(
            ["norms.yaml": "- {id: n, name: {en: N, de: N}, excludes: 1️⃣deploy}\n"],
            "'deploy' stands alone, and here only issues can stand", "write 'deploy = alternative'")
    }

    @Test("Drafts: points that contradict each other, circles, conditions on themselves")
    func drafts() throws {
        func draft(_ id: String, _ more: String) -> String {
            "id: \(id)\nname: {en: D, de: D}\ndate: 2026\n\(more)"
        }
        try expect(
            [
                "proposals/d.yaml": draft(
                    "d",
                    "points:\n  - {id: \"1\", terms: {troops: none}}\n  - {id: \"2\", terms: {troops: 1️⃣some}}\n"
                )
            ],
            "two points say different things about 'troops': proposals/d.yaml:5:31",
            "correct one of them, or mark what can be read in several ways as ambiguous")
        try expect(
            [
                "proposals/d.yaml": draft("1️⃣", "").replacingOccurrences(of: "id: 1️⃣", with: "1️⃣id: d")
                    + "from: [e]\n", "proposals/e.yaml": draft("e", "from: [d]\n"),
            ],
            "the draft 'd' goes back to itself: d → e → d", "break the circle at one of these places")
        try expect(
            [
                "proposals/d.yaml": draft(
                    "d", "points:\n  - {id: \"1\", terms: {troops: {value: none, if: 1️⃣troops = some}}}\n")
            ],
            "the term depends on its own issue 'troops'", "a condition speaks of other issues")
        try expect(
            ["proposals/other.yaml": "1️⃣" + draft("d", "")], "the file of 'd' is called 'other.yaml'",
            "rename the file to 'd.yaml', or correct the id")
        #expect(
            try Self.sound.with([
                "proposals/d.yaml": draft(
                    "d",
                    "points:\n  - {id: \"1\", terms: {troops: {ambiguous: [none, some]}}, basis: own}\n  - {id: \"2\", terms: {troops: many}, basis: own}\n"
                )
            ]).problems() == [])
    }

    @Test("Terms that say nothing, contradictions behind an ambiguity, numbers that stand for alternatives")
    func emptyTerms() throws {
        func draft(_ points: String) -> [String: String] {
            ["proposals/d.yaml": "id: d\nname: {en: D, de: D}\ndate: 2026\nbasis: own\npoints:\n\(points)"]
        }
        try expect(
            draft("  - {id: \"1\", terms: {troops: {ambiguous: 1️⃣[none]}}}\n"),
            "an ambiguous term has two readings at least",
            "name them, or write 'any'")
        try expect(
            draft("  - {id: \"1\", terms: {troops: {not: 1️⃣[]}}}\n"), "nothing is excluded",
            "name the alternatives that are")
        try expect(
            draft("  - {id: \"1\", terms: {troops: 1️⃣{not: [none, some, many]}}}\n"),
            "every alternative of 'troops' is excluded",
            "leave one, or add the alternative that is meant")
        try expect(
            draft(
                "  - {id: \"1\", terms: {troops: {ambiguous: any}}}\n  - {id: \"2\", terms: {troops: none}}\n  - {id: \"3\", terms: {troops: 1️⃣some}}\n"
            ), "two points say different things about 'troops': proposals/d.yaml:7:31",
            "correct one of them, or mark what can be read in several ways as ambiguous")
        let silent = draft(
            "  - {id: \"1\", terms: {troops: silent}}\n  - {id: \"2\", terms: {troops: some}}\n")
        #expect(try Self.sound.with(silent).problems() == [])
        let scale =
            "issues:\n  - {id: troops, name: {en: T, de: T}, kind: interval, range: 0..9, alternatives: [{id: few, value: 2}], basis: own}\n"
        let equal = draft("  - {id: \"1\", terms: {troops: few}}\n  - {id: \"2\", terms: {troops: 2}}\n")
        #expect(try Self.sound.with(equal).with(["issues.yaml": scale]).problems() == [])
    }

    @Test("More than a thousand problems: the rest is counted, and warnings never hide an error")
    func many() throws {
        let wrong = (0..<1_500).map { "- {id: a\($0), name: A, kind: stat}\n" }.joined()
        let problems = try CaseText(["actors.yaml": wrong]).problems()
        #expect(problems.count == 1_001 && problems.last?.message == "500 more errors are not shown")
        let events = (0..<1_500).map { "- {id: e\($0), on: 2026, kind: feast}\n" }.joined()
        let frame = CaseText.smallestFrame + "vocabulary: events-1\n"
        let mixed = try CaseText([
            "case.yaml": frame, "events.yaml": events + "- {id: last, on: 2026, actors: [nobody]}\n",
        ]).problems()
        #expect(mixed.contains { $0.severity == .error && $0.message == "there is no actor 'nobody'" })
    }

    @Test("Citations: copies, anchors that are not there, a basis that is none")
    func citations() throws {
        try expect(
            [
                "actors.yaml":
                    "- {id: ru, name: R, cite: [1️⃣{source: s1, paragraph: 9, begins: \"one two three\"}]}\n"
            ],
            "paragraph 9 of 's1' repeats others", "cite the paragraph that it repeats")
        try expect(
            ["actors.yaml": "- {id: ru, name: R, cite: [1️⃣s1#a1]}\n"], "there is no anchor 's1#a1'",
            "define it first; the case has none")
        try expect(
            ["actors.yaml": "- {id: ru, name: R, basis: 1️⃣guess}\n"], "a basis can only be 'own'",
            "write 'basis: own', or cite a passage")
        try expect(
            [
                "statements.yaml":
                    "- {id: st1, holder: ru, on: i:troops, value: none, cite: [], quote: 1️⃣\"\(String(repeating: "w ", count: 26))\"}\n"
            ],
            "the quotation has 26 words, and 25 are allowed", "cite the passage and paraphrase")
    }

    @Test(
        "Anchors of a revision nobody saw, statements before their holder, one voice counted twice, contrary premises"
    )
    func grounds() throws {
        let hex = { (count: Int) in String(repeating: "a", count: count) }
        let line = [
            "a1", "s1", hex(12), "p1:0-9", "3", hex(16), hex(12), "-", "-", "0.00", "neg=0;num=\(hex(8))",
            "-", "ok", "mk", "2026-01-01",
        ]
        let anchors = "#junktim-anchors 1\n1️⃣" + line.joined(separator: "\t") + "\n"
        let other = "- {id: s1, title: {en: A, de: A}, paragraphs: line, seen: [{rev: \"h:\(hex(11))b\"}]}\n"
        try expect(
            ["anchors.tsv": anchors, "sources.yaml": other],
            "the revision '\(hex(12))' is not among those seen of 's1'",
            "add it in sources.yaml: seen: [{rev: \"h:\(hex(12))\"}]")
        let seen = "- {id: s1, title: {en: A, de: A}, paragraphs: line, seen: [{rev: \"h:\(hex(12))\"}]}\n"
        #expect(try Self.sound.with(["anchors.tsv": anchors, "sources.yaml": seen]).problems() == [])
        try expect(
            ["anchors.tsv": "#junktim-anchors 1\na1\ts1\n".replacingOccurrences(of: "a1\t", with: "1️⃣a1\t")],
            "15 fields are expected, not 2",
            "fields: id, source, rev, where, n, text, words, pre, post, rival, guard, sketch, state, by, on")
        try expect(
            [
                "actors.yaml":
                    "- {id: ru, name: {en: R, de: R}, exists: 2000/.., basis: own}\n- {id: ua, name: {en: U, de: U}, basis: own}\n",
                "statements.yaml":
                    "- 1️⃣{id: st1, holder: ru, on: i:troops, value: none, said: 1999, basis: own}\n",
            ], "'ru' does not exist at 1999", "correct the date, or 'exists' of the actor (2000/..)")
        let two =
            "- {id: s1, title: {en: A, de: A}, paragraphs: line}\n- {id: s2, title: {en: B, de: B}, paragraphs: line, reports: s1}\n"
        let cite =
            "cite: [{source: s1, paragraph: 1, begins: a b c}, {source: s2, paragraph: 1, begins: a b c}]"
        try expect(
            ["sources.yaml": two, "claims.yaml": "claims:\n  - 1️⃣{id: x, text: {en: X, de: X}, \(cite)}\n"],
            "the sources of the claim 'x' report one another", "count them as one voice, that of 's1'")
        try expect(
            [
                "claims.yaml":
                    "claims:\n  - {id: x, text: {en: X, de: X}}\n  - {id: y, text: {en: Y, de: Y}}\ncontraries: [[x, y]]\n",
                "perspectives/v.yaml":
                    "id: v\nname: {en: V, de: V}\npremises:\n  - {id: p, text: {en: P, de: P}, about: c:x, basis: own}\n  - 1️⃣{id: q, text: {en: Q, de: Q}, about: c:y, basis: own}\n",
            ], "the premises 'p' and 'q' are about claims that exclude each other",
            "the perspective is inconsistent unless one of them is struck")
    }

    @Test("Letters that only look right")
    func scripts() throws {
        try expect(
            ["actors.yaml": "- {id: ru, name: 1️⃣Моsсоw}\n"],
            "the word 'Моsсоw' mixes letters of different scripts",
            "type the word again in one script")
        #expect(
            try CaseText(["actors.yaml": "- {id: ru, name: Russia (Россия), basis: own}\n"]).problems() == [])
    }

    @Test("YAML that a case does not use")
    func yaml() throws {
        try expect(
            ["actors.yaml": "- {id: ru, name: 1️⃣&x R}\n"], "'&' at the start of a value marks a YAML anchor",
            "put the text in quotes; anchors are not used")
        try expect(
            ["actors.yaml": "- {id: ru, name: R, note: 1️⃣*x}\n"],
            "'*' at the start of a value marks a YAML alias",
            "put the text in quotes; aliases are not used")
        try expect(
            ["actors.yaml": "- {id: ru, name: 1️⃣!!str R}\n"], "'!' at the start of a value marks a YAML tag",
            "put the text in quotes; tags are not used")
        try expect(
            ["actors.yaml": "- {id: ru, name: R}\n1️⃣---\n- {id: ua, name: U}\n"],
            "a second document begins here",
            "one file holds one document: split the file")
        let deep = String(repeating: "[", count: 50) + String(repeating: "]", count: 50)
        let problems = try CaseText(["actors.yaml": deep]).problems()
        #expect(problems.first?.message == "the nesting is deeper than 40")
        let block =
            (0..<60).map { String(repeating: " ", count: $0 * 2) + "a:" }.joined(separator: "\n") + " 1\n"
        #expect(
            try CaseText(["actors.yaml": block]).problems().first?.message == "the nesting is deeper than 40")
    }

    @Test("Models: what is not a bit, and names that clash")
    func models() throws {
        let model = """
            options:
              - {id: press, of: ru}
              - {id: wedge, of: ru, modelled: false}
            decisionMakers: [{id: ru, preferences: [1️⃣press and wedge]}]

            """
        try expect(
            ["models/stability.yaml": model], "the option 'wedge' is not modelled",
            "an expression speaks of options that are bits of the model")
        try expect(
            ["models/games/packages.yaml": "id: 1️⃣packages\ntemplate: G7\n"],
            "'packages' is the name of another model",
            "parameters are named after it: choose another")
        try expect(
            [
                "models/games/g.yaml":
                    "id: g\nplayers: [a]\ntree: {chance: c, branches: 1️⃣[{label: x, prob: 1/2, to: {payoff: {a: 1}}}, {label: y, prob: 1/3, to: {payoff: {a: q}}}]}\n"
            ],
            "the probabilities sum to 5/6, not to 1", "correct them")
    }

    @Test("Issues: states as alternatives, values that do not rise, a range that is missing")
    func issues() throws {
        func issue(_ text: String) -> [String: String] {
            ["issues.yaml": "issues:\n  - {id: a, name: {en: A, de: A}, \(text), basis: own}\n"]
        }
        try expect(
            issue("alternatives: [x, 1️⃣silent]"), "'silent' is a state of a term and cannot be an alternative",
            "choose another word")
        let interval = { (more: String) in
            ["issues.yaml": "issues:\n  - 1️⃣{id: a, name: A, kind: interval, \(more)}\n"]
        }
        try expect(
            interval("range: 0..9, alternatives: [{id: x, value: 5}, {id: y, value: 2}]"),
            "the values of an interval issue must rise",
            "list the alternatives from low to high")
        try expect(
            interval("alternatives: [{id: x, value: 5}]"), "an interval issue needs a range",
            "write 'range: 0..1000000'; a distance is a share of it")
    }

    @Test("One broken file does not make the names that it holds unknown everywhere")
    func followUps() throws {
        let problems = try Self.sound.with([
            "issues.yaml": "issues: [\n",
            "norms.yaml": "- {id: n, name: {en: N, de: N}, excludes: troops = some, invoked: [s1]}\n",
        ]).problems()
        #expect(problems.map(\.place.file) == ["issues.yaml"])
        let empty = try CaseText(["case.yaml": "# nothing\n"]).problems()
        #expect(empty.map(\.message) == ["the file is empty"])
    }

    @Test("All problems of all files at once, in reading order")
    func allAtOnce() throws {
        let problems = try CaseText([
            "actors.yaml": "- {id: RU, name: R}\n- {id: ua, nme: U}\n", "issues.yaml": "issues: [1]\n",
            "events.yaml": "- {id: e1, on: yesterday}\n",
        ]).problems()
        #expect(
            problems.map { "\($0.place.file):\($0.place.line)" } == [
                "actors.yaml:1", "actors.yaml:2", "actors.yaml:2", "events.yaml:1", "issues.yaml:1",
            ])
    }

    @Test("Files that are misspelt, a folder without a case, a folder that is none")
    func files() throws {
        try expect(
            ["actor.yaml": "1️⃣- {id: ru, name: R}\n"], "no file of a case is called so",
            "did you mean 'actors.yaml'?")
        #expect(throws: CaseError.self) { try readCase(in: "/nowhere/at/all") }
        let empty = CaseText([:])
        try empty.inFolder { folder in
            try FileManager.default.removeItem(atPath: folder + "/case.yaml")
            let error = #expect(throws: CaseError.self) { try readCase(in: folder) }
            #expect(error?.problems.first?.message == "the folder has no case.yaml")
        }
    }
}
