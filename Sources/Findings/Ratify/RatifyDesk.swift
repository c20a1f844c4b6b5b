public import CaseModel
import Engines
import Numbers

extension RatifyFinding {
    /// A draft of the case with what it has to go through.
    public struct DraftAnswer: Sendable {
        public let draft: Proposal
        public let reading: Reading
    }

    /// What becomes of a package or a draft, and who turns it.
    public struct DeskAnswer: Sendable {
        /// `nil` for a package put together by hand.
        public let draft: Proposal?
        public let settled: [PackagesFinding.Settled]
        public let reading: Reading
        /// One for each stage at which somebody votes.
        public let votes: [StageVote]
        /// Those whose votes are given though no rule asks them here.
        public let unasked: [String]
        /// Whether it passes; `nil` if that hangs on votes or readings that are not known.
        public let passes: Bool?
    }

    /// How bodies vote at one stage.
    public struct StageVote: Sendable {
        public let rule: Int
        public let isCertain: Bool
        /// Who says yes; `nil` if nobody says how they vote.
        public let yes: [SeatGroup]?
        public let passes: Bool?
        /// Those whose change alone turns what becomes of it in all votes of their side, others' votes unchanged.
        public let pivotal: [SeatGroup]
        /// The fewest who turn this vote by changing together.
        public let flips: [SeatGroup]?
    }
}

extension RatifyRules {
    /// The drafts of a case by date, judged as `bars` judges them.
    func drafts(_ view: View, _ bench: RatifyBench) -> [RatifyFinding.DraftAnswer] {
        guard !bench.agenda.drafts.isEmpty, let bars = try? LegalBars(of: view) else { return [] }
        let gates = bars.gates.indices.filter { gate in
            if case .rule = bars.gates[gate].content { true } else { false }
        }
        return bars.drafts.filter(\.proposal.kind.isText).map { draft in
            .init(draft: draft.proposal, reading: reading(gates.map { draft.verdicts[$0] }))
        }
    }

    /// Judges what lies on the desk.
    func desk(
        _ choice: PackagesFinding.DeskChoice, _ votes: [String: RatifyFinding.BodyVote],
        _ bench: RatifyBench
    ) throws(RatifyProblem) -> RatifyFinding.DeskAnswer {
        let (draft, settled, row) = try bench.row(of: choice)
        let reading = reading(bench.verdicts(row))
        let ballots = try self.ballots(votes)
        let stages = stageVotes(reading, ballots, bench)
        let isBarred = reading.stages.contains { $0.isCertain && rules[$0.rule].stopsForCertain }
        let fails = isBarred || stages.contains { $0.isCertain && $0.passes == false }
        let isSure =
            stages.allSatisfy { $0.passes == true }
            && reading.stages.allSatisfy { !rules[$0.rule].stopsForCertain }
        return .init(
            draft: draft, settled: settled, reading: reading, votes: stages,
            unasked: votes.keys.sorted().filter { name in
                !reading.stages.contains { seats[$0.rule]?.voters.contains { $0.isCalled(name) } ?? false }
            },
            passes: fails ? false : isSure ? true : nil)
    }

    private func stageVotes(
        _ reading: RatifyFinding.Reading, _ ballots: [[Ballot]?], _ bench: RatifyBench
    ) -> [RatifyFinding.StageVote] {
        let stages = reading.stages.filter { seats[$0.rule] != nil }
        let sides = stages.map { rules[$0.rule].sides.first ?? "" }
        var pivotal: [Int: [Int]] = [:]
        for side in Set(sides) {
            let mine = stages.indices.filter { sides[$0] == side }.map { stages[$0].rule }
            let chain = RatificationChain(mine.map { .vote(seats[$0]!.body) })
            for seat in (try? chain.outcome(of: mine.map { ballots[$0] }))?.pivotal ?? [] {
                pivotal[mine[seat.stage], default: []].append(seat.member)
            }
        }
        return stages.map { stage in
            let own = seats[stage.rule]!
            guard let ballots = ballots[stage.rule] else {
                return .init(
                    rule: stage.rule, isCertain: stage.isCertain, yes: nil, passes: nil, pivotal: [],
                    flips: nil)
            }
            var flips: [RatifyFinding.SeatGroup]?
            let turning: Flips?? = try? own.body.fewestFlips(ballots)
            if case .least(let members, _)?? = turning {
                flips = own.groups(members)
            }
            return .init(
                rule: stage.rule, isCertain: stage.isCertain,
                yes: own.groups(ballots.indices.filter { ballots[$0] == .yes }),
                passes: try? own.body.passes(ballots),
                pivotal: own.groups((pivotal[stage.rule] ?? []).sorted()), flips: flips)
        }
    }

