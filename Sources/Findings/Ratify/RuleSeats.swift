import CaseModel
import Engines
import Numbers

/// A rule of a case as a voting body: every member of every body that it names has a seat.
///
/// A member that two bodies name alike has one seat: a majority of states that is also one of people asks each state once.
struct RuleSeats: Sendable {
    let body: VotingBody
    let voters: [RatifyFinding.Voter]
    /// For each voter the seats of its members.
    let seats: [[Int]]
    /// The chance of a yes that the rule itself gives to a voter, as in a referendum.
    let givenChances: [Interval?]

    /// The first voter that has the seat, and its number there.
    func place(of seat: Int) -> (voter: Int, number: Int) {
        for (voter, own) in seats.enumerated() {
            if let number = own.firstIndex(of: seat) { return (voter, number) }
        }
        preconditionFailure("every seat belongs to a voter")
    }

    /// For each seat what is known of one of its voters.
    func bySeat<Known>(_ known: (_ voter: Int) -> Known?) -> [Known?] {
        var all: [Known?] = Array(repeating: nil, count: body.members)
        for voter in voters.indices.reversed() {
            guard let value = known(voter) else { continue }
            for seat in seats[voter] { all[seat] = value }
        }
        return all
    }

    /// The seats, voter by voter.
    func groups(_ seats: some Sequence<Int>) -> [RatifyFinding.SeatGroup] {
        var groups: [RatifyFinding.SeatGroup] = []
        for seat in seats {
            let (voter, number) = place(of: seat)
            if groups.last?.voter != voters[voter].id { groups.append(.init(voter: voters[voter].id)) }
            if let name = voters[voter].memberName(number) {
                groups[groups.count - 1].members.append(name)
            } else {
                groups[groups.count - 1].unnamed += 1
            }
        }
        return groups
    }
}

/// Makes the seats while it goes through a rule.
struct RuleSeating {
    private let theCase: Case
    private let rule: Ratification.Rule
    private var voters: [RatifyFinding.Voter] = []
    private var seats: [[Int]] = []
    /// The seats by the names under which they can be called.
    private var known: [String: Int] = [:]
    private var chances: [Interval?] = []
    private var count = 0

    private init(_ theCase: Case, _ rule: Ratification.Rule) { (self.theCase, self.rule) = (theCase, rule) }

    /// - Returns: `nil` for a rule that needs nobody.
    static func seats(of rule: Ratification.Rule, in theCase: Case) throws(RatifyProblem) -> RuleSeats? {
        guard let needs = rule.needs else { return nil }
        var seating = RuleSeating(theCase, rule)
        let tree = try seating.tree(needs)
        do throws(VotingProblem) {
            return RuleSeats(
                body: try VotingBody(members: seating.count, rule: tree), voters: seating.voters,
                seats: seating.seats, givenChances: seating.chances)
        } catch {
            throw seating.problem(error)
        }
    }

    private mutating func tree(_ needs: Ratification.Requirement) throws(RatifyProblem) -> VotingRule {
        switch needs {
        case .all(let parts): return .all(try trees(parts))
        case .any(let parts): return .any(try trees(parts))
        case .share(let share, let body, let ofPresent):
            let electorate = try electorate(body)
            return .share(electorate, .atLeast(share), of: ofPresent ? .present : .members)
        case .atLeast(let number, let body): return .count(number, of: try electorate(body).members)
        case .weight(let weight, let body): return .weight(try electorate(body), .atLeast(weight))
        case .veto(let name): return .consent(whole(name, chance: nil))
        case .referendum(let body, let passes): return .consent(whole(body, chance: passes?.range))
        }
    }

    private mutating func trees(_ parts: [Ratification.Requirement]) throws(RatifyProblem) -> [VotingRule] {
        if parts.isEmpty { throw .emptyPart(rule: rule.id) }
        var trees: [VotingRule] = []
        for part in parts { trees.append(try tree(part)) }
        return trees
    }

