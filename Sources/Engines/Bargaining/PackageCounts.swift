public import Numbers

extension Bargain {
    /// How many packages a set has, exactly.
    ///
    /// Equal partial sums are counted together, sums that suffice whatever comes are cut off at what suffices, and sums that
    /// cannot suffice are dropped. The issues are gathered in two halves, and only pairs of halves are counted in the end.
    ///
    /// - Parameters:
    ///   - set: The packages that count; the acceptable ones are the zone of possible agreement.
    ///   - budget: How many partial sums may be looked at.
    ///   - watch: Lets the count be stopped.
    /// - Returns: `nil` if the budget did not last or the count was stopped; see `estimatedCount`.
    /// - Complexity: With `h` different sums in a half and `d` parties with a reservation O(h logᵈ h); `h` is at most
    ///   the square root of the number of packages where issues are alike and free of terms.
    /// - Source: Horowitz & Sahni, *Computing partitions with applications to the knapsack problem* (1974), for the halves;
    ///   Bentley, *Multidimensional divide-and-conquer* (1980), for the pairs.
    public func count(
        of set: PackageSet, budget: Budget = Budget(20_000_000), watch: Watch? = nil
    ) -> Rational? {
        var budget = budget
        return count(of: set, spending: &budget, watch: watch)
    }

    /// The same, and takes from the budget what the count has cost.
    public func count(of set: PackageSet, spending budget: inout Budget, watch: Watch? = nil) -> Rational? {
        count(
            of: set, floors: set == .acceptable ? units.reservations : reservations.map { _ in nil }, &budget,
            watch)
    }

    /// How many allowed packages one party accepts, whatever the others say.
    ///
    /// - Precondition: The party is one of the bargain.
    public func countAcceptable(
        to party: Int, budget: Budget = Budget(20_000_000), watch: Watch? = nil
    ) -> Rational? {
        var budget = budget
        return countAcceptable(to: party, spending: &budget, watch: watch)
    }

    /// The same, and takes from the budget what the count has cost.
    ///
    /// - Precondition: The party is one of the bargain.
    public func countAcceptable(
        to party: Int, spending budget: inout Budget, watch: Watch? = nil
    ) -> Rational? {
        precondition((0..<parties).contains(party), "a party of this bargain")
        return count(
            of: .allowed, floors: (0..<parties).map { $0 == party ? units.reservations[party] : nil },
            &budget, watch)
    }

    /// How many packages of a set are strictly better for a party than a utility.
    ///
    /// - Precondition: The party is one of the bargain.
    public func countBetter(
        than utility: Rational, for party: Int, over set: PackageSet, budget: Budget = Budget(20_000_000),
        watch: Watch? = nil
    ) -> Rational? {
        precondition((0..<parties).contains(party), "a party of this bargain")
        let least = BargainUnits.atLeast(utility, scale: units.scales[party])
        let isUnit = Rational(least) == utility * Rational(units.scales[party])
        var budget = budget
        return count(above: least + (isUnit ? 1 : 0), for: party, over: set, &budget, watch)
    }

    /// How many packages of a set bring a party so many units or more.
    func count(
        above least: Int, for party: Int, over set: PackageSet, _ budget: inout Budget, _ watch: Watch?
    ) -> Rational? {
        var floors = set == .acceptable ? units.reservations : reservations.map { _ in nil }
        floors[party] = max(least, floors[party] ?? least)
        return count(of: set, floors: floors, &budget, watch)
    }

    private func count(
        of set: PackageSet, floors: [Int?], _ budget: inout Budget, _ watch: Watch?
    ) -> Rational? {
        let asked = floors.indices.filter { floors[$0] != nil }
        let alone = projected(to: asked, set)
        let question = BargainQuestion(
            alone, .allowed, floors: asked.isEmpty ? [-4 * BargainUnits.limit] : asked.map { floors[$0]! })
        if space.size <= Rational(1 << 62) { return HalfCount<Int>.total(question, &budget, watch) }
        if space.size <= Rational(1 << 62) * Rational(1 << 62) {
            return HalfCount<Int128>.total(question, &budget, watch)
        }
        return HalfCount<Rational>.total(question, &budget, watch)
    }
}

