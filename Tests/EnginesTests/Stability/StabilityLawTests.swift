import Numbers
import Support
import Testing

@testable import Engines

/// The laws that every answer has to obey, over seeds.
@Suite struct StabilityLawTests {
    private func conflicts(
        _ seeds: Range<UInt64>, _ traits: ConflictTraits = ConflictTraits(),
        _ body: (UInt64, OptionConflict, inout SplitMix64) -> Void
    ) {
        for seed in seeds {
            var random = SplitMix64(seed: seed)
            let conflict = randomConflict(&random, traits)
            body(seed, conflict, &random)
        }
    }

    private func all(_ conflict: OptionConflict) -> [StabilityConcept: StableStates] {
        var budget = Budget(1 << 22)
        var answers = conflict.stableStates()
        answers[.sim] = conflict.simultaneouslyStableStates(&budget)
        return answers
    }

    @Test("Nash ⊆ SSEQ ⊆ SEQ ⊆ GMR, SSEQ ⊆ SMR ⊆ GMR, Nash ⊆ SIM")
    func inclusions() {
        conflicts(0..<500) { seed, conflict, _ in
            let answers = all(conflict)
            let chains: [(StabilityConcept, StabilityConcept)] = [
                (.nash, .sseq), (.sseq, .seq), (.seq, .gmr), (.sseq, .smr), (.smr, .gmr), (.nash, .sim),
            ]
            for (smaller, larger) in chains {
                for (a, b) in zip(answers[smaller]!.stable, answers[larger]!.stable) {
                    #expect(a.isSubset(of: b), "seed \(seed) \(smaller) \(larger)")
                }
            }
        }
    }

