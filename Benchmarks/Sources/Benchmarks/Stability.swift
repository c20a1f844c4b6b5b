import Engines
import Foundation

extension Benchmarks {
    /// Stability of synthetic conflicts: the engine's calls alone, and the growth per state.
    static func stability() throws {
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
        manyDecisionMakers()
        verdicts()
        try onOneCore("profiles")
    }

    /// Six decision makers on twenty options of which seven pairs exclude each other: about 140 000 states can be.
    static func manyDecisionMakers() {
        let counts = [4, 4, 3, 3, 3, 3]
        let pairs = [(0, 4), (1, 8), (2, 11), (5, 14), (6, 17), (9, 12), (15, 18)]
        let model = OptionModel(
            owners: counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) },
            decisionMakers: 6, infeasible: pairs.map { .all([.taken($0.0), .taken($0.1)]) })
        let ranks = (0..<6).map { maker in
            let order = shuffled(model.states, seed: UInt64(maker))
            return StateRanks(
                order.enumerated().map { model.feasible.contains($0.offset) ? $0.element : 0 })
        }
        let conflict = OptionConflict(model, ranks: ranks)
        row(
            "stability, 20 options, 6 decision makers, \(model.feasible.count) feasible states",
            target: "under 2 s", times(5) { blackHole(conflict.stableStates()) })
    }

    /// One verdict with its certificate in a model of 2^20 states: the slowest of a hundred states, under every concept.
    static func verdicts() {
        let conflict = syntheticConflict(options: 20)
        for concept in StabilityConcept.sequential {
            var random = SplitMix64(state: 5)
            let states = (0..<100).map { _ in Int(random.next() >> 44) }
            let runs = states.map { state in
                times(1) { blackHole(conflict.certificate(state, for: state % 3, under: concept)) }[0]
            }
            row("verdict with certificate, 2^20 states, \(concept.rawValue)", target: "under 0.5 s", runs)
        }
    }

    /// Ten thousand orders of eight statements per decision maker over one model of 2^12 states.
    static func profiles() {
        let conflict = syntheticConflict(options: 12)
        var random = SplitMix64(state: 1)
        let statements = (0..<3).map { _ in
            (0..<8).map { _ -> StateFormula in
                .iff(.taken(Int(random.next() % 12)), .taken(Int(random.next() % 12)))
            }
        }
        let runs = times(1) {
            for _ in 0..<10_000 {
                let ranks = statements.map { list -> StateRanks in
                    var order = list
                    for i in stride(from: 7, to: 0, by: -1) {
                        order.swapAt(i, Int(random.next() % UInt64(i + 1)))
                    }
                    return StateRanks(prioritising: order, in: conflict.model)
                }
                blackHole(OptionConflict(conflict.model, ranks: ranks).stableStates())
            }
        }
        row("10 000 preference profiles of one 2^12 model, one core", target: "under 20 s", runs)
    }

    /// Runs this program again on a single core.
    private static func onOneCore(_ work: String) throws {
        fflush(nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/taskset")
        process.arguments = ["-c", "0", CommandLine.arguments[0], work]
        try process.run()
        process.waitUntilExit()
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
