import CaseModel
import Engines
import Numbers

/// What every part of the answer needs: the agenda in numbers, and whose side a voter is on.
struct RatifyBench: Sendable {
    let theCase: Case
    let agenda: CodedAgenda
    let chances: [String: Interval]

    init(_ theCase: Case, _ choices: RatifyFinding.Choices) {
        (self.theCase, agenda, chances) = (theCase, CodedAgenda(theCase), choices.chances)
    }

    /// The actor that a voter belongs to in the end; the voter itself where nobody says.
    func side(of voter: RatifyFinding.Voter) -> String {
        guard var side = voter.actor else { return voter.id }
        var seen: Set<String> = []
        while let whole = theCase.actor(side)?.partOf, seen.insert(side).inserted { side = whole }
        return side
    }

    /// Whether each rule bears on a row of terms.
    func verdicts(_ row: [CodedTerm]) -> [LegalBars.Verdict] {
        theCase.ratification.rules.filter { $0.state != .off }.map { agenda.verdict($0.applies, row) }
    }
}

/// The rules in force with their seats.
struct RatifyRules: Sendable {
    let rules: [RatifyFinding.Rule]
    let written: [Ratification.Rule]
    let seats: [RuleSeats?]
    /// The order in which rules are asked: bars first, then as the case says, then the others.
    let order: [Int]

    /// - Throws: What is wrong with a body or a rule, and where it stands.
    init(_ bench: RatifyBench) throws(PlacedRatifyProblem) {
        let ratification = bench.theCase.ratification
        if let circle = ratification.circle {
            let place = ratification.bodies.first { $0.id == circle[0] }?.place
            throw PlacedRatifyProblem(problem: .ratifiesItself(circle), place: place)
        }
        let written = ratification.rules.filter { $0.state != .off }
        var (seats, rules): ([RuleSeats?], [RatifyFinding.Rule]) = ([], [])
        for rule in written {
            do throws(RatifyProblem) {
                let own = try RuleSeating.seats(of: rule, in: bench.theCase)
                seats.append(own)
                rules.append(.init(rule, own, bench))
            } catch {
                throw PlacedRatifyProblem(problem: error, place: rule.place)
            }
        }
        (self.written, self.seats, self.rules) = (written, seats, rules)
        let sequence = ratification.sequence.map(\.value)
        let ranks = rules.enumerated().map { place, rule -> Int in
            guard let own = seats[place] else { return -1 }
            let names = [rule.id] + own.voters.map(\.id)
            return sequence.firstIndex { names.contains($0) } ?? sequence.count
        }
        order = rules.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    }
}

/// A problem with the place in the case where it stands.
struct PlacedRatifyProblem: Error {
    let problem: RatifyProblem
    let place: Place?
}
