import Numbers
import Support
import Testing

@testable import Engines

@Suite("Adjusted winner")
struct AdjustedWinnerTests {
    private static func random(seed: Int, items: Int, sum: Int) -> AdjustedWinner {
        var random = SplitMix64(seed: UInt64(seed))
        let points = (0..<2).map { _ in
            var told = (0..<items).map { _ in 0 }
            for _ in 0..<sum { told[random.next(in: 0...(items - 1))] += 1 }
            return told.map { Rational($0) }
        }
        return AdjustedWinner(points: points)
    }

    @Test("Equitable, envy-free, efficient, and at most one item is split")
    func theorem() {
        for seed in 1...400 {
            let division = AdjustedWinnerTests.random(seed: seed, items: 2 + seed % 6, sum: 20)
            let totals = division.totals()
            #expect(totals[0] == totals[1], "seed \(seed)")
            #expect(totals[0] >= 10, "half of one's own points leaves no envy")
            #expect(division.shares.count { $0 != 0 && $0 != 1 } <= 1)
            #expect(division.shares.allSatisfy { (0...1).contains($0) })
            // No whole or halved division gives both more.
            let items = division.shares.count
            for code in 0..<pow(3, items) {
                var (rest, gains) = (code, [Rational.zero, .zero])
                for item in 0..<items {
                    let share = Rational(rest % 3, over: 2)
                    gains[0] += share * division.points[0][item]
                    gains[1] += (1 - share) * division.points[1][item]
                    rest /= 3
                }
                #expect(!(gains[0] >= totals[0] && gains[1] >= totals[1] && gains != totals), "seed \(seed)")
            }
        }
    }

    @Test("The search for a misreport finds the best where all can be tried")
    func misreports() throws {
        var helped = 0
        for seed in 1...25 {
            let division = AdjustedWinnerTests.random(seed: seed, items: 3, sum: 12)
            for party in 0...1 {
                let (all, isProven) = try #require(division.bestMisreport(of: party))
                let (climbed, isNot) = try #require(division.bestMisreport(of: party, exhaustive: 0))
                #expect(isProven && !isNot)
                #expect(climbed.worth <= all.worth && climbed.worth >= all.honest)
                #expect(all.told.reduce(0, +) == 12)
                var stated = division.points
                stated[party] = all.told.map { Rational($0) }
                var mine = stated
                mine[party] = division.points[party]
                #expect(AdjustedWinner(points: stated).totals(by: mine)[party] == all.worth)
                if all.worth > all.honest { helped += 1 }
            }
        }
        #expect(helped > 20)
    }

    @Test("Fractions of points have no whole misreport")
    func fractions() {
        let division = AdjustedWinner(points: [[Rational(1, over: 2), 1], [1, Rational(1, over: 2)]])
        #expect(division.totals() == [1, 1])
        #expect(division.bestMisreport(of: 0)?.best == nil)
    }

    private func pow(_ base: Int, _ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in power * base }
    }
}
