import Numbers

/// What a sweep may leave out, how long it may take, and its working memory.
final class SweepRules<Count: Tally> {
    /// For each party what must be reached in the end.
    let floors: [Int]?
    /// Whether levels are kept so that packages can be read back.
    let keepsLevels: Bool
    /// Asked with a partial sum and what the rest may bring; `false` drops the sum.
    var isWorth: (([Int]) -> (UnsafePointer<Int>) -> Bool)?
    /// How many sums a level may keep before it is made coarser; `nil`: all.
    let cap: Int?
    /// By how much, per party, what was dropped can be better than what covers it.
    private(set) var looseness: [Int]
    /// Whether the sums above what suffices are cut off there and dominated ones kept: for counting.
    let counts: Bool
    var budget: Budget
    private let watch: Watch?
    private let merger: SumMerger<Count>

    init(
        _ question: BargainQuestion, budget: Budget, watch: Watch?, cap: Int? = nil, counts: Bool = false,
        keepsLevels: Bool = true
    ) {
        floors = question.floors
        (self.budget, self.watch, self.cap) = (budget, watch, cap)
        (self.counts, self.keepsLevels) = (counts, keepsLevels)
        looseness = question.base.map { _ in 0 }
        merger = SumMerger(parties: question.bargain.parties)
    }

    /// Takes the steps between states from the budget: each weighs as much as a few sums.
    func enter(states steps: Int) -> Bool { budget.spend(8 * steps) && watch?.isStopped != true }

    /// Unites runs into a new group; `false` if the budget or the user's patience is at an end.
    func append(
        _ runs: [ShiftedRun<Count>], of table: borrowing SumTable<Count>, shifts: ContiguousArray<Int>,
        rest: RestBounds, to target: inout SumTable<Count>
    ) -> Bool {
        guard budget.spend(runs.reduce(0) { $0 + $1.part.count }), watch?.isStopped != true else {
            return false
        }
        merger.append(
            runs, of: table, shifts: shifts, floors: floors.map { minus($0, rest.most) },
            caps: counts ? floors.map { minus($0, rest.least) } : nil, keeping: counts ? .all : .undominated,
            where: isWorth?(rest.most), to: &target)
        return true
    }

    /// Makes a level coarser until it keeps no more than the cap, and notes by how much.
    func coarsen(_ table: inout SumTable<Count>, _ groups: inout [Range<Int>]) {
        guard let cap, table.size > cap else { return }
        looseness = plus(looseness, CoarseGrid.thin(&table, &groups, to: cap))
    }
}
