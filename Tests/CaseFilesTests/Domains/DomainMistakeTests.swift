import CaseFiles
import CaseModel
import Testing

/// One mistake: the file, the message at its mark, and the hint.
struct DomainMistake: CustomTestStringConvertible, Sendable {
    let file: String
    let text: String
    let message: String
    let hint: String

    init(_ file: String, _ text: String, _ message: String, _ hint: String) {
        (self.file, self.text, self.message, self.hint) = (file, text, message, hint)
    }

    var testDescription: String { message }

    /// The first error stands at the mark and says this.
    func expect(beside files: [String: String] = [:]) throws {
        let sample = DomainSample(files.merging([file: text]) { $1 })
        let errors = try sample.problems().filter { $0.severity == .error }
        #expect(errors.first?.place == sample.place, "\(errors.map(\.description))")
        #expect(errors.first?.message == message)
        #expect(errors.first?.hint == hint)
    }
}

/// Everything that can be wrong with the files of a domain, with what the program says.
@Suite struct DomainMistakeTests {
    @Test("The form of XML", arguments: Self.form)
    func xml(mistake: DomainMistake) throws { try mistake.expect() }

    static let form: [DomainMistake] = [
        .init("a.xml", "1️⃣", "an element is expected here", "an XML file begins with '<'"),
        .init("a.xml", "1️⃣hello", "an element is expected here", "an XML file begins with '<'"),
        .init("a.xml", "1️⃣<a>\n <b/>", "the element 'a' has no end", "add '</a>'"),
        .init("a.xml", "<a>\n <b>1️⃣</a>", "'</a>' closes 'b', which began at 2:2", "write '</b>'"),
        .init(
            "a.xml", "<a x=1️⃣1/>", "the value of 'x' has no quotes", "write x=\"…\""),
        .init("a.xml", "<a x=1️⃣\"1/>", "the value of 'x' has no end", "close the quotes"),
        .init("a.xml", "<a x1️⃣/>", "'=' is expected behind the attribute 'x'", "write x=\"…\""),
        .init(
            "a.xml", "<a x=\"1\"1️⃣y=\"2\"/>", "a blank, '>' or '/>' is expected here", "close the tag of 'a'"),
        .init(
            "a.xml", "<a x=\"1\" 1️⃣x=\"2\"/>", "the attribute 'x' is written twice", "delete one of the two"),
        .init(
            "a.xml", "<a x=\"é1️⃣&b;\"/>", "'&b;' is no entity that is read", "a plain '&' is written '&amp;'"),
        .init("a.xml", "<a x=\"R1️⃣& D\"/>", "'&' begins no entity", "a plain '&' is written '&amp;'"),
        .init(
            "a.xml", "<a x=\"1️⃣&#27;\"/>", "'&#27;' is no entity that is read",
            "a plain '&' is written '&amp;'"),
        .init(
            "a.xml", "<a x=\"11️⃣<2\"/>", "'<' stands in the value of 'x'",
            "write '&lt;', or close the quotes before it"),
        .init(
            "a.xml", "1️⃣<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", "a document type or entity is declared here",
            "delete it; only plain elements are read"),
        .init(
            "a.xml", "<a/>\n1️⃣<b/>", "something stands behind the root element",
            "one file holds one element: delete the rest"),
        .init("a.xml", "1️⃣<!-- x <a/>", "the comment that begins here has no end", "close it with '-->'"),
        .init(
            "a.xml", "1️⃣<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a x=\"é\"/>",
            "the encoding 'iso-8859-1' is not read",
            "save the file as UTF-8"),
        .init(
            "a.xml", String(repeating: "<a>", count: 40) + "1️⃣<a>", "the nesting is deeper than 40",
            "no domain is that deep"),
        .init("a.xml", "<a x=\"b1️⃣\u{202E}\"/>", "the text holds the invisible character U+202E", "delete it"),
        .init(
            "a.xml", "<a 1️⃣", "an attribute, '>' or '/>' is expected here, not the end of the file",
            "a '<' that is part of a text is written '&lt;'"),
    ]

    private static let domain = """
        <negotiation_template><utility_space><objective name="r"><issue index="1" name="A"><item value="x"/><item value="y"/></issue>
        </objective></utility_space></negotiation_template>
        """

    @Test("Profiles that do not fit", arguments: Self.profiles)
    func misfit(mistake: DomainMistake) throws { try mistake.expect(beside: ["d.xml": Self.domain]) }

