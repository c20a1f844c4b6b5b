/// What is wrong with a model of stability although every line of it could be read.
public enum ModelProblem: Hashable, Sendable {
    case noDecisionMakers
    /// The rules leave nothing that can be.
    case nothingFeasible
    case statusQuoInfeasible([String])
    /// Nobody knows what these prefer; that is not indifference.
    case noPreferences(of: [String])
    case rankingNamesUnknown(of: String, String)
    case rankingRepeats(of: String, String)
    /// States that the ranking of a decision maker leaves out: the first of them, and how many.
    case rankingMisses(of: String, [String], count: Int)
    /// Two patterns that count as one state although somebody prefers one of them.
    case classNotConstant(of: String, [String], [String])
    /// A weight that is a range gives no order of sums.
    case weightNotExact(of: String, option: String)
    /// A strong statement below a mild one would make a preference weaker the more it is about.
    case strongBelowMild(of: String, slot: Int)
    /// More states than the memory of this program is meant for.
    case tooLarge(options: Int, bytes: Int, limit: Int)
    /// What is asked keeps tables of states per state.
    case tooLargeForTables(states: Int, limit: Int)
    /// A state that was asked for cannot be.
    case stateInfeasible([String], rules: [String])
    /// An option or a state that was asked for does not exist.
    case unknownState(String, nearest: String?)
    case unknownDecisionMaker(String, nearest: String?)
    /// Simultaneous moves need options, and no classes and no other reading of preferences.
    case needsOptions
    /// What is asked is only explained for plain orders.
    case needsPlainReading
    /// The inverse question is answered for concepts of sequences.
    case needsSequences
    /// A decision maker that is merged or split twice.
    case reshapedTwice(String)
    case notItsOption(String, of: String, own: [String])
}
