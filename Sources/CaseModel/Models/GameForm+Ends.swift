public import Numbers

/// What the ends of a tree pay, with everything that was paid on the way.
extension TreeForm {
    /// The payoffs of every end in depth-first order, one per player: the sums of all outcomes on the way.
    ///
    /// - Complexity: O(*nodes* × *players*), whatever the depth.
    public var endPayoffs: [Rational] {
        var payoffs: [Rational] = []
        let nothing = Array(repeating: Rational.zero, count: players.count)
        forEachEnd { payoffs += $1?.payoffs ?? nothing }
        return payoffs
    }

    /// The same game with outcomes at its ends alone.
    ///
    /// A tree that has no others is returned as it is. Otherwise each end gets an outcome with the sum of what its way
    /// pays, called like the last outcome on the way; ends with the same last outcome and the same sum share one.
    ///
    /// - Complexity: O(*nodes* × *players*), whatever the depth.
    public func withPayoffsAtEnds() -> TreeForm {
        guard nodes.contains(where: { $0.outcome != nil && $0.kind != .end }) else { return self }
        var tree = self
        tree.outcomes = []
        for index in tree.nodes.indices { tree.nodes[index].outcome = nil }
        var known: [PaidOnTheWay: Int] = [:]
        forEachEnd { node, paid in
            guard let paid else { return }
            if known[paid] == nil {
                known[paid] = tree.outcomes.count
                tree.outcomes.append(
                    GameOutcome(
                        number: tree.outcomes.count + 1, name: outcomes[paid.last].name, payoffs: paid.payoffs
                    ))
            }
            tree.nodes[node].outcome = known[paid]
        }
        return tree
    }

    /// The sum of the outcomes on the way to a node, and which came last.
    private struct PaidOnTheWay: Hashable {
        var last: Int
        var payoffs: [Rational]

        func adding(_ outcome: Int, _ payoffs: [Rational]) -> PaidOnTheWay {
            PaidOnTheWay(last: outcome, payoffs: zip(self.payoffs, payoffs).map(+))
        }
    }

    /// Goes through the ends in depth-first order with what was paid up to and at them; `nil` where no outcome stood.
    private func forEachEnd(_ body: (Int, PaidOnTheWay?) -> Void) {
        var open: [(left: Int, paid: PaidOnTheWay?)] = []
        for (index, node) in nodes.enumerated() {
            while let last = open.last, last.left == 0 { open.removeLast() }
            var paid = open.last?.paid
            if !open.isEmpty { open[open.count - 1].left -= 1 }
            if let outcome = node.outcome {
                let payoffs = outcomes[outcome].payoffs
                paid = paid?.adding(outcome, payoffs) ?? PaidOnTheWay(last: outcome, payoffs: payoffs)
            }
            if node.kind == .end {
                body(index, paid)
            } else {
                open.append((arity(of: node), paid))
            }
        }
    }
}
