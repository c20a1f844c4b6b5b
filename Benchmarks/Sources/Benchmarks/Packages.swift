import CaseFiles
import CaseModel
import Engines
import Findings
import Numbers

extension Benchmarks {
    /// Packages by the generator of the known frontiers, linked ones, boxes, and the whole agenda of the case.
    static func packages(_ folder: String) throws {
        for (issues, parties, target) in [
            (6, 2, "1 000 times negmas"), (6, 4, "1 000 times negmas"), (12, 2, "under 5 ms"),
            (12, 3, "under 100 ms"), (12, 4, "under 10 s"),
        ] {
            let bargain = try generated(issues: issues, parties: parties)
            row(
                "frontier of 10^\(issues) × \(parties)", target: target,
                try times(9) {
                    guard bargain.frontier(budget: Budget(1_000_000_000)) != nil else { throw Failed() }
                })
        }
        let coarse = try generated(issues: 12, parties: 4)
        row(
            "frontier of 10^12 × 4 within a proven bound", target: "under 1 s",
            try times(5) { guard coarse.coarseFrontier() != nil else { throw Failed() } })
        let linked = try generated(issues: 8, parties: 2, terms: linkages)
        row(
            "frontier of 10^8 × 2 with ten linkages of width 3", target: "under 1 s",
            try times(5) { guard linked.frontier(budget: Budget(500_000_000)) != nil else { throw Failed() } }
        )
        let boxes = try boxed()
        row(
            "frontier of 10^6 × 2, utilities of 30 boxes", target: "50 times negmas",
            try times(5) { guard boxes.scannedFrontier() != nil else { throw Failed() } })
        let view = View(try readCase(in: folder).case, from: Viewpoint(perspective: "s000"))
        var choices = PackagesFinding.Choices()
        choices.issues = .all
        row(
            "all issues of the case, one perspective, every answer", target: "under 2 s",
            try times(5) { blackHole(try PackagesFinding(of: view, choices)) })
    }

    /// The generator's domain: ten alternatives per issue, contributions in whole numbers.
    private static func generated(
        issues: Int, parties: Int, terms: [PackageTerm] = []
    ) throws -> Bargain {
        var random = SplitMix64(state: UInt64(20_260_101 + 10 * issues + parties))
        func below(_ bound: Int) -> Int { Int((random.next() >> 33) % UInt64(bound)) }
        let tables = (0..<parties).map { _ -> [[Rational]] in
            let weights = (0..<issues).map { _ in 1 + below(10) }
            return weights.map { weight in (0..<10).map { _ in Rational(weight * below(1001)) } }
        }
        return try Bargain(
            space: PackageSpace(Array(repeating: 10, count: issues)), contributions: tables, terms: terms)
    }

    /// Ten linkages of three of eight issues each: if the first is in one half, the others must be in theirs.
    private static var linkages: [PackageTerm] {
        var random = SplitMix64(state: 9)
        let space = PackageSpace(Array(repeating: 10, count: 8))
        return (0..<10).map { _ in
            let (scope, halves) = box(of: 8, &random)
            return PackageTerm(scope: scope, in: space, effect: .forbids) { choices in
                halves[0].contains(choices[0]) && !(1..<3).allSatisfy { halves[$0].contains(choices[$0]) }
            }
        }
    }

    private static func boxed() throws -> Bargain {
        var random = SplitMix64(state: 9)
        let space = PackageSpace(Array(repeating: 10, count: 6))
        let terms = (0..<30).map { _ in
            let (scope, halves) = box(of: 6, &random)
            let worths = (0..<2).map { _ in Rational(Int(random.next() % 3_001)) }
            return PackageTerm(
                box: zip(scope, halves).map { (issue: $0.0, alternatives: $0.1) }, in: space,
                effect: .adds(worths))
        }
        let nothing = Array(repeating: Array(repeating: Rational.zero, count: 10), count: 6)
        return try Bargain(space: space, contributions: [nothing, nothing], terms: terms)
    }

    /// Three issues, and about half of the alternatives of each.
    private static func box(of issues: Int, _ random: inout SplitMix64) -> (scope: [Int], halves: [Set<Int>])
    {
        var left = Array(0..<issues)
        let scope = (0..<3).map { _ in left.remove(at: Int(random.next() % UInt64(left.count))) }
        let halves = scope.map { _ in Set((0..<10).filter { _ in random.next() % 2 == 0 }) }
        return (scope, halves)
    }
}
