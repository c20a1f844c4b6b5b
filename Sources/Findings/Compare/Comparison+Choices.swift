extension Comparison {
    /// What a reader may choose; each choice is named beside the answer.
    public struct Choices: Hashable, Sendable {
        public var conditional: Conditional
        public var silence: Silence
        /// Two drafts to be compared although neither goes back to the other.
        public var pair: Pair?
        /// Drafts that serve as yardsticks beside those of the actors.
        public var yardsticks: [String]
        /// The part of the answer that fits into one table of comma-separated values.
        public var table: Table

        public init(
            conditional: Conditional = .value, silence: Silence = .skip, pair: Pair? = nil,
            yardsticks: [String] = [], table: Table = .matrix
        ) {
            (self.conditional, self.silence, self.pair) = (conditional, silence, pair)
            (self.yardsticks, self.table) = (yardsticks, table)
        }

        /// The drafts that are named.
        var drafts: [String] { (pair.map { [$0.from, $0.to] } ?? []) + yardsticks }
    }

    public struct Pair: Hashable, Sendable {
        public let from: String
        public let to: String

        public init(from: String, to: String) { (self.from, self.to) = (from, to) }
    }

    /// Whether a conditional term counts as its value alone or as everything between value and fallback.
    public enum Conditional: String, Hashable, Sendable, CaseIterable { case value, hull }

    /// What an issue that a draft leaves open counts as when drafts are compared.
    public enum Silence: String, Hashable, Sendable, CaseIterable {
        /// Only what both drafts address is compared.
        case skip
        /// What is not said leaves things as they are.
        case statusQuo = "status-quo"
        /// What is not said stays as the draft before had it.
        case inherited
    }

    /// The parts of the answer, each a table of its own.
    public enum Table: String, Hashable, Sendable, CaseIterable {
        case matrix, distances, steps, movement, lines, terms, moves, likeness
    }

    /// Where the weights of a yardstick come from.
    public enum Weighting: String, Hashable, Sendable {
        /// Each issue counts alike, because nobody gives weights.
        case equal
        /// The party's weights in the model of packages.
        case packages
    }
}
