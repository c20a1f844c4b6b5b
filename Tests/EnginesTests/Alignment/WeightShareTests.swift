import Engines
import Numbers
import Support
import Testing

@Suite("Shares of all weightings")
struct WeightShareTests {
    @Test("Two and three values, by plain geometry")
    func small() {
        #expect(shareOfWeightings(withPositiveSum: []) == 0)
        #expect(shareOfWeightings(withPositiveSum: [0, 0]) == 0)
        #expect(shareOfWeightings(withPositiveSum: [1, 0]) == 1)
        #expect(shareOfWeightings(withPositiveSum: [-1, 0]) == 0)
        #expect(shareOfWeightings(withPositiveSum: [1, -1]) == 0.5)
        // w·3 > (1 − w)·1 from w = 1/4 on.
        #expect(shareOfWeightings(withPositiveSum: [3, -1]) == 0.75)
        // The corner of the triangle that is cut off is 1/2 · 1/2 of it.
        #expect(shareOfWeightings(withPositiveSum: [1, -1, -1]) == 0.25)
        #expect(shareOfWeightings(withPositiveSum: [1, -1, 0, 0]) == 0.5)
    }

    /// For values that all differ: Σ over positive values of v^(n−1) / Π (v − v'), exactly (de Boor's divided difference).
    private func exact(_ values: [Rational]) -> Rational {
        values.enumerated().filter { $1 > 0 }.reduce(.zero) { sum, one in
            let (index, value) = one
            let others = values.enumerated().filter { $0.offset != index }.map(\.element)
            return sum + others.reduce(.one) { $0 * value / (value - $1) }
        }
    }

    @Test("Against the closed formula for distinct values, over seeds")
    func distinct() {
        var seeds = SplitMix64(seed: 7)
        for _ in 0..<300 {
            var values: Set<Int> = []
            while values.count < 2 + Int(seeds.next() % 9) { values.insert(Int(seeds.next() % 41) - 20) }
            let list = values.sorted { ($0 &* 7) % 11 < ($1 &* 7) % 11 }
            let found = shareOfWeightings(withPositiveSum: list.map(Double.init))
            #expect(abs(found - Double(exact(list.map { Rational($0) }))) < 1e-12)
        }
    }

    @Test("Equal values, order, sign and scale, over seeds")
    func laws() {
        var seeds = SplitMix64(seed: 11)
        for _ in 0..<300 {
            let values = (0..<(1 + Int(seeds.next() % 12))).map { _ in Double(Int(seeds.next() % 7)) - 3 }
            let share = shareOfWeightings(withPositiveSum: values)
            #expect(abs(share - shareOfWeightings(withPositiveSum: values.reversed())) < 1e-12)
            #expect(abs(share - shareOfWeightings(withPositiveSum: values.map { $0 * 5 })) < 1e-12)
            let opposite = shareOfWeightings(withPositiveSum: values.map { -$0 })
            let isFlat = values.allSatisfy { $0 == 0 }
            #expect(abs(share + opposite - (isFlat ? 0 : 1)) < 1e-12)
            // Raising a value never lowers the share.
            let raised = values.enumerated().map { $0.offset == 0 ? $0.element + 1 : $0.element }
            #expect(shareOfWeightings(withPositiveSum: raised) >= share - 1e-12)
        }
    }
}
