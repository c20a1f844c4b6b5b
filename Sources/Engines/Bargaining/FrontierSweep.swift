import Numbers

/// The frontier of a question: blocks swept one by one, then added up.
///
/// A dominated partial sum stays dominated whatever is decided later, so it is dropped at once.
final class FrontierSweep<Count: Tally>: FrontierStore, Sendable {
    let question: BargainQuestion
    private let sweeps: [BlockSweep<Count>]
    /// The sums after each block; the first is the start.
    private let totals: [SumTable<Count>]
    let looseness: [Int]
    let used: Budget

    /// - Returns: `nil` if the rules stopped the sweep.
    init?(_ question: BargainQuestion, rules: SweepRules<Count>) {
        self.question = question
        var sweeps: [BlockSweep<Count>] = []
        var total = SumTable<Count>(start: question.base)
        if question.isEmpty { total = SumTable(parties: question.base.count) }
        totals = FrontierSweep.swept(question, total, rules, &sweeps)
        self.sweeps = sweeps
        (looseness, used) = (rules.looseness, rules.budget)
        if sweeps.count < question.blocks.count { return nil }
    }

    /// Sweeps the blocks and adds each to the total; stops early, with too few sweeps, when the rules say so.
    private static func swept(
        _ question: BargainQuestion, _ start: SumTable<Count>, _ rules: SweepRules<Count>,
        _ sweeps: inout [BlockSweep<Count>]
    ) -> [SumTable<Count>] {
        var totals = [start]
        var rest = RestBounds(most: question.base.map { _ in 0 }, least: question.base.map { _ in 0 })
        let bounds = question.blocks.map { question.bounds($0) }
        for bound in bounds {
            rest = RestBounds(most: plus(rest.most, bound.best), least: plus(rest.least, bound.worst))
        }
        for (number, block) in question.blocks.enumerated() {
            rest = RestBounds(
                most: minus(rest.most, bounds[number].best), least: minus(rest.least, bounds[number].worst))
            let done = bounds[..<number].reduce((question.base, question.base)) {
                (plus($0.0, $1.best), plus($0.1, $1.worst))
            }
            let elsewhere = (most: plus(rest.most, done.0), least: plus(rest.least, done.1))
            guard let sweep = BlockSweep<Count>(question, block, elsewhere: elsewhere, rules: rules),
                let next = added(sweep.result, to: totals[totals.count - 1], rest, rules)
            else { return totals }
            sweeps.append(sweep)
            if !rules.keepsLevels { totals.removeAll() }
            totals.append(next)
        }
        return totals
    }

    /// Every sum of one table with every sum of the other.
    private static func added(
        _ block: SumTable<Count>, to total: SumTable<Count>, _ rest: RestBounds, _ rules: SweepRules<Count>
    ) -> SumTable<Count>? {
        var result = SumTable<Count>(parties: total.parties)
        // Few long runs are cheaper to merge than many short ones.
        let (few, many) = block.size <= total.size ? (block, total) : (total, block)
        let runs = (0..<few.size).map { place in
            ShiftedRun(
                part: 0..<many.size, shift: place * total.parties, rank: few.ranks[place],
                ways: few.counts[place])
        }
        guard rules.append(runs, of: many, shifts: few.values, rest: rest, to: &result) else { return nil }
        var groups = [0..<result.size]
        rules.coarsen(&result, &groups)
        return result
    }

    private var result: SumTable<Count> { totals[totals.count - 1] }
    var values: ContiguousArray<Int> { result.values }
    func packages(_ point: Int) -> Rational { result.counts[point].rational }
    func firstRank(_ point: Int) -> Rational { result.ranks[point].rational }
}

extension FrontierSweep {
    /// A part of a package that is still to be read back.
    private enum Open {
        /// A sum after some blocks.
        case total(blocks: Int, place: Int)
        /// A sum of one block after some of its issues.
        case level(block: Int, issues: Int, place: Int)
    }

    /// Best first over the ways a sum came about: the rank of the first package behind each sum is known, so packages come
    /// out in the order of enumeration and no way is a dead end.
    func ranks(_ point: Int, limit: Int) -> [Rational] {
        var heap = RankHeap<Count, [Open]>()
        heap.push(result.ranks[point], (Count(whole: 0), [.total(blocks: sweeps.count, place: point)]))
        var found: [Rational] = []
        while found.count < limit, let (_, (fixed, open)) = heap.pop() {
            guard let last = open.last else {
                found.append(fixed.rational)
                continue
            }
            let rest = Array(open.dropLast())
            let bound = rest.reduce(fixed) { $0 + rank($1) }
            for (added, parts) in origins(last) {
                heap.push(
                    parts.reduce(bound + added) { $0 + rank($1) }, (fixed + added, rest + parts))
            }
        }
        return found
    }

    private func rank(_ open: Open) -> Count {
        switch open {
        case .total(let blocks, let place): totals[blocks].ranks[place]
        case .level(let block, let issues, let place): sweeps[block].levels[issues].table.ranks[place]
        }
    }

    /// The ways in which a sum came about: what they fix of the rank, and what stays open.
    private func origins(_ open: Open) -> [(Count, [Open])] {
        switch open {
        case .total(0, _): return [(Count(whole: 0), [])]
        case .total(let blocks, let place):
            let sum = Array(totals[blocks].sum(place))
            let (total, block) = (totals[blocks - 1], sweeps[blocks - 1].result)
            return (0..<block.size).compactMap { choice in
                guard
                    let origin = total.place(of: minus(sum, Array(block.sum(choice))), in: 0..<total.size)
                else { return nil }
                let issues = question.blocks[blocks - 1].issues.count
                return (
                    Count(whole: 0),
                    [
                        .total(blocks: blocks - 1, place: origin),
                        .level(block: blocks - 1, issues: issues, place: choice),
                    ]
                )
            }
        case .level(_, 0, _): return [(Count(whole: 0), [])]
        case .level(let block, let issues, let place): return steps(block, issues, place)
        }
    }

    private func steps(_ block: Int, _ issues: Int, _ place: Int) -> [(Count, [Open])] {
        let (level, before) = (sweeps[block].levels[issues], sweeps[block].levels[issues - 1])
        let sum = Array(level.table.sum(place))
        let group = level.groups.firstIndex { $0.contains(place) }!
        let stride = question.bargain.space.strides[question.blocks[block].issues[issues - 1]]
        return level.steps[level.stepsOfGroup[group]].compactMap { step in
            let shift = Array(level.shifts[step.shift..<step.shift + sum.count])
            guard let origin = before.table.place(of: minus(sum, shift), in: before.groups[step.from])
            else { return nil }
            return (
                Count(whole: stride * Rational(step.alternative)),
                [.level(block: block, issues: issues - 1, place: origin)]
            )
        }
    }
}

/// A heap with the smallest rank on top.
struct RankHeap<Rank: Tally, Item> {
    private var entries: [(rank: Rank, item: (Rank, Item))] = []

    mutating func push(_ rank: Rank, _ item: (Rank, Item)) {
        entries.append((rank, item))
        var place = entries.count - 1
        while place > 0, entries[place].rank < entries[(place - 1) / 2].rank {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func pop() -> (Rank, (Rank, Item))? {
        guard let top = entries.first else { return nil }
        let last = entries.removeLast()
        if entries.isEmpty { return top }
        entries[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < entries.count && entries[child].rank < entries[least].rank { least = child }
            if least == place { return top }
            entries.swapAt(place, least)
            place = least
        }
    }
}