/// Gathers the blocks of a question in two halves and counts the pairs that suffice.
struct HalfCount<Count: Tally> {
    /// A part of the issues with what it can bring at most and at least.
    private struct Part {
        var sums: SumTable<Count>
        var bounds: RestBounds
    }

    private let question: BargainQuestion
    private let rules: SweepRules<Count>

    private init(_ question: BargainQuestion, _ budget: Budget, _ watch: Watch?) {
        self.question = question
        rules = SweepRules(question, budget: budget, watch: watch, counts: true, keepsLevels: false)
    }

    /// The number of packages that reach the question's floors; what is used is taken from the budget.
    static func total(
        _ question: BargainQuestion, _ budget: inout Budget, _ watch: Watch?
    ) -> Rational? {
        let count = HalfCount(question, budget, watch)
        defer { budget = count.rules.budget }
        return count.total()
    }

    private func total() -> Rational? {
        if question.isEmpty { return 0 }
        var parts = [
            Part(
                sums: SumTable(start: question.base),
                bounds: RestBounds(most: question.base, least: question.base))
        ]
        let bounds = question.blocks.map { question.bounds($0) }
        var all = parts[0].bounds
        for bound in bounds { all = all.adding(RestBounds(most: bound.best, least: bound.worst)) }
        for (number, block) in question.blocks.enumerated() {
            let mine = RestBounds(most: bounds[number].best, least: bounds[number].worst)
            let others = all.removing(mine)
            guard
                let sweep = BlockSweep<Count>(
                    question, block, elsewhere: (others.most, others.least), rules: rules)
            else { return nil }
            parts.append(Part(sums: sweep.result, bounds: mine))
        }
        guard let halves = gather(parts, all) else { return nil }
        parts = halves
        guard let floors = question.floors else {
            return sum(parts[0].sums) * sum(parts[1].sums)
        }
        return PairCount(parts[0].sums, parts[1].sums, floors).count(&rules.budget)?.rational
    }

    /// Two halves with about equally many sums: the larger parts are dealt out first, each to the smaller half.
    private func gather(_ parts: [Part], _ all: RestBounds) -> [Part]? {
        let nothing = question.base.map { _ in 0 }
        var halves = [[Part]](repeating: [], count: 2)
        var sizes = [1.0, 1.0]
        for part in parts.sorted(by: { $0.sums.size > $1.sums.size }) {
            let half = sizes[0] <= sizes[1] ? 0 : 1
            halves[half].append(part)
            sizes[half] *= Double(max(1, part.sums.size))
        }
        var result: [Part] = []
        for var half in halves {
            if half.isEmpty {
                half = [
                    Part(sums: SumTable(start: nothing), bounds: RestBounds(most: nothing, least: nothing))
                ]
            }
            // The two smallest first.
            while half.count > 1 {
                half.sort { $0.sums.size > $1.sums.size }
                let (one, other) = (half.removeLast(), half.removeLast())
                guard let united = unite(one, other, rest: all.removing(one.bounds).removing(other.bounds))
                else { return nil }
                half.append(united)
            }
            result += half
        }
        return result
    }

    private func sum(_ table: SumTable<Count>) -> Rational {
        table.counts.reduce(Count(whole: 0), +).rational
    }

    private func unite(_ one: Part, _ other: Part, rest: RestBounds) -> Part? {
        let (few, many) = one.sums.size <= other.sums.size ? (one.sums, other.sums) : (other.sums, one.sums)
        let runs = (0..<few.size).map { place in
            ShiftedRun(
                part: 0..<many.size, shift: place * few.parties, rank: few.ranks[place],
                ways: few.counts[place])
        }
        var result = SumTable<Count>(parties: few.parties)
        guard rules.append(runs, of: many, shifts: few.values, rest: rest, to: &result) else { return nil }
        return Part(sums: result, bounds: one.bounds.adding(other.bounds))
    }
}

extension RestBounds {
    func adding(_ other: RestBounds) -> RestBounds {
        RestBounds(most: plus(most, other.most), least: plus(least, other.least))
    }

    func removing(_ other: RestBounds) -> RestBounds {
        RestBounds(most: minus(most, other.most), least: minus(least, other.least))
    }
}
