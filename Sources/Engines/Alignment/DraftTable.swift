public import Numbers

/// Drafts and issues in numbers: what is compared.
public struct DraftTable: Hashable, Sendable {
    public let scales: [IssueScale]
    /// `terms[d][i]` are the terms of draft `d` on issue `i`, one per point that names it.
    ///
    /// Shape: drafts × issues × points.
    public let terms: [[[CodedTerm]]]
    /// What an issue is that no point names: silent in a draft coded as a whole, unreported otherwise.
    public let unnamed: [CodedTerm]
    /// `conditions[d][i]` are the issues that the terms of draft `d` on issue `i` depend on.
    public let conditions: [[[Int]]]

    /// - Precondition: The shapes fit each other.
    public init(scales: [IssueScale], terms: [[[CodedTerm]]], unnamed: [CodedTerm], conditions: [[[Int]]]) {
        precondition(terms.count == unnamed.count && terms.count == conditions.count, "one entry per draft")
        precondition((terms.allSatisfy { $0.count == scales.count }), "one entry per issue")
        (self.scales, self.terms, self.unnamed, self.conditions) = (scales, terms, unnamed, conditions)
    }

    /// What a draft says on an issue, all its points taken together.
    public struct Cell: Hashable, Sendable {
        public let term: CodedTerm
        /// `nil` where nothing is said or nothing is ordered.
        public let position: Interval?
        /// Whether points of the draft say different things.
        public let pullsApart: Bool
        /// The issues that the term depends on and on which the same draft is silent.
        public let linkedSilence: [Int]

        public init(term: CodedTerm, position: Interval?, pullsApart: Bool, linkedSilence: [Int]) {
            (self.term, self.position, self.pullsApart) = (term, position, pullsApart)
            self.linkedSilence = linkedSilence
        }
    }

    /// The point-by-point matrix.
    ///
    /// Shape: drafts × issues.
    /// - Complexity: O(*drafts* · *issues* · *readings*).
    public func matrix(conditional: ConditionalReading = .value) -> [[Cell]] {
        terms.indices.map { draft in
            let merged = scales.indices.map { issue in
                terms[draft][issue].isEmpty
                    ? (term: unnamed[draft], pullsApart: false)
                    : CodedTerm.merged(terms[draft][issue], on: scales[issue])
            }
            return scales.indices.map { issue in
                let (term, pullsApart) = merged[issue]
                let position = term.position(on: scales[issue], conditional: conditional)
                let silent = conditions[draft][issue].filter { merged[$0].term == .silent }
                return Cell(term: term, position: position, pullsApart: pullsApart, linkedSilence: silent)
            }
        }
    }

    /// How much of the agenda a draft speaks about.
    public struct Coverage: Hashable, Sendable {
        public let addressed: Int
        public let silent: Int
        public let unreported: Int

        /// The share of the issues that are addressed.
        public var share: Rational {
            let all = addressed + silent + unreported
            return all == 0 ? 0 : Rational(addressed, over: all)
        }
    }

    /// The coverage of one row of the matrix.
    public static func coverage(of cells: [Cell]) -> Coverage {
        let states = cells.map(\.term.state)
        return Coverage(
            addressed: states.count { $0.isAddressed }, silent: states.count { $0 == .silent },
            unreported: states.count { $0 == .unreported })
    }
}
