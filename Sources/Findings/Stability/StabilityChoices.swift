extension StabilityFinding {
    /// How the question is asked.
    public struct Choices: Hashable, Sendable {
        /// The concepts that are told in detail; all are counted.
        public var concepts: [Concept] = [.nash, .gmr, .smr, .seq, .sseq, .sim]
        /// Concepts of single decision makers, for equilibria of a mix.
        public var mixed: [Mix] = []
        /// A state to look at: ids of the options taken, a decimal, or the name of a state.
        public var state: String?
        /// Where a way begins; the status quo if none is named.
        public var from: String?
        /// A state for which it is asked when it would last.
        public var inverse: String?
        /// Whether every improvement is told with its answer.
        public var isInFull = false
        public var withCoalitions = false
        public var withRobustness = false
        public var reading = Reading.plain
        /// Decision makers taken as one, with the preferences of one of them.
        public var merged: [Merger] = []
        /// Options of a decision maker that a faction of its own controls.
        public var split: [Split] = []
        /// States that should last or not (Nash).
        public var goals: [Goal] = []
        public var seed = 1
        /// The largest number of states of one list; counts are never cut.
        public var listLimit = 10_000

        public init() {}
    }

    /// When a decision maker stays.
    public enum Concept: String, Hashable, Sendable, CaseIterable {
        case nash, gmr, smr, seq, sseq, sim

        /// From the fewest lasting states to the most, as far as the concepts can be compared.
        static let strictestFirst: [Concept] = [.nash, .sseq, .seq, .smr, .sim, .gmr]
    }

    /// What a file may say of preferences beyond their order.
    public enum Nuance: Hashable, Sendable, CaseIterable { case ignorance, strength, attitudes }

    /// How preferences are read.
    public enum Reading: String, Hashable, Sendable, CaseIterable {
        case plain, unknownA = "a", unknownB = "b", unknownC = "c", unknownD = "d", strong, attitudes

        /// Whether preferences that are marked as unknown are read so.
        var isUnknown: Bool { [.unknownA, .unknownB, .unknownC, .unknownD].contains(self) }
    }

    public struct Merger: Hashable, Sendable {
        public let members: [String]
        /// Whose preferences the joint decision maker has.
        public let preferences: String

        public init(members: [String], preferences: String) {
            (self.members, self.preferences) = (members, preferences)
        }
    }

    public struct Split: Hashable, Sendable {
        public let decisionMaker: String
        public let options: [String]

        public init(decisionMaker: String, options: [String]) {
            (self.decisionMaker, self.options) = (decisionMaker, options)
        }
    }

    public struct Goal: Hashable, Sendable {
        public let state: String
        public let isStable: Bool

        public init(state: String, isStable: Bool) { (self.state, self.isStable) = (state, isStable) }
    }
}
