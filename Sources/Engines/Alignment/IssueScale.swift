public import Numbers

/// The ways to settle one issue, numbered from 0, and where they lie.
public struct IssueScale: Hashable, Sendable {
    /// The place of each alternative between the first pole (0) and the last (1); `nil` without an order.
    public let positions: [Rational]?
    /// How many alternatives there are.
    public let count: Int

    /// An ordered issue.
    ///
    /// - Precondition: Positions lie between 0 and 1.
    public init(positions: [Rational]) {
        precondition(positions.allSatisfy(Interval.unit.contains), "positions lie between 0 and 1")
        self.positions = positions
        count = positions.count
    }

    /// An issue without an order.
    public init(nominal count: Int) {
        positions = nil
        self.count = count
    }

    /// Where a reading lies; `nil` without an order.
    public func position(of reading: Reading) -> Interval? {
        switch reading {
        case .alternative(let index): positions.map { Interval($0[index]) }
        case .range(let interval): interval
        }
    }
}

/// One way to read a term.
public enum Reading: Hashable, Sendable {
    /// An alternative by its number.
    case alternative(Int)
    /// A number on an interval issue, as a share of its range.
    case range(Interval)

    /// Whether two readings can mean the same. A named alternative and a number cannot be told apart without a scale.
    func canBe(_ other: Reading) -> Bool {
        switch (self, other) {
        case (.alternative(let mine), .alternative(let theirs)): mine == theirs
        case (.range(let mine), .range(let theirs)): mine.overlaps(theirs)
        case (.alternative, .range), (.range, .alternative): true
        }
    }

    /// Whether the reading leaves nothing open.
    var isOneThing: Bool {
        if case .range(let range) = self { range.isPoint } else { true }
    }
}

/// What a text says about one issue, in numbers.
public enum CodedTerm: Hashable, Sendable {
    case stated(Reading)
    /// These alternatives are excluded.
    case denied(Set<Int>)
    /// Can be read in these ways; empty means in any way.
    case ambiguous([Reading])
    case conditional(Reading, otherwise: Reading?)
    /// Who wants which is known elsewhere; here only the wordings count.
    case contested([Reading])
    case silent
    case unreported
}

/// The seven states of a term, which are never mixed up.
public enum TermState: String, Hashable, Sendable, CaseIterable {
    case stated, denied, ambiguous, conditional, contested, silent, unreported

    /// Whether the text says anything on the issue.
    public var isAddressed: Bool { self != .silent && self != .unreported }
}
