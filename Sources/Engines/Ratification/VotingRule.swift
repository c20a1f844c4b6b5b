public import Numbers

/// What a body needs to pass something: a tree over members `0 ..< n`.
///
/// A member may stand in several leaves: two houses and a president, a majority of states that is also one of
/// people. No leaf is hurt by a yes and none is helped by a no, so every rule is monotone. A member need not be a
/// person: a referendum that replaces a house is one, with a chance of its own.
///
/// - Source: Taylor & Zwicker, *Simple Games* (1999), for monotone rules of yes and no; Felsenthal & Machover,
///   *The Measurement of Voting Power* (1998), chapter 8, for abstention as a third state.
public indirect enum VotingRule: Hashable, Sendable {
    /// The member votes yes; with others beside it in `all`, a veto that an abstention casts too.
    case consent(Int)
    /// The member does not vote no: a veto that an abstention or an absence does not cast.
    case noObjection(Int)
    /// Every part is met.
    case all([VotingRule])
    /// Some part is met.
    case any([VotingRule])
    /// At least so many parts are met.
    case atLeast(Int, of: [VotingRule])
    /// The weights of those who vote yes add up to a number that does not depend on who else takes part.
    case weight(Electorate, Threshold)
    /// The weights of those who vote yes are a share, above 0 and at most 1, of a base.
    ///
    /// Where nobody counts in the base, nothing has been passed.
    case share(Electorate, Threshold, of: ShareBase)
}

/// Members with their weights.
public struct Electorate: Hashable, Sendable {
    /// The members, by number.
    public let members: [Int]
    /// What each counts, in the same order.
    public let weights: [Rational]

    /// Members who count one each.
    public init(_ members: some Sequence<Int>) {
        self.members = Array(members)
        weights = self.members.map { _ in 1 }
    }

    /// Members with weights; a body made of them checks both.
    public init(_ members: [Int], weights: [Rational]) {
        (self.members, self.weights) = (members, weights)
    }
}

/// How much is enough.
public enum Threshold: Hashable, Sendable {
    /// The amount itself suffices.
    case atLeast(Rational)
    /// More than the amount is needed.
    case above(Rational)

    /// The amount.
    public var amount: Rational {
        switch self {
        case .atLeast(let amount), .above(let amount): amount
        }
    }

    /// Whether `value` is enough.
    public func isMet(by value: Rational) -> Bool {
        switch self {
        case .atLeast(let amount): value >= amount
        case .above(let amount): value > amount
        }
    }
}

/// Whose weights a share is taken of.
public enum ShareBase: Hashable, Sendable, CaseIterable {
    /// All members; an abstention or an absence then works like a no.
    case members
    /// Those who are present; an abstention works like a no, an absence leaves the base.
    case present
    /// Those who vote yes or no; an abstention or an absence leaves the base.
    case cast

    /// Whether a member who does this counts in the base.
    public func counts(_ ballot: Ballot) -> Bool {
        switch self {
        case .members: true
        case .present: ballot != .absent
        case .cast: ballot == .yes || ballot == .no
        }
    }
}

extension VotingRule {
    /// At least so many of the members say yes.
    public static func count(_ least: Int, of members: some Sequence<Int>) -> VotingRule {
        .weight(Electorate(members), .atLeast(Rational(least)))
    }

    /// More than half of all the members say yes.
    public static func majority(of members: some Sequence<Int>) -> VotingRule {
        .share(Electorate(members), .above(Rational(1, over: 2)), of: .members)
    }

    /// Every one of the members says yes.
    public static func unanimity(of members: some Sequence<Int>) -> VotingRule {
        .share(Electorate(members), .atLeast(1), of: .members)
    }

    /// The definition that everything else is held against: whether the ballots meet the rule.
    func isMet(by ballots: [Ballot]) -> Bool {
        switch self {
        case .consent(let member): return ballots[member] == .yes
        case .noObjection(let member): return ballots[member] != .no
        case .all(let parts): return parts.allSatisfy { $0.isMet(by: ballots) }
        case .any(let parts): return parts.contains { $0.isMet(by: ballots) }
        case .atLeast(let least, let parts): return parts.count { $0.isMet(by: ballots) } >= least
        case .weight(let electorate, let threshold):
            return threshold.isMet(by: electorate.sum { ballots[$0] == .yes })
        case .share(let electorate, let threshold, let base):
            let all = electorate.sum { base.counts(ballots[$0]) }
            return all > 0 && threshold.isMet(by: electorate.sum { ballots[$0] == .yes } / all)
        }
    }

    /// The same rule for members whose numbers all begin later.
    func shifted(by start: Int) -> VotingRule {
        switch self {
        case .consent(let member): .consent(member + start)
        case .noObjection(let member): .noObjection(member + start)
        case .all(let parts): .all(parts.map { $0.shifted(by: start) })
        case .any(let parts): .any(parts.map { $0.shifted(by: start) })
        case .atLeast(let least, let parts): .atLeast(least, of: parts.map { $0.shifted(by: start) })
        case .weight(let electorate, let threshold): .weight(electorate.shifted(by: start), threshold)
        case .share(let electorate, let threshold, let base):
            .share(electorate.shifted(by: start), threshold, of: base)
        }
    }
}

extension Electorate {
    /// The weights of the members that are asked for.
    func sum(_ isAsked: (Int) -> Bool) -> Rational {
        zip(members, weights).reduce(Rational.zero) { isAsked($1.0) ? $0 + $1.1 : $0 }
    }

    func shifted(by start: Int) -> Electorate {
        Electorate(members.map { $0 + start }, weights: weights)
    }
}
