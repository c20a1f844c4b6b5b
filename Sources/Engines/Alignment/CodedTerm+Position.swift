public import Numbers

/// Whether a conditional term counts as its value alone or as everything between value and fallback.
public enum ConditionalReading: String, Hashable, Sendable, CaseIterable { case value, hull }

extension CodedTerm {
    public var state: TermState {
        switch self {
        case .stated: .stated
        case .denied: .denied
        case .ambiguous: .ambiguous
        case .conditional: .conditional
        case .contested: .contested
        case .silent: .silent
        case .unreported: .unreported
        }
    }

    /// The ways in which the term can be read on a scale; `nil` for "in any way", empty where it says nothing.
    ///
    /// - Denied: the alternatives that are left.
    public func readings(on scale: IssueScale, conditional: ConditionalReading = .value) -> [Reading]? {
        switch self {
        case .stated(let reading): [reading]
        case .denied(let excluded):
            (0..<scale.count).filter { !excluded.contains($0) }.map { .alternative($0) }
        case .ambiguous(let readings): readings.isEmpty ? nil : readings
        case .conditional(let reading, let otherwise):
            conditional == .hull ? [reading] + (otherwise.map { [$0] } ?? []) : [reading]
        case .contested(let readings): readings
        case .silent, .unreported: []
        }
    }

    /// Where the term lies: the hull of its readings, from 0 at the first pole to 1 at the last.
    ///
    /// A term that can be read in any way fills the whole range. `nil` where it says nothing or where the issue
    /// has no order; then there is no distance either.
    public func position(on scale: IssueScale, conditional: ConditionalReading = .value) -> Interval? {
        guard scale.positions != nil else { return nil }
        guard let readings = readings(on: scale, conditional: conditional) else { return .unit }
        let places = readings.compactMap { scale.position(of: $0) }
        return places.dropFirst().reduce(places.first) { $0?.hull($1) }
    }

    /// One term for several points of a draft that name the same issue.
    ///
    /// What some points say counts, whatever others leave unsaid. Equal terms are one, and readings have no order.
    /// Otherwise the result is ambiguous over all readings, and the points are said to pull apart.
    public static func merged(_ terms: [CodedTerm], on scale: IssueScale) -> (
        term: CodedTerm, pullsApart: Bool
    ) {
        let reported = terms.filter { $0 != .unreported }
        guard let any = reported.first else { return (.unreported, false) }
        let saying = reported.filter { $0 != .silent }
        guard let first = saying.first else { return (any, false) }
        guard saying.contains(where: { !$0.says(theSameAs: first) }) else { return (first, false) }
        var all: [Reading] = []
        for term in saying {
            guard let readings = term.readings(on: scale, conditional: .hull) else {
                return (.ambiguous([]), true)
            }
            all += readings.filter { !all.contains($0) }
        }
        return (.ambiguous(all), true)
    }

    /// Whether two terms are equal but for the order in which their readings were written.
    func says(theSameAs other: CodedTerm) -> Bool {
        switch (self, other) {
        case (.ambiguous(let mine), .ambiguous(let theirs)), (.contested(let mine), .contested(let theirs)):
            Set(mine) == Set(theirs)
        default: self == other
        }
    }
}
