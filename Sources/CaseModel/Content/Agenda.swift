public import Numbers

/// What is negotiated.
public enum Agenda {
    /// A matter with the ways in which it can be settled.
    public struct Issue: Hashable, Sendable {
        public let id: String
        public let place: Place
        public var name = Label()
        public var kind: Kind = .ordinal
        public var alternatives: [Alternative] = []
        /// Unit and range of an interval issue.
        public var unit: String?
        public var range: Interval?
        public var statusQuo: String?
        /// False for a circumstance: not bargained over, but possibly a condition.
        public var isNegotiable = true
        /// The present value of a circumstance.
        public var now: Held<String>?
        /// Not a tug of war: no distance between poles is computed.
        public var isShared = false
        public var basis = Basis()
        public var note: Label?

        public init(id: String, place: Place) {
            self.id = id
            self.place = place
        }

        /// The number of the alternative in the issue's order, from 0.
        public func index(of alternative: String) -> Int? { alternatives.firstIndex { $0.id == alternative } }

        /// Where an alternative lies between the first pole (0) and the last (1); `nil` if the issue has no order.
        ///
        /// Ordinal: given by `at`, else equally spaced. Interval: the share of the issue's range.
        public func position(of alternative: String) -> Rational? {
            guard kind != .nominal, let index = index(of: alternative) else { return nil }
            if let at = alternatives[index].at { return at }
            if let value = alternatives[index].value { return position(of: value) }
            return alternatives.count < 2 ? 0 : Rational(index, over: alternatives.count - 1)
        }

        /// Where a number lies in the range of an interval issue.
        public func position(of value: Rational) -> Rational? {
            guard let range, range.width > 0, range.contains(value) else { return nil }
            return (value - range.low) / range.width
        }
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable { case ordinal, interval, nominal }

    /// One way to settle an issue.
    public struct Alternative: Hashable, Sendable {
        public let id: String
        public var name: Label
        /// The place on the scale of an ordinal issue, if it is given.
        public var at: Rational?
        /// The number on the scale of an interval issue.
        public var value: Rational?
        public var basis: Basis
        public var place: Place

        public init(id: String, name: Label, at: Rational?, value: Rational?, basis: Basis, place: Place) {
            (self.id, self.name, self.at, self.value) = (id, name, at, value)
            (self.basis, self.place) = (basis, place)
        }
    }
}

/// A combination that cannot be, for anybody.
public struct FeasibilityRule: Hashable, Sendable {
    public let id: String
    public var when: Formula
    public var because: Label?
    /// Switched off by a premise that allows it.
    public var isActive = true
    public var basis: Basis
    public var place: Place

    public init(id: String, when: Formula, because: Label?, basis: Basis, place: Place) {
        (self.id, self.when, self.because, self.basis, self.place) = (id, when, because, basis, place)
    }
}
