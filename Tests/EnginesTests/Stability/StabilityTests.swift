import Numbers
import Support
import Testing

@testable import Engines

@Suite struct StabilityTests {
    private static let published = [
        "chicken", "stag-hunt", "elmira-9", "korea-2017-original", "korea-2017-original-irreversible",
        "korea-2017-bloodthirsty", "regression-alternating-sanction", "regression-simultaneous",
    ]

    @Test("Published and constructed conflicts: stable states per decision maker and concept")
    func knownStableStates() throws {
        for id in Self.published {
            let entry = try KnownConflicts.entry(id)
            let graph = entry.graph
            for (index, maker) in entry.makers.enumerated() {
                for concept in StabilityConcept.sequential {
                    let stable = (0..<graph.states).filter { graph.isStable($0, for: index, under: concept) }
                    #expect(
                        stable.map { $0 + 1 } == entry.expected?.paper.stableStates[maker]?[concept.rawValue],
                        "\(id) \(maker) \(concept)")
                }
            }
        }
    }

    @Test("The same conflicts in option form, without following a move, and simultaneous stability")
    func knownStableStatesFast() throws {
        for id in Self.published where id != "elmira-9" {
            let entry = try KnownConflicts.entry(id)
            let (conflict, decimals) = (entry.optionConflict, entry.feasibleDecimals!)
            var answers = conflict.stableStates()
            var budget = Budget(10_000)
            answers[.sim] = conflict.simultaneouslyStableStates(&budget)
            for (concept, answer) in answers {
                for (index, maker) in entry.makers.enumerated() {
                    let expected = entry.expected!.paper.stableStates[maker]![concept.rawValue]!
                    #expect(
                        answer.stable[index].members == expected.map { decimals[$0 - 1] }, "\(id) \(concept)")
                }
                let expected = entry.expected!.paper.equilibria[concept.rawValue]!
                #expect(answer.equilibria.members == expected.map { decimals[$0 - 1] }, "\(id) \(concept)")
            }
        }
    }

    @Test("Moves and improvements are as many as the cases say")
    func knownCounts() throws {
        for id in Self.published {
            let entry = try KnownConflicts.entry(id)
            guard let counts = entry.counts else { continue }
            let conflict = entry.optionConflict
            #expect(conflict.model.feasible.count == counts.states)
            for (index, maker) in entry.makers.enumerated() {
                let moves = conflict.model.feasible.members.map {
                    conflict.model.moves(of: index, from: $0).count
                }
                let better = conflict.model.feasible.members.map {
                    conflict.improvements(of: index, from: $0).count
                }
                #expect(moves.reduce(0, +) == counts.moves[maker], "\(id)")
                #expect(better.reduce(0, +) == counts.improvements[maker], "\(id)")
            }
        }
    }

    @Test("Synthetic models: counts and fingerprints of another program, up to 4096 states")
    func fingerprints() throws {
        let entry = try KnownConflicts.entry("synthetic-small")
        #expect(syntheticConflict(options: 3).ranks[0].values == [4, 7, 3, 1, 5, 6, 2, 8])
        for model in entry.models! {
            let answers = syntheticConflict(options: model.options).stableStates()
            for (name, expected) in model.expected {
                let answer = answers[StabilityConcept(rawValue: name)!]!
                #expect(answer.stable.map(\.count) == expected.stablePerDM, "\(model.options) \(name)")
                #expect(answer.equilibria.count == expected.equilibria, "\(model.options) \(name)")
                #expect(answer.fingerprint == expected.fnv64, "\(model.options) \(name)")
            }
        }
        var budget = Budget(100_000_000)
        let simultaneous = syntheticConflict(options: 8).simultaneouslyStableStates(&budget)
        #expect(simultaneous?.fingerprint == entry.sim8?.fnv64)
        #expect(simultaneous?.equilibria.count == entry.sim8?.equilibria)
    }

    @Test("The fast way agrees with the definition in 3000 random conflicts")
    func fastAgreesWithDefinition() {
        for seed in 0..<3000 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var traits = ConflictTraits()
            if seed % 10 == 0 { (traits.decisionMakers, traits.options) = (5...6, 5...7) }
            let conflict = randomConflict(&random, traits)
            let (expanded, answers) = (conflict.expanded(), conflict.stableStates())
            for concept in StabilityConcept.sequential {
                for i in 0..<conflict.model.decisionMakers {
                    let slow = expanded.patterns.indices.filter {
                        expanded.graph.isStable($0, for: i, under: concept)
                    }.map { expanded.patterns[$0][0] }
                    #expect(answers[concept]!.stable[i].members == slow, "seed \(seed) \(concept) \(i)")
                }
            }
        }
    }
}
