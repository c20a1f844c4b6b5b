public import Numbers

extension GameTable {
    /// The combinations of pure strategies from which nobody gains by leaving alone.
    ///
    /// - Complexity: `cells * sum of strategies`.
    public func pureEquilibria() -> [[Int]] {
        (0..<cells).lazy.map { (cell: $0, choices: self.choices($0)) }.filter { cell, choices in
            (0..<self.players).allSatisfy { player in
                var others = choices
                return (0..<self.strategies[player]).allSatisfy { strategy in
                    others[player] = strategy
                    return self.payoff(self.cell(others), player) <= self.payoff(cell, player)
                }
            }
        }.map(\.choices)
    }
}

/// An action that keeps others from something although its player would not take it if it came to that.
public struct EmptyThreat: Hashable, Sendable {
    public let set: Int
    public let threat: Int
    public let deviation: Int
    /// What the player gains by deviating when it comes to that, at the least.
    public let gain: Rational
    /// The equilibrium that rests on the threat: one action per set, `nil` where the player's own play excludes it.
    public let plan: [Int?]
    public let payoffs: [Rational]
}

extension GameTree {
    /// The pure Nash equilibria that rest on an empty threat, one for each threat and deviation.
    ///
    /// A threat is empty if, at every node where its player could have to carry it out, another action is better for
    /// him, given what everybody does later; no belief can save it. Selten (1965) calls such equilibria imperfect.
    public func emptyThreats(_ form: ReducedForm) -> [EmptyThreat] {
        var threats: [EmptyThreat] = []
        var seen: Set<[Int]> = []
        for choices in form.table.pureEquilibria() {
            let plan = sets.indices.map { set -> Int? in
                form.plans[sets[set].player][choices[sets[set].player]][set]
            }
            for threat in emptyThreats(of: plan)
            where seen.insert([threat.set, threat.threat, threat.deviation]).inserted {
                threats.append(threat)
            }
        }
        return threats.sorted { ($0.set, $0.threat, $0.deviation) < ($1.set, $1.threat, $1.deviation) }
    }

    private func emptyThreats(of plan: [Int?]) -> [EmptyThreat] {
        // Where a player's own play excludes a set, what he does there is not part of the equilibrium; he would do what is
        // best, and where that is open the threat is not called empty.
        let allowed = followed(plan)
        let bounds = ValueBounds(self, allowed)
        let reached = reached(plan)
        return sets.indices.compactMap { set -> EmptyThreat? in
            guard let threat = plan[set], canHappen(set: set),
                !sets[set].members.contains(where: { reached[$0] })
            else { return nil }
            let player = sets[set].player
            let best = (0..<sets[set].actions).compactMap { action -> (Int, Rational)? in
                guard action != threat else { return nil }
                let gains = sets[set].members.filter { nodes[$0].canHappen }.map { member in
                    bounds.low[child(member, action) * players + player]
                        - bounds.high[child(member, threat) * players + player]
                }
                return (action, gains.min()!)
            }.max { $0.1 < $1.1 }
            guard let (deviation, gain) = best, gain > 0 else { return nil }
            return EmptyThreat(
                set: set, threat: threat, deviation: deviation, gain: gain, plan: plan,
                payoffs: payoffs { plan[$0] ?? 0 })
        }
    }

    /// The plan's actions, and all undominated ones where it names none.
    private func followed(_ plan: [Int?]) -> AllowedActions {
        var allowed = AllowedActions(self)
        for (set, action) in plan.enumerated() {
            if let action { allowed.restrict(set, to: [action]) }
        }
        return undominated(allowed)
    }

    /// Which nodes the plan reaches.
    private func reached(_ plan: [Int?]) -> [Bool] {
        var reached = Array(repeating: false, count: size)
        reached[0] = true
        for node in 0..<size where reached[node] {
            for (branch, child) in children(of: node).enumerated() {
                switch nodes[node].kind {
                case .chance: reached[Int(child)] = probability(node, branch) != 0
                case .decision(let set): reached[Int(child)] = (plan[set] ?? 0) == branch
                case .end: break
                }
            }
        }
        return reached
    }
}
