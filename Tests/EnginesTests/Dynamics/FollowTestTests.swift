import Numbers
import Support
import Testing

@testable import Engines

@Suite("Do demands harden after concessions")
struct FollowTestTests {
    @Test("Fisher's lady tasting tea: eight cups, all right 1 in 70, three or more 17 in 70")
    func tea() {
        let right = FollowTest(window: 1, kindAfter: 4, kindOtherwise: 0, othersAfter: 0, othersOtherwise: 4)
        #expect(right.atLeast == Rational(1, over: 70))
        let three = FollowTest(window: 1, kindAfter: 3, kindOtherwise: 1, othersAfter: 1, othersOtherwise: 3)
        #expect(three.atLeast == Rational(17, over: 70))
        #expect(three.atMost == Rational(69, over: 70))
        #expect(three.distribution.map { $0 * 70 } == [1, 16, 36, 16, 1])
    }

    private func random(_ seed: Int) -> (moves: [DatedMove], events: [ClosedRange<Int>]) {
        var random = SplitMix64(seed: UInt64(seed) &* 13)
        func days() -> ClosedRange<Int> {
            let first = random.next(in: 0...100)
            return first...first + random.pick([0, 0, 0, 5])
        }
        let moves = (0..<random.next(in: 0...9)).map { _ in
            DatedMove(random.pick(MoveKind.allCases), days())
        }
        return (moves, (0..<random.next(in: 0...4)).map { _ in days() })
    }

    @Test("The exact share is the one found by dealing out all labels, and shuffles come near")
    func permutations() {
        var shuffled = 0
        for seed in 1...150 {
            let (moves, events) = random(seed)
            let test = FollowTest(.harder, among: moves, after: events, window: 20)
            #expect(test.distribution.reduce(0, +) == 1)
            #expect(test.atLeast + test.atMost == 1 + test.distribution[test.kindAfter])
            // Every choice of as many moves as are hard.
            let hard = moves.count { $0.kind == .harder }
            var (all, more) = (0, 0)
            for choice in 0..<1 << moves.count where choice.nonzeroBitCount == hard {
                let dealt = moves.enumerated().map {
                    DatedMove(choice >> $0.offset & 1 == 1 ? .harder : .same, $0.element.days)
                }
                all += 1
                let hits = FollowTest(.harder, among: dealt, after: events, window: 20).kindAfter
                more += hits >= test.kindAfter ? 1 : 0
            }
            #expect(test.atLeast == Rational(more, over: all), "seed \(seed)")
            guard seed <= 5 else { continue }
            // A second opinion by shuffling with another source of chance.
            let philox = Philox(seed: UInt64(seed))
            var hits = 0
            for sample in 0..<4_000 {
                var kinds = moves.map(\.kind)
                for place in kinds.indices.dropLast() {
                    kinds.swapAt(
                        place,
                        place
                            + philox.index(
                                below: kinds.count - place, sample: UInt64(sample), dimension: place,
                                stream: .permutationTest))
                }
                let dealt = zip(kinds, moves).map { DatedMove($0, $1.days) }
                let other = FollowTest(.harder, among: dealt, after: events, window: 20)
                hits += other.kindAfter >= test.kindAfter ? 1 : 0
            }
            #expect(abs(Double(hits) / 4_000 - Double(test.atLeast)) < 0.04)
            shuffled += test.atLeast < 1 ? 1 : 0
        }
        #expect(shuffled > 0)
    }

    @Test("Windows, dates that are not exact, and the other direction")
    func readings() {
        let moves = [
            DatedMove(.harder, day: 10), DatedMove(.softer, day: 20), DatedMove(.harder, 30...36),
            DatedMove(.same, day: 40),
        ]
        let events = [9...9, 33...34]
        func counts(_ kind: MoveKind, _ window: Int, _ reading: DateReading = .certain) -> [Int] {
            let test = FollowTest(kind, among: moves, after: events, window: window, reading: reading)
            return [test.kindAfter, test.kindOtherwise, test.othersAfter, test.othersOtherwise]
        }
        #expect(counts(.harder, 1) == [1, 1, 0, 2])
        // A move between 30 and 36 may or may not come after 33 or 34.
        #expect(counts(.harder, 7) == [1, 1, 1, 1])
        #expect(counts(.harder, 7, .possible) == [2, 0, 1, 1])
        #expect(counts(.softer, 11) == [1, 0, 2, 1])
        #expect(counts(.harder, 0) == [0, 2, 0, 2])
        // From the ninth on, 27 days cover the third move however it is read.
        #expect(counts(.harder, 27) == [2, 0, 2, 0])
        let windows = FollowTest.overWindows([1, 7, 27], .harder, among: moves, after: events)
        #expect(windows.map(\.kindAfter) == [1, 1, 2])
        let extreme = FollowTest(
            .harder, among: [DatedMove(.harder, .max ... .max)], after: [.min ... .min], window: 5)
        #expect(extreme.kindAfter == 0 && extreme.atLeast == 1)
    }
}
