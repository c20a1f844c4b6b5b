public import CaseModel
public import Numbers

extension PackagesFinding {
    /// What is asked for.
    public struct Choices: Hashable, Sendable {
        public var issues = IssueChoice.model
        /// Values of parameters set for this question.
        public var parameters: [String: Quantity] = [:]
        /// What may be if there is no agreement; without it each party's own reservation.
        public var baseline: String?
        /// Kinds of rules that are left out.
        public var leftOut: Set<RuleKind> = []
        /// The package or draft on the desk.
        public var desk: DeskChoice?
        /// How single points are picked.
        public var conventions = Conventions()
        /// Whether two parties divide the issues by points.
        public var divides = false
        /// Two issues to trade against one another.
        public var exchange: [String]?
        /// How many worlds are drawn from the ranges.
        public var worlds = 1_000
        public var seed = 1

        public init() {}
    }

    /// Which issues make a package.
    public enum IssueChoice: Hashable, Sendable {
        /// Those that the model names; if it names none, all.
        case model
        /// All that are negotiated.
        case all
        case named([String])
    }

    /// What lies on the draft desk.
    public enum DeskChoice: Hashable, Sendable {
        case draft(String)
        /// A draft that is not in the case.
        case text(Proposal)
        case package([String: String])
    }

    /// Why a package may be ruled out, in the order of the gates.
    public enum RuleKind: String, Hashable, Sendable, CaseIterable, Comparable {
        /// A combination that nobody can have.
        case combination
        /// A linkage in force as a condition.
        case linkage
        /// A norm that an active source invokes.
        case norm
        /// A red line of a party.
        case redLine
        /// A party's condition that comes before all weights.
        case before

        public static func < (left: RuleKind, right: RuleKind) -> Bool {
            allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
        }
    }
}

/// Why a question about packages has no answer.
public enum PackagesProblem: Error, Hashable, Sendable {
    /// There is nothing to settle.
    case noIssues
    /// There is nobody to agree.
    case noParties
    case unknownIssue(String, known: [String])
    /// An issue that is to be traded against itself.
    case sameIssue(String)
    case unknownAlternative(String, issue: String, known: [String])
    case unknownBaseline(String, known: [String])
    case unknownParameter(String, known: [String])
    case unknownParty(String, known: [String])
    /// Weights of Nash's product that are negative or too finely divided.
    case wrongWeights
    case unknownDraft(String, known: [String])
    /// There is nothing to weigh for a party on these issues.
    case noWeight(party: String, issues: [String])
    /// Nobody says what the alternatives of these issues are worth to a party.
    case noValues(party: String, issues: [String])
    /// An issue without an order whose values are told by one.
    case noOrder(party: String, issue: String)
    /// A party has nothing that it would rather have than a bad agreement.
    case noReservation(party: String)
    /// A reservation outside the scale from 0 to 1.
    case reservationOutside(party: String)
    /// A package of reference that leaves these issues open.
    case openIssues(of: String, [String])
    /// Numbers too finely divided for exact sums.
    case tooFine(party: String)
    /// A rule that hangs on too many issues at once to be written out.
    case ruleTooWide(String)

    /// Whether the question names something wrong, and the case is as it may be.
    var isOfQuestion: Bool {
        switch self {
        case .unknownIssue, .sameIssue, .unknownAlternative, .unknownBaseline, .unknownParameter,
            .unknownParty, .wrongWeights, .unknownDraft:
            true
        case .noIssues, .noParties, .noWeight, .noValues, .noOrder, .noReservation, .reservationOutside,
            .openIssues, .tooFine, .ruleTooWide:
            false
        }
    }
}