    private static func profile(_ inside: String) -> String {
        "<utility_space><objective>\(inside)</objective></utility_space>"
    }

    static let profiles: [DomainMistake] = [
        .init(
            "p.xml", profile("1️⃣<issue index=\"1\" name=\"A\"><item value=\"x\" evaluation=\"1\"/></issue>"),
            "'A' has no weight", "add <weight index=\"1\" value=\"…\"/> beside it"),
        .init(
            "p.xml",
            profile(
                "<issue index=\"1\" name=\"A\"><item value=\"x\" evaluation=\"1\"/>1️⃣<item value=\"z\" evaluation=\"1\"/></issue><weight index=\"1\" value=\"1\"/>"
            ), "'A' has no value 'z'", "values: x, y"),
        .init(
            "p.xml",
            profile(
                "<issue index=\"1\" name=\"A\">1️⃣<item value=\"x\" evaluation=\"1,5\"/></issue><weight index=\"1\" value=\"1\"/>"
            ), "the evaluation of 'x' is no number: '1,5'", "write 12, -0.5 or 1.5e-3"),
        .init(
            "p.xml",
            profile(
                "<issue index=\"1\" name=\"A\"><item value=\"x\" evaluation=\"1\"/></issue>1️⃣<weight index=\"1\" value=\"NaN\"/>"
            ), "the weight of 'A' is no number: 'NaN'", "write 12, -0.5 or 1.5e-3"),
        .init(
            "p.xml",
            profile(
                "<issue index=\"1\" name=\"A\"><item value=\"x\" evaluation=\"1\"/></issue><weight index=\"1\" value=\"1\"/>1️⃣<issue index=\"4\" name=\"B\"><item value=\"x\" evaluation=\"1\"/></issue><weight index=\"4\" value=\"1\"/>"
            ),
            "the domain has no issue 'B' and none with its index", "issues: A"),
        .init(
            "p.xml",
            profile(
                "1️⃣<issue index=\"1\" name=\"A\"><item value=\"x\"/></issue><weight index=\"1\" value=\"1\"/>"),
            "no value of 'A' has an evaluation", "add evaluation=\"…\" to its items"),
        .init(
            "p.xml", "1️⃣<utility_space type=\"nonlinear\"/>", "the profile has no 'utility'",
            "a non-linear profile holds <utility maxutility=\"…\">"),
        .init(
            "p.xml",
            "<utility_space type=\"nonlinear\"><utility maxutility=\"1\">1️⃣<ufun aggregation=\"max\"/></utility></utility_space>",
            "the aggregation 'max' cannot be read", "only sums are additive"),
        .init(
            "p.xml", "1️⃣<negotiation_template/>", "there is a domain already: d.xml",
            "put each domain with its profiles into a folder of its own"),
    ]

    @Test("Domains that are none", arguments: Self.domains)
    func noDomain(mistake: DomainMistake) throws { try mistake.expect() }

