import CaseModel
import Engines
public import Numbers

extension GuaranteeFinding {
    /// A small game as a tree to look at, with what is done in it at the points.
    public struct DrawnTree: Sendable {
        /// In depth-first order, the root first.
        public let nodes: [Node]

        public struct Node: Sendable {
            public let kind: Kind
            public let parent: Int?
            /// What leads here from the parent.
            public let label: String
            /// How likely that is: by chance, or as its player chooses; `nil` where that is not settled.
            public let share: Interval?
        }

        public enum Kind: Hashable, Sendable {
            case chance(String?)
            case decision(set: Int)
            case end([Rational])
        }

        /// More nodes than this are no picture.
        static let limit = 40
    }
}

extension TrialBench {
    /// The tree with the shares of its branches; `nil` if it is too large or not written as one.
    func drawing(_ chosen: [Int]) throws(Refused) -> GuaranteeFinding.DrawnTree? {
        guard case .tree(let root) = prepared.filled.body, root.all.count <= GuaranteeFinding.DrawnTree.limit
        else {
            return nil
        }
        let settled = try settled(parameters.map(\.value), chosen)
        let values = prepared.known(parameters.map(\.value), chosen)
        var nodes: [GuaranteeFinding.DrawnTree.Node] = []
        func add(_ node: GameModel.Node, _ parent: Int?, _ label: String, _ share: Interval?) {
            let place = nodes.count
            switch node {
            case .payoff(let payoffs, _):
                let numbers = prepared.names.players.map { payoffs[$0]?.value { values[$0] } ?? 0 }
                nodes.append(.init(kind: .end(numbers), parent: parent, label: label, share: share))
            case .chance(let name, let branches):
                nodes.append(.init(kind: .chance(name), parent: parent, label: label, share: share))
                for branch in branches {
                    let probability = branch.probability?.value { values[$0] }
                    add(branch.to, place, branch.label, probability.map { Interval($0) })
                }
            case .decision(let player, let name, let actions):
                let names = prepared.names
                let set = names.sets.firstIndex { $0.name == name && names.players[$0.player] == player }!
                nodes.append(.init(kind: .decision(set: set), parent: parent, label: label, share: share))
                let shares = settled.standing(at: set)?.shares
                for (action, branch) in actions.enumerated() {
                    add(branch.to, place, branch.label, shares?[action])
                }
            }
        }
        add(root, nil, "", nil)
        return GuaranteeFinding.DrawnTree(nodes: nodes)
    }
}
