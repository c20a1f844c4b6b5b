import Support
import Testing

@testable import Numbers

@Suite struct IntervalTests {
    @Test("Interval arithmetic holds every result, and its ends are reached")
    func enclosure() {
        for seed in 0..<500 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let (a, b) = (interval(&random), interval(&random))
            let points = { (i: Interval) in [i.low, i.midpoint, i.high] }
            for x in points(a) {
                for y in points(b) {
                    #expect((a + b).contains(x + y) && (a - b).contains(x - y) && (a * b).contains(x * y))
                    #expect(a.distance(to: b).contains((x - y).magnitude), "seed \(seed)")
                    if let quotient = a / b { #expect(quotient.contains(x / y)) }
                }
            }
            #expect(a.hull(b).contains(a) && a.hull(b).contains(b))
            #expect(a.overlaps(b) == (a.distance(to: b).low == 0))
        }
        #expect(Interval(1, 2) / Interval(-1, 1) == nil)
        #expect(Interval(-1, 2) * Interval(-3, 4) == Interval(-6, 8))
    }

    private func interval(_ random: inout SplitMix64) -> Interval {
        let ends = [random.next(in: -50...50), random.next(in: -50...50)].sorted()
        return Interval(Rational(ends[0], over: 7), Rational(ends[1], over: 7))
    }

    @Test("Point, range and draw of every form of a quantity")
    func quantities() {
        let half = Rational(1, over: 2)
        let triangle = Quantity(.triangle(low: 0, mode: half, high: 1))
        #expect(triangle.point == half && triangle.range == .unit)
        #expect(triangle.value(atShare: 0.5) == 0.5 && triangle.value(atShare: 0.125) == 0.25)
        let uniform = Quantity(.uniform(Interval(2, 4)))
        #expect(
            uniform.point == nil && uniform.pointOrMidpoint == (3, true)
                && uniform.value(atShare: 0.25) == 2.5)
        let guess = Quantity(.pointInRange(half, .unit))
        #expect(guess.pointOrMidpoint == (half, false) && guess.value(atShare: 0.75) == 0.75)
        #expect(Quantity(.constant(half)).value(atShare: 0.9) == 0.5)
        #expect(Quantity(.level("low", Interval(0, Rational(1, over: 3)))).point == nil)
    }
}
