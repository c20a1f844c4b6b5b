/// Carries the smallest number over the *improvements* of one decision maker: every state gets the smallest among
/// itself and the states that the mover reaches from it and prefers.
///
/// A block holds the states that differ only in the mover's options. Sorted from the best state to the worst, one
/// running minimum replaces all arcs of the block, because an improvement leads to any state further up the list.
/// Where options of the block go one way only, there is one running minimum for each choice of those options.
///
/// The trick stays in this file: blocks are sorted once, and sixteen neighbouring blocks are brought into a small
/// buffer together, so that a mover whose options are the high bits does not touch one cache line per state.
///
/// - Precondition: The model is transitive.
/// - Complexity: O(2^*k* · *k*) to sort, O(2^*k*) per pass; with *d* one-way options in a block O(2^(*k* + *d*)) at worst.
struct ImprovementSpread {
    private let model: OptionModel
    private let blocks: Blocks
    /// The states of every block, the best first: the position inside the block, and the top bit where a rank begins.
    private let sorted: [UInt32]
    /// Where the list of a block begins; empty if all blocks are full.
    private let starts: [UInt32]

    private static let newRank: UInt32 = 1 << 31

    init(_ conflict: OptionConflict, of i: Int) {
        model = conflict.model
        blocks = Blocks(of: i, in: model)
        (sorted, starts) = Self.sort(conflict.ranks[i].values, blocks, model, unseenBy: model.unseen[i])
    }

    private static func sort(
        _ ranks: [UInt32], _ blocks: Blocks, _ model: OptionModel, unseenBy unseen: StateSet?
    )
        -> ([UInt32], [UInt32])
    {
        let isFull = model.feasible.isFull && unseen == nil
        var sorted: [UInt32] = []
        sorted.reserveCapacity(isFull ? model.states : model.feasible.count)
        var starts: [UInt32] = isFull ? [] : [0]
        var keys: [UInt64] = []
        for block in 0..<blocks.count {
            let base = blocks.base(block)
            keys.removeAll(keepingCapacity: true)
            for local in 0..<blocks.size {
                let state = base | blocks.offsets[local]
                guard isFull || (ranks[state] > 0 && !(unseen?.contains(state) ?? false)) else { continue }
                keys.append(UInt64(~ranks[state]) << 32 | UInt64(local))
            }
            keys.sort()
            var last: UInt64?
            for key in keys {
                sorted.append(UInt32(truncatingIfNeeded: key) | (key >> 32 == last ? 0 : newRank))
                last = key >> 32
            }
            if !isFull { starts.append(UInt32(sorted.count)) }
        }
        return (sorted, starts)
    }

    private func list(_ block: Int) -> Range<Int> {
        starts.isEmpty
            ? block * blocks.size..<(block + 1) * blocks.size
            : Int(starts[block])..<Int(starts[block + 1])
    }

