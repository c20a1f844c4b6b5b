/// States described together: some options taken, some not, the rest as it may be.
public struct StatePattern: Hashable, Sendable {
    /// The options that the pattern fixes.
    public let fixed: Int
    /// Which of the fixed options are taken.
    public let taken: Int
    /// How many states of the set it stands for that no earlier pattern does.
    public let covers: Int
}

extension OptionModel {
    /// A set of states as few patterns, those that stand for the most new states first.
    ///
    /// A pattern holds only states of the set, or states that cannot be. Patterns are grown greedily: from the lowest state not yet
    /// covered every option that may be left open is left open, so that no pattern can be widened; the cover need not
    /// be the smallest possible.
    ///
    /// - Complexity: O(*patterns* · *k*² · 2^*k* / 64).
    public func patterns(of set: StateSet, limit: Int = .max) -> [StatePattern] {
        var allowed = set
        for index in allowed.words.indices { allowed.words[index] |= ~feasible.words[index] }
        allowed.trim()
        // An option is open in a pattern when flipping it leads from allowed states to allowed states.
        var (left, found): (StateSet, [StatePattern]) = (set, [])
        while let seed = left.first(1).first, found.count < limit {
            let free = widest(from: seed, allowed, left)
            var covered = 0
            var change = free
            while true {
                if left.contains(seed ^ change) {
                    left.remove(seed ^ change)
                    covered += 1
                }
                if change == 0 { break }
                change = (change - 1) & free
            }
            let fixed = (states - 1) & ~free
            found.append(StatePattern(fixed: fixed, taken: seed & fixed, covers: covered))
        }
        return found.sorted { ($1.covers, $0.taken, $0.fixed) < ($0.covers, $1.taken, $1.fixed) }
    }

    /// The options that can be left open around a state; the option that gains most uncovered states comes first.
    private func widest(from seed: Int, _ allowed: StateSet, _ left: StateSet) -> Int {
        var free = 0
        var members = [seed]
        while true {
            var best: (gain: Int, option: Int)?
            for option in 0..<options where free >> option & 1 == 0 {
                guard members.allSatisfy({ allowed.contains($0 ^ 1 << option) }) else { continue }
                let gain = members.count { left.contains($0 ^ 1 << option) }
                if gain > best?.gain ?? -1 { best = (gain, option) }
            }
            guard let best else { return free }
            free |= 1 << best.option
            members += members.map { $0 ^ 1 << best.option }
        }
    }
}
