public import CaseModel
import Engines
public import Numbers

extension RatifyFinding {
    /// What must be fulfilled before something may come into force.
    public struct Rule: Sendable {
        public let id: String
        public let name: Label
        /// When it is called up; `nil` for a rule that no term calls up.
        public let applies: Formula?
        public let needs: Ratification.Requirement?
        /// Who votes and how many are needed; `nil` for a bar or a deadline.
        public let vote: Vote?
        /// The chance of passing; 1 where nobody votes.
        public let chance: Interval
        public let chanceBasis: ChanceBasis
        public let blocked: Formula?
        /// Whether the bar holds today.
        public let isBlockedNow: Bool
        public let within: String?
        public let conflictsWith: [String]
        public let optOut: [String]
        /// The sides whose bodies vote here.
        public let sides: [String]
        public let basis: Basis
        public let note: Label?

        /// Whether it asks for somebody's vote.
        public var needsSomebody: Bool { needs != nil }
        /// Whether nothing that calls it up can pass today, however anybody votes.
        public var stopsForCertain: Bool { isBlockedNow || chance.high == 0 }
    }

    /// What a chance rests on.
    public enum ChanceBasis: String, Hashable, Sendable, CaseIterable {
        /// The case or the perspective gives it.
        case given
        /// Computed from the chances of members who decide independently.
        case computed
        /// Nobody says anything.
        case unknown
        /// Not even all members together suffice.
        case unreachable
        /// Nobody votes.
        case noVote
    }

    /// A vote by all bodies that a rule names.
    public struct Vote: Sendable {
        public let voters: [Voter]
        public let members: Int
        /// Whether all members count alike.
        public let isAlike: Bool
        /// How few members suffice, with one such set; `nil` if not even all do.
        public let fewestYes: [SeatGroup]?
        /// How few members block, with one such set; `nil` if not even all can.
        public let fewestNo: [SeatGroup]?
        /// Those without whom nothing passes.
        public let vetoers: [SeatGroup]
        /// How many smallest sets suffice; `nil` where they are too many to count.
        public let coalitions: Rational?
        /// Some of them, where members have names.
        public let coalitionExamples: [[SeatGroup]]
        public let power: Power?
    }

    /// Somebody with one seat or several.
    public struct Voter: Hashable, Sendable {
        public let id: String
        public let name: Label
        public let actor: String?
        public let kind: Kind

        public enum Kind: Hashable, Sendable {
            /// So many members without names, who count alike.
            case alike(Int)
            case named([Ratification.Member])
            /// Speaks as one; how its members decide is not asked.
            case whole(size: Int?)
        }

        public var seats: Int {
            switch kind {
            case .alike(let number): number
            case .named(let members): members.count
            case .whole: 1
            }
        }

        /// The name of a member; `nil` for one without a name.
        public func memberName(_ number: Int) -> String? {
            switch kind {
            case .alike: nil
            case .named(let members): members[number].id
            case .whole: id
            }
        }
    }

    /// Members of one voter.
    public struct SeatGroup: Hashable, Sendable {
        public let voter: String
        public var members: [String] = []
        /// How many without names.
        public var unnamed = 0

        public var count: Int { members.count + unnamed }
    }
}

extension RatifyFinding.Rule {
    init(_ rule: Ratification.Rule, _ seats: RuleSeats?, _ desk: RatifyBench) {
        (id, name, applies, needs) = (rule.id, rule.name, rule.applies, rule.needs)
        (blocked, within, conflictsWith) = (rule.blocked, rule.within, rule.conflictsWith)
        (optOut, note) = (rule.optOut, rule.note)
        basis = rule.basis
        isBlockedNow = rule.blocked.map { desk.agenda.holdsToday($0) } ?? false
        vote = seats.map { .init($0) }
        (chance, chanceBasis) = Self.chance(rule, seats, desk.chances)
        var sides: [String] = []
        for voter in seats?.voters ?? [] {
            let side = desk.side(of: voter)
            if !sides.contains(side) { sides.append(side) }
        }
        self.sides = sides
    }

    private static func chance(
        _ rule: Ratification.Rule, _ seats: RuleSeats?, _ asked: [String: Interval]
    ) -> (Interval, RatifyFinding.ChanceBasis) {
        let given: Interval? =
            if case .passes(let chance) = rule.state { chance.range } else { rule.passes?.value.range }
        guard let seats else { return given.map { ($0, .given) } ?? (Interval(1), .noVote) }
        if seats.body.isUnreachable { return (Interval(0), .unreachable) }
        let named = seats.voters.map { voter in
            asked[voter.id] ?? voter.actor.flatMap { asked[$0] }
        }
        if named.allSatisfy({ $0 == nil }) {
            if let given { return (given, .given) }
            if seats.givenChances.allSatisfy({ $0 == nil }) { return (.unit, .unknown) }
        }
        let yes = seats.bySeat { named[$0] ?? seats.givenChances[$0] }.map { $0 ?? .unit }
        let isGiven = seats.body.members == 1 && named == [nil]
        return (try? seats.body.passingChance(yes)).flatMap { $0 }.map { ($0, isGiven ? .given : .computed) }
            ?? (.unit, .unknown)
    }
}

extension RatifyFinding.Vote {
    /// How many coalitions are told.
    private static let told = 20

    init(_ seats: RuleSeats) {
        let body = seats.body
        (voters, members) = (seats.voters, body.members)
        isAlike = seats.areAlike
        func turned(_ ballot: Ballot) -> [RatifyFinding.SeatGroup]? {
            let ballots = Array(repeating: ballot, count: body.members)
            let turning: Flips?? = try? body.fewestFlips(ballots)
            guard case .least(let members, _)?? = turning else { return nil }
            return seats.groups(members)
        }
        fewestYes = body.isEmptyRequirement ? [] : turned(.no)
        fewestNo = body.isUnreachable ? [] : turned(.yes)
        vetoers = seats.groups(body.vetoers)
        let hasNames = seats.voters.allSatisfy { if case .alike = $0.kind { false } else { true } }
        let smallest = body.minimalWinningCoalitions(limit: hasNames ? Self.told : 1)
        coalitions = smallest?.count
        coalitionExamples = hasNames ? (smallest?.examples ?? []).map { seats.groups($0) } : []
        power = .init(seats)
    }
}

extension RuleSeats {
    /// Whether all seats count alike: one body, and equal weights if they have any.
    var areAlike: Bool {
        guard voters.count == 1 else { return false }
        switch voters[0].kind {
        case .alike, .whole: return true
        case .named(let members): return Set(members.map(\.weight)).count == 1
        }
    }
}
