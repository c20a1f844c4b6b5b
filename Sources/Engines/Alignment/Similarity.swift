public import Numbers

/// How alike two drafts are on what both address.
public struct Similarity: Hashable, Sendable {
    /// One less the mean distance, each issue counting alike; `nil` if no issue is addressed by both.
    public let share: Interval?
    /// How many issues both address; a similarity on few issues says little.
    public let compared: Int

    /// - Parameter distances: One per issue that both address.
    init(_ distances: [Interval]) {
        compared = distances.count
        share =
            distances.isEmpty
            ? nil
            : Interval(.one) - Rational(1, over: distances.count) * distances.reduce(Interval(.zero), +)
    }

    init(share: Interval?, compared: Int) { (self.share, self.compared) = (share, compared) }
}

extension DraftTable {
    /// How alike the drafts are, pair by pair.
    ///
    /// - Parameters:
    ///   - rows: Shape: drafts × issues.
    ///   - scales: The issues.
    ///   - conditional: How a conditional term counts.
    /// - Returns: `result[a][b]` for `b < a`; a draft is as like another as the other is like it.
    /// - Complexity: O(*drafts*² · *issues*).
    public static func similarities(
        of rows: [[CodedTerm]], on scales: [IssueScale], conditional: ConditionalReading = .value
    ) -> [[Similarity]] {
        if let grid = PlaceGrid(rows, scales, conditional) {
            return rows.indices.map { a in (0..<a).map { grid.similarity(a, $0) } }
        }
        return rows.indices.map { a in
            (0..<a).map { similarity(rows[a], rows[$0], on: scales, conditional: conditional) }
        }
    }

    /// The same for one pair, by the definition.
    static func similarity(
        _ one: [CodedTerm], _ other: [CodedTerm], on scales: [IssueScale], conditional: ConditionalReading
    ) -> Similarity {
        Similarity(
            scales.indices.compactMap { scales[$0].distance(one[$0], other[$0], conditional: conditional) })
    }
}

/// All places on whole numbers, so that many pairs are compared without fractions.
///
/// Ordered issues: both ends in units of one common denominator. Others: a bit per alternative.
private struct PlaceGrid {
    private let unit: Int
    private let issues: Int
    private let isOrdered: [Bool]
    /// Shape: drafts × issues, row by row; −1 where nothing is said.
    private var low: [Int]
    private var high: [Int]

    /// - Returns: `nil` if the common denominator is too large, or a number stands where there is no order.
    init?(_ rows: [[CodedTerm]], _ scales: [IssueScale], _ conditional: ConditionalReading) {
        let places = rows.map { row in zip(row, scales).map { $0.position(on: $1, conditional: conditional) }
        }
        guard let unit = Self.denominator(of: places.joined().compactMap { $0 }) else { return nil }
        (self.unit, issues, isOrdered) = (unit, scales.count, scales.map { $0.positions != nil })
        low = Array(repeating: -1, count: rows.count * scales.count)
        high = low
        for draft in rows.indices {
            for issue in scales.indices where rows[draft][issue].state.isAddressed {
                let index = draft * issues + issue
                if isOrdered[issue] {
                    guard let place = places[draft][issue] else { continue }
                    low[index] = Self.units(place.low, unit)
                    high[index] = Self.units(place.high, unit)
                } else {
                    guard let set = Self.set(rows[draft][issue], scales[issue], conditional) else {
                        return nil
                    }
                    if set != 0 { low[index] = set }
                }
            }
        }
    }

    private static let largestUnit = 1 << 30

    /// A denominator that all ends have in common; `nil` if it would be too large to add up safely.
    private static func denominator(of places: [Interval]) -> Int? {
        var unit = 1
        for end in places.lazy.flatMap({ [$0.low, $0.high] }) {
            guard let own = end.words?.denominator, own <= largestUnit else { return nil }
            guard !unit.isMultiple(of: own) else { continue }
            unit *= own / greatestCommonDivisor(unit, own)
            if unit > largestUnit { return nil }
        }
        return unit
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    /// A place between 0 and 1 in units of the common denominator.
    private static func units(_ place: Rational, _ unit: Int) -> Int {
        place.words.map { $0.numerator * (unit / $0.denominator) } ?? 0
    }

    /// A bit per alternative; `nil` if there are too many or a number stands among them.
    private static func set(_ term: CodedTerm, _ scale: IssueScale, _ conditional: ConditionalReading) -> Int?
    {
        guard scale.count < 62 else { return nil }
        guard let readings = term.readings(on: scale, conditional: conditional) else {
            return (1 << scale.count) - 1
        }
        var set = 0
        for reading in readings {
            guard case .alternative(let index) = reading else { return nil }
            set |= 1 << index
        }
        return set
    }

    func similarity(_ a: Int, _ b: Int) -> Similarity {
        var (nearest, farthest, compared) = (0, 0, 0)
        for issue in 0..<issues {
            let (i, j) = (a * issues + issue, b * issues + issue)
            guard low[i] >= 0, low[j] >= 0 else { continue }
            compared += 1
            if isOrdered[issue] {
                nearest += max(0, max(low[j] - high[i], low[i] - high[j]))
                farthest += max(abs(high[j] - low[i]), abs(high[i] - low[j]))
            } else {
                nearest += low[i] & low[j] == 0 ? unit : 0
                farthest += low[i] == low[j] && low[i].nonzeroBitCount == 1 ? 0 : unit
            }
        }
        guard compared > 0 else { return Similarity(share: nil, compared: 0) }
        let whole = compared * unit
        return Similarity(
            share: Interval(Rational(whole - farthest, over: whole), Rational(whole - nearest, over: whole)),
            compared: compared)
    }
}
