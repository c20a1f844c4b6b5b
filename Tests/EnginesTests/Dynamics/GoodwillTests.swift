import Numbers
import Support
import Testing

@testable import Engines

@Suite("The price of goodwill, and benchmarks")
struct GoodwillTests {
    @Test("A step of goodwill on a pie: nothing lost where time rules, a third of the pie to an exploiter")
    func pie() throws {
        let play = try AlternatingOffers(
            OfferTable(Bargain.pie()), tactics: [.linear, .linear], rounds: 100)
        let others: [Tactic] = [
            .linear, .boulware, .micro, .titForTat(.absolute), .exploiter(Exploiter()),
        ]
        let first = try play.price(of: .concession(20), by: 0, against: others)
        #expect(first.map { $0.without.utilities[0] } == [50, 27, 50, 50, 50])
        // Who waits for the other to move waits 20 rounds, and then both give one part in each: 80 - 40 = 40.
        #expect(first.map { $0.differences[0] } == [0, 0, -10, -10, 0])
        // After five rounds the step is seen as a step; tit-for-tat repays it, the exploiter hardens.
        let later = try play.price(of: .concession(20), by: 0, against: others, in: 5)
        #expect(later.map { $0.differences[0] } == [0, 0, -7, 0, -32])
        for price in first + later { #expect(price.differences.reduce(0, +) == 0) }
        // A step that is taken back at once.
        let taken = try play.price(of: .concession(20), by: 0, against: [.micro], lasts: false)
        #expect(taken[0].differences == [0, 0])
    }

    @Test("Goodwill on one issue is the best package with it")
    func issue() throws {
        for seed in 1...60 {
            let bargain = Bargain.small(seed: seed, parties: 2, hasReservations: false)
            let all = bargain.all(in: .allowed)
            guard let wanted = all.last?.package else { continue }
            let play = try AlternatingOffers(OfferTable(bargain), tactics: [.boulware, .boulware], rounds: 9)
            let run = try play.run(goodwill: [0: .issue(0, alternative: wanted[0])])
            let best = all.filter { $0.package[0] == wanted[0] }.map { $0.utilities[0] }.max()
            #expect(run.table.utilities(run.moves[0].package)[0] == best, "seed \(seed)")
            #expect(run.moves.allSatisfy { $0.party == 1 || run.demand($0) <= best ?? 0 })
        }
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
