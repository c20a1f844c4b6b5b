/// The nodes before a group of a decision diagram, made as they are met: a table of vectors without doubles.
struct NodeStates {
    private let gate: Gate
    private let axes: Int
    private(set) var count = 0
    /// The vectors one after another.
    private var vectors: [Int] = []
    /// Nodes by the hash of their vectors, with room to spare; -1 where there is none.
    private var slots = Array(repeating: -1, count: 64)
    // One vector each that is used again and again.
    private var kept: [Int]
    private var isOpen: [Bool]

    init(_ gate: Gate, axes: Int) {
        (self.gate, self.axes) = (gate, axes)
        kept = Array(repeating: 0, count: axes)
        isOpen = Array(repeating: false, count: axes)
    }

    /// What a node has along an axis.
    func sum(_ node: Int, axis: Int) -> Int { vectors[node * axes + axis] }

    /// The node with these sums if so much can still be added, a new one if there is none; or how the vote ends.
    mutating func node(at sums: [Int], rest: [Int]) -> Int {
        if let verdict = gate.verdict(sums, rest) { return verdict ? VotingDiagram.won : VotingDiagram.lost }
        for axis in 0..<axes { (kept[axis], isOpen[axis]) = (0, false) }
        gate.mark(sums, rest, &kept, &isOpen)
        for axis in 0..<axes where isOpen[axis] { kept[axis] = sums[axis] }
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 {
            if isKept(at: slots[slot]) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = count
        vectors.append(contentsOf: kept)
        count += 1
        if 2 * count > slots.count { grow() }
        return count - 1
    }

    private func isKept(at node: Int) -> Bool {
        for axis in 0..<axes where vectors[node * axes + axis] != kept[axis] { return false }
        return true
    }

    /// Not Swift's own hash, whose seed would not matter here but whose price does.
    private var hash: Int {
        var hash: UInt64 = 0
        for axis in 0..<axes {
            hash = (hash ^ UInt64(truncatingIfNeeded: kept[axis])) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return Int(truncatingIfNeeded: hash >> 1)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: 2 * slots.count)
        for node in 0..<count {
            for axis in 0..<axes { kept[axis] = vectors[node * axes + axis] }
            var slot = hash & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = node
        }
    }
}

extension Gate {
    /// Whether the gate is met whatever comes, or not met whatever comes; `nil` if it depends.
    ///
    /// `rest` is the most that can still be added; the least is nothing.
    fileprivate func verdict(_ sums: [Int], _ rest: [Int]) -> Bool? {
        switch self {
        case .reaches(let axis, let threshold):
            return sums[axis] >= threshold ? true : sums[axis] + rest[axis] < threshold ? false : nil
        case .atLeast(let least, let parts):
            var (met, open) = (0, 0)
            for part in parts {
                switch part.verdict(sums, rest) {
                case true?: met += 1
                case false?: break
                case nil: open += 1
                }
            }
            return met >= least ? true : met + open < least ? false : nil
        }
    }

    /// Marks the axes with an open leaf that matters, and how far the others were reached.
    ///
    /// Called on a gate that is open. Of an axis without open leaves only the reached thresholds are kept.
    fileprivate func mark(_ sums: [Int], _ rest: [Int], _ reached: inout [Int], _ isOpen: inout [Bool]) {
        switch self {
        case .reaches(let axis, _): isOpen[axis] = true
        case .atLeast(_, let parts):
            for part in parts {
                switch part.verdict(sums, rest) {
                case nil: part.mark(sums, rest, &reached, &isOpen)
                case true?: part.keep(sums, &reached)
                case false?: break
                }
            }
        }
    }

    /// Keeps the thresholds that a met gate may rest on.
    private func keep(_ sums: [Int], _ reached: inout [Int]) {
        for leaf in leaves where sums[leaf.axis] >= leaf.threshold {
            reached[leaf.axis] = max(reached[leaf.axis], leaf.threshold)
        }
    }
}
