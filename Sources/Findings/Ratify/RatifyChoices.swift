public import Numbers

extension RatifyFinding {
    /// What is asked for.
    public struct Choices: Hashable, Sendable {
        /// The package or draft whose way through the bodies is looked at.
        public var desk: PackagesFinding.DeskChoice?
        /// How bodies vote on what lies on the desk, by their ids or those of their actors.
        public var votes: [String: BodyVote] = [:]
        /// With which chance each member of a body says yes, independently of all others.
        public var chances: [String: Interval] = [:]
        /// Whether the text tells the power of every member.
        public var tellsPower = false

        public init() {}
    }

    /// Who says yes in a body; all others say no.
    public enum BodyVote: Hashable, Sendable {
        /// So many of members who are alike; 1 or 0 for a body that speaks as one.
        case number(Int)
        /// These members; `yes` or `no` for a body that speaks as one.
        case names([String])
    }
}

/// What is wrong with a body, a rule, or a question about them.
public enum RatifyProblem: Error, Hashable, Sendable {
    /// A part of a rule joins nothing.
    case emptyPart(rule: String)
    /// A rule counts the members of a body, and nobody says how many it has.
    case unknownSize(body: String, rule: String)
    /// Nobody is left in the body after those who stay outside.
    case nobodyLeft(body: String, rule: String)
    /// A body is a member of itself, by this way.
    case ratifiesItself([String])
    case memberTwice(String, body: String)
    case negativeWeight(member: String, body: String)
    /// A share that is not above 0 and at most 1.
    case wrongShare(rule: String)
    /// More members, finer weights or deeper trees than can be counted exactly.
    case tooLarge(rule: String)
    case unknownBody(String, known: [String])
    case notAMember(String, body: String, known: [String])
    case tooManyVotes(Int, body: String, members: Int)
    /// The members have names, so a number does not say who votes yes.
    case namesNeeded(body: String, members: [String])
    /// The members have no names, so their number is needed.
    case numberNeeded(body: String)
    case unknownIssue(String, known: [String])
    case unknownAlternative(String, issue: String, known: [String])
    case unknownDraft(String, known: [String])
}
