import CaseFiles
import CaseModel
import Foundation
import Support
import Testing

/// Thousands of damaged files: each is read or refused with a reason, and none ends the program.
@Suite struct DomainFuzzTests {
    private static let web = """
        {"LinearAdditiveUtilitySpace": {"name": "n", "issueUtilities": {"Z": {"DiscreteValueSetUtilities":
        {"valueUtilities": {"5 km": 0.7, "20 km": 1}}}, "Y": {"NumberValueSetUtilities": {"lowValue": 1, "lowUtility": 0,
        "highValue": 3, "highUtility": 1}}}, "issueWeights": {"Y": 0.6, "Z": 0.4}, "reservationBid": {"issuevalues": {"Z": "5 km",
        "Y": 2}}, "domain": {"name": "d", "issuesValues": {"Z": {"values": ["5 km", "20 km"]}, "Y": {"range": {"low": 1,
        "high": 3, "step": 1}}}}}}
        """
    private static let genius = """
        <?xml version="1.0"?><utility_space type="any"><objective index="0" name="r"><objective index="9" name="g">
        <issue index="1" name="A &amp; B"><item index="1" value="x" evaluation="3"/><item index="2" value="y" evaluation="7"/></issue>
        <weight index="1" value="1"/></objective><issue index="2" name="Y" type="integer"><range lowerbound="1" upperbound="9"/>
        <evaluator ftype="triangular" parameter0="1" parameter1="9" parameter2="4"/></issue><weight index="9" value="0.25"/>
        <weight index="2" value="0.75"/></objective><utility maxutility="9"><ufun aggregation="sum"><hyperRectangle utility="2">
        <INCLUDES index="2" min="1" max="3"/></hyperRectangle></ufun></utility><reservation value="0.4"/></utility_space>
        """
    private static let space = """
        name: d
        type: DiscreteCartesianOutcomeSpace
        issues:
        - {name: A, type: CategoricalIssue, values: [x, y]}
        - {name: B, type: ContiguousIssue, values: [1, 3]}
        """
    private static let function = """
        type: ExponentialDiscUFun
        discount: 0.5
        ufun:
          type: LinearAdditiveUtilityFunction
          weights: [1, 0.5]
          values:
          - {type: TableFun, mapping: {x: 1, y: 2}}
          - {type: AffineFun, slope: 2, bias: -1}
          reserved_outcome: [x, 2]
        """
    private static let boxes = """
        type: HyperRectangleUtilityFunction
        outcome_ranges: [{0: x, 1: [1, 2]}, {B: 3}, null]
        utilities: [1, 2, 3]
        reserved_value: 2
        """
    private static let csv =
        "issue,alternative,N,S\nA,\"x \"\"y\"\"\",1,0.2\nA,z,1/3,4e-2\nweight,A,2,3\nreservation,,1,2\n"

    private static let seeds: [DomainSample] = [
        .init(["a.json": web]), .init(["a.xml": genius]), .init(["t.csv": csv]),
        .init(["d.yml": space, "u.yml": function]), .init(["d.yml": space, "u.yml": boxes]),
    ]

    /// Takes bytes out, puts bytes in, repeats pieces.
    private func damaged(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        let signs = Array("<>/&;\"'{}[]:,-0.1e9 \n#!*|x=\u{1}\u{FE}".utf8)
        for _ in 0...random.next(in: 0...4) where !bytes.isEmpty {
            let at = random.next(in: 0...(bytes.count - 1))
            let until = min(bytes.count, at + random.next(in: 1...30))
            switch random.next(in: 0...4) {
            case 0: bytes.removeSubrange(at..<until)
            case 1: bytes.insert(random.pick(signs), at: at)
            case 2: bytes[at] = random.pick(signs)
            case 3: bytes.insert(contentsOf: bytes[at..<until], at: random.next(in: 0...bytes.count))
            default: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: at)
            }
        }
        return bytes
    }

    @Test("Damaged files", arguments: 0..<40)
    func damage(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "junktim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var names: Set<String> = []
        for round in 0..<100 {
            for name in names { try FileManager.default.removeItem(at: folder.appendingPathComponent(name)) }
            let sample = Self.seeds[round % Self.seeds.count]
            names = Set(sample.files.keys)
            for (name, text) in sample.files.sorted(by: { $0.key < $1.key }) {
                try Data(damaged(Array(text.utf8), &random)).write(to: folder.appendingPathComponent(name))
            }
            do throws(CaseError) {
                let theCase = try readPackagesDomain(at: folder.path).case
                #expect(theCase.packages?.parties.isEmpty == false)
                // What was read can be written, or a reason is given.
                _ = try packagesCSV(of: theCase)
            } catch {
                #expect(!error.problems.isEmpty && error.problems.allSatisfy { $0.place.line > 0 })
            }
        }
    }
}

/// Files that are large in one direction: each is refused or read in the time of a breath.
@Suite struct LargeDomainTests {
    private func expect(_ files: [String: String], _ message: String?) throws {
        let messages = try DomainSample(files).problems().filter { $0.severity == .error }.map(\.message)
        #expect(messages.first == message)
    }

    @Test("Many issues, values, parties, elements", .timeLimit(.minutes(2)))
    func many() throws {
        let many = 0..<20_000
        let issues = many.map {
            "<issue index=\"\($0)\" name=\"i\($0)\"><item value=\"x\" evaluation=\"1\"/></issue>"
        }
        let weights = many.map { "<weight index=\"\($0)\" value=\"1\"/>" }
        try expect(
            ["a.xml": "<utility_space><objective>\((issues + weights).joined())</objective></utility_space>"],
            "there are more than 1000 issues")
        let items = many.map { "<item value=\"ж\($0)\" evaluation=\"\($0)\"/>" }
        try expect(
            [
                "a.xml": """
                <utility_space><objective><issue index="1" name="i">\(items.joined())</issue><weight index="1" value="1"/>\
                </objective></utility_space>
                """
            ], "'i' has more than 10000 values")
        try expect(["a.xml": String(repeating: "<a/>", count: 1)], "there is no profile here")
        try expect(
            ["a.xml": "<r>\(String(repeating: "<a/>", count: 200_001))</r>"],
            "the file has more than 200000 elements")
        try expect(
            ["a.csv": "issue,alternative\(many.map { ",p\($0)" }.joined())\n"],
            "there are more than 1000 parties")
        try expect(
            ["a.csv": "issue,alternative,p\n\(many.map { "i,v\($0),1\n" }.joined())"],
            "'i' has more than 10000 values")
        try expect(
            ["a.csv": "issue,alternative,p\n\(many.map { "i\($0),v,1\n" }.joined())"],
            "there are more than 1000 issues")
        try expect(
            ["a.csv": "issue,alternative,p\n\((0..<9_000).map { "i,ж \($0 % 7) ю\($0),1\n" }.joined())"], nil)
    }
}
