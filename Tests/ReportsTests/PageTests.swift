import CaseFiles
import CaseModel
import Findings
import Foundation
import FoundationXML
import Support
import Testing

@testable import Reports

@Suite struct PageTests {
    private func rendering(_ theCase: Case, _ question: Question, _ language: Language, all: Bool = false)
        -> Rendering
    {
        let ids: [String?] = all ? [nil] + theCase.perspectives.map(\.id) : [nil]
        let responses = ids.map { id -> Response in
            let view = View(theCase, from: Viewpoint(perspective: id))
            let result = Result { () throws(NotAnswerable) -> any Answer in
                switch question {
                case .check: try Inventory(of: view)
                case .compare: try Comparison(of: view)
                case .show: try Trace("i:troops", in: view)
                case .clauses: try GuaranteeReading(of: view)
                case .bars: try LegalBars(of: view)
                case .money: try MoneyTable(of: view)
                case .stability: try StabilityFinding(of: view)
                case .solve: try SolveFinding(nil, of: view)
                case .guarantee: try GuaranteeFinding(of: view)
                case .packages: try PackagesFinding(of: view)
                case .ratify: try RatifyFinding(of: view)
                case .negotiate: try NegotiateFinding(of: view)
                case .sequence: try SequenceFinding(of: view)
                case .funnel: try FunnelFinding(of: view)
                case .brief: try Brief(of: view)
                case .report: try CaseReport(of: view, draws: 40)
                case .anchors, .cite, .find:
                    throw NotAnswerable(question: question, perspective: id, missing: [])
                }
            }
            return Response(perspective: id ?? "base", result: result)
        }
        return Rendering(
            question: question, caseID: theCase.frame.id, fingerprint: theCase.fingerprint,
            words: Words(language),
            isAll: all, responses: responses)
    }