    /// What everybody does at each rule; `nil` where the vote of somebody is not known.
    private func ballots(_ votes: [String: RatifyFinding.BodyVote]) throws(RatifyProblem) -> [[Ballot]?] {
        var all: [[Ballot]?] = []
        for seats in seats {
            guard let seats else {
                all.append(nil)
                continue
            }
            var yes: [Int: Set<Int>] = [:]
            for (place, voter) in seats.voters.enumerated() {
                let name = [voter.id, voter.actor].compactMap(\.self).first { votes[$0] != nil }
                if let name, let vote = votes[name], let friends = try voter.yes(vote) {
                    yes[place] = friends
                }
            }
            var ballots: [Ballot?] = Array(repeating: nil, count: seats.body.members)
            for (place, friends) in yes.sorted(by: { $0.key > $1.key }) {
                for (number, seat) in seats.seats[place].enumerated() {
                    ballots[seat] = friends.contains(number) ? .yes : .no
                }
            }
            all.append(ballots.contains(nil) ? nil : ballots.compactMap(\.self))
        }
        return all
    }

    /// Refuses names of bodies that no rule asks.
    func expect(
        _ names: some Collection<String>
    ) throws(RatifyProblem) {
        guard let name = names.sorted().first(where: { !voterNames.contains($0) }) else { return }
        var known: [String] = []
        for voter in seats.compactMap(\.self).flatMap(\.voters) where !known.contains(voter.id) {
            known.append(voter.id)
        }
        throw .unknownBody(name, known: known)
    }

    /// The names by which voters can be called.
    private var voterNames: Set<String> {
        Set(seats.compactMap(\.self).flatMap(\.voters).flatMap { [$0.id, $0.actor].compactMap(\.self) })
    }
}

extension RatifyFinding.Voter {
    fileprivate func isCalled(_ name: String) -> Bool { id == name || actor == name }

    /// The numbers of those who say yes; `nil` where the votes of single members do not say how the whole decides.
    fileprivate func yes(_ vote: RatifyFinding.BodyVote) throws(RatifyProblem) -> Set<Int>? {
        switch vote {
        case .names(["yes"]): return Set(0..<seats)
        case .names(["no"]), .names([]): return []
        case .names(let names): return try named(names)
        case .number(let number): return try counted(number)
        }
    }

    private func named(_ names: [String]) throws(RatifyProblem) -> Set<Int> {
        switch kind {
        case .alike: throw .numberNeeded(body: id)
        case .whole: throw .notAMember(names[0], body: id, known: ["yes", "no"])
        case .named(let members):
            var yes: Set<Int> = []
            for name in names {
                guard let seat = members.firstIndex(where: { $0.id == name }) else {
                    throw .notAMember(name, body: id, known: members.map(\.id))
                }
                yes.insert(seat)
            }
            return yes
        }
    }

    private func counted(_ number: Int) throws(RatifyProblem) -> Set<Int>? {
        let all: Int
        if case .whole(let size) = kind { all = size ?? 1 } else { all = seats }
        guard (0...all).contains(number) else {
            throw .tooManyVotes(number, body: id, members: all)
        }
        switch kind {
        case .alike: return Set(0..<number)
        case _ where number == 0: return []
        case _ where number == all: return Set(0..<seats)
        case .whole: return nil
        case .named(let members): throw .namesNeeded(body: id, members: members.map(\.id))
        }
    }
}

extension RatifyBench {
    /// The terms of what lies on the desk.
    func row(
        of choice: PackagesFinding.DeskChoice
    ) throws(RatifyProblem) -> (draft: Proposal?, settled: [PackagesFinding.Settled], row: [CodedTerm]) {
        switch choice {
        case .draft(let id):
            guard let place = agenda.drafts.firstIndex(where: { $0.id == id }) else {
                throw .unknownDraft(id, known: agenda.drafts.map(\.id))
            }
            return (agenda.drafts[place], [], agenda.rows[place])
        case .text(let draft): return (draft, [], row(of: draft))
        case .package(let choices):
            let settled = try settled(choices)
            var draft = Proposal(id: "", place: Place(file: "", line: 1, column: 1))
            var point = Proposal.Point(id: "", place: draft.place)
            point.terms = settled.map {
                Term(issue: $0.issue, content: .stated(.alternative($0.alternative)), place: draft.place)
            }
            draft.points = [point]
            return (nil, settled, row(of: draft))
        }
    }

    /// Read like a draft of the case, and seen whenever it is dated.
    private func row(of draft: Proposal) -> [CodedTerm] {
        var alone = theCase
        alone.proposals = [draft]
        return CodedAgenda(alone).rows[0]
    }

    private func settled(_ choices: [String: String]) throws(RatifyProblem) -> [PackagesFinding.Settled] {
        let open = theCase.issues.filter(\.isNegotiable)
        for name in choices.keys.sorted() {
            guard let issue = open.first(where: { $0.id == name }) else {
                throw .unknownIssue(name, known: open.map(\.id))
            }
            if issue.index(of: choices[name]!) == nil {
                throw .unknownAlternative(
                    choices[name]!, issue: name, known: issue.alternatives.map(\.id))
            }
        }
        return open.compactMap { issue in
            choices[issue.id].map { .init(issue: issue.id, alternative: $0) }
        }
    }
}
