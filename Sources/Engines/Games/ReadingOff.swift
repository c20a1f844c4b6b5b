public import Numbers

/// What can be read off an assessment, set by set.
extension GameTree {
    /// The actions that no other one at the set does better than, given the belief there and what everybody does later;
    /// empty where there is no belief.
    public func bestActions(at set: Int, _ assessment: Assessment) -> [Int] {
        guard let worth = worth(of: set, assessment, values(under: assessment.behaviour)) else { return [] }
        let best = worth.max()!
        return worth.indices.filter { worth[$0] == best }
    }

    /// What a player expects once a set is reached, by the belief there; `nil` where there is none.
    public func expectation(of player: Int, at set: Int, _ assessment: Assessment) -> Rational? {
        guard let belief = assessment.beliefs[set] else { return nil }
        let values = values(under: assessment.behaviour)
        return zip(sets[set].members, belief).reduce(Rational.zero) {
            $0 + $1.1 * values[$1.0 * players + player]
        }
    }

    /// How likely each member of a set is before the game begins, if the share of each action at each set is known within
    /// bounds.
    public func reaches(of set: Int, under share: (_ set: Int, _ action: Int) -> Interval) -> [Interval] {
        sets[set].members.map { member in
            let path = path(to: member)
            return zip(path, path.dropFirst()).reduce(Interval(.one)) { product, step in
                let branch = Int(nodes[step.1].branch)
                if case .decision(let here) = nodes[step.0].kind { return product * share(here, branch) }
                return product * Interval(probability(step.0, branch))
            }
        }
    }

    /// How likely it could come to a set, once some actions have been taken, if from there on everybody lets it.
    ///
    /// - Parameters:
    ///   - set: The set.
    ///   - groups: What has been taken: of each group one of its sets, with this action.
    ///   - shares: Per set how likely each action is.
    /// - Returns: `nil` if the actions are not taken at all.
    public func chance(ofComingTo set: Int, once groups: [[Int: Int]], under shares: [[Rational]])
        -> Rational?
    {
        var (taken, coming) = (Rational.zero, Rational.zero)
        /// What comes behind a node at which some groups are still open.
        func follow(_ node: Int, _ weight: Rational, _ open: [[Int: Int]]) {
            guard !open.isEmpty else {
                taken += weight
                coming += weight * access(from: node, to: set)
                return
            }
            for (branch, child) in children(of: node).enumerated() {
                var (share, left) = (probability(node, branch), open)
                if case .decision(let here) = nodes[node].kind {
                    share = shares[here][branch]
                    if let group = open.firstIndex(where: { $0[here] != nil }) {
                        guard open[group][here] == branch else { continue }
                        left.remove(at: group)
                    }
                }
                if share != 0 { follow(Int(child), weight * share, left) }
            }
        }
        follow(0, .one, groups)
        return taken == 0 ? nil : coming / taken
    }

    /// How likely a set is reached from a node if everybody works towards it and only chance is against it.
    private func access(from node: Int, to set: Int) -> Rational {
        switch nodes[node].kind {
        case .decision(set): .one
        case .decision: children(of: node).map { access(from: Int($0), to: set) }.max() ?? 0
        case .chance:
            children(of: node).enumerated().reduce(.zero) {
                $0 + probability(node, $1.offset) * access(from: Int($1.element), to: set)
            }
        case .end: .zero
        }
    }
}
