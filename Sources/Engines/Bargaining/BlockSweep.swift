import Numbers

/// The partial sums of a block, issue by issue, apart for each state of its open terms.
///
/// - Source: Bertelè & Brioschi, *Nonserial Dynamic Programming* (1972), with sets of vectors in place of numbers.
struct BlockSweep<Count: Tally>: Sendable {
    /// What stands after one issue is decided.
    struct Level: Sendable {
        var table: SumTable<Count>
        /// Where each state's sums stand.
        var groups: [Range<Int>] = []
        /// The steps that lead to each state, one behind the other.
        var steps: [Step] = []
        var stepsOfGroup: [Range<Int>] = []
        /// What each step adds, party by party.
        var shifts: ContiguousArray<Int> = []
    }

    /// One alternative taken in one state.
    struct Step: Sendable {
        let from: Int
        let to: Int
        let alternative: Int
        /// Where the step's vector stands in the shifts.
        let shift: Int
    }

    private(set) var levels: [Level]

    /// The sums of the whole block.
    var result: SumTable<Count> { levels[levels.count - 1].table }

    /// `nil` if the budget did not last or the states do not fit a word; `elsewhere` is the most and the least that all other
    /// blocks and the start bring each party.
    init?(
        _ question: BargainQuestion, _ block: BargainQuestion.Block, elsewhere: (most: [Int], least: [Int]),
        rules: SweepRules<Count>
    ) {
        let bargain = question.bargain
        var steps = TermSteps(bargain, block.issues, block.terms)
        var start = Level(table: SumTable(start: question.base.map { _ in 0 }))
        start.groups = [0..<1]
        levels = [start]
        var keys = [steps.startKey]
        var rest = question.bounds(BargainQuestion.Block(issues: block.issues, terms: []))
        for issue in block.issues {
            rest = (minus(rest.best, question.best(issue)), minus(rest.worst, question.worst(issue)))
            guard steps.advance(), rules.enter(states: keys.count * bargain.space.alternatives[issue]) else {
                return nil
            }
            var level = Level(table: SumTable(parties: bargain.parties))
            keys = BlockSweep.connect(&level, keys, issue, question, &steps)
            let stride = Count(whole: bargain.space.strides[issue])
            for (group, range) in level.stepsOfGroup.enumerated() {
                let runs = level.steps[range].map { step in
                    ShiftedRun(
                        part: levels[levels.count - 1].groups[step.from], shift: step.shift,
                        rank: stride * Count(whole: Rational(step.alternative)), ways: Count(whole: 1))
                }
                let open = steps.stillOpen(keys[group])
                let bounds = RestBounds(
                    most: plus(plus(rest.best, open.most), elsewhere.most),
                    least: plus(plus(rest.worst, open.least), elsewhere.least))
                let first = level.table.size
                guard
                    rules.append(
                        runs, of: levels[levels.count - 1].table, shifts: level.shifts, rest: bounds,
                        to: &level.table)
                else { return nil }
                level.groups.append(first..<level.table.size)
            }
            rules.coarsen(&level.table, &level.groups)
            if !rules.keepsLevels { levels.removeAll() }
            levels.append(level)
        }
    }

    /// Finds the states after an issue and the steps to each; returns the states.
    private static func connect(
        _ level: inout Level, _ keys: [UInt], _ issue: Int, _ question: BargainQuestion,
        _ steps: inout TermSteps
    ) -> [UInt] {
        var (numbers, next, found): ([UInt: Int], [UInt], [Step]) = ([:], [], [])
        for (from, key) in keys.enumerated() {
            steps.open(key)
            for alternative in 0..<steps.alternatives {
                guard let key = steps.key(after: alternative) else { continue }
                let to = numbers[key] ?? next.count
                if to == next.count {
                    numbers[key] = to
                    next.append(key)
                }
                found.append(Step(from: from, to: to, alternative: alternative, shift: level.shifts.count))
                for (amount, value) in zip(steps.amounts, question.row(issue, alternative)) {
                    level.shifts.append(amount + value)
                }
            }
        }
        var heads = [Int](repeating: 0, count: next.count + 1)
        for step in found { heads[step.to + 1] += 1 }
        for group in next.indices { heads[group + 1] += heads[group] }
        level.stepsOfGroup = next.indices.map { heads[$0]..<heads[$0 + 1] }
        if next.count == 1 {
            level.steps = found
        } else if let any = found.first {
            level.steps = [Step](repeating: any, count: found.count)
            for step in found {
                level.steps[heads[step.to]] = step
                heads[step.to] += 1
            }
        }
        return next
    }
}

/// What the undecided rest may bring each party.
struct RestBounds: Sendable {
    let most: [Int]
    let least: [Int]
}
