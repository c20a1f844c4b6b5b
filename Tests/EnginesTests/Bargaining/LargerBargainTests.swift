import Numbers
import Support
import Testing

@testable import Engines

/// Bargains too large for the definition, small enough for a look at every package.
@Suite("Larger bargains")
struct LargerBargainTests {
    private static func bargain(seed: Int, parties: Int, reach: Int) throws -> Bargain {
        var random = SplitMix64(seed: UInt64(seed))
        let space = PackageSpace([4, 6, 3, 5, 4, 3])
        let contributions = (0..<parties).map { _ in
            space.alternatives.map { count in
                (0..<count).map { _ in Rational(random.next(in: -reach...reach)) }
            }
        }
        let terms = (0..<7).map { _ in
            PackageTerm.random(&random, space, parties: parties, reach: reach)
        }
        let reservations = (0..<parties).map { _ in Rational(random.next(in: -2 * reach...0)) as Rational? }
        return try Bargain(
            space: space, contributions: contributions, terms: terms, reservations: reservations)
    }

    @Test("Many linked issues: points, counts and examples agree with the scan", arguments: 2...5)
    func linked(parties: Int) throws {
        var points = 0
        for seed in 1...12 {
            // Small numbers tie often; large ones fill the word.
            let reach = [4, 300, 1 << 50][seed % 3]
            let bargain = try LargerBargainTests.bargain(seed: seed, parties: parties, reach: reach)
            for set in PackageSet.allCases {
                let scanned = try #require(bargain.scannedFrontier(over: set))
                let frontier = try #require(bargain.frontier(over: set))
                #expect((0..<frontier.count).map { frontier.utilities($0) } == scanned.map(\.utilities))
                #expect(
                    (0..<frontier.count).map { frontier.packages($0) }
                        == scanned.map { Rational($0.packages) })
                #expect((0..<frontier.count).map { frontier.example($0) } == scanned.map(\.example))
                #expect(bargain.count(of: set) == bargain.scannedCount(of: set).map { Rational($0) })
                points += frontier.count
            }
        }
        #expect(points > 150)
    }

    @Test("Fallback bargaining with a guide that is right or wrong agrees with ranks counted one by one")
    func fallback() throws {
        var compared = 0
        for seed in 1...10 {
            let bargain = try LargerBargainTests.bargain(seed: seed, parties: 3, reach: 300)
            let frontier = try #require(bargain.frontier(over: .acceptable))
            guard frontier.count > 0 else { continue }
            var all: [[Rational]] = []
            let scan = PackageScan(BargainQuestion(bargain, .acceptable))
            scan.run { sum in all.append((0..<3).map { Rational(sum[$0], over: bargain.units.scales[$0]) }) }
            let sorted = (0..<3).map { party in all.map { $0[party] }.sorted() }
            let depths = (0..<frontier.count).map { point in
                (0..<3).map { party in
                    let utility = frontier.utility(point, of: party)
                    return 1 + sorted[party].count - (sorted[party].lastIndex { $0 <= utility }! + 1)
                }.max()!
            }
            let solution = try #require(bargain.fallback(on: frontier))
            #expect(solution.depth == Rational(depths.min()!), "seed \(seed)")
            #expect(solution.points == depths.indices.filter { depths[$0] == depths.min()! }, "seed \(seed)")
            compared += 1
            #expect(bargain.fallback(on: frontier, budget: Budget(3))?.points == nil)
        }
        #expect(compared > 4)
    }

    @Test("A coarse frontier keeps its word where it is much smaller than the exact one")
    func coarse() throws {
        let bargain = try Bargain.generated(issues: 6, parties: 4)
        let (exact, coarse) = (
            try #require(bargain.frontier()), try #require(bargain.coarseFrontier(cap: 60))
        )
        #expect(coarse.count <= 60 && exact.count > 600)
        let points = (0..<coarse.count).map { coarse.utilities($0) }
        for point in 0..<exact.count {
            let target = zip(exact.utilities(point), coarse.epsilon).map { $0 - $1 }
            #expect(points.contains { zip($0, target).allSatisfy { $0 >= $1 } })
        }
        let spread = zip(exact.bestOfEach, coarse.epsilon).map { $1 / $0 }
        #expect(spread.allSatisfy { $0 > 0 && $0 < Rational(1, over: 4) })
    }
}

@Suite("Bargains that are too entangled")
struct EntangledBargainTests {
    @Test("Forty random linkages over twenty issues end within the budget, with or without an answer")
    func ends() throws {
        var random = SplitMix64(seed: 4)
        let space = PackageSpace(Array(repeating: 6, count: 20))
        let terms = (0..<40).map { _ in
            let first = random.next(in: 0...19)
            let scope = [
                first, (first + random.next(in: 1...9)) % 20, (first + random.next(in: 10...19)) % 20,
            ]
            return PackageTerm(scope: scope, in: space, effect: .forbids) { _ in random.next(in: 0...5) == 0 }
        }
        let table = space.alternatives.map { count in
            (0..<count).map { _ in Rational(random.next(in: 0...99)) }
        }
        let bargain = try Bargain(
            space: space, contributions: [table, table.map { $0.reversed() }], terms: terms,
            reservations: [900, nil])
        #expect(bargain.frontier(budget: Budget(300_000))?.count == nil)
        #expect(bargain.coarseFrontier(budget: Budget(300_000))?.count == nil)
        #expect(bargain.count(of: .allowed, budget: Budget(300_000)) == nil)
        let estimate = bargain.estimatedCount(of: .allowed, samples: 5000)
        #expect(estimate.interval.low <= estimate.estimate && estimate.interval.high < space.size)
    }
}
