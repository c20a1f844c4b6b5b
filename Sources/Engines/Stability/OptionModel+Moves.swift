extension OptionModel {
    /// Calls `body` with every unilateral move of `i` from a state, in no promised order.
    ///
    /// Any number of own options may change at once; combinations passed over need not be feasible.
    ///
    /// - Complexity: O(2^*m*), where *m* is the number of own options that may change here.
    @inline(__always)
    func forEachMove(of i: Int, from state: Int, _ body: (Int) -> Void) {
        if let unseen = unseen[i], unseen.contains(state) { return }
        let changeable = changeable(by: i, in: state)
        var change = changeable
        while change != 0 {
            let target = state ^ change
            if feasible.contains(target), !(unseen[i]?.contains(target) ?? false) { body(target) }
            change = (change - 1) & changeable
        }
    }

    /// The options that `i` may change where it stands, as a bit pattern.
    func changeable(by i: Int, in state: Int) -> Int {
        var bits = 0
        for option in owners.indices where owners[option] == i {
            let permission = state >> option & 1 == 1 ? dropping[option] : taking[option]
            if permission.allows(state) { bits |= 1 << option }
        }
        return bits
    }

    /// The states in which `i` cannot move at all.
    public func statesWithoutMove(of i: Int) -> StateSet {
        StateSet(
            feasible.members.filter { state in
                !canMove(i, from: state)
            }, states: states)
    }

    private func canMove(_ i: Int, from state: Int) -> Bool {
        if let unseen = unseen[i], unseen.contains(state) { return false }
        let changeable = changeable(by: i, in: state)
        var change = changeable
        while change != 0 {
            let target = state ^ change
            if feasible.contains(target), !(unseen[i]?.contains(target) ?? false) { return true }
            change = (change - 1) & changeable
        }
        return false
    }

    /// The unilateral moves of `i` from a state, ascending.
    public func moves(of i: Int, from state: Int) -> [Int] {
        var targets: [Int] = []
        forEachMove(of: i, from: state) { targets.append($0) }
        return targets.sorted()
    }
}
