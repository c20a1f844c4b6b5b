import Numbers
import Support
import Testing

@testable import Engines

@Suite("Counts of packages")
struct CountLawTests {
    @Test("Counts of every set, of what a party accepts, and of what it likes better")
    func definition() throws {
        var (sum, none) = (0, 0)
        for seed in 1...400 {
            let bargain = Bargain.small(seed: seed)
            for set in PackageSet.allCases {
                let all = bargain.all(in: set)
                #expect(bargain.count(of: set) == Rational(all.count), "seed \(seed), \(set)")
                sum += all.count
                if all.isEmpty { none += 1 }
                for party in 0..<bargain.parties {
                    let bars = (all.map { $0.utilities[party] } + [0]).sorted()
                    for bar in [bars[0], bars[bars.count / 2], bars[bars.count / 2] + Rational(1, over: 7)] {
                        #expect(
                            bargain.countBetter(than: bar, for: party, over: set)
                                == Rational(all.count { $0.utilities[party] > bar }), "seed \(seed), \(set)")
                    }
                }
            }
            let allowed = bargain.all(in: .allowed)
            for party in 0..<bargain.parties {
                #expect(
                    bargain.countAcceptable(to: party)
                        == Rational(
                            allowed.count {
                                $0.utilities[party] >= bargain.reservations[party] ?? $0.utilities[party]
                            }))
            }
        }
        #expect(sum > 10_000 && none > 10)
    }

    @Test("Larger counts agree with the scan", arguments: 1...4)
    func larger(parties: Int) throws {
        for share in [3, 5, 6] {
            let plain = try Bargain.generated(issues: 5, parties: parties)
            let bargain = try Bargain.generated(
                issues: 5, parties: parties,
                reservations: (0..<parties).map {
                    plain.extreme(of: $0, isLargest: true, over: .allowed)! * Rational(share, over: 10)
                })
            let count = try #require(bargain.count(of: .acceptable))
            #expect(count == Rational(bargain.scannedCount(of: .acceptable)!))
            let estimate = bargain.estimatedCount(of: .acceptable, samples: 20_000)
            #expect(estimate.interval.contains(count) && estimate.interval.contains(estimate.estimate))
            #expect(estimate == bargain.estimatedCount(of: .acceptable, samples: 20_000))
            #expect(estimate.interval.width < Rational(plain.space.size.exactInt!, over: 40))
        }
    }

    @Test("Ten to the fifty packages are counted to the last")
    func huge() throws {
        let issues = 50
        let bargain = try Bargain(
            space: PackageSpace(Array(repeating: 10, count: issues)),
            contributions: [
                (0..<issues).map { _ in (0..<10).map { Rational($0) } },
                (0..<issues).map { _ in (0..<10).map { Rational(-$0) } },
            ],
            reservations: [225, -225])
        #expect(bargain.count(of: .allowed) == Rational(digits: "1", timesTenTo: 50))
        // Digit sums are symmetric about 225: those above are half of what does not hit it.
        let exactly = try #require(bargain.count(of: .acceptable))
        let above = try #require(bargain.countBetter(than: 225, for: 0, over: .allowed))
        #expect(exactly + above + above == bargain.space.size)
        #expect(exactly > 0 && above > exactly)
    }

    @Test("A count whose budget does not last gives no answer")
    func budget() throws {
        let bargain = try Bargain.generated(issues: 8, parties: 4, reservations: [100, 100, 100, 20_000])
        #expect(bargain.count(of: .acceptable, budget: Budget(50)) == nil)
    }

    @Test("What cannot be a bargain is named")
    func problems() {
        let space = PackageSpace([2, 2])
        let table: [[Rational]] = [[1, 2], [3, 4]]
        func problem(
            _ tables: [[[Rational]]], _ terms: [PackageTerm] = [], _ reservations: [Rational?]? = nil
        ) -> BargainProblem? {
            do {
                _ = try Bargain(space: space, contributions: tables, terms: terms, reservations: reservations)
                return nil
            } catch { return error }
        }
        #expect(problem([table]) == nil)
        #expect(problem([]) == .noParty)
        #expect(problem([table, [[1, 2]]]) == .wrongTable(party: 1))
        #expect(problem([table], [], [1, 2]) == .wrongReservations)
        #expect(
            problem([table], [PackageTerm(scope: [2], holds: [true, false], effect: .forbids)])
                == .wrongTerm(0))
        #expect(problem([table], [PackageTerm(scope: [0], holds: [true], effect: .forbids)]) == .wrongTerm(0))
        #expect(
            problem(
                [table],
                [PackageTerm(scope: [0, 0], holds: Array(repeating: true, count: 4), effect: .forbids)])
                == .wrongTerm(0))
        #expect(
            problem([table], [PackageTerm(scope: [0], holds: [true, false], effect: .refused(by: 1))])
                == .wrongTerm(0))
        #expect(
            problem([table], [PackageTerm(scope: [0], holds: [true, false], effect: .adds([1, 1]))])
                == .wrongTerm(0))
        let large = Rational(1 << 59)
        #expect(problem([table, [[large, 0], [large, 0]]]) == .tooLarge(party: 1))
        #expect(
            problem([[[Rational(1, over: 999_999_937), 0], [Rational(1, over: 2_147_483_647), 0]]])
                == .tooLarge(party: 0))
    }

    @Test("Ranks and packages are each other's reverse")
    func ranks() {
        let space = PackageSpace([3, 1, 4, 2])
        var package = [0, 0, 0, 0]
        var rank = 0
        repeat {
            #expect(space.rank(of: package) == Rational(rank) && space.package(at: Rational(rank)) == package)
            rank += 1
        } while space.advance(&package)
        #expect(space.size == Rational(rank))
    }
}
