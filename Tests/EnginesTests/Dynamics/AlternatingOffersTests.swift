import Numbers
import Support
import Testing

@testable import Engines

extension Bargain {
    /// A hundred parts of one thing: the first party's share is the alternative.
    static func pie(_ parts: Int = 100, reservations: [Rational?]? = nil) throws -> Bargain {
        let shares = (0...parts).map { Rational($0) }
        return try Bargain(
            space: PackageSpace([parts + 1]), contributions: [[shares], [shares.reversed()]],
            reservations: reservations)
    }
}

@Suite("Alternating offers")
struct AlternatingOffersTests {
    static func tactic(_ random: inout SplitMix64) -> Tactic {
        switch random.next(in: 0...7) {
        case 0: .boulware
        case 1: .conceder
        case 2:
            .timeDependent(
                TimeTactic(
                    exponent: Rational(random.next(in: 1...5), over: random.next(in: 1...5)),
                    firstStep: Rational(random.next(in: 0...4), over: 4)))
        case 3: .titForTat(.absolute)
        case 4: .titForTat(.relative)
        case 5: .titForTat(.averaged(window: random.next(in: 1...3)))
        case 6:
            .exploiter(
                Exploiter(
                    exponent: random.pick([1, 2]), window: random.next(in: 1...3),
                    threshold: Rational(random.next(in: 0...2), over: 10)))
        default: .micro
        }
    }

    @Test("Every move is the one that the plain words give")
    func definition() throws {
        var (agreed, not, ended, ties) = (0, 0, 0, 0)
        for seed in 1...400 {
            var random = SplitMix64(seed: UInt64(seed) &+ 4_000)
            let bargain = Bargain.small(seed: seed, parties: 2 + (seed % 5) / 3)
            if bargain.all(in: .allowed).isEmpty || bargain.space.size > 200 { continue }
            let tactics = (0..<bargain.parties).map { _ in AlternatingOffersTests.tactic(&random) }
            let rounds = random.next(in: 1...20)
            let run = try AlternatingOffers(OfferTable(bargain), tactics: tactics, rounds: rounds).run()
            var plain = PlainNegotiation(bargain, tactics, rounds: rounds)
            let expected = plain.run()
            #expect(run.moves.count == expected.moves.count, "seed \(seed), \(tactics)")
            for (move, other) in zip(run.moves, expected.moves) {
                #expect(move.party == other.0 && move.act == other.1, "seed \(seed), \(tactics)")
                #expect(move.act == .end || run.table.package(move.package) == other.2, "seed \(seed)")
                #expect(run.demand(move) == other.3, "seed \(seed), \(tactics)")
            }
            #expect(run.agreement.map { run.table.package($0) } == expected.agreement)
            if let agreement = run.agreement {
                agreed += 1
                for (utility, reservation) in zip(run.table.utilities(agreement), bargain.reservations) {
                    #expect(reservation.map { utility >= $0 } ?? true)
                }
                #expect(run.utilities == run.table.utilities(agreement))
            } else if run.moves.last?.act == .end {
                ended += 1
            } else {
                not += 1
            }
            ties += Set(run.table.sorted[0]).count < run.table.count ? 1 : 0
        }
        #expect(agreed > 80 && not > 40 && ended > 5 && ties > 80)
    }

    @Test("Two who concede step by step meet in the middle of a pie")
    func micro() throws {
        let play = try AlternatingOffers(OfferTable(Bargain.pie()), tactics: [.micro, .micro], rounds: 200)
        let run = try play.run()
        // 100, 0, 99, 1, 98, 2, …: after 51 offers the first asks for 50, which the second would ask for next.
        #expect(run.utilities == [50, 50])
        #expect(run.offers == 101)
        let linear = try AlternatingOffers(
            OfferTable(Bargain.pie()), tactics: [.linear, .linear], rounds: 100
        ).run()
        #expect(linear.utilities == [50, 50] && linear.lastRound == 50)
    }

    @Test("MiCRO on generated domains as negmas 0.16.0 plays it", arguments: [3, 4, 5])
    func microOfOthers(issues: Int) throws {
        let table = try OfferTable(Bargain.generated(issues: issues, parties: 2))
        let run = try AlternatingOffers(table, tactics: [.micro, .micro], rounds: 1_000).run()
        let known = [3: [2, 3, 2], 4: [8, 8, 8, 5], 5: [4, 2, 0, 2, 1]]
        #expect(run.agreement.map { table.package($0) } == known[issues])
        #expect(run.offers == [3: 190, 4: 572, 5: 1_523][issues])
    }

    @Test("A level's decision does not hang on floating point")
    func levels() {
        var (doubtful, ties) = (0, 0)
        for seed in 1...3_000 {
            var random = SplitMix64(seed: UInt64(seed))
            let curve = AspirationCurve(
                best: random.pick([100, 1 << 20, 1 << 58]), least: random.pick([0, -7, 64]),
                firstStep: Rational(random.next(in: 0...3), over: 8),
                exponent: (random.next(in: 1...4), random.next(in: 1...4)),
                rounds: random.pick([16, 64, 100]))
            let round = random.next(in: 0...(curve.rounds - 1))
            let level = curve.level(round: round)
            var (low, high) = (curve.least, curve.best)
            while low < high {
                let middle = low + (high - low) / 2
                if curve.isReached(by: middle, round: round) { high = middle } else { low = middle + 1 }
            }
            for utility in [low - 1, low, low + 1] {
                #expect(level.isReached(by: utility) == (utility >= low), "seed \(seed)")
            }
            if level.never < low, low < level.surely { doubtful += 1 }
            let range = Rational(curve.best - curve.least)
            let share = (Rational(curve.best - low) / range - curve.firstStep) / (1 - curve.firstStep)
            if power(share, curve.exponent.top)
                == power(Rational(round, over: curve.rounds), curve.exponent.bottom)
            {
                ties += 1
            }
        }
        #expect(doubtful > 100 && ties > 100)
    }

    @Test("What cannot be played is refused")
    func problems() throws {
        let pie = try Bargain.pie()
        #expect(throws: OfferProblem.tooManyPackages(limit: 100)) { try OfferTable(pie, limit: 100) }
        let table = try OfferTable(pie)
        #expect(throws: OfferProblem.wrongTactics) {
            try AlternatingOffers(table, tactics: [.micro], rounds: 5)
        }
        #expect(throws: OfferProblem.wrongRounds) {
            try AlternatingOffers(table, tactics: [.micro, .micro], rounds: 0)
        }
        let tooFine = Tactic.timeDependent(TimeTactic(exponent: Rational(1, over: 2_000)))
        #expect(throws: OfferProblem.wrongNumbers(party: 1)) {
            try AlternatingOffers(table, tactics: [.micro, tooFine], rounds: 5)
        }
        let play = try AlternatingOffers(table, tactics: [.micro, .micro], rounds: 5)
        #expect(throws: OfferProblem.unknownMove) { try play.run(goodwill: [0: .package([101])]) }
        #expect(throws: OfferProblem.unknownMove) { try play.run(goodwill: [2: .concession(1)]) }
    }
}