    /// Replaces every number by the smallest that the mover reaches by an improvement.
    ///
    /// - Returns: Whether any number changed.
    func lower(_ values: inout [UInt32]) -> Bool {
        guard blocks.size > 1 else { return false }
        let lanes = blocks.lanes
        var changed = false
        values.withUnsafeMutableBufferPointer { values in
            sorted.withUnsafeBufferPointer { sorted in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: blocks.size * lanes) { buffer in
                    var least: [UInt32] = []
                    for group in stride(from: 0, to: blocks.count, by: lanes) {
                        // Where nothing can be, nothing is carried.
                        guard starts.isEmpty || starts[group] < starts[group + lanes] else { continue }
                        let base = blocks.base(group)
                        for local in 0..<blocks.size {
                            let from = values.baseAddress! + (base | blocks.offsets[local])
                            (buffer.baseAddress! + local * lanes).update(from: from, count: lanes)
                        }
                        var isTouched = false
                        for lane in 0..<lanes {
                            let entries = UnsafeBufferPointer(rebasing: sorted[list(group + lane)])
                            let touched =
                                blocks.isReversible
                                ? Self.lower(buffer.baseAddress! + lane, lanes, entries)
                                : lower(buffer.baseAddress! + lane, lanes, entries, base + lane, &least)
                            isTouched = isTouched || touched
                        }
                        guard isTouched else { continue }
                        changed = true
                        for local in 0..<blocks.size {
                            let to = values.baseAddress! + (base | blocks.offsets[local])
                            to.update(from: buffer.baseAddress! + local * lanes, count: lanes)
                        }
                    }
                }
            }
        }
        return changed
    }

    /// One block in which every option goes both ways.
    @inline(__always)
    private static func lower(
        _ values: UnsafeMutablePointer<UInt32>, _ lanes: Int, _ entries: UnsafeBufferPointer<UInt32>
    ) -> Bool {
        var (best, pending, changed) = (UInt32.max, UInt32.max, false)
        for entry in entries {
            if entry & newRank != 0 { best = min(best, pending) }
            let place = Int(entry & ~newRank) * lanes
            let old = values[place]
            let new = min(old, best)
            values[place] = new
            changed = changed || new != old
            pending = min(pending, new)
        }
        return changed
    }

    /// One block with options that go one way, or neither, where the others stand.
    private func lower(
        _ values: UnsafeMutablePointer<UInt32>, _ lanes: Int, _ entries: UnsafeBufferPointer<UInt32>,
        _ base: Int, _ least: inout [UInt32]
    ) -> Bool {
        let (take, drop) = blocks.permissions(at: base, model)
        let fixed = ~(take & drop) & (blocks.size - 1)
        if fixed == 0 { return Self.lower(values, lanes, entries) }
        if least.isEmpty { least = Array(repeating: .max, count: blocks.size) }
        // One running minimum per choice of the options that do not go both ways.
        var key = fixed
        repeat {
            least[key] = .max
            key = (key - 1) & fixed
        } while key != fixed
        var (changed, groupStart) = (false, 0)
        for index in entries.indices {
            if entries[index] & Self.newRank != 0 {
                for earlier in groupStart..<index {
                    let local = Int(entries[earlier] & ~Self.newRank)
                    tell(values[local * lanes], at: local & fixed, take & ~drop, drop & ~take, &least)
                }
                groupStart = index
            }
            let local = Int(entries[index] & ~Self.newRank)
            let old = values[local * lanes]
            let new = min(old, least[local & fixed])
            values[local * lanes] = new
            changed = changed || new != old
        }
        return changed
    }

    /// Makes a number known to every choice of the one-way options from which its own can be reached.
    private func tell(
        _ value: UInt32, at key: Int, _ forward: Int, _ backward: Int, _ least: inout [UInt32]
    ) {
        let free = (key & forward) | (~key & backward)
        var change = free
        while true {
            let from = key ^ change
            least[from] = min(least[from], value)
            if change == 0 { return }
            change = (change - 1) & free
        }
    }
}

/// The states in blocks that differ only in one decision maker's options.
struct Blocks {
    /// How many states a block has, and how many blocks there are.
    let size: Int
    let count: Int
    /// The bit pattern of each choice of the own options.
    let offsets: [Int]
    /// Whether every own option goes both ways wherever the others stand.
    let isReversible: Bool
    /// How many blocks lie side by side.
    let lanes: Int
    private let own: [Int]
    private let others: [Int]

    init(of i: Int, in model: OptionModel) {
        own = model.owners.indices.filter { model.owners[$0] == i }
        others = model.owners.indices.filter { model.owners[$0] != i }
        size = 1 << own.count
        count = 1 << others.count
        let own = own
        offsets = (0..<size).map { Self.scatter($0, own) }
        isReversible = own.allSatisfy { model.taking[$0] == .always && model.dropping[$0] == .always }
        // Neighbours differ in the lowest options, if those are all the others'.
        let low = own.first ?? 0
        lanes = max(1, min(1 << min(low, 4), count, (1 << 15) >> own.count))
    }

    private static func scatter(_ local: Int, _ options: [Int]) -> Int {
        options.indices.reduce(0) { local >> $1 & 1 == 1 ? $0 | 1 << options[$1] : $0 }
    }

    /// The state of a block in which no own option is taken.
    func base(_ block: Int) -> Int { Self.scatter(block, others) }

    /// The own options that may be taken, and dropped, where the others stand, by position inside the block.
    func permissions(at base: Int, _ model: OptionModel) -> (take: Int, drop: Int) {
        var (take, drop) = (0, 0)
        for (position, option) in own.enumerated() {
            if model.taking[option].allows(base) { take |= 1 << position }
            if model.dropping[option].allows(base | 1 << option) { drop |= 1 << position }
        }
        return (take, drop)
    }
}
