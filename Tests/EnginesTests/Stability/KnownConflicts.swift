import Foundation
import Support

@testable import Engines

/// The published and constructed conflicts of `KnownAnswers/stability.json`.
struct KnownConflicts: Decodable {
    let cases: [Entry]

    struct Entry: Decodable {
        let id: String
        let form: String
        let decisionMakers: [String]?
        let options: [Choice]?
        let infeasible: [String]?
        let feasibleDecimals: [Int]?
        let arcs: [String: [[Int]]]?
        let preferences: [Preference]?
        let expected: Expected?
        let counts: Counts?
        let models: [Synthetic]?
        let sim8: Fingerprint?
    }

    struct Choice: Decodable {
        let owner: String
        let direction: String
    }

    struct Preference: Decodable {
        let dm: String
        let rankingBestFirst: [Group]
    }

    /// A state, or tied states.
    struct Group: Decodable {
        let states: [Int]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            states = try (try? [container.decode(Int.self)]) ?? container.decode([Int].self)
        }
    }

    struct Counts: Decodable {
        let states: Int
        let moves: [String: Int]
        let improvements: [String: Int]
    }

    struct Expected: Decodable {
        let paper: Verdicts
        let coalitions: [Coalition]?
        let limitedMove: [String: [String: [Int]]]?
        let statusQuo: StatusQuo?
    }

    struct Verdicts: Decodable {
        let stableStates: [String: [String: [Int]]]
        let equilibria: [String: [Int]]
    }

    struct Coalition: Decodable {
        let members: [String]
        let cnash: [Int]
        let cgmr: [Int]
        let csmr: [Int]
    }

    struct StatusQuo: Decodable {
        let start: Int
        let stepsByImprovements: [String: Int]
        let stepsByMoves: [String: Int]
    }

    struct Synthetic: Decodable {
        let options: Int
        let states: Int
        let expected: [String: Fingerprint]
    }

    struct Fingerprint: Decodable {
        let stablePerDM: [Int]
        let equilibria: Int
        let fnv64: String
    }

    static func read() throws -> KnownConflicts {
        let file = Bundle.module.url(
            forResource: "stability", withExtension: "json", subdirectory: "KnownAnswers")!
        return try JSONDecoder().decode(KnownConflicts.self, from: Data(contentsOf: file))
    }

    static func entry(_ id: String) throws -> Entry { try read().cases.first { $0.id == id }! }
}

extension KnownConflicts.Entry {
    var makers: [String] { decisionMakers ?? [] }

    /// The conflict in option form; ordinals number the feasible states from 1.
    var optionConflict: OptionConflict {
        let choices = options!
        let model = OptionModel(
            owners: choices.map { makers.firstIndex(of: $0.owner)! }, decisionMakers: makers.count,
            directions: choices.map {
                ["both": .both, "fwd": .forward, "back": .backward][$0.direction]!
            },
            infeasible: infeasible!.map { pattern in
                .all(
                    pattern.enumerated().compactMap { index, letter in
                        letter == "Y" ? .taken(index) : letter == "N" ? .not(.taken(index)) : nil
                    })
            })
        let decimals = feasibleDecimals!
        return OptionConflict(
            model,
            ranks: makers.map { maker in
                let groups = preferences!.first { $0.dm == maker }!.rankingBestFirst
                return StateRanks(
                    bestFirst: groups.map { $0.states.map { decimals[$0 - 1] } }, states: model.states)
            })
    }

    /// The conflict as a graph; ordinals number its states from 1.
    var graph: GraphModel {
        guard form == "graph" else { return optionConflict.expanded().graph }
        let states = Set(arcs!.values.flatMap { $0.flatMap { $0 } }).count
        return GraphModel(
            moves: makers.map { maker in
                (0..<states).map { from in arcs![maker]!.filter { $0[0] == from + 1 }.map { $0[1] - 1 } }
            },
            preferences: makers.map { maker in
                let groups = preferences!.first { $0.dm == maker }!.rankingBestFirst
                return StatePreference(
                    StateRanks(bestFirst: groups.map { $0.states.map { $0 - 1 } }, states: states))
            }, states: states)
    }
}

/// The synthetic models: strict random preferences of three decision makers, every option free.
func syntheticConflict(options: Int) -> OptionConflict {
    let counts = (0..<3).map { options / 3 + ($0 < options % 3 ? 1 : 0) }
    let model = OptionModel(
        owners: (0..<3).flatMap { Array(repeating: $0, count: counts[$0]) }, decisionMakers: 3)
    let ranks = (0..<3).map { d -> StateRanks in
        var random = SplitMix64(seed: 0x4A75_6E6B_7469_6D00 + UInt64(16 * options + d))
        var values = (1...UInt32(1 << options)).map { $0 }
        for i in stride(from: values.count - 1, through: 1, by: -1) {
            let j = Int(random.next().multipliedFullWidth(by: UInt64(i + 1)).high)
            values.swapAt(i, j)
        }
        return StateRanks(values)
    }
    return OptionConflict(model, ranks: ranks)
}

extension StableStates {
    /// One byte per decision maker and state, 1 where it is stable (FNV-1a).
    var fingerprint: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for set in stable {
            for state in 0..<set.states {
                hash = (hash ^ (set.contains(state) ? 1 : 0)) &* 0x100_0000_01b3
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
