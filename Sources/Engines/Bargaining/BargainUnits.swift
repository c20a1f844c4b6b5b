import Numbers

/// A bargain in whole numbers: each party's utility as a multiple of one fraction of its own.
///
/// Every partial sum of contributions and amounts, and every difference of two, fits a machine word: the sum of all
/// magnitudes of a party stays below 2⁶⁰.
struct BargainUnits: Sendable {
    /// What one unit of each party is: 1 over this number.
    let scales: [Int]
    /// Where an issue's rows start.
    let offsets: [Int]
    /// A row of contributions per alternative, one number for each party.
    let rows: ContiguousArray<Int>
    /// What each term adds per party; empty for terms that exclude.
    let amounts: [[Int]]
    /// The least utility that each party accepts, `nil` if it accepts all.
    let reservations: [Int?]

    static let limit = 1 << 60

    init(
        _ space: PackageSpace, _ contributions: [[[Rational]]], _ terms: [PackageTerm],
        _ reservations: [Rational?]
    ) throws(BargainProblem) {
        var (scales, columns, extras): ([Int], [[Int]], [[Int]]) = ([], [], [])
        for (party, table) in contributions.enumerated() {
            let added = terms.map { term in
                if case .adds(let amounts) = term.effect { amounts[party] } else { Rational.zero }
            }
            guard let scale = BargainUnits.commonDenominator(table.joined().lazy.map { $0 }, added),
                let sums = BargainUnits.whole(table, added, scale: scale)
            else { throw .tooLarge(party: party) }
            scales.append(scale)
            columns.append(sums.table)
            extras.append(sums.added)
        }
        var offsets: [Int] = []
        var rowCount = 0
        for count in space.alternatives {
            offsets.append(rowCount)
            rowCount += count
        }
        var rows = ContiguousArray<Int>()
        rows.reserveCapacity(rowCount * columns.count)
        for row in 0..<rowCount { for column in columns { rows.append(column[row]) } }
        (self.scales, self.offsets, self.rows) = (scales, offsets, rows)
        amounts = terms.indices.map { term in
            if case .adds = terms[term].effect { extras.map { $0[term] } } else { [] }
        }
        self.reservations = zip(reservations, scales).map { reservation, scale in
            reservation.map { BargainUnits.atLeast($0, scale: scale) }
        }
    }

    /// The least number of units that is not below a value; beyond all sums if the value is.
    static func atLeast(_ value: Rational, scale: Int) -> Int {
        let units = -(-value * Rational(scale)).floor
        return (units.exactInt).map { min(max($0, -2 * limit), 2 * limit) }
            ?? (units.signum < 0 ? -2 * limit : 2 * limit)
    }

    private static func commonDenominator(_ table: some Sequence<Rational>, _ added: [Rational]) -> Int? {
        var common = 1
        for values in [Array(table), added] {
            for value in values {
                guard let denominator = value.words?.denominator else { return nil }
                if common % denominator == 0 { continue }
                let (product, overflow) =
                    (common / divisor(common, denominator)).multipliedReportingOverflow(by: denominator)
                guard !overflow, product < limit else { return nil }
                common = product
            }
        }
        return common
    }

    private static func divisor(_ first: Int, _ second: Int) -> Int {
        var (a, b) = (first, second)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    private static func whole(
        _ table: [[Rational]], _ added: [Rational], scale: Int
    ) -> (table: [Int], added: [Int])? {
        var total = 0
        /// The values in units; their largest magnitude is added to the total, or all of them are.
        func units(_ values: [Rational], each: Bool) -> [Int]? {
            var (result, largest): ([Int], Int) = ([], 0)
            for value in values {
                guard let (numerator, denominator) = value.words else { return nil }
                let (number, overflow) = numerator.multipliedReportingOverflow(by: scale / denominator)
                guard !overflow, number.magnitude < UInt(limit) else { return nil }
                largest = each ? largest + abs(number) : max(largest, abs(number))
                guard largest < limit else { return nil }
                result.append(number)
            }
            total += largest
            return total < limit ? result : nil
        }
        var rows: [Int] = []
        for values in table {
            guard let numbers = units(values, each: false) else { return nil }
            rows += numbers
        }
        guard let extras = units(added, each: true) else { return nil }
        return (rows, extras)
    }

    /// A number of units as an exact value.
    func value(_ units: Int, of party: Int) -> Rational { Rational(units, over: scales[party]) }
}
