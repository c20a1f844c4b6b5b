import Numbers
import Support
import Testing

@testable import Engines

/// Answers checked against what the definitions say word for word.
@Suite struct StabilityOracleTests {
    @Test("Steps of an evolution are those of a search over legal sequences, in 300 random graphs")
    func evolution() {
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let graph = randomGraph(&random, unknown: false)
            for credible in [false, true] {
                let distances = graph.distances(from: 0, credible: credible)
                #expect(distances == slowDistances(graph, credible), "seed \(seed)")
                for (state, steps) in distances {
                    let path = graph.path(from: 0, to: state, credible: credible)
                    #expect(path?.count == steps && path?.last?.state == state, "seed \(seed)")
                }
            }
        }
    }

    /// All legal sequences of one step, of two steps, and so on.
    private func slowDistances(_ graph: GraphModel, _ credible: Bool) -> [Int: Int] {
        var (found, seen): ([Int: Int], Set<ConflictStep>) = ([:], [])
        var (circle, steps): (Set<ConflictStep>, Int) = ([ConflictStep(mover: -1, state: 0)], 0)
        while !circle.isEmpty {
            steps += 1
            circle = Set(
                circle.flatMap { here in
                    (0..<graph.decisionMakers).filter { $0 != here.mover }.flatMap { mover in
                        graph.moves[mover][here.state].filter {
                            !credible || graph.isCredible(mover, here.state, $0)
                        }.map { ConflictStep(mover: mover, state: $0) }
                    }
                }
            ).subtracting(seen)
            seen.formUnion(circle)
            for step in circle where step.state != 0 && found[step.state] == nil { found[step.state] = steps }
        }
        return found
    }

    @Test("CSEQ: answers by improvements of coalitions among the others, searched for one by one")
    func coalitionAnswers() {
        for seed in 0..<150 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let graph = randomGraph(&random, unknown: false)
            func better(_ members: [Int], _ t: Int, _ s: Int) -> Bool {
                members.allSatisfy { graph.tempts($0, s, t) }
            }
            func improvements(_ members: [Int], _ s: Int) -> [Int] {
                graph.answers(to: s, by: members, credible: false).filter { better(members, $0, s) }
            }
            for own in graph.coalitionStabilities() {
                let others = (0..<graph.decisionMakers).filter { !own.members.contains($0) }
                let parts = graph.coalitions.filter { $0.allSatisfy(others.contains) }
                /// Legal sequences of coalitions, none twice in a row.
                func answers(_ start: Int) -> Set<Int> {
                    var seen: Set<[Int]> = []
                    var open = [[start, -1]]
                    while let here = open.popLast() {
                        for (number, part) in parts.enumerated() where number != here[1] {
                            for target in improvements(part, here[0])
                            where seen.insert([target, number]).inserted {
                                open.append([target, number])
                            }
                        }
                    }
                    return Set(seen.map { $0[0] })
                }
                for s in 0..<graph.states {
                    let stays = improvements(own.members, s).allSatisfy { s1 in
                        answers(s1).contains { !better(own.members, $0, s) }
                    }
                    #expect(own.cseq.contains(s) == stays, "seed \(seed) \(own.members) \(s)")
                }
            }
        }
    }

    @Test("The lowest place from which on a state is stable, against trying every place")
    func inversePlaces() {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var traits = ConflictTraits()
            (traits.options, traits.ranks) = (1...5, 1...12)
            let conflict = randomConflict(&random, traits)
            let states = conflict.model.feasible.members
            let state = states.isEmpty ? 0 : random.pick(states)
            guard !states.isEmpty else { continue }
            for concept in StabilityConcept.sequential {
                for i in 0..<conflict.model.decisionMakers {
                    let place = conflict.inversePlace(of: state, for: i, under: concept, states: states)
                    let ranks = Set(states.filter { $0 != state }.map { conflict.ranks[i][$0] }).sorted()
                    let stable = (0...ranks.count).map { count in
                        conflict.raising(state, of: i, above: count == 0 ? 0 : ranks[count - 1])
                            .stableStates([concept])[concept]!.stable[i].contains(state)
                    }
                    #expect(stable == (0...ranks.count).map { $0 >= place.needed }, "seed \(seed) \(concept)")
                    #expect(place.stablePlaces == stable.count { $0 })
                }
            }
        }
    }

    @Test(
        "Preferences that are found reach the goals, and contradictions are real: against trying all orders of four states"
    )
    func goals() {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let states = 4
            let moves = (0..<2).map { _ in
                (0..<states).map { from in (0..<states).filter { $0 != from && random.next(in: 0...2) == 0 } }
            }
            func graph(_ ranks: [StateRanks]) -> GraphModel {
                GraphModel(moves: moves, preferences: ranks.map { StatePreference($0) }, states: states)
            }
            let goals = (0..<states).filter { _ in random.next(in: 0...1) == 0 }.map {
                GoalSeeker.Goal(state: $0, isStable: random.next(in: 0...1) == 0)
            }
            func reached(_ graph: GraphModel, _ goals: [GoalSeeker.Goal]) -> Bool {
                let nash = graph.stableStates([.nash])[.nash]!.equilibria
                return goals.allSatisfy { nash.contains($0.state) == $0.isStable }
            }
            let equal = StateRanks([UInt32](repeating: 1, count: states))
            var budget = Budget(100_000)
            switch GoalSeeker(graph([equal, equal])).seek(goals, &budget) {
            case .wishes(let wishes):
                #expect(
                    reached(graph(GoalSeeker.ranks(wishes, decisionMakers: 2, states: states)), goals),
                    "seed \(seed)")
            case .contradiction(let core):
                let orders = Self.orders(states)
                func isPossible(_ goals: [GoalSeeker.Goal]) -> Bool {
                    orders.contains { a in orders.contains { b in reached(graph([a, b]), goals) } }
                }
                #expect(!isPossible(core), "seed \(seed)")
                for goal in core { #expect(isPossible(core.filter { $0 != goal }), "seed \(seed)") }
            case .undecided: #expect(Bool(false), "seed \(seed)")
            }
        }
    }

    /// All ways to rank a few states, ties included.
    private static func orders(_ states: Int) -> [StateRanks] {
        (0..<Int(pow(states, states))).map { number in
            var (rest, ranks): (Int, [UInt32]) = (number, [])
            for _ in 0..<states {
                ranks.append(UInt32(rest % states + 1))
                rest /= states
            }
            return StateRanks(ranks)
        }
    }

    private static func pow(_ base: Int, _ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { result, _ in result * base }
    }

    @Test(
        "Simultaneous stability, from the definition: every choice of the others at once, in 200 random conflicts"
    )
    func simultaneous() {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var traits = ConflictTraits()
            traits.options = 1...5
            let conflict = randomConflict(&random, traits)
            var budget = Budget(1 << 22)
            let found = conflict.simultaneouslyStableStates(&budget)
            for i in 0..<conflict.model.decisionMakers {
                for s in conflict.model.feasible.members {
                    var changes: Set<Int> = [0]
                    for j in 0..<conflict.model.decisionMakers where j != i {
                        let own = [0] + conflict.improvements(of: j, from: s).map { $0 ^ s }
                        changes = Set(changes.flatMap { change in own.map { change ^ $0 } })
                    }
                    let stays = conflict.improvements(of: i, from: s).allSatisfy { improved in
                        changes.contains { change in
                            conflict.model.feasible.contains(improved ^ change)
                                && conflict.ranks[i][improved ^ change] <= conflict.ranks[i][s]
                        }
                    }
                    #expect(found?.stable[i].contains(s) == stays, "seed \(seed)")
                }
            }
        }
    }

    @Test(
        "Classes: an arc between classes where one leads from a member to a member, in 200 random conflicts")
    func coalescing() {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let conflict = randomConflict(&random)
            let option = StateFormula.taken(random.next(in: 0...(conflict.model.options - 1)))
            let expanded = conflict.expanded(coalescing: [option])
            let classes = expanded.patterns
            #expect(classes.joined().sorted() == conflict.model.feasible.members, "seed \(seed)")
            #expect(classes.count { $0.count > 1 } <= 1)
            for (from, members) in classes.enumerated() {
                for i in 0..<conflict.model.decisionMakers {
                    let targets = Set(members.flatMap { conflict.model.moves(of: i, from: $0) })
                    let expected = classes.indices.filter {
                        $0 != from && !targets.isDisjoint(with: classes[$0])
                    }
                    #expect(expanded.graph.moves[i][from] == expected, "seed \(seed)")
                }
            }
        }
    }

    @Test(
        "Matrix form of GMR and SEQ (Xu, Hipel & Kilgour 2009) in models of option form without common moves")
    func matrixForm() {
        for seed in 0..<100 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var traits = ConflictTraits()
            traits.options = 1...5
            let graph = randomConflict(&random, traits).expanded().graph
            let states = 0..<graph.states
            for i in 0..<graph.decisionMakers {
                let others = (0..<graph.decisionMakers).filter { $0 != i }
                for (concept, credible) in [(StabilityConcept.gmr, false), (.seq, true)] {
                    // The rows of the matrix of the others' reach, and those of i's improvements.
                    let reach = states.map { graph.answers(to: $0, by: others, credible: credible) }
                    let diagonal = states.map { s in
                        states.contains { t in
                            graph.moves[i][s].contains(t) && graph.tempts(i, s, t)
                                && !states.contains { u in
                                    u != s && reach[t].contains(u) && !graph.tempts(i, s, u)
                                }
                        }
                    }
                    for s in states {
                        #expect(graph.isStable(s, for: i, under: concept) == !diagonal[s], "seed \(seed)")
                    }
                }
            }
        }
    }

    @Test("Foresight without end: options and their graph agree, and it holds at far horizons")
    func foresight() {
        for seed in 0..<100 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var traits = ConflictTraits()
            (traits.decisionMakers, traits.options) = (2...2, 1...5)
            let conflict = randomConflict(&random, traits)
            let expanded = conflict.expanded()
            var first = LimitedMove(conflict, states: conflict.model.feasible.members)
            var second = LimitedMove(expanded.graph, states: Array(0..<expanded.graph.states))
            for i in 0..<2 {
                let graph = second.nonMyopicallyStableStates(for: i).map { expanded.patterns[$0][0] }
                #expect(first.nonMyopicallyStableStates(for: i) == graph, "seed \(seed)")
                let leading = Set(first.stableStates(for: i, horizon: 2))
                let following = Set(first.stableStates(for: 1 - i, horizon: 1))
                #expect(Set(first.stackelbergEquilibria(leader: i)) == leading.intersection(following))
                // Who is stable at every horizon is stable without end; whoever is, is so at some large one.
                let far = (20...24).map { Set(first.stableStates(for: i, horizon: $0)) }
                let always = far.dropFirst().reduce(far[0]) { $0.intersection($1) }
                #expect(Set(graph).isSubset(of: always), "seed \(seed)")
            }
        }
    }
}
