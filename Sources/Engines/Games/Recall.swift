/// What each player has done before each of his choices, if he never forgets it.
///
/// A *sequence* of a player is what he has chosen on the way: the empty one has number 0, and behind it stands one for
/// each action of each of his sets, in the order of the sets (Koller & Megiddo 1992; von Stengel 1996).
public struct Sequences: Sendable {
    /// The sequence that leads to each set, by the number it has with the set's player.
    public let leadingTo: [Int]
    /// The sequence behind the first action of each set; those behind the others follow.
    public let first: [Int]
    /// How many sequences each player has, the empty one included.
    public let counts: [Int]
    /// For each end, the sequence of each player: `end * players + player`.
    let atEnds: [Int32]
    /// For each node, the sequence of each player before it.
    let atNodes: [Int32]

    /// The sequences of a tree, or the first set at which its player has forgotten what he did or knew.
    init(_ tree: GameTree) throws(ForgottenChoice) {
        var counts = Array(repeating: 1, count: tree.players)
        var first = Array(repeating: 0, count: tree.sets.count)
        for (set, information) in tree.sets.enumerated() {
            first[set] = counts[information.player]
            counts[information.player] += information.actions
        }
        let players = tree.players
        var atNodes = Array(repeating: Int32(0), count: tree.size * players)
        var leadingTo = Array(repeating: 0, count: tree.sets.count)
        var isSeen = Array(repeating: false, count: tree.sets.count)
        var atEnds = Array(repeating: Int32(0), count: tree.ends.count * players)
        for (node, information) in tree.nodes.enumerated() {
            if information.parent >= 0 {
                let parent = Int(information.parent)
                for player in 0..<players {
                    atNodes[node * players + player] = atNodes[parent * players + player]
                }
                if case .decision(let set) = tree.nodes[parent].kind {
                    atNodes[node * players + tree.sets[set].player] = Int32(
                        first[set] + Int(information.branch))
                }
            }
            switch information.kind {
            case .decision(let set):
                let mine = Int(atNodes[node * players + tree.sets[set].player])
                if isSeen[set], leadingTo[set] != mine { throw ForgottenChoice(set: set) }
                (isSeen[set], leadingTo[set]) = (true, mine)
            case .end(let end):
                for player in 0..<players {
                    atEnds[end * players + player] = atNodes[node * players + player]
                }
            case .chance: break
            }
        }
        (self.leadingTo, self.first, self.counts) = (leadingTo, first, counts)
        (self.atEnds, self.atNodes) = (atEnds, atNodes)
    }
}

/// A set at which a player with imperfect recall has forgotten what he did or knew before.
public struct ForgottenChoice: Error, Hashable, Sendable {
    public let set: Int
}

extension GameTree {
    /// The sequences of every player.
    ///
    /// - Throws: ``ForgottenChoice`` if recall is imperfect.
    public func sequences() throws(ForgottenChoice) -> Sequences { try Sequences(self) }
}
