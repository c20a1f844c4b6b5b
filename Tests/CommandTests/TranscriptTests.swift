import CaseModel
import Foundation
import Support
import Testing

@testable import junktim

@Suite struct TranscriptTests {
    private let ukraine = projectFolder.appendingPathComponent("Cases/ukraine").path

    private func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        try CaseText([:]).inFolder(body)
    }

    @Test("new, then compare: the whole conversation")
    func newCase() throws {
        try inFolder { folder in
            let made = try junktim(["new", "mine"], in: folder)
            #expect(made.status == 0 && made.errors == "")
            #expect(
                made.output == """
                    Wrote mine/case.yaml, mine/sources.yaml, mine/actors.yaml, mine/issues.yaml, mine/proposals/first.yaml and mine/proposals/second.yaml.
                    Next: junktim compare mine

                    """)
            let compared = try junktim(["compare", "mine"], in: folder)
            #expect(compared.status == 0 && compared.errors == "")
            #expect(
                compared.output == """
                    2 drafts on 2 issues: 3 of 4 cells are addressed, 1 of them plainly.

                    Drafts
                      A  first   2026-01-05  draft  2 addressed, 0 silent, 0 unreported                    First draft
                      B  second  2026-01-20  draft  1 addressed, 0 silent, 1 unreported  wording not seen  Second draft

                    What is on the table
                              A     B
                      border  1     ⇒3|2
                      troops  ~1|2  –

                    Legend
                      2 stated, ¬2 excluded, ~1|2 ambiguous (~ alone: in any way), ⇒2 conditional, [1|2] contested, {5} the number 5, · silent, – unreported
                      border  1 closed < 2 opened on request < 3 open
                      troops  1 none (0\u{a0}persons) < 2 up to 2000 (2000\u{a0}persons)

                    How far from whom (points of 100, 0 at the yardstick)
                                 north      Coverage
                      A  first   0 [0]      100\u{a0}%
                      B  second  100 [100]  100\u{a0}%
                      [ ] with everything possible where the draft says nothing; coverage: how much of the yardstick's weight the draft addresses

                    What changed from draft to draft (silence is skipped)
                      first → second (goes back to it)
                        Position                                +1 on average on 1 ordered issue; certainly towards pole 1 in 100\u{a0}% of all weightings, towards pole 0 in 0\u{a0}%
                        Scope                                   only the later one is known to address: 0; only the earlier one: 1 (troops at the border)
                        → north                                 −100 points on 1 issue, certainly towards in 0\u{a0}% of all weightings, away in 100\u{a0}%
                        silence is skipped                      +1 on 1
                        silence leaves the status quo           +1 on 1
                        silence inherits from the draft before  +0.5 on 2, 1 gap filled in the two, 0 silent and 1 only not reported

                    Along the lineage: first → second
                      Issue   Sum of steps  First to last  Turns  Drafts
                      border  1             1              0      A → B

                    Terms that came and went, by the texts on the table
                      Issue   Terms       First in  Last in  Not in
                      border  closed      A         A                gone
                      border  open        B         B
                      troops  none        A         A
                      troops  up to 2000  A         A

                    How alike (percent) / on how many issues that both address
                         A
                      B  0/1

                    Terms
                      border crossing (border)
                        A  first.1   stated       closed                                                                     s1 ¶\u{202f}3 “The first draft …”
                        B  second.1  conditional  open, if troops <= capped, else opened on request  reported by south → s1  s1 ¶\u{202f}5 “Southland announced that …”
                      troops at the border (troops)
                        A  first.2  ambiguous  none or up to 2000  own assumption

                    Rests on: 3 passages, 5 own assumptions, 0 uncited entries
                    Method: point-by-point comparison (conditional terms count as their value) (only own tests)

                    Limits
                      - 1 of 2 drafts are known only through others; their terms are what others report, and what the sources taken do not report is marked as unreported, not as silent.
                      - The order of the alternatives is an assumption of the case on 2 of 2 ordered issues; positions rest on it.
                      - Distances are measured for north; actors without a yardstick in the case: 1.
                      - Changes of position count each ordered issue alike, and so do yardsticks for which nobody gives weights; the shares of all weightings say how much depends on that.
                      - Passages that are only named by paragraph and first words, and not cut as anchors: 3.

                    """)
            let again = try junktim(["new", "mine"], in: folder)
            #expect(again.status == 65)
            #expect(
                again.errors
                    == "mine: error: the folder is not empty\n  hint: name a folder that does not exist yet\n"
            )
        }
    }

    @Test("A key misspelt in actors.yaml of the shipped case gives its place and the right name")
    func misspelt() throws {
        try inFolder { folder in
            try FileManager.default.copyItem(atPath: ukraine, toPath: folder + "/ukraine")
            let path = folder + "/ukraine/actors.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let wrong = text.replacingOccurrences(of: "\n  salience:", with: "\n  salence:")
            try wrong.write(toFile: path, atomically: true, encoding: .utf8)
            let lines = wrong.split(separator: "\n", omittingEmptySubsequences: false)
            let line = try #require(lines.firstIndex { $0.hasPrefix("  salence:") }) + 1
            let run = try junktim(["check", "ukraine"], in: folder)
            #expect(run.status == 65 && run.output == "")
            #expect(
                run.errors.hasPrefix(
                    "actors.yaml:\(line):3: error: an actor has no key 'salence'\n  hint: did you mean 'salience'?\n"
                ))
        }
    }

    @Test("check with a perspective lists what each premise sets; striking one takes exactly its lines away")
    func striking() throws {
        func settings(_ more: [String]) throws -> [String] {
            let run = try junktim(["check", ukraine, "--perspective", "s003"] + more, in: "/")
            #expect(run.status == 0)
            return run.output.split(separator: "\n").filter {
                $0.contains("perspectives/s003.yaml:") && $0.contains(" → ")
            }.map { line in
                line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
            }
        }
        let full = try settings([])
        let premise = try #require(full.first?.split(separator: " ").first.map(String.init))
        let struck = try settings(["--strike", premise])
        #expect(struck == full.filter { !$0.hasPrefix(premise + " ") })
        #expect(struck.count < full.count)
    }

    @Test("Exit status and message of everything that cannot be answered")
    func refusals() throws {
        let unknown = try junktim(["compare", ukraine, "--perspective", "s03"], in: "/")
        #expect(unknown.status == 65 && unknown.output == "")
        #expect(
            unknown.errors.hasSuffix(
                "error: 'compare' cannot be answered from 's03'\n  there is no perspective 's03' – did you mean 's003'?\n"
            ))
        let scenario = try junktim(["compare", ukraine, "--scenario", "gone", "--lang", "de"], in: "/")
        #expect(scenario.status == 65)
        #expect(
            scenario.errors.hasSuffix(
                "Fehler: „compare“ lässt sich von „base“ aus nicht beantworten\n  es gibt kein Szenario „gone“\n"
            ))
        let nothing = try junktim(["compare", "/nowhere"], in: "/")
        #expect(nothing.status == 65)
        #expect(
            nothing.errors
                == ".:1:1: error: there is no folder '/nowhere'\n  hint: name the folder that holds case.yaml\n"
        )
        #expect(try junktim(["compare"], in: "/").status == 64)
        #expect(try junktim(["compare", ukraine, "--format", "xml"], in: "/").status == 64)
        #expect(
            try junktim(["compare", ukraine, "--perspective", "all", "--strike", "s003.p7"], in: "/").status
                == 64)
        #expect(try junktim(["conquer", ukraine], in: "/").status == 64)
        let unwritable = try junktim(["report", ukraine, "--output", "/nowhere/page.html"], in: "/")
        #expect(unwritable.status == 65)
        #expect(
            unwritable.errors.hasSuffix(
                "/nowhere/page.html: error: this cannot be written\n  hint: check the folder, the room left and your rights\n"
            ))
    }

    @Test("A question that one perspective cannot answer is answered by the others")
    func partly() throws {
        let text = CaseText([
            "issues.yaml": "issues:\n  - {id: a, name: A, alternatives: [b, c], basis: own}\n",
            "proposals/d.yaml": "id: d\nname: D\ndate: 2026\nextent: whole\nbasis: own\n",
            "perspectives/early.yaml": "id: early\nname: E\nasOf: 2020\n",
        ])
        try text.inFolder { folder in
            let alone = try junktim(["compare", ".", "--perspective", "early"], in: folder)
            #expect(alone.status == 65)
            #expect(
                alone.errors == """
                    error: 'compare' cannot be answered from 'early'
                      missing: drafts that the viewpoint can see (proposals/, its date and the sources it takes)

                    """)
            let all = try junktim(["compare", ".", "--perspective", "all"], in: folder)
            #expect(all.status == 0 && all.output.hasPrefix("== base\n") && all.errors == alone.errors)
        }
    }

    @Test("The report: one file, its path printed, the same bytes twice, in the language of the environment")
    func report() throws {
        try inFolder { folder in
            let english = try junktim(["report", ukraine], in: folder)
            #expect(english.status == 0 && english.output == "ukraine-report-en.html\n")
            let german = try junktim(["report", ukraine], in: folder, environment: ["LANG": "de_AT.UTF-8"])
            #expect(german.output == "ukraine-report-de.html\n")
            let first = try Data(contentsOf: URL(fileURLWithPath: folder + "/ukraine-report-en.html"))
            let second = try junktim(
                ["report", ukraine, "--output", "-"], in: folder,
                environment: ["LC_ALL": "C", "LANG": "de_DE"])
            #expect(Data(second.output.utf8) == first)
            for format in ["text", "json", "csv"] {
                let run = try junktim(["report", ukraine, "--format", format], in: folder)
                #expect(run.status == 0 && run.output.count > 10_000)
            }
        }
    }

    @Test("The language of the environment: the first of three variables that says something")
    func environment() {
        #expect(LanguageOptions.language(of: [:]) == .en)
        #expect(LanguageOptions.language(of: ["LANG": "de_DE.UTF-8"]) == .de)
        #expect(LanguageOptions.language(of: ["LC_ALL": "", "LC_MESSAGES": "de", "LANG": "en"]) == .de)
        #expect(LanguageOptions.language(of: ["LC_ALL": "C", "LANG": "de"]) == .en)
    }

    @Test(
        "A full disk and a closed pipe are told, not crashed on; pipes and links are written to as they are")
    func outputs() throws {
        let full = try junktim(["check", ukraine, "--output", "/dev/full"], in: "/")
        #expect(
            full.status == 65
                && full.errors.hasSuffix(
                    "/dev/full: error: this cannot be written\n  hint: check the folder, the room left and your rights\n"
                ))
        #expect(try junktim(["check", ukraine, "--output", "/dev/null"], in: "/").status == 0)
        try inFolder { folder in
            try Data().write(to: URL(fileURLWithPath: folder + "/target.txt"))
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/link.txt", withDestinationPath: folder + "/target.txt")
            #expect(try junktim(["check", ukraine, "--output", "link.txt"], in: folder).status == 0)
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/target.txt")).count > 1_000)
            let kind = try FileManager.default.attributesOfItem(atPath: folder + "/link.txt")[.type]
            #expect(kind as? FileAttributeType == .typeSymbolicLink)
        }
    }

    @Test("Help tells every question in one line")
    func help() throws {
        let run = try junktim(["--help"], in: "/")
        #expect(run.status == 0)
        for question in ["new", "check", "compare", "report"] {
            #expect(run.output.contains("\n  \(question) "))
        }
        #expect(try junktim(["--version"], in: "/").output == "0.1.0\n")
    }
}
