import Numbers
import Support
import Testing

@testable import Engines

@Suite("Frontiers against their definition")
struct FrontierLawTests {
    @Test("Points, counts, first examples and all packages of every set", arguments: PackageSet.allCases)
    func definition(set: PackageSet) throws {
        var (points, shared, empty) = (0, 0, 0)
        for seed in 1...500 {
            let bargain = Bargain.small(seed: seed)
            let expected = bargain.definedFrontier(of: set)
            let frontier = try #require(bargain.frontier(over: set), "seed \(seed)")
            #expect(frontier.count == expected.count, "seed \(seed)")
            guard frontier.count == expected.count else { continue }
            for (point, truth) in expected.enumerated() {
                #expect(frontier.utilities(point) == truth.utilities, "seed \(seed)")
                #expect(frontier.packages(point) == Rational(truth.packages.count), "seed \(seed)")
                #expect(frontier.example(point) == truth.packages[0], "seed \(seed)")
                #expect(frontier.packages(at: point, limit: 5) == Array(truth.packages.prefix(5)))
                #expect(frontier.packages(at: point, limit: .max) == truth.packages, "seed \(seed)")
            }
            points += expected.count
            shared += expected.count { $0.packages.count > 1 }
            if expected.isEmpty { empty += 1 }
        }
        #expect(points > 600 && shared > 40 && empty > 0)
    }

    @Test("The scan agrees with the definition")
    func scan() throws {
        for seed in 1...300 {
            let bargain = Bargain.small(seed: seed)
            for set in PackageSet.allCases {
                let expected = bargain.definedFrontier(of: set)
                let scanned = try #require(bargain.scannedFrontier(over: set))
                #expect(scanned.map(\.utilities) == expected.map(\.utilities), "seed \(seed)")
                #expect(scanned.map(\.packages) == expected.map(\.packages.count), "seed \(seed)")
                #expect(scanned.map(\.example) == expected.map { $0.packages[0] }, "seed \(seed)")
                #expect(bargain.scannedCount(of: set) == bargain.all(in: set).count)
            }
        }
    }

    @Test("Four to six parties: the divided comparison agrees with the scan", arguments: 3...6)
    func manyParties(parties: Int) throws {
        for seed in 1...6 {
            var random = SplitMix64(seed: UInt64(seed * 100 + parties))
            let reach = seed.isMultiple(of: 2) ? 6 : 1000
            let space = PackageSpace([5, 5, 5, 4])
            let bargain = try Bargain(
                space: space,
                contributions: (0..<parties).map { _ in
                    space.alternatives.map { count in
                        (0..<count).map { _ in Rational(random.next(in: 0...reach)) }
                    }
                })
            let frontier = try #require(bargain.frontier())
            let scanned = try #require(bargain.scannedFrontier())
            #expect((0..<frontier.count).map { frontier.utilities($0) } == scanned.map(\.utilities))
            #expect((0..<frontier.count).map { frontier.example($0) } == scanned.map(\.example))
        }
    }

    @Test("Spaces beyond one and two machine words give the points of a small one")
    func wideCounts() throws {
        for (issues, power) in [(20, 14), (70, 52), (140, 122)] {
            // Issues that bring nothing multiply the counts and nothing else.
            let idle = issues - 6
            let small = Bargain.small(seed: 12, parties: 2, terms: 0, hasReservations: false)
            let bargain = try Bargain(
                space: PackageSpace(small.space.alternatives + Array(repeating: 10, count: idle)),
                contributions: small.contributions.map {
                    $0 + Array(repeating: Array(repeating: 0, count: 10), count: idle)
                })
            let (wide, narrow) = (try #require(bargain.frontier()), try #require(small.frontier()))
            #expect(wide.count == narrow.count && idle >= power)
            for point in 0..<min(wide.count, narrow.count) {
                #expect(wide.utilities(point) == narrow.utilities(point))
                #expect(
                    wide.packages(point) == narrow.packages(point) * Rational(digits: "1", timesTenTo: idle))
                #expect(wide.example(point) == narrow.example(point) + Array(repeating: 0, count: idle))
                #expect(wide.packages(at: point, limit: 2).last?.last == 1)
            }
        }
    }

    @Test("A budget that does not last and a watch that is stopped give no answer")
    func noAnswer() throws {
        let bargain = try Bargain.generated(issues: 6, parties: 4)
        #expect(bargain.frontier(budget: Budget(100))?.count == nil)
        let watch = Watch()
        watch.stop()
        #expect(bargain.frontier(watch: watch)?.count == nil)
        #expect(bargain.coarseFrontier(watch: watch)?.count == nil)
    }

    @Test("A coarse frontier covers every package up to its bound")
    func coarse() throws {
        var (coarser, exact) = (0, 0)
        for seed in 1...300 {
            let bargain = Bargain.small(seed: seed)
            for cap in [1, 3, 10] {
                let coarse = try #require(bargain.coarseFrontier(cap: cap), "seed \(seed)")
                let all = bargain.all(in: .allowed)
                let points = (0..<coarse.count).map { coarse.utilities($0) }
                for (package, utilities) in all {
                    #expect(
                        points.contains { point in
                            zip(zip(point, utilities), coarse.epsilon).allSatisfy { $0.0 >= $0.1 - $1 }
                        }, "seed \(seed), \(package)")
                }
                for point in 0..<coarse.count {
                    #expect(bargain.utilities(of: coarse.example(point)) == points[point], "seed \(seed)")
                }
                if coarse.epsilon.contains(where: { $0 > 0 }) { coarser += 1 } else { exact += 1 }
                #expect(coarse.epsilon.contains { $0 > 0 } || coarse.count == bargain.frontier()?.count)
            }
        }
        #expect(coarser > 100 && exact > 100)
    }
}
