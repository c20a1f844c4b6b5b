public import Numbers

/// Weights, values and reservation values per party: `models/packages.yaml`.
public struct PackagesModel: Hashable, Sendable {
    public let place: Place
    /// The issues of a package; empty means all ordered, negotiable ones.
    public var issues: [String] = []
    public var scale: Scale = .unit
    public var parties: [Party] = []
    public var parameters: [Parameter] = []
    public var discount: [String: Held<Quantity>] = [:]
    /// What may be if there is no agreement, by name.
    public var baselines: [Baseline] = []

    public init(place: Place) { self.place = place }

    public enum Scale: String, Hashable, Sendable, CaseIterable {
        /// Values from 0 to 1, weights normalised to sum 1.
        case unit
        /// Plain sums.
        case raw
    }

    public struct Party: Hashable, Sendable {
        public let id: String
        public let place: Place
        public var weights: [String: Held<Quantity>] = [:]
        public var curves: [String: Held<Curve>] = [:]
        /// Single values that a setting put above the curve.
        public var points: [Point: Held<Quantity>] = [:]
        public var reservation: Held<Reservation>?
        /// The value of an issue times a parameter.
        public var multiply: [String: String] = [:]
        /// Never.
        public var red: [Held<Formula>] = []
        /// Lexicographic: law before weight.
        public var before: [Held<Formula>] = []
        public var terms: [Bonus] = []
        public var reference: [String: Held<Reference>] = [:]
        public var basis = Basis()
        /// Whether how far the party would go may leave the house.
        public var audience = Audience.public

        public init(id: String, place: Place) {
            self.id = id
            self.place = place
        }
    }

    /// A named state of affairs without an agreement.
    public struct Baseline: Hashable, Sendable {
        public let id: String
        public let place: Place
        public var name = Label()
        /// What is then, issue by issue; `nil` where each party's own reservation says what it has.
        public var package: [String: String]?
        public var basis = Basis()
        public var note: Label?

        public init(id: String, place: Place) { (self.id, self.place) = (id, place) }
    }

    /// An alternative of an issue.
    public struct Point: Hashable, Sendable, Comparable {
        public let issue: String
        public let alternative: String

        public init(issue: String, alternative: String) {
            self.issue = issue
            self.alternative = alternative
        }

        public static func < (a: Point, b: Point) -> Bool {
            (a.issue, a.alternative) < (b.issue, b.alternative)
        }
    }

    /// How a party values the alternatives of one issue.
    public enum Curve: Hashable, Sendable {
        /// 1 at the first pole, 0 at the last.
        case falling
        /// 0 at the first pole, 1 at the last.
        case rising
        /// All or nothing.
        case step(String)
        case table([String: Quantity])
    }

    public enum Reservation: Hashable, Sendable {
        case utility(Quantity)
        case package([String: String])
    }

    /// Losses below the reference weigh more by the factor.
    public struct Reference: Hashable, Sendable {
        public var at: String
        public var factor: Quantity

        public init(at: String, factor: Quantity) {
            self.at = at
            self.factor = factor
        }
    }

    public struct Bonus: Hashable, Sendable {
        public var when: Formula
        public var add: Quantity
        public var place: Place

        public init(when: Formula, add: Quantity, place: Place) {
            (self.when, self.add, self.place) = (when, add, place)
        }
    }
}

/// A named number of a model that premises may set and sweeps vary.
public struct Parameter: Hashable, Sendable {
    public let name: String
    public var label: Label?
    public var held: Held<Quantity>
    /// The guarantee that the parameter is about.
    public var from: String?

    public init(name: String, held: Held<Quantity>, from: String? = nil) {
        (self.name, self.held, self.from) = (name, held, from)
    }
}
