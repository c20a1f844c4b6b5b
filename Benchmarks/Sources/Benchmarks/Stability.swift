import Engines
import Foundation

extension Benchmarks {
    /// Stability of synthetic conflicts: the engine's calls alone, and the growth per state.
    static func stability() {
        var perState: [Int: Double] = [:]
        for (options, count, target) in [
            (12, 15, "under 5 ms"), (16, 9, ""), (20, 5, "under 2 s and 150 MB"), (22, 3, ""),
            (24, 3, "under 40 s and 1 GB"),
        ] {
            let conflict = syntheticConflict(options: options)
            let runs = times(count) { blackHole(conflict.stableStates()) }
            perState[options] = runs.sorted()[runs.count / 2] / Double(1 << options)
            row("stability, 2^\(options) states × 3, five concepts", target: target, runs)
            print("  peak memory so far: \(peakOfThis()) MB")
        }
        if let small = perState[16], let large = perState[24] {
            print(
                "time per state, 2^24 against 2^16: \((large / small * 100).rounded() / 100), target under 2")
        }
    }

    /// The largest resident set of this program so far, in MB.
    private static func peakOfThis() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1_024
    }

    /// Three decision makers with strict random preferences; every option goes both ways.
    static func syntheticConflict(options: Int) -> OptionConflict {
        let counts = (0..<3).map { options / 3 + ($0 < options % 3 ? 1 : 0) }
        let model = OptionModel(
            owners: (0..<3).flatMap { Array(repeating: $0, count: counts[$0]) }, decisionMakers: 3)
        return OptionConflict(
            model,
            ranks: (0..<3).map {
                StateRanks(shuffled(1 << options, seed: 0x4A75_6E6B_7469_6D00 + UInt64(16 * options + $0)))
            })
    }

    /// The numbers from 1 on in random order.
    private static func shuffled(_ count: Int, seed: UInt64) -> [UInt32] {
        var random = SplitMix64(state: seed)
        var values = (1...UInt32(count)).map { $0 }
        for i in stride(from: count - 1, through: 1, by: -1) {
            values.swapAt(i, Int(random.next().multipliedFullWidth(by: UInt64(i + 1)).high))
        }
        return values
    }
}

/// Random numbers for instances, the same on every machine (Steele, Lea & Flood 2014).
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