    /// The members of a body, those who stay outside left out.
    private mutating func electorate(_ name: String) throws(RatifyProblem) -> Electorate {
        guard let body = theCase.ratification.bodies.first(where: { $0.id == name }) else {
            throw .unknownBody(name, known: theCase.ratification.bodies.map(\.id))
        }
        let outside = Set(rule.optOut + rule.optOut.flatMap { theCase.actor($0)?.members ?? [] })
        let members = body.members.filter { !outside.contains($0.id) }
        if let size = body.size, body.members.isEmpty {
            let seats = place(body, .alike(size))
            return Electorate(seats)
        }
        if body.members.isEmpty { throw .unknownSize(body: name, rule: rule.id) }
        if members.isEmpty { throw .nobodyLeft(body: name, rule: rule.id) }
        var seen: Set<String> = []
        for member in members {
            if !seen.insert(member.id).inserted { throw .memberTwice(member.id, body: name) }
            if member.weight < 0 { throw .negativeWeight(member: member.id, body: name) }
        }
        return Electorate(place(body, .named(members)), weights: members.map(\.weight))
    }

    /// The seat of somebody who speaks as one: a body, or an actor, by the name of its only body if there is one.
    private mutating func whole(_ name: String, chance: Interval?) -> Int {
        let bodies = theCase.ratification.bodies
        let own = bodies.filter { $0.actor == name }
        let body = bodies.first { $0.id == name } ?? (own.count == 1 ? own[0] : nil)
        let voter = RatifyFinding.Voter(
            id: body?.id ?? name, name: body?.name ?? theCase.actor(name)?.name ?? Label(en: name, de: name),
            actor: body == nil ? name : body?.actor, kind: .whole(size: body?.knownSize))
        let seat = place(voter, chance)[0]
        for alias in [name, voter.id, voter.actor].compactMap(\.self) { known[alias] = known[alias] ?? seat }
        return seat
    }

    private mutating func place(
        _ body: Ratification.Body, _ kind: RatifyFinding.Voter.Kind
    ) -> [Int] {
        place(.init(id: body.id, name: body.name, actor: body.actor, kind: kind), nil)
    }

    /// New seats, or those that the voter or its members have already.
    private mutating func place(_ voter: RatifyFinding.Voter, _ chance: Interval?) -> [Int] {
        if let place = voters.firstIndex(of: voter) {
            chances[place] = chances[place] ?? chance
            return seats[place]
        }
        let own = (0..<voter.seats).map { number -> Int in
            let name = voter.memberName(number)
            if let seat = name.flatMap({ known[$0] }) { return seat }
            count += 1
            if let name { known[name] = count - 1 }
            return count - 1
        }
        voters.append(voter)
        seats.append(own)
        chances.append(chance)
        return own
    }

    private func problem(_ problem: VotingProblem) -> RatifyProblem {
        switch problem {
        case .noMember, .emptyPart, .countOutOfRange: .emptyPart(rule: rule.id)
        case .shareOutOfRange: .wrongShare(rule: rule.id)
        case .tooManyMembers, .tooLarge, .tooDeep: .tooLarge(rule: rule.id)
        case .memberOutOfRange, .memberTwice, .wrongWeights, .negativeWeight, .wrongCount, .negativePrice:
            preconditionFailure("seats are handed out here")
        }
    }
}

extension Ratification.Body {
    /// How many members it has, as far as anybody says.
    var knownSize: Int? { members.isEmpty ? size : members.count }
}

extension Ratification {
    /// A body that is a member of itself, directly or by others: the way round.
    var circle: [String]? {
        func next(_ body: Body) -> [Body] {
            body.members.flatMap { member in
                bodies.filter { $0.id == member.id || $0.actor == member.id }
            }
        }
        for start in bodies {
            var (ways, seen) = ([[start]], Set<String>())
            while let way = ways.popLast() {
                for body in next(way[way.count - 1]) {
                    if body.id == start.id { return way.map(\.id) + [start.id] }
                    if seen.insert(body.id).inserted { ways.append(way + [body]) }
                }
            }
        }
        return nil
    }
}
