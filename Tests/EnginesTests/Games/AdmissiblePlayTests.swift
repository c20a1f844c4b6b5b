import Numbers
import Support
import Testing

@testable import Engines

@Suite("Admissible play")
struct AdmissiblePlayTests {
    @Test("A play that is left alone is sequential by its own slips, and an outcome of the full search")
    func provenByItsSlips() throws {
        var (proven, compared) = (0, 0)
        for seed in 1...400 {
            let tree = GameTree.small(seed: UInt64(seed), players: 2 + seed % 2)
            guard let trembles = tree.admissibleTrembles() else { continue }
            proven += 1
            #expect(tree.isSequential(trembles), "seed \(seed)")
            let search = tree.sequentialEquilibria(try tree.sequences(), budget: Budget(20_000))
            guard search.isComplete else { continue }
            compared += 1
            let outcome = tree.outcome(of: trembles.behaviour)
            #expect(
                search.equilibria.contains { one in
                    one.outcome == outcome
                        || one.isOneOfMany && zip(outcome, one.outcome).allSatisfy { $0 == 0 || $1 != 0 }
                }, "seed \(seed)")
        }
        #expect(proven > 60 && compared > 50)
    }

    @Test("Small slips prove the play perfect, by the whole polynomials")
    func perfect() {
        var proven = 0
        for seed in 1...400 {
            let tree = GameTree.small(seed: UInt64(seed), players: 2)
            guard let trembles = tree.admissibleTrembles(),
                trembles.orders.reduce(0, { $0 + ($1.max() ?? 0) }) <= 200
            else { continue }
            proven += 1
            #expect(tree.proof(by: trembles) == .perfect, "seed \(seed)")
        }
        #expect(proven > 10)
    }

    @Test("What is struck strictly at every node is in no sequential equilibrium")
    func strictStrikes() throws {
        for seed in 1...150 {
            let tree = GameTree.small(seed: UInt64(seed), players: 2)
            let kept = tree.undominated(AllowedActions(tree))
            let search = tree.sequentialEquilibria(try tree.sequences(), budget: Budget(20_000))
            let admissible = tree.admissibleActions()
            for set in tree.sets.indices {
                #expect(admissible[set].allSatisfy { kept.contains(set, $0) }, "seed \(seed)")
                for one in search.equilibria {
                    let shares = one.assessment.behaviour.probabilities[set]
                    #expect(shares.indices.allSatisfy { shares[$0] == 0 || kept.contains(set, $0) })
                }
            }
        }
    }

    @Test("Consent that costs nothing, because it changes nothing, is given by whom it would help")
    func costlessConsent() {
        // One player may open a door, the other never walks through; if he did, the first would gain.
        let tree = GameTree(
            players: 2, sets: [.init(player: 0, actions: 2), .init(player: 1, actions: 2)],
            moves: [
                .decision(0), .decision(1), .end([2, 0]), .end([1, 1]), .end([1, 1]),
            ])
        #expect(tree.admissibleActions() == [[0], [1]])
    }
}