    static let domains: [DomainMistake] = [
        .init(
            "d.xml", "1️⃣<other/>", "there is no profile here",
            "a profile is an XML file that begins with <utility_space>"),
        .init(
            "d.xml", "1️⃣<utility_space/>", "there is no issue in it", "an issue is written <issue name=\"…\">"),
        .init(
            "d.xml",
            "<utility_space>1️⃣<issue name=\"A\" type=\"integer\" lowerbound=\"1\" upperbound=\"10001\"/></utility_space>",
            "'A' has more than 10000 values", "an issue is weighed value by value: write it in coarser steps"),
        .init(
            "d.xml",
            "<utility_space>1️⃣<issue name=\"A\" type=\"integer\" lowerbound=\"3\" upperbound=\"1\"/></utility_space>",
            "the bounds of 'A' run backwards", "write the smaller one as lowerbound"),
        .init(
            "d.xml", "<utility_space>1️⃣<issue name=\"A\" type=\"fuzzy\"/></utility_space>",
            "the type 'fuzzy' of 'A' is not known", "write discrete, integer or real"),
        .init(
            "a.json", "1️⃣{\"SumOfGroupsUtilitySpace\": {\"name\": \"x\"}}",
            "'SumOfGroupsUtilitySpace' cannot be read",
            "sums over issues are read: LinearAdditiveUtilitySpace, LinearAdditiveUtilityFunction"),
        .init(
            "a.json", "{\"LinearAdditiveUtilitySpace\": 1️⃣{\"name\": \"x\"}}", "the profile needs 'domain'",
            "add 'domain'"),
        .init(
            "a.yml", "1️⃣type: LinearAdditiveUtilityFunction\n", "there is no domain here",
            "the issues stand in NAME-domain.yml or NAME.yml"),
        .init(
            "a.yml",
            "name: n\nissues:\n- name: A\n  type: CategoricalIssue\n  values: 1️⃣!!python/tuple [1, 2]\n",
            "'!' at the start of a value marks a YAML tag", "put the text in quotes; tags are not used"),
        .init(
            "t.csv", "1️⃣issue,option,A\n", "the first row is no heading",
            "write issue,alternative and the names of the parties"),
        .init("t.csv", "issue,alternative,A\nX,x,1️⃣a\n", "this is no number: 'a'", "write 12, -0.5 or 3/5"),
        .init(
            "t.csv", "issue,alternative,A\n1️⃣X,x\n", "2 cells stand here for 3 headings",
            "write one per heading"),
        .init(
            "t.csv", "issue,alternative,A\nX,1️⃣\"x\n", "the quotes that begin here have no end",
            "close them with '\"'"),
        .init(
            "t.csv", "issue,alternative,A\nX,x,1\n1️⃣X,x,2\n", "'X' has the alternative 'x' already",
            "delete one of the two rows"),
        .init(
            "t.csv", "issue,alternative,A\nX,x,1\n1️⃣weight,Y,2\n", "there is no issue 'Y'",
            "behind 'weight' stands the name of an issue"),
    ]

    @Test("Functions of negmas that cannot be read", arguments: Self.functions)
    func noFunction(mistake: DomainMistake) throws {
        try mistake.expect(beside: [
            "d.yml": """
            name: d
            type: DiscreteCartesianOutcomeSpace
            issues:
            - {name: A, type: CategoricalIssue, values: [x, y]}
            - {name: B, type: ContiguousIssue, values: [1, 3]}
            """
        ])
    }

    static let functions: [DomainMistake] = [
        .init(
            "u.yml",
            "type: LinearAdditiveUtilityFunction\nweights: [1, 1]\nvalues:\n- 1️⃣{type: LambdaFun, f: 'x'}\n- {type: IdentityFun}\n",
            "'LambdaFun' is program text, which is never run", "write it as a TableFun"),
        .init(
            "u.yml",
            "type: LinearAdditiveUtilityFunction\nweights: 1️⃣[1]\nvalues:\n- {x: 1, y: 2}\n- {type: IdentityFun}\n",
            "1 weights stand here for 2 issues", "write one per issue"),
        .init(
            "u.yml",
            "type: LinearAdditiveUtilityFunction\nweights: [1, 1]\nvalues:\n- 1️⃣{type: IdentityFun}\n- {type: IdentityFun}\n",
            "'A' has values that are no numbers", "write the values as a TableFun"),
        .init(
            "u.yml",
            "type: LinearAdditiveUtilityFunction\nweights: [1, 1]\nvalues:\n- {type: TableFun, mapping: 1️⃣{x: 1}}\n- {type: IdentityFun}\n",
            "the value 'y' of 'A' is missing", "add it to the table"),
        .init(
            "u.yml", "1️⃣type: MappingUtilityFunction\nmapping: {}\n",
            "'MappingUtilityFunction' cannot be read",
            "sums over issues are read: LinearAdditiveUtilitySpace, LinearAdditiveUtilityFunction"),
    ]

    @Test("No file, no folder, no format, two formats")
    func places() throws {
        do throws(CaseError) {
            _ = try readPackagesDomain(at: "/nowhere/at/all")
            Issue.record("something was read")
        } catch {
            #expect(
                error.description == """
                    .:1:1: error: there is no '/nowhere/at/all'
                      hint: name a folder with a domain, or one of its files
                    """)
        }
        #expect(try DomainSample(["a.txt": "x"]).problems().map(\.message) == ["the folder holds no domain"])
        #expect(
            try DomainSample(["a.txt": "x"], named: "a.txt").problems().map(\.message) == [
                "the ending of the file says no format"
            ])
        #expect(
            try DomainSample(["a.xml": "<a/>", "b.csv": "x"]).problems().map(\.message) == [
                "the folder holds files of several formats: a.xml, b.csv"
            ])
    }
}
