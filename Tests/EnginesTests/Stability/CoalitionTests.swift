import Support
import Testing

@testable import Engines

@Suite struct CoalitionTests {
    @Test("Elmira: coalition stabilities; state 5 is upset by the ministry and the firm moving to 8")
    func elmira() throws {
        let entry = try KnownConflicts.entry("elmira-9")
        let found = entry.graph.coalitionStabilities()
        #expect(found.count == entry.expected!.coalitions!.count)
        for expected in entry.expected!.coalitions! {
            let members = expected.members.map { entry.makers.firstIndex(of: $0)! }
            let own = found.first { $0.members == members }!
            #expect(own.cnash.members.map { $0 + 1 } == expected.cnash)
            #expect(own.cgmr.members.map { $0 + 1 } == expected.cgmr)
            #expect(own.csmr.members.map { $0 + 1 } == expected.csmr)
        }
        #expect(entry.graph.coalitionTree(from: 4).path(to: 7)?.map(\.members) == [[0, 1]])
    }

    @Test("Steps from the status quo are as many as the cases say")
    func statusQuo() throws {
        for id in ["elmira-9", "korea-2017-original"] {
            let entry = try KnownConflicts.entry(id)
            let (graph, expected) = (entry.graph, entry.expected!.statusQuo!)
            let evolution = graph.evolution(from: expected.start - 1)
            func named(_ distances: [Int: Int]) -> [String: Int] {
                Dictionary(uniqueKeysWithValues: distances.map { ("\($0.key + 1)", $0.value) })
            }
            #expect(named(evolution.moves) == expected.stepsByMoves, "\(id)")
            #expect(named(evolution.improvements) == expected.stepsByImprovements, "\(id)")
        }
    }

    @Test("Foresight of one to four moves in the cases of two decision makers; horizon 1 is Nash")
    func limitedMoves() throws {
        for entry in try KnownConflicts.read().cases {
            guard let expected = entry.expected?.limitedMove else { continue }
            let graph = entry.graph
            var foresight = LimitedMove(graph, states: Array(0..<graph.states))
            for (i, maker) in entry.makers.enumerated() {
                for horizon in 1...4 {
                    let stable = foresight.stableStates(for: i, horizon: horizon).map { $0 + 1 }
                    #expect(stable == expected[maker]!["L\(horizon)"], "\(entry.id) \(maker) \(horizon)")
                }
                let nash = (0..<graph.states).filter { graph.isStable($0, for: i, under: .nash) }
                #expect(foresight.stableStates(for: i, horizon: 1) == nash)
            }
        }
    }

    /// The definitions read off the page, with searches instead of tables.
    @Test(
        "Coalition stabilities agree with the definitions in 200 random graphs; CNash ⊆ CSMR ⊆ CGMR, CNash ⊆ CSEQ ⊆ CGMR"
    )
    func definitions() {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let graph = randomGraph(&random, unknown: false)
            for own in graph.coalitionStabilities() {
                let others = (0..<graph.decisionMakers).filter { !own.members.contains($0) }
                func better(_ t: Int, _ s: Int) -> Bool { own.members.allSatisfy { graph.tempts($0, s, t) } }
                func improvements(_ s: Int) -> [Int] {
                    graph.answers(to: s, by: own.members, credible: false).filter { better($0, s) }
                }
                for s in 0..<graph.states {
                    let cgmr = improvements(s).allSatisfy { s1 in
                        graph.answers(to: s1, by: others, credible: false).contains { !better($0, s) }
                    }
                    let csmr = improvements(s).allSatisfy { s1 in
                        graph.answers(to: s1, by: others, credible: false).contains { s2 in
                            !better(s2, s)
                                && !graph.answers(to: s2, by: own.members, credible: false).contains {
                                    better($0, s)
                                }
                        }
                    }
                    let single = improvements(s).allSatisfy { s1 in
                        graph.answers(to: s1, by: others, credible: true).contains { !better($0, s) }
                    }
                    #expect(own.cnash.contains(s) == improvements(s).isEmpty, "seed \(seed)")
                    #expect(own.cgmr.contains(s) == cgmr, "seed \(seed)")
                    #expect(own.csmr.contains(s) == csmr, "seed \(seed)")
                    #expect(own.cseqUnrestricted.contains(s) == single, "seed \(seed)")
                }
                #expect(own.cnash.isSubset(of: own.csmr) && own.csmr.isSubset(of: own.cgmr), "seed \(seed)")
                #expect(own.cnash.isSubset(of: own.cseq) && own.cseq.isSubset(of: own.cgmr), "seed \(seed)")
            }
        }
    }

    @Test("Patterns hold exactly the states of a set, and none can be widened")
    func patterns() {
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let model = randomConflict(&random).model
            let set = StateSet(
                model.feasible.members.filter { _ in random.next(in: 0...2) > 0 }, states: model.states)
            let patterns = model.patterns(of: set)
            var covered = StateSet(states: model.states)
            for pattern in patterns {
                for state in 0..<model.states where state & pattern.fixed == pattern.taken {
                    #expect(set.contains(state) || !model.feasible.contains(state), "seed \(seed)")
                    if set.contains(state) { covered.insert(state) }
                }
            }
            #expect(covered == set, "seed \(seed)")
            #expect(patterns.map(\.covers).reduce(0, +) == set.count, "seed \(seed)")
        }
    }
}
