public import Numbers

/// A condition over the issues of an agenda, in numbers.
public indirect enum IssueCondition: Hashable, Sendable {
    /// The issue is settled in one of these ways.
    case among(issue: Int, Set<Int>)
    /// The issue lies in this part of its scale.
    case within(issue: Int, Interval)
    case not(IssueCondition)
    case all([IssueCondition])
    case any([IssueCondition])

    /// The issues that it speaks of, each once, ascending.
    public var issues: [Int] { Set(mentioned).sorted() }

    private var mentioned: [Int] {
        switch self {
        case .among(let issue, _), .within(let issue, _): [issue]
        case .not(let part): part.mentioned
        case .all(let parts), .any(let parts): parts.flatMap(\.mentioned)
        }
    }
}

/// Whether a condition is met by a text that can be read in several ways and leaves things open.
public enum ConditionVerdict: Hashable, Sendable {
    /// However the text is read, and however the open issues are settled.
    case met
    /// In no reading.
    case unmet
    /// In some: it hangs on how these issues are read, and on these that the text leaves open.
    case open(ambiguous: [Int], unsaid: [Int])
}

extension IssueCondition {
    /// Judges a row of terms by every way in which it can be read and completed.
    ///
    /// A condition is decided as soon as what is known decides it; only then is the next issue split into its ways.
    ///
    /// - Parameters:
    ///   - row: One term per issue.
    ///   - scales: The issues.
    ///   - budget: How many splits may be tried; when it ends the verdict is open, which is the careful one.
    /// - Returns: The verdict; an open one names every issue of the condition that is not settled.
    /// - Complexity: O(*ways* to the power of the issues named) at worst; mostly far less.
    public func verdict(on row: [CodedTerm], _ scales: [IssueScale], budget: Int = 1 << 16)
        -> ConditionVerdict
    {
        let named = issues
        let ways = Dictionary(uniqueKeysWithValues: named.map { ($0, self.ways(row[$0], $0, scales[$0])) })
        var search = Search(condition: self, ways: ways, order: named, left: budget)
        search.run(from: 0)
        switch (search.seen.contains(true), search.seen.contains(false)) {
        case (true, false) where search.left > 0: return .met
        case (false, true) where search.left > 0: return .unmet
        default:
            let free = named.filter { (ways[$0]?.count ?? 0) > 1 }
            return .open(
                ambiguous: free.filter { row[$0].state.isAddressed },
                unsaid: free.filter { !row[$0].state.isAddressed })
        }
    }

    /// One way to settle an issue.
    enum Way: Hashable {
        case alternative(Int)
        case number(Rational)
    }

    /// All ways in which a term can be read; all there are where it says nothing.
    ///
    /// Of a stretch of numbers those are kept that the condition could tell apart: its ends, the bounds inside, and one
    /// number between any two of them.
    private func ways(_ term: CodedTerm, _ issue: Int, _ scale: IssueScale) -> [Way] {
        let bounds = self.bounds(of: issue)
        // To exclude one number leaves all the others.
        let isOpen = !term.state.isAddressed || (term.state == .denied && !bounds.isEmpty)
        let readings = isOpen ? nil : term.readings(on: scale, conditional: .hull)
        guard let readings, !readings.isEmpty else {
            guard !bounds.isEmpty else { return (0..<scale.count).map { .alternative($0) } }
            let excluded = Self.excluded(by: term, scale)
            return Self.points(.unit, bounds + excluded).filter { !excluded.contains($0) }.map { .number($0) }
        }
        let all = readings.flatMap { reading -> [Way] in
            switch reading {
            case .alternative(let index):
                guard !bounds.isEmpty, let place = scale.position(of: reading) else {
                    return [.alternative(index)]
                }
                return [.number(place.low)]
            case .range(let range): return Self.points(range, bounds).map { .number($0) }
            }
        }
        return Array(Set(all))
    }

    /// The numbers that a term rules out.
    private static func excluded(by term: CodedTerm, _ scale: IssueScale) -> [Rational] {
        guard case .denied(let excluded) = term else { return [] }
        return excluded.compactMap { scale.position(of: .alternative($0))?.low }
    }

    /// The bounds that the condition sets on a numeric issue.
    private func bounds(of issue: Int) -> [Rational] {
        switch self {
        case .among: []
        case .within(let own, let range): own == issue ? [range.low, range.high] : []
        case .not(let part): part.bounds(of: issue)
        case .all(let parts), .any(let parts): parts.flatMap { $0.bounds(of: issue) }
        }
    }

    private static func points(_ range: Interval, _ bounds: [Rational]) -> [Rational] {
        let marks = Set(bounds.filter(range.contains) + [range.low, range.high]).sorted()
        return marks + zip(marks, marks.dropFirst()).map { ($0 + $1) / 2 }
    }

    /// True or false where the settled issues decide it, else `nil`.
    func truth(_ settled: [Int: Way]) -> Bool? {
        switch self {
        case .among(let issue, let set):
            guard case .alternative(let index) = settled[issue] else { return nil }
            return set.contains(index)
        case .within(let issue, let range):
            guard case .number(let value) = settled[issue] else { return nil }
            return range.contains(value)
        case .not(let part): return part.truth(settled).map { !$0 }
        case .all(let parts):
            let found = parts.map { $0.truth(settled) }
            return found.contains(false) ? false : found.contains(nil) ? nil : true
        case .any(let parts):
            let found = parts.map { $0.truth(settled) }
            return found.contains(true) ? true : found.contains(nil) ? nil : false
        }
    }

    /// Depth first through the issues, until both answers have been seen or nothing is left to try.
    private struct Search {
        let condition: IssueCondition
        let ways: [Int: [Way]]
        let order: [Int]
        var left: Int
        var seen: Set<Bool> = []
        var settled: [Int: Way] = [:]

        init(condition: IssueCondition, ways: [Int: [Way]], order: [Int], left: Int) {
            (self.condition, self.ways, self.order, self.left) = (condition, ways, order, left)
        }

        mutating func run(from depth: Int) {
            if let truth = condition.truth(settled) {
                seen.insert(truth)
                return
            }
            guard depth < order.count else { return }
            for way in ways[order[depth]] ?? [] {
                guard left > 0, seen.count < 2 else { return }
                left -= 1
                settled[order[depth]] = way
                run(from: depth + 1)
            }
            settled[order[depth]] = nil
        }
    }
}
