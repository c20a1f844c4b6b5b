/// A named set of premises, laid over the case: what somebody holds, and what it sets in the models.
public struct Perspective: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    public var asOf: DateSpan?
    public var take = Filter()
    /// The perspective whose settings come first.
    public var parent: String?
    public var premises: [Premise] = []
    /// Settings that the reading needs and no premise gives; struck one by one like premises.
    public var assumptions: [Premise] = []
    public var inferences: [Inference] = []
    public var conclusions: [Conclusion] = []
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    /// Which statements, tellings and reported terms count; empty lists let everything through.
    public struct Filter: Hashable, Sendable {
        /// Whose statements, tellings and reported terms.
        public var sources: [String] = []
        /// Which voices of statements.
        public var voices: [Statement.Voice] = []
        /// Statements that are left out one by one.
        public var dropped: [String] = []

        public init() {}

        /// The filter of a line of perspectives: a branch takes what its parent takes unless it says otherwise.
        init(_ line: [Filter]) {
            sources = line.map(\.sources).last { !$0.isEmpty } ?? []
            voices = line.map(\.voices).last { !$0.isEmpty } ?? []
            dropped = line.flatMap(\.dropped)
        }
    }
}

public struct Premise: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var text = Label()
    public var kind: Kind?
    /// False if the analyst reconstructed it.
    public var isExplicit = true
    /// The claim it is about; premises about one claim can take each other's place.
    public var about: String?
    public var basis = Basis()
    public var sets: [Setting] = []
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case fact, causal, valuation, prediction, recommendation
    }
}

/// A step from premises to a conclusion.
public struct Inference: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var from: [String] = []
    public var to = ""
    public var isStrict = false
    /// Claims or premises that undercut the step.
    public var unless: [String] = []
    /// Whether the author makes the step; otherwise the analyst does.
    public var isMade = true
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }
}

public struct Conclusion: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var text = Label()
    public var kind: Premise.Kind?
    public var basis = Basis()
    /// How the models could bear it out; without one only the argument is audited.
    public var test: Test?
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    /// A question and the answer that the conclusion expects.
    public struct Test: Hashable, Sendable {
        /// `stability`, `packages`, `order`, `compare`, `argument`, or a game.
        public var ask: String
        /// The expectation, key by key, in the order written.
        public var expects: [Expectation]
        /// What is asked for by name, such as a path of a game.
        public var name: String?
        /// A condition or a concept, as the question understands it.
        public var under: String?
        /// The same as a condition over issues, where the question is about packages.
        public var condition: Formula?
        public var place: Place

        public init(ask: String, name: String?, expects: [Expectation], under: String?, place: Place) {
            (self.ask, self.name, self.expects, self.under, self.place) = (ask, name, expects, under, place)
        }
    }

    public struct Expectation: Hashable, Sendable {
        public var key: String
        public var value: String

        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }
}

/// An overlay without an author ("the US leaves").
public struct Scenario: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    public var sets: [Setting] = []
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }
}
