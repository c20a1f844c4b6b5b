import Numbers
import Support
import Testing

@testable import Engines

@Suite("The price of goodwill, and benchmarks")
struct GoodwillTests {
    @Test("On a pie a step of goodwill")
    func pie() throws {
        let play = try AlternatingOffers(
            OfferTable(Bargain.pie()), tactics: [.linear, .linear], rounds: 100)
        for threshold in [20, 10, 5] {
        let exploiter = Tactic.exploiter(Exploiter(threshold: Rational(1, over: threshold)))
        for round in [0, 5] { for lasts in [true, false] {
        let prices = try play.price(
            of: .concession(20), by: 0, against: [.linear, .boulware, .micro, .titForTat(.absolute), .titForTat(.relative), exploiter], in: round, lasts: lasts)
        for price in prices { print("P", threshold, round, lasts, price.without.utilities, price.with.utilities, price.without.lastRound, price.with.lastRound) }
        }}}
    }

    @Test("The shares of patient parties: Rubinstein's formula, and the last round's pull fades")
    func rubinstein() throws {
        let even = try #require(DivisibleSurplus(discounts: [Rational(9, over: 10), Rational(9, over: 10)]))
        #expect(even.share == Rational(10, over: 19))
        #expect(even.share(rounds: 1) == 1)
        #expect(even.share(rounds: 2) == Rational(1, over: 10))
        for seed in 1...50 {
            var random = SplitMix64(seed: UInt64(seed))
            let discounts = (0..<2).map { _ in Rational(random.next(in: 0...19), over: 20) }
            let game = try #require(DivisibleSurplus(discounts: discounts))
            let share = try #require(game.share)
            // Stationarity: the share leaves the other exactly what it would get as first speaker, discounted.
            let other = try #require(DivisibleSurplus(discounts: discounts.reversed())?.share)
            #expect(1 - share == discounts[1] * other)
            for rounds in 1...24 {
                let gap = (game.share(rounds: rounds) - share).magnitude
                #expect(gap <= power(discounts[0] * discounts[1], rounds / 2))
            }
        }
        #expect(DivisibleSurplus(discounts: [1, 1])?.share == nil)
        #expect(DivisibleSurplus(discounts: [2, 1]) == nil)
    }
}
