import Numbers

/// The numbers of a plan as whole multiples of one fraction, the same for all parties.
struct StepUnits: Sendable {
    /// One unit is 1 over this number.
    let scale: Int
    let start: [Int]
    /// Gives less costs, by step and party.
    let gains: [[Int]]
    let bonuses: [[Int]]
    let temptations: [[Int: Int]]
    /// No holding and no value of cheating is larger, whatever steps are done.
    let largest: Int

    static let limit = 1 << 60

    init(_ plan: StepPlan) throws(StepProblem) {
        let values =
            plan.start + plan.steps.flatMap { $0.gives + $0.costs + $0.temptations.values.map(\.amount) }
            + plan.bonuses.flatMap(\.amounts)
        guard let scale = StepUnits.commonDenominator(values) else { throw .tooLarge }
        var (total, fits) = (0, true)
        func units(_ value: Rational) -> Int {
            guard let units = (value * Rational(scale)).exactInt, units.magnitude < UInt(StepUnits.limit),
                total < StepUnits.limit
            else {
                fits = false
                return 0
            }
            total += abs(units)
            return units
        }
        start = plan.start.map(units)
        gains = plan.steps.map { step in zip(step.gives, step.costs).map { units($0 - $1) } }
        bonuses = plan.bonuses.map { $0.amounts.map(units) }
        temptations = plan.steps.map { $0.temptations.mapValues { units($0.amount) } }
        guard fits, total < StepUnits.limit else { throw .tooLarge }
        (self.scale, largest) = (scale, total)
    }

    private static func commonDenominator(_ values: [Rational]) -> Int? {
        var common = 1
        for value in values {
            guard let denominator = value.words?.denominator else { return nil }
            if common % denominator == 0 { continue }
            var (a, b) = (common, denominator)
            while b != 0 { (a, b) = (b, a % b) }
            let (product, overflow) = (common / a).multipliedReportingOverflow(by: denominator)
            guard !overflow, product < limit else { return nil }
            common = product
        }
        return common
    }
}

/// Gains of stopping and cheating as machine words that compare as the gains do.
///
/// A gain is a holding, which is a whole number of units, less a continuation, which after discounting need not be: it is a
/// whole number and a fraction. There are few continuations, so their fractions are ranked, the largest first; a gain is
/// then a whole number and a rank, and no precision is lost.
struct GainKeys: Sendable {
    private let scale: Int
    /// The fractions of a unit that occur, descending; the last one is zero.
    private let fractions: [Rational]
    /// How much a unit moves a key.
    let step: Int
    /// What is added to a holding in keys: by steps done, then party.
    let stop: [Int]
    let cheat: [Int]

    /// The key of a condition that is not asked lies below all others.
    static let never = -(1 << 61)

    /// Keys for the conditions that count, by way, steps done and party.
    init(
        _ plan: StepPlan, _ units: StepUnits, under guarantee: StepGuarantee?,
        asks: (StepCondition.Way, Int, Int) -> Bool = { _, _, _ in true }
    ) throws(StepProblem) {
        let count = plan.steps.count
        let completed = plan.start.indices.map { plan.holding(of: $0, after: Set(plan.steps.indices)) }
        func bars(_ way: StepCondition.Way) -> [Rational?] {
            (0..<count).flatMap { done in
                plan.start.indices.map { party in
                    guard asks(way, done, party) else { return nil }
                    let value = power(plan.discounts[party], count - done) * completed[party]
                    let cost = guarantee?.cost(of: way, to: party, stepsDone: done) ?? 0
                    return (value + cost) * Rational(units.scale)
                }
            }
        }
        let (stops, cheats) = (bars(.stop), bars(.cheat))
        fractions = Set((stops + cheats).map { bar in bar.map { $0 - $0.floor } ?? 0 } + [0]).sorted(by: >)
        let ranks = Dictionary(uniqueKeysWithValues: fractions.enumerated().map { ($1, $0) })
        let size = fractions.count
        func offset(_ bar: Rational?) throws(StepProblem) -> Int {
            guard let bar else { return GainKeys.never }
            guard let whole = bar.floor.exactInt, whole.magnitude < UInt(StepUnits.limit),
                (abs(whole) + units.largest).multipliedReportingOverflow(by: 2 * size).overflow == false,
                (abs(whole) + units.largest) * 2 * size < StepUnits.limit
            else { throw .tooLarge }
            return -whole * size + (ranks[bar - bar.floor] ?? 0)
        }
        var (stop, cheat): ([Int], [Int]) = ([], [])
        for bar in stops { stop.append(try offset(bar)) }
        for bar in cheats { cheat.append(try offset(bar)) }
        (self.stop, self.cheat, scale, step) = (stop, cheat, units.scale, size)
    }

    /// The largest key of a gain that is not positive.
    var bar: Int { step - 1 }

    /// The gain of a key; `nil` if nothing was asked.
    func value(_ key: Int) -> Rational? {
        guard key > GainKeys.never / 2 else { return nil }
        let rank = ((key % step) + step) % step
        return (Rational((key - rank) / step) - fractions[rank]) / Rational(scale)
    }
}
