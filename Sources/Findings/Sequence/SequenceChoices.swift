public import Numbers

extension SequenceFinding {
    /// What is asked for.
    public struct Choices: Hashable, Sendable {
        public var steps = StepChoice.all
        /// Two steps whose orders are held against each other; without them those that a conclusion names.
        public var compare: [String]?
        /// An order to be judged before each step.
        public var order: [String]?
        /// Whether only those who act at the next step are asked.
        public var onlyActors = false
        /// By what factor a party's value of completion shrinks with each step that is left.
        public var discounts: [String: Rational] = [:]
        /// What stopping and cheating cost everybody beyond what the case says.
        public var guarantee: Rational = 0

        public init() {}
    }

    /// Which steps are taken; those that they wait for come along.
    public enum StepChoice: Hashable, Sendable {
        case all
        /// Those that a draft of the case needs.
        case draft(String)
        /// Those that a package needs, `{issue: alternative}`.
        case package([String: String])
        case named([String])
    }
}

/// Why a question about the order of steps has no answer.
public enum SequenceProblem: Error, Hashable, Sendable {
    case unknownStep(String, known: [String])
    case unknownDraft(String, known: [String])
    case unknownIssue(String, known: [String])
    case unknownAlternative(String, issue: String, known: [String])
    case unknownParty(String, known: [String])
    /// A step that the case has and that is not among those taken.
    case notTaken(String, taken: [String])
    /// No step belongs to the draft or package.
    case nothingTaken
    /// Nobody gains or loses anything by any of the steps.
    case noNumbers
    /// An order that leaves steps out, or names some twice.
    case notAnOrder(missing: [String], repeated: [String])
    /// An order in which a step comes before one that it waits for.
    case breaksPrecedence(String, waitsFor: [String])
    /// A step that is to be held against itself.
    case sameStep(String)
    case wrongDiscount(String)
    case wrongGuarantee
    /// More than 64 steps.
    case tooManySteps(Int)
    /// More sets of steps than can be gone through.
    case tooManyOrders
    /// Steps that wait for each other in a circle.
    case circle([String])
    /// Numbers too finely divided for exact sums.
    case tooFine
    /// A length of time beyond two to the power of forty days.
    case tooLong

    /// Whether the question names something wrong, and the case is as it may be.
    var isOfQuestion: Bool {
        switch self {
        case .noNumbers, .tooManySteps, .tooManyOrders, .circle, .tooFine, .tooLong: false
        case .unknownStep, .unknownDraft, .unknownIssue, .unknownAlternative, .unknownParty, .notTaken,
            .nothingTaken, .notAnOrder, .breaksPrecedence, .sameStep, .wrongDiscount, .wrongGuarantee:
            true
        }
    }
}
