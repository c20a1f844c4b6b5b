import Numbers
import Support
import Testing

@testable import Engines

@Suite("Subgames")
struct SubgameTests {
    private static let budget = Budget(200_000)

    @Test("Selten's chain of entry (1978): one subgame-perfect equilibrium, others are Nash and no more")
    func entry() throws {
        // The entrant stays out or comes in; then the incumbent fights or shares.
        let tree = GameTree(
            players: 2, sets: [.init(player: 0, actions: 2), .init(player: 1, actions: 2)],
            moves: [.decision(0), .end([1, 5]), .decision(1), .end([0, 0]), .end([2, 2])])
        #expect(tree.subgameRoots == [0, 2])
        let found = try #require(tree.subgamePerfectEquilibria(planLimit: 100, budget: Self.budget))
        #expect(found.isComplete && found.subgames == 2)
        #expect(found.equilibria.map(\.mixtures) == [[[0, 1], [0, 1]]])
        #expect(found.equilibria.map(\.payoffs) == [[2, 2]])
    }

    @Test("Perfect information without ties: backward induction")
    func induction() throws {
        var compared = 0
        for seed in 1...200 {
            let tree = GameTree.small(seed: UInt64(seed), players: 2 + seed % 2)
            guard let induction = tree.backwardInduction(), induction.ties.isEmpty else { continue }
            compared += 1
            let found = try #require(tree.subgamePerfectEquilibria(planLimit: 1_000, budget: Self.budget))
            #expect(found.isComplete && found.equilibria.count == 1)
            #expect(found.equilibria.first?.payoffs == induction.payoffs)
            for (set, choice) in induction.choices.enumerated() where !tree.sets[set].members.isEmpty {
                #expect(found.equilibria.first?.mixtures[set]?[choice] == 1)
            }
        }
        #expect(compared > 10)
    }

    @Test("Every pure plan is listed if and only if it is an equilibrium of every subgame")
    func purePlans() throws {
        var (perfect, plain) = (0, 0)
        for seed in 1...800 {
            let tree = GameTree.small(seed: UInt64(seed), players: 2)
            guard tree.sets.count <= 8, tree.subgameRoots.count > 1 else { continue }
            let found = try #require(tree.subgamePerfectEquilibria(planLimit: 10_000, budget: Self.budget))
            guard found.isComplete else { continue }
            for code in 0..<(1 << tree.sets.count) {
                let choices = tree.sets.indices.map { code >> $0 & 1 }
                let isListed = found.equilibria.contains { one in
                    zip(one.mixtures, choices).allSatisfy { $0 == nil || $0![$1] == 1 }
                }
                let behaviour = Behaviour(pure: choices, in: tree)
                let isPerfect = tree.subgameRoots.allSatisfy { tree.isNash(behaviour, from: $0) }
                #expect(isListed == isPerfect, "seed \(seed), plan \(code)")
                if isPerfect { perfect += 1 } else if tree.isNash(behaviour, from: 0) { plain += 1 }
            }
        }
        #expect(perfect > 30 && plain > 30, "\(perfect) and \(plain)")
    }

    @Test("What is listed is an equilibrium of every subgame, mixtures too")
    func mixtures() throws {
        for seed in 1...250 {
            let tree = GameTree.small(seed: UInt64(seed), players: 2)
            let found = try #require(tree.subgamePerfectEquilibria(planLimit: 10_000, budget: Self.budget))
            for one in found.equilibria.prefix(50) {
                let behaviour = Behaviour(
                    zip(one.mixtures, tree.sets).map { mixture, set in
                        mixture ?? (0..<set.actions).map { $0 == 0 ? .one : .zero }
                    })
                #expect(tree.subgameRoots.allSatisfy { tree.isNash(behaviour, from: $0) }, "seed \(seed)")
                #expect(tree.payoffs(under: behaviour) == one.payoffs, "seed \(seed)")
            }
        }
    }

    @Test("Three players: ties are listed, and every pure equilibrium of every subgame is found")
    func threePlayers() throws {
        let tie = GameTree(
            players: 3, sets: [.init(player: 0, actions: 2)],
            moves: [.decision(0), .end([1, 0, 0]), .end([1, 1, 0])])
        let two = try #require(tie.subgamePerfectEquilibria(planLimit: 10, budget: Self.budget))
        #expect(two.isComplete && two.equilibria.map(\.mixtures) == [[[1, 0]], [[0, 1]]])
        var perfect = 0
        for seed in 1...60 {
            let tree = GameTree.small(seed: UInt64(seed), players: 3)
            guard tree.sets.count <= 7 else { continue }
            let found = try #require(tree.subgamePerfectEquilibria(planLimit: 1_000, budget: Self.budget))
            for code in 0..<(1 << tree.sets.count) {
                let choices = tree.sets.indices.map { code >> $0 & 1 }
                let behaviour = Behaviour(pure: choices, in: tree)
                guard tree.subgameRoots.allSatisfy({ tree.isNash(behaviour, from: $0) }) else { continue }
                perfect += 1
                let isListed = found.equilibria.contains { one in
                    zip(one.mixtures, choices).allSatisfy { $0 == nil || $0![$1] == 1 }
                }
                // With ties a mixture may stand for it that leads to the same.
                #expect(isListed || !found.isComplete, "seed \(seed), plan \(code)")
            }
        }
        #expect(perfect > 20, "\(perfect)")
    }

    @Test("A list longer than the budget says so")
    func budget() throws {
        // Ten choices in a row, each a tie: a thousand equilibria.
        var moves: [GameTree.Move] = []
        for set in 0..<10 { moves += [.decision(set), .end([0, 0])] }
        moves.append(.end([0, 0]))
        let tree = GameTree(
            players: 2, sets: (0..<10).map { .init(player: $0 % 2, actions: 2) }, moves: moves)
        let all = try #require(tree.subgamePerfectEquilibria(planLimit: 100, budget: Budget(20_000)))
        #expect(all.isComplete && all.equilibria.count == 1_024)
        let some = try #require(tree.subgamePerfectEquilibria(planLimit: 100, budget: Budget(300)))
        #expect(!some.isComplete && some.equilibria.count < 300)
        #expect(tree.subgamePerfectEquilibria(planLimit: 1, budget: Budget(300)) == nil)
    }
}

extension GameTree {
    /// Whether no player can gain from a node on, by the definition: every plan of his is tried there.
    fileprivate func isNash(_ behaviour: Behaviour, from root: Int) -> Bool {
        let worth = values(under: behaviour)
        var last = root
        while let child = children(of: last).last { last = Int(child) }
        return (0..<players).allSatisfy { player in
            let mine = sets(of: player).filter { set in
                sets[set].members.contains { (root...last).contains($0) }
            }
            return (0..<(1 << mine.count)).allSatisfy { code in
                var other = behaviour
                for (place, set) in mine.enumerated() {
                    other.probabilities[set] = (code >> place & 1) == 0 ? [1, 0] : [0, 1]
                }
                return values(under: other)[root * players + player] <= worth[root * players + player]
            }
        }
    }
}