    @Test("Without obstacles GMR is the maximin, and SMR Nash or the minimax")
    func closedForms() {
        conflicts(0..<300, .free) { seed, conflict, _ in
            let (answers, states) = (conflict.stableStates(), conflict.model.states)
            for i in 0..<conflict.model.decisionMakers {
                let (own, rank) = (conflict.model.mask(of: i), conflict.ranks[i])
                let foreign = Set((0..<states).map { $0 & ~own })
                let choices = Set((0..<states).map { $0 & own })
                let best = foreign.map { o in choices.map { rank[o | $0] }.max()! }
                let worst = choices.map { c in foreign.map { rank[$0 | c] }.min()! }
                for state in 0..<states {
                    #expect(
                        answers[.gmr]!.stable[i].contains(state) == (rank[state] >= worst.max()!),
                        "seed \(seed)")
                    let isNash = answers[.nash]!.stable[i].contains(state)
                    #expect(
                        answers[.smr]!.stable[i].contains(state) == (isNash || rank[state] >= best.min()!),
                        "seed \(seed)")
                }
            }
        }
    }

    @Test("Who owns no option stays everywhere, and who is indifferent stays everywhere")
    func idle() {
        conflicts(0..<200) { seed, conflict, _ in
            let model = conflict.model
            var ranks = conflict.ranks
            ranks[0] = .indifferent(model)
            let answers = all(OptionConflict(model, ranks: ranks))
            for (concept, answer) in answers {
                #expect(answer.stable[0] == model.feasible, "seed \(seed) \(concept)")
                for i in 0..<model.decisionMakers where model.mask(of: i) == 0 {
                    #expect(answer.stable[i] == model.feasible, "seed \(seed) \(concept)")
                }
            }
        }
    }

    @Test("A monotone change of ranks changes nothing; nor does a rule that removes nothing")
    func invariance() {
        conflicts(0..<200) { seed, conflict, random in
            let stretched = conflict.ranks.map { ranks in
                StateRanks(ranks.values.map { $0 == 0 ? 0 : $0 * 7 + 3 })
            }
            #expect(all(OptionConflict(conflict.model, ranks: stretched)) == all(conflict), "seed \(seed)")
            let option = StateFormula.taken(random.next(in: 0...(conflict.model.options - 1)))
            let same = OptionModel(
                owners: conflict.model.owners, decisionMakers: conflict.model.decisionMakers,
                infeasible: [.all([option, .not(option)])])
            let plain = OptionModel(
                owners: conflict.model.owners, decisionMakers: conflict.model.decisionMakers)
            let ranks = (0..<plain.decisionMakers).map { _ in randomRanks(&random, plain, top: 9) }
            #expect(all(OptionConflict(same, ranks: ranks)) == all(OptionConflict(plain, ranks: ranks)))
        }
    }

    @Test("Renaming options and decision makers permutes the answers")
    func relabelling() {
        conflicts(0..<200, .free) { seed, conflict, random in
            let model = conflict.model
            let makers = shuffled(model.decisionMakers, &random)
            let options = shuffled(model.options, &random)
            func moved(_ state: Int) -> Int {
                (0..<model.options).reduce(0) { state >> $1 & 1 == 1 ? $0 | 1 << options[$1] : $0 }
            }
            var owners = model.owners
            for option in model.owners.indices { owners[options[option]] = makers[model.owners[option]] }
            var ranks = conflict.ranks
            for i in ranks.indices {
                for state in 0..<model.states {
                    ranks[makers[i]].values[moved(state)] = conflict.ranks[i][state]
                }
            }
            let renamed = OptionConflict(
                OptionModel(owners: owners, decisionMakers: model.decisionMakers), ranks: ranks)
            let (before, after) = (all(conflict), all(renamed))
            for (concept, answer) in before {
                for i in 0..<model.decisionMakers {
                    #expect(
                        Set(answer.stable[i].members.map(moved))
                            == Set(after[concept]!.stable[makers[i]].members), "seed \(seed) \(concept)")
                }
            }
        }
    }

    private func shuffled(_ count: Int, _ random: inout SplitMix64) -> [Int] {
        var list = Array(0..<count)
        for i in list.indices.reversed() where i > 0 { list.swapAt(i, random.next(in: 0...i)) }
        return list
    }

    @Test("Two of one mind taken as one have more moves: what they would leave apart they leave together")
    func merging() {
        var traits = ConflictTraits.free
        traits.decisionMakers = 3...3
        conflicts(0..<200, traits) { seed, conflict, _ in
            let alike = [conflict.ranks[0], conflict.ranks[0], conflict.ranks[2]]
            let apart = OptionConflict(conflict.model, ranks: alike).stableStates()
            let model = OptionModel(owners: conflict.model.owners.map { max($0 - 1, 0) }, decisionMakers: 2)
            let joint = OptionConflict(model, ranks: [alike[0], alike[2]]).stableStates()
            for member in 0..<2 {
                #expect(joint[.nash]!.stable[0].isSubset(of: apart[.nash]!.stable[member]), "seed \(seed)")
            }
            // For the third nothing changes but who the others are: any moves of theirs come to the same.
            for concept in [StabilityConcept.nash, .gmr, .smr] {
                #expect(joint[concept]!.stable[1] == apart[concept]!.stable[2], "seed \(seed) \(concept)")
            }
        }
    }

    @Test("Two decision makers: the others' sequences are single moves")
    func twoDecisionMakers() {
        var traits = ConflictTraits()
        traits.decisionMakers = 2...2
        conflicts(0..<300, traits) { seed, conflict, _ in
            let answers = conflict.stableStates()
            for i in 0..<2 {
                for state in conflict.model.feasible.members {
                    let isStable = conflict.improvements(of: i, from: state).allSatisfy { improved in
                        conflict.improvements(of: 1 - i, from: improved).contains {
                            conflict.ranks[i][$0] <= conflict.ranks[i][state]
                        }
                    }
                    #expect(answers[.seq]!.stable[i].contains(state) == isStable, "seed \(seed)")
                }
            }
        }
    }

    @Test("Tables of a graph agree with the definition, for every reading of preferences")
    func graphTables() {
        for seed in 0..<400 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var graph = randomGraph(&random)
            for reading in readings(graph.decisionMakers, &random) {
                graph.reading = reading
                let answers = graph.stableStates()
                for concept in StabilityConcept.sequential {
                    for i in 0..<graph.decisionMakers {
                        let slow = (0..<graph.states).filter { graph.isStable($0, for: i, under: concept) }
                        #expect(
                            answers[concept]!.stable[i].members == slow, "seed \(seed) \(reading) \(concept)")
                    }
                }
            }
        }
    }

    @Test(
        "Unknown preferences: a ⊆ b ⊆ d and a ⊆ c ⊆ d; with nothing unknown all four are the plain concepts")
    func unknownPreferences() {
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var graph = randomGraph(&random)
            var found: [UnknownReading: [StabilityConcept: StableStates]] = [:]
            for reading in UnknownReading.allCases {
                graph.reading = .unknown(reading)
                found[reading] = graph.stableStates()
            }
            for concept in StabilityConcept.sequential {
                for (small, large) in [(UnknownReading.a, UnknownReading.b), (.b, .d), (.a, .c), (.c, .d)] {
                    for i in 0..<graph.decisionMakers {
                        let (first, second) = (
                            found[small]![concept]!.stable[i], found[large]![concept]!.stable[i]
                        )
                        #expect(first.isSubset(of: second), "seed \(seed) \(concept) \(small) \(large)")
                    }
                }
            }
            let known = GraphModel(
                moves: graph.moves, preferences: graph.preferences.map { StatePreference($0.ranks) },
                states: graph.states)
            let plain = known.stableStates()
            for reading in UnknownReading.allCases {
                var read = known
                read.reading = .unknown(reading)
                #expect(read.stableStates() == plain, "seed \(seed)")
            }
        }
    }

    @Test("Strong stability is stability; selfish attitudes are the plain concepts")
    func strengthAndAttitudes() {
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let graph = randomGraph(&random, unknown: false)
            let plain = graph.stableStates()
            var strong = graph
            strong.reading = .strong
            for (concept, answer) in strong.stableStates() {
                for i in 0..<graph.decisionMakers {
                    #expect(
                        answer.stable[i].isSubset(of: plain[concept]!.stable[i]), "seed \(seed) \(concept)")
                }
            }
            var selfish = graph
            selfish.reading = .attitudes(
                (0..<graph.decisionMakers).map { i in
                    (0..<graph.decisionMakers).map { $0 == i ? .positive : .neutral }
                })
            #expect(selfish.stableStates() == plain, "seed \(seed)")
            // Propositions of Inohara & Hipel (2009) on totally neutral attitudes.
            var neutral = graph
            neutral.reading = .attitudes(
                (0..<graph.decisionMakers).map { _ in
                    Array(repeating: .neutral, count: graph.decisionMakers)
                })
            let found = neutral.stableStates()
            #expect(found[.nash] == found[.smr] && found[.gmr] == found[.seq], "seed \(seed)")
        }
    }

    private func readings(_ makers: Int, _ random: inout SplitMix64) -> [StabilityReading] {
        [.plain, .strong] + UnknownReading.allCases.map { .unknown($0) } + [
            .attitudes(
                (0..<makers).map { _ in (0..<makers).map { _ in random.pick(Attitude.allCases) } })
        ]
    }
}

/// A small graph with moves that need not follow from one another, ties, strong and unknown preferences.
func randomGraph(_ random: inout SplitMix64, unknown: Bool = true) -> GraphModel {
    let (makers, states) = (random.next(in: 1...4), random.next(in: 1...12))
    let moves = (0..<makers).map { _ in
        (0..<states).map { from in
            (0..<states).filter { $0 != from && random.next(in: 0...3) == 0 }
        }
    }
    let preferences = (0..<makers).map { _ -> StatePreference in
        let values = (0..<states).map { _ in UInt32(random.next(in: 1...9)) }
        var rows = (0..<states).map { _ in StateSet(states: states) }
        for s in 0..<states {
            for t in 0..<s where unknown && random.next(in: 0...5) == 0 {
                rows[s].insert(t)
                rows[t].insert(s)
            }
        }
        return StatePreference(
            StateRanks(values), strong: StateRanks(values.map { ($0 + 2) / 3 }), unknown: unknown ? rows : nil
        )
    }
    return GraphModel(moves: moves, preferences: preferences, states: states)
}
