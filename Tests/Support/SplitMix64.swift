/// Random numbers for tests alone: small, seeded, the same on every machine.
///
/// - Source: Steele, Lea & Flood, *Fast splittable pseudorandom number generators* (OOPSLA 2014).
public struct SplitMix64: Sendable {
    private var state: UInt64

    /// A source with a seed.
    public init(seed: UInt64) { state = seed }

    /// The next word.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A whole number in a range.
    public mutating func next(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// One of the elements.
    public mutating func pick<C: RandomAccessCollection>(_ choices: C) -> C.Element where C.Index == Int {
        choices[choices.startIndex + next(in: 0...(choices.count - 1))]
    }
}
