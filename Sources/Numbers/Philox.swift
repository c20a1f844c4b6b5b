/// The one random source: a block cipher in miniature that turns an address into four words.
///
/// Sample *i* is the same on every thread and shard, because nothing is carried from one draw to the next.
///
/// - Source: Salmon, Moraes, Dror & Shaw, *Parallel random numbers: as easy as 1, 2, 3* (SC 2011), Philox4x32-10.
public struct Philox: Sendable {
    private let key: (UInt32, UInt32)

    /// The source with a seed.
    public init(seed: UInt64) {
        key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    }

    /// Four random words at one address: ten rounds over the counter.
    public func block(_ counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
        var (c, k) = (counter, key)
        for round in 0..<10 {
            if round > 0 { k = (k.0 &+ 0x9E37_79B9, k.1 &+ 0xBB67_AE85) }
            let p = 0xD251_1F53 &* UInt64(c.x)
            let q = 0xCD9E_8D57 &* UInt64(c.z)
            c = SIMD4(
                UInt32(truncatingIfNeeded: q >> 32) ^ c.y ^ k.0, UInt32(truncatingIfNeeded: q),
                UInt32(truncatingIfNeeded: p >> 32) ^ c.w ^ k.1, UInt32(truncatingIfNeeded: p))
        }
        return c
    }

    /// The number `dimension` of sample `sample`, evenly spread and strictly between 0 and 1.
    ///
    /// 52 random bits and a half: with 53 the largest value would round to 1.
    public func uniform(sample: UInt64, dimension: Int, stream: RandomStream) -> Double {
        let word = bits52(sample: sample, dimension: dimension, stream: stream)
        return (Double(word) + 0.5) * 0x1p-52
    }

    /// A whole number from `0 ..< bound`, evenly spread (Lemire's multiply and shift on 52 bits).
    ///
    /// The largest bias is `bound` · 2⁻⁵², which no sample here can show.
    ///
    /// - Precondition: `bound` is positive and below 2⁵².
    public func index(below bound: Int, sample: UInt64, dimension: Int, stream: RandomStream) -> Int {
        precondition(bound > 0 && bound < 1 << 52, "a bound lies between 1 and 2^52")
        let word = bits52(sample: sample, dimension: dimension, stream: stream)
        return Int((UInt128(word) * UInt128(bound)) >> 52)
    }

    private func bits52(sample: UInt64, dimension: Int, stream: RandomStream) -> UInt64 {
        let lane = UInt32(truncatingIfNeeded: dimension / 2)
        let words = block(
            SIMD4(
                UInt32(truncatingIfNeeded: sample), UInt32(truncatingIfNeeded: sample >> 32), lane,
                stream.rawValue))
        let (first, second) = dimension.isMultiple(of: 2) ? (words.x, words.y) : (words.z, words.w)
        return (UInt64(second) << 32 | UInt64(first)) >> 12
    }
}

/// The table of random streams: one number for each purpose, so that no two purposes share a draw.
public enum RandomStream: UInt32, Sendable, CaseIterable {
    /// Plain sampling of inputs.
    case sampling = 0
    /// Permutations of a Latin hypercube.
    case latinHypercube = 1
    /// Scrambling of Sobol' points.
    case sobolScramble = 2
    /// Bootstrap of an estimate.
    case bootstrap = 3
    /// Trajectories of the Morris method.
    case morris = 4
    /// Draws by rejection.
    case rejection = 5
    /// Bootstrap of agreement between coders.
    case coderBootstrap = 6
    /// Permutation tests.
    case permutationTest = 7
    /// Worlds of package values.
    case packageWorlds = 8
    /// Draws of game parameters.
    case gameDraws = 9
    /// Paths of a dynamic process.
    case dynamics = 10
    /// Orders of preference statements.
    case statementOrders = 11
}
