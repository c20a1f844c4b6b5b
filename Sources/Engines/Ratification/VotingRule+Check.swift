public import Numbers

/// What cannot be made a body, a vote or a price list.
///
/// `at` is the way from the root of the rule to the part that is wrong: the place of each child on the way.
public enum VotingProblem: Error, Hashable, Sendable {
    /// The body has no member.
    case noMember
    /// The body has more members than ``VotingBody/mostMembers``.
    case tooManyMembers(Int)
    /// A part names no member, or joins no parts.
    case emptyPart(at: [Int])
    /// A part names a member that the body does not have.
    case memberOutOfRange(Int, at: [Int])
    /// A part names a member twice.
    case memberTwice(Int, at: [Int])
    /// There are not as many weights as members.
    case wrongWeights(at: [Int])
    /// A weight is below zero.
    case negativeWeight(member: Int, at: [Int])
    /// A share is not above 0 and at most 1.
    case shareOutOfRange(Rational, at: [Int])
    /// So many parts cannot be met because there are fewer, or none is asked for.
    case countOutOfRange(Int, at: [Int])
    /// The weights are too large or too finely divided for exact sums in machine words, or there are too many different
    /// leaves for so many members.
    case tooLarge(at: [Int])
    /// Parts stand in parts more than ``VotingRule/deepest`` times.
    case tooDeep(at: [Int])
    /// There are not as many ballots, prices or bodies as are needed.
    case wrongCount(expected: Int, found: Int)
    /// A price is below zero.
    case negativePrice(member: Int)
}

extension VotingRule {
    /// How often parts may stand in parts.
    public static let deepest = 64

    /// - Throws: The first thing found that is wrong with the rule for so many members.
    func check(members: Int, at path: [Int] = []) throws(VotingProblem) {
        guard path.count <= VotingRule.deepest else { throw .tooDeep(at: path) }
        switch self {
        case .consent(let member), .noObjection(let member):
            guard (0..<members).contains(member) else { throw .memberOutOfRange(member, at: path) }
        case .all(let parts), .any(let parts):
            try VotingRule.check(parts, members: members, at: path)
        case .atLeast(let least, let parts):
            try VotingRule.check(parts, members: members, at: path)
            guard (1...parts.count).contains(least) else { throw .countOutOfRange(least, at: path) }
        case .weight(let electorate, _):
            try electorate.check(members: members, at: path)
        case .share(let electorate, let threshold, _):
            try electorate.check(members: members, at: path)
            guard threshold.amount > 0, threshold.amount <= 1 else {
                throw .shareOutOfRange(threshold.amount, at: path)
            }
        }
    }

    private static func check(_ parts: [VotingRule], members: Int, at path: [Int]) throws(VotingProblem) {
        guard !parts.isEmpty else { throw .emptyPart(at: path) }
        for (place, part) in parts.enumerated() { try part.check(members: members, at: path + [place]) }
    }
}

extension Electorate {
    func check(members all: Int, at path: [Int]) throws(VotingProblem) {
        guard !members.isEmpty else { throw .emptyPart(at: path) }
        guard weights.count == members.count else { throw .wrongWeights(at: path) }
        var seen = Set<Int>()
        for (member, weight) in zip(members, weights) {
            guard (0..<all).contains(member) else { throw .memberOutOfRange(member, at: path) }
            guard seen.insert(member).inserted else { throw .memberTwice(member, at: path) }
            guard weight >= 0 else { throw .negativeWeight(member: member, at: path) }
        }
    }
}