    @Test(
        "The page of the shipped case is well-formed, loads nothing, and is the same twice",
        arguments: Language.allCases, [false, true])
    func page(language: Language, all: Bool) throws {
        let theCase = try readUkraine().case
        let page = rendering(theCase, .report, language, all: all).page
        #expect(page == rendering(try readUkraine().case, .report, language, all: all).page)
        let reader = Reader()
        let parser = XMLParser(data: Data(page.dropFirst("<!DOCTYPE html>\n".count).utf8))
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError)) line \(parser.lineNumber)")
        #expect(reader.problems == [])
        #expect(reader.policy?.hasPrefix("default-src 'none'") ?? false)
        #expect(reader.ids.count == Set(reader.ids).count, "an id stands twice")
        #expect(Set(reader.targets).isSubset(of: Set(reader.ids)), "a link leads nowhere")
        // The base sees a timeline, four steps on their scales (two parts each but the last), movement, drift, moves, clauses, money, two grids, coverage, and
        // of the guarantee its thresholds, three trees, two strengths and a belief, of the packages two, of ratification, the orders, the record and the funnel one each.
        #expect(all ? reader.pictures > 30 : reader.pictures == 30, "\(reader.pictures)")
    }

    @Test("The page of one perspective has no link that leads nowhere")
    func perspectives() throws {
        let theCase = try readUkraine().case
        for perspective in theCase.perspectives {
            let report = try CaseReport(
                of: View(theCase, from: Viewpoint(perspective: perspective.id)), draws: 0)
            let page = Rendering(
                question: .report, caseID: "ukraine", fingerprint: "", words: Words(.en), isAll: false,
                responses: [Response(perspective: perspective.id, result: .success(report))]
            ).page
            let reader = Reader()
            let parser = XMLParser(data: Data(page.dropFirst("<!DOCTYPE html>\n".count).utf8))
            parser.delegate = reader
            #expect(parser.parse() && reader.problems == [])
            #expect(Set(reader.targets).isSubset(of: Set(reader.ids)), "\(perspective.id)")
        }
    }

    /// Notes what a page refers to; anything outside the page is a problem.
    private final class Reader: NSObject, XMLParserDelegate {
        var problems: [String] = []
        var ids: [String] = []
        var targets: [String] = []
        var policy: String?
        var pictures = 0

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            if let id = attributes["id"] { ids.append(id) }
            if let target = attributes["href"] {
                if target.hasPrefix("#") {
                    targets.append(String(target.dropFirst()))
                } else {
                    problems.append(target)
                }
            }
            if attributes["src"] != nil || ["link", "iframe", "object", "embed", "img"].contains(name) {
                problems.append(name)
            }
            if attributes["http-equiv"] == "Content-Security-Policy" { policy = attributes["content"] }
            if name == "svg" {
                pictures += 1
                if attributes["role"] != "img" || attributes["aria-labelledby"] == nil {
                    problems.append("svg without a name")
                }
            }
            if attributes.keys.contains(where: { $0.hasPrefix("on") }) {
                problems.append("handler in \(name)")
            }
        }
    }

    @Test("What people wrote cannot become markup")
    func hostileLabels() throws {
        let theCase = try CaseText([
            "issues.yaml":
                "issues:\n  - {id: a, name: \"<script>x</script>\", alternatives: [b, c], basis: own}\n",
            "proposals/d.yaml":
                "id: d\nname: \"\\\"><img src=x>\"\ndate: 2026\npoints:\n  - {id: \"1\", terms: {a: b}, note: \"=1+1\", basis: own}\n",
            "events.yaml": "- {id: e, on: 2026, name: \"<svg onload=x>\", told: []}\n",
        ]).read().case
        let page = rendering(theCase, .report, .en).page
        #expect(!page.contains("<script>x") && !page.contains("<img") && !page.contains("<svg onload"))
        #expect(page.contains("&lt;script&gt;x&lt;/script&gt;"))
    }

    @Test("Lopsided sums and long lineages draw no negative widths")
    func lopsided() throws {
        let names = (0..<18).map { "d\($0)" }
        var files = [
            "issues.yaml": "issues:\n  - {id: a, name: A, alternatives: [x, y], basis: own}\n",
            "money.yaml":
                "- {id: s, name: S, amount: 0.0000000000000001, unit: EUR, basis: own}\n- {id: c, name: C, amount: 999999999999999999, unit: EUR, from: s, basis: own}\n- {id: e, name: E, amount: 1, unit: EUR, from: s, basis: own}\n",
        ]
        for (index, name) in names.enumerated() {
            let from = index == 0 ? "" : "from: [\(names[index - 1])]\n"
            files["proposals/\(name).yaml"] =
                "id: \(name)\nname: \(name)\ndate: 2025\n\(from)basis: own\npoints: [{id: \"1\", terms: {a: x}}]\n"
        }
        let page = rendering(try CaseText(files).read().case, .report, .en).page
        #expect(page.contains("class=\"picture money\"") && page.contains("class=\"picture drift\""))
        #expect(!page.contains("width=\"-") && !page.contains("height=\"-"))
    }

    @Test(
        "Every answer from a viewpoint fits its schema",
        arguments: [
            Question.check, .compare, .clauses, .bars, .money, .solve, .guarantee, .brief, .report, .show,
        ],
        [false, true])
    func schemas(question: Question, all: Bool) throws {
        let text = rendering(try readUkraine().case, question, .de, all: all).json
        let value = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(try schema("answer").problems(in: value) == [])
        let data = try #require(value["data"] as? [String: Any])
        let parts: [[String: Any]]
        if all {
            let entries = try #require(data["perspectives"] as? [[String: Any]])
            #expect(
                entries.compactMap { $0["id"] as? String } == [
                    "base", "s000", "s001", "s002", "s002-b", "s003", "s004",
                ])
            parts = entries.compactMap { $0["data"] as? [String: Any] }
        } else {
            parts = [data]
        }
        #expect(!parts.isEmpty)
        for part in parts {
            #expect(try schema(question.rawValue).problems(in: part).prefix(3) == [])
            if question == .report {
                if let compare = part["compare"] as? [String: Any] {
                    #expect(try schema("compare").problems(in: compare) == [])
                }
                if let guarantee = part["guarantee"] as? [String: Any] {
                    #expect(try schema("guarantee").problems(in: guarantee).prefix(3) == [])
                }
                #expect(try schema("check").problems(in: try #require(part["check"])) == [])
            }
        }
    }

    private func schema(_ name: String) throws -> SchemaValidator {
        try SchemaValidator(
            Data(contentsOf: projectFolder.appendingPathComponent("Guides/Schemas/\(name).schema.json")))
    }

    @Test("The validator refuses what does not fit")
    func validator() throws {
        let schema = try SchemaValidator(
            Data(
                #"{"type": "object", "additionalProperties": false, "required": ["a"], "properties": {"a": {"type": "integer", "minimum": 1}, "b": {"enum": ["x"]}}}"#
                    .utf8))
        func problems(_ json: String) throws -> [String] {
            schema.problems(in: try JSONSerialization.jsonObject(with: Data(json.utf8)))
        }
        #expect(try problems(#"{"a": 2, "b": "x"}"#) == [])
        #expect(try problems(#"{"a": 0}"#) == ["$.a: 0 is below 1"])
        #expect(try problems(#"{"b": "y", "c": 1}"#).count == 3)
        #expect(try problems(#"{"a": true}"#) == ["$.a: not integer"])
        #expect(try problems(#"[]"#) == ["$: not object"])
    }

    @Test("The table of values has one header and as many fields in every line", arguments: [false, true])
    func csv(all: Bool) throws {
        let table = rendering(try readUkraine().case, .compare, .en, all: all).csv
        let rows = table.split(separator: "\r\n").map { fields(String($0)) }
        #expect(rows.count > 400)
        #expect(Set(rows.map(\.count)) == [all ? 12 : 11])
        #expect(rows.filter { $0.contains("reportedBy") }.count == 1)
        if all { #expect(Set(rows.dropFirst().map { $0[0] }).count == 7) }
    }

    private func fields(_ line: String) -> [String] {
        var (fields, inQuotes) = ([""], false)
        for character in line {
            if character == "\"" { inQuotes.toggle() }
            if character == ",", !inQuotes {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
