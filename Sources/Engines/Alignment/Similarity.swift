public import Numbers

/// How alike two drafts are on what both address.
public struct Similarity: Hashable, Sendable {
    /// One less the mean distance, each issue counting alike; `nil` if no issue is addressed by both.
    public let share: Interval?
    /// How many issues both address; a similarity on few issues says little.
    public let compared: Int
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
        let drafts = rows.map { row in
            zip(row, scales).map { Place($0, on: $1, conditional: conditional) }
        }
        return drafts.indices.map { a in drafts[..<a].map { similarity(drafts[a], $0) } }
    }

    private static func similarity(_ one: [Place], _ other: [Place]) -> Similarity {
        let known = zip(one, other).compactMap { $0.distance(to: $1) }
        guard !known.isEmpty else { return Similarity(share: nil, compared: 0) }
        let mean = Rational(1, over: known.count) * known.reduce(Interval(.zero), +)
        return Similarity(share: Interval(.one) - mean, compared: known.count)
    }

    /// Where a term lies, looked up once and compared with many others.
    private enum Place {
        case open
        case ordered(Interval)
        case unordered(Set<Reading>)

        init(_ term: CodedTerm, on scale: IssueScale, conditional: ConditionalReading) {
            guard term.state.isAddressed else {
                self = .open
                return
            }
            if scale.positions != nil {
                self = term.position(on: scale, conditional: conditional).map { .ordered($0) } ?? .open
            } else {
                let readings = term.readings(on: scale, conditional: conditional)
                let set = readings.map { Set($0) } ?? Set((0..<scale.count).map { .alternative($0) })
                self = set.isEmpty ? .open : .unordered(set)
            }
        }

        func distance(to other: Place) -> Interval? {
            switch (self, other) {
            case (.ordered(let mine), .ordered(let theirs)): mine.distance(to: theirs)
            case (.unordered(let mine), .unordered(let theirs)):
                Interval(mine.isDisjoint(with: theirs) ? 1 : 0, mine.count == 1 && mine == theirs ? 0 : 1)
            default: nil
            }
        }
    }
}
