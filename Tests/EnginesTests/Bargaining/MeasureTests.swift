import Numbers
import Support
import Testing

@testable import Engines

@Suite("Measures of a bargain")
struct MeasureTests {
    /// One issue, thing by thing: who gets it. Shares of points are utilities.
    private static func division() throws -> Bargain {
        try Bargain(
            space: PackageSpace([2, 2]), contributions: [[[6, 0], [4, 0]], [[0, 3], [0, 7]]],
            reservations: [0, 0])
    }

    @Test("By hand: two things, of which each party gets the one that it values more")
    func byHand() throws {
        let bargain = try Self.division()
        let frontier = try #require(bargain.frontier(over: .allowed))
        // (10, 0), (6, 7), (0, 10): the steps are 10 · 0, 6 · 7 and 0 · 10.
        #expect(frontier.count == 3)
        #expect(frontier.hypervolume(over: [0, 0]) == 42)
        #expect(frontier.hypervolume(over: [6, 0]) == 0)
        let scale = try #require(bargain.scale(over: .allowed))
        #expect(scale == PackageScale(worst: [0, 0], best: [10, 10]))
        let nearest = try #require(frontier.opposition(on: scale))
        #expect(frontier.utilities(nearest.point) == [6, 7])
        #expect(nearest.squared == Rational(16 + 9, over: 100))
        #expect(scale.regrets([6, 7]) == [4, 3])
        // Six pairs of four packages: only (4, 3) against (6, 7) is no quarrel.
        let pairs = bargain.rankAgreement(over: .allowed)
        #expect(pairs == RankAgreement(pairs: 6, opposed: 5, alike: 1, isExact: true))
        // With the other's thing the first would have 4 instead of 6; each has its own.
        #expect(bargain.envy([0, 1]) == [[0, 0], [0, 0]])
        #expect(bargain.envy([1, 0]) == [[0, Rational(1, over: 5)], [Rational(2, over: 5), 0]])
    }

    @Test("The middle of every issue by itself: the least share as large as can be")
    func compromise() throws {
        let bargain = try Bargain(
            space: PackageSpace([3, 2, 3]),
            contributions: [[[8, 4, 0], [1, 0], [0, 9, 9]], [[0, 5, 6], [0, 0], [7, 7, 0]]])
        // Half against five sixths; nobody else cares; both have their best.
        #expect(bargain.issueByIssueCompromise == [1, 0, 1])
    }

    @Test("Volume: as many unit cells as some point covers")
    func volume() throws {
        var positive = 0
        for seed in 1...200 {
            let made = Bargain.small(seed: seed, parties: 2 + seed % 3)
            let frontier = try #require(made.frontier(over: .allowed))
            let reference = (0..<made.parties).map { Rational($0 - 1) }
            let volume = try #require(frontier.hypervolume(over: reference))
            // Inclusion and exclusion over all sets of points, where they are few.
            guard (1...9).contains(frontier.count) else { continue }
            var sum = Rational.zero
            for code in 1..<(1 << frontier.count) {
                let chosen = (0..<frontier.count).filter { code >> $0 & 1 == 1 }
                let box = (0..<made.parties).map { party in
                    max(0, chosen.map { frontier.utility($0, of: party) }.min()! - reference[party])
                }.reduce(Rational.one, *)
                sum += chosen.count.isMultiple(of: 2) ? -box : box
            }
            #expect(volume == sum, "seed \(seed)")
            if volume > 0 { positive += 1 }
        }
        #expect(positive > 50, "\(positive)")
        let large = try Bargain.generated(issues: 6, parties: 4)
        let whole = try #require(large.frontier(over: .allowed))
        #expect(whole.hypervolume(over: [0, 0, 0, 0], budget: Budget(1_000)) == nil)
    }

    @Test("The nearest points of two frontiers are those of all pairs")
    func nearest() throws {
        for seed in 1...120 {
            let made = Bargain.small(seed: seed, parties: 2 + seed % 3)
            let (one, other) = (made.frontier(over: .allowed), made.frontier(over: .feasible))
            guard let one, let other, let scale = made.scale(over: .feasible), one.count > 0 else { continue }
            let found = try #require(one.nearest(to: other, on: scale))
            let all = (0..<one.count).flatMap { point in
                (0..<other.count).map { scale.squaredDistance(one.utilities(point), other.utilities($0)) }
            }
            #expect(found.squared == all.min(), "seed \(seed)")
            #expect(
                scale.squaredDistance(one.utilities(found.point), other.utilities(found.other))
                    == found.squared)
            #expect(one.nearest(to: other, on: scale, limit: 0) == nil)
        }
    }

    @Test("Pairs drawn tell about as much as all pairs")
    func samples() {
        var compared = 0
        for seed in 1...40 {
            let made = Bargain.small(seed: seed, parties: 2)
            guard made.space.size >= 12, made.space.size <= 600 else { continue }
            let all = made.rankAgreement(over: .feasible)
            let drawn = made.rankAgreement(over: .feasible, exhaustive: 0, seed: UInt64(seed))
            guard drawn.pairs > 10_000 else { continue }
            #expect(all.isExact && !drawn.isExact)
            // Drawn with replacement, so a pair of one package with itself counts among the drawn.
            let same = 1 / Double(all.pairs).squareRoot()
            #expect(abs(Double(all.shares.opposed) - Double(drawn.shares.opposed)) < 0.03 + same)
            compared += 1
        }
        #expect(compared > 10, "\(compared)")
    }

    @Test("Nobody envies who has the best of everything, and who envies all would swap")
    func envy() {
        for seed in 1...150 {
            let made = Bargain.small(seed: seed, parties: 2, terms: 0)
            for (package, utilities) in made.all(in: .feasible).prefix(40) {
                let envy = made.envy(package)
                for party in 0...1 {
                    let best = made.contributions[party].reduce(Rational.zero) { $0 + $1.max()! }
                    if utilities[party] == best { #expect(envy[party] == [0, 0]) }
                    // Never more than what is missing to the best.
                    let stakes = made.contributions[party].reduce(Rational.zero) {
                        $0 + $1.max()! - $1.min()!
                    }
                    #expect(envy[party][1 - party] * stakes <= best - utilities[party])
                    #expect(envy[party][party] == 0)
                }
            }
        }
    }
}
