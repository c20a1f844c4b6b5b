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

    /// What a player expects once a set is reached: by the belief there, or between the least and the most of its members
    /// where nobody comes and other beliefs would do as well; `nil` where nothing can happen.
    public func expectation(of player: Int, at set: Int, _ assessment: Assessment) -> Interval? {
        guard let belief = assessment.beliefs[set] else { return nil }
        let values = values(under: assessment.behaviour)
        let members = sets[set].members.map { values[$0 * players + player] }
        if isOpen(set, assessment) { return Interval.hull(of: members) }
        return Interval(zip(members, belief).reduce(Rational.zero) { $0 + $1.0 * $1.1 })
    }

    /// Whether a set of several members is not reached, so that nobody is held to one belief there.
    public func isOpen(_ set: Int, _ assessment: Assessment) -> Bool {
        sets[set].members.count(where: { nodes[$0].canHappen }) > 1
            && !reachedSets(assessment.trembles).contains(set)
    }

    /// The sets at which somebody moves before a set.
    public func sets(before set: Int) -> Set<Int> {
        Set(
            sets[set].members.flatMap { path(to: $0).dropLast() }.compactMap { node -> Int? in
                if case .decision(let set) = nodes[node].kind { set } else { nil }
            })
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
                    if open.contains(where: { $0[here] != nil && $0[here] != branch }) { continue }
                    left.removeAll { $0[here] == branch }
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
