import Numbers

/// What each party holds after each set of a lattice, in units.
struct LatticeHoldings: Sendable {
    let parties: Int
    /// By set, then party.
    let values: [Int]

    init(_ plan: StepPlan, _ lattice: StepLattice, _ units: StepUnits) {
        parties = plan.parties
        let label = Dictionary(uniqueKeysWithValues: lattice.steps.enumerated().map { ($1, $0) })
        // A bonus is complete when the last of its labels is done.
        var closing: [[(rest: UInt64, amounts: [Int])]] = lattice.steps.map { _ in [] }
        for (bonus, amounts) in zip(plan.bonuses, units.bonuses) {
            let labels = bonus.steps.compactMap { label[$0] }
            guard let last = labels.max() else { continue }
            let rest = labels.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } & ~(1 << UInt64(last))
            closing[last].append((rest, amounts))
        }
        var values = units.start
        values.reserveCapacity(lattice.sets.count * parties)
        for (label, need) in lattice.needs.enumerated() {
            let gains = units.gains[lattice.steps[label]]
            for place in 0..<values.count / parties where lattice.sets[place] & need == need {
                let set = lattice.sets[place]
                for party in 0..<parties {
                    var value = values[place * parties + party] + gains[party]
                    for bonus in closing[label] where set & bonus.rest == bonus.rest {
                        value += bonus.amounts[party]
                    }
                    values.append(value)
                }
            }
        }
        self.values = values
    }
}

/// The largest gain of those who are asked at each edge of a lattice, as keys.
struct EdgeGains: Sendable {
    let keys: GainKeys
    private let parties: Int
    /// Who is asked whether to stop, whatever comes next.
    private let always: [Int]
    /// Who else is asked, by label.
    private let others: [[Int]]
    private let cheaters: [[Cheater]]

    private struct Cheater {
        let party: Int
        /// Moves the key of a holding, or stands for it.
        let amount: Int
        let isIncrement: Bool
    }

    init(
        _ plan: StepPlan, _ lattice: StepLattice, _ units: StepUnits, under guarantee: StepGuarantee? = nil,
        asks: (StepCondition.Way, Int, Int) -> Bool = { _, _, _ in true }
    ) throws(StepProblem) {
        let keys = try GainKeys(plan, units, under: guarantee, asks: asks)
        self.keys = keys
        parties = plan.parties
        let always: [Int]
        if case .actorsAnd(let breakers) = plan.asked { always = breakers.sorted() } else { always = [] }
        self.always = always
        others = lattice.steps.map { step in plan.stoppers(at: step).filter { !always.contains($0) } }
        cheaters = lattice.steps.map { step in
            plan.cheaters(at: step).map { party in
                var isIncrement = true
                if case .absolute = plan.steps[step].temptations[party] { isIncrement = false }
                return Cheater(
                    party: party, amount: (units.temptations[step][party] ?? 0) * keys.step,
                    isIncrement: isIncrement)
            }
        }
    }

    /// The largest gain of stopping among those who are asked whatever comes next.
    @inline(__always)
    func stopping(_ holdings: UnsafeBufferPointer<Int>, place: Int, done: Int) -> Int {
        var key = GainKeys.never
        for party in always {
            key = max(key, holdings[place * parties + party] * keys.step + keys.stop[done * parties + party])
        }
        return key
    }

    /// The largest gain at an edge, of stopping or cheating.
    @inline(__always)
    func largest(
        _ stopping: Int, _ holdings: UnsafeBufferPointer<Int>, place: Int, done: Int, label: Int
    ) -> Int {
        var key = stopping
        for party in others[label] {
            key = max(key, holdings[place * parties + party] * keys.step + keys.stop[done * parties + party])
        }
        for cheater in cheaters[label] {
            let held = cheater.isIncrement ? holdings[place * parties + cheater.party] * keys.step : 0
            key = max(key, held + cheater.amount + keys.cheat[done * parties + cheater.party])
        }
        return key
    }
}
