public import Numbers

/// What cannot be made a mediated text.
public enum TextProblem: Error, Hashable, Sendable {
    /// The first text is not a package of the bargain.
    case noPackage
    /// A move names an issue that is not there, or none.
    case wrongMove(Int)
    /// A number of proposals, overrides or a temperature that is negative.
    case wrongNumbers
}

/// A change of the text that was put to the vote.
public struct TextProposal: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// Nobody voted against it.
        case accepted
        /// The mediator took it against votes.
        case overridden
        case rejected
    }

    /// The text as it would be.
    public let text: [Int]
    /// What each party gains by the change; it votes against it if that is negative.
    public let gains: [Rational]
    public let outcome: Outcome

    /// The parties that voted against it.
    public var against: [Int] { gains.indices.filter { gains[$0] < 0 } }
}

/// A mediation from the first text to the last.
public struct TextRun: Hashable, Sendable {
    public let start: [Int]
    /// The changes that were made, in order.
    public let path: [TextProposal]
    /// How many changes were put to the vote.
    public let proposals: Int
    /// For each party how many changes fell that it voted against, ...
    public let blocked: [Int]
    /// ... and how many of them it alone voted against.
    public let blockedAlone: [Int]

    public var text: [Int] { path.last?.text ?? start }
    public var overrides: Int { path.count { $0.outcome == .overridden } }
}

/// A mediator proposes one change of a single text after another, and the parties only say yes or no.
///
/// - Source: Fisher, *International Mediation: A Working Guide* (1978); Raiffa (1982), chapter 14; Klein, Faratin, Sayama &
///   Bar-Yam, *Negotiating complex contracts* (2003).
public struct SingleText: Sendable {
    public let bargain: Bargain
    /// The texts that may be proposed.
    public let set: PackageSet
    public let start: [Int]
    /// The issues that are changed together.
    public let moves: [[Int]]
    /// What losses are measured by: for each party the sum over issues and bonuses of the best less the worst.
    public let spans: [Rational]

    /// Without moves each issue is changed alone, and those of each term together.
    ///
    /// - Throws: `noPackage` or `wrongMove`.
    public init(
        _ bargain: Bargain, start: [Int], over set: PackageSet = .allowed, moves: [[Int]]? = nil
    ) throws(TextProblem) {
        guard bargain.space.contains(start) else { throw .noPackage }
        let issues = bargain.space.alternatives.indices
        let joint = bargain.terms.map(\.scope).filter { $0.count > 1 }
        let moves = moves ?? issues.map { [$0] } + joint
        for (number, move) in moves.enumerated()
        where move.isEmpty || Set(move).count < move.count || !move.allSatisfy(issues.contains) {
            throw .wrongMove(number)
        }
        (self.bargain, self.set, self.start, self.moves) = (bargain, set, start, moves)
        spans = (0..<bargain.parties).map { party in
            let issues = bargain.contributions[party].reduce(Rational.zero) { sum, values in
                sum + (values.max() ?? 0) - (values.min() ?? 0)
            }
            return bargain.terms.reduce(issues) { sum, term in
                if case .adds(let amounts) = term.effect { sum + amounts[party].magnitude } else { sum }
            }
        }
    }

    /// The gains of all parties as shares of what can be at stake for each, added up.
    func weight(_ gains: [Rational]) -> Rational {
        zip(gains, spans).reduce(Rational.zero) { $1.1 == 0 ? $0 : $0 + $1.0 / $1.1 }
    }

    func gains(from text: [Int], to other: [Int]) -> [Rational] {
        zip(bargain.utilities(of: other), bargain.utilities(of: text)).map { $0 - $1 }
    }

    /// The best change at each move in turn, until no change is left that nobody is against and somebody gains by.
    ///
    /// Of several such changes at one move the one with the largest sum of gains is made, each gain as a share of what can be
    /// at stake for the party, and the first of equal ones.
    ///
    /// - Complexity: O(changes made · proposals in a round); moves of many issues have as many proposals as combinations.
    public func improved() -> TextRun {
        var record = Record(parties: bargain.parties)
        var text = start
        var still = 0
        while still < moves.count {
            for move in moves where still < moves.count {
                if let proposal = best(text, move, &record) {
                    record.path.append(proposal)
                    (text, still) = (proposal.text, 0)
                } else {
                    still += 1
                }
            }
        }
        return record.run(from: start)
    }

    private func best(_ text: [Int], _ move: [Int], _ record: inout Record) -> TextProposal? {
        let part = PackageSpace(move.map { bargain.space.alternatives[$0] })
        var choices = move.map { _ in 0 }
        var best: (proposal: TextProposal, weight: Rational)?
        repeat {
            var other = text
            for (issue, choice) in zip(move, choices) { other[issue] = choice }
            guard other != text, bargain.contains(other, in: set) else { continue }
            let gains = gains(from: text, to: other)
            let isAgreed = gains.allSatisfy { $0 >= 0 }
            record.note(gains, isAgreed ? .accepted : .rejected)
            guard isAgreed, gains.contains(where: { $0 > 0 }) else { continue }
            let weight = weight(gains)
            if best.map({ weight > $0.weight }) ?? true {
                best = (TextProposal(text: other, gains: gains, outcome: .accepted), weight)
            }
        } while part.advance(&choices)
        return best?.proposal
    }

    /// What is kept of a mediation.
    struct Record {
        var path: [TextProposal] = []
        private var proposals = 0
        private var blocked: [Int]
        private var blockedAlone: [Int]

        init(parties: Int) {
            blocked = Array(repeating: 0, count: parties)
            blockedAlone = blocked
        }

        mutating func note(_ gains: [Rational], _ outcome: TextProposal.Outcome) {
            proposals += 1
            guard outcome == .rejected else { return }
            let against = gains.indices.filter { gains[$0] < 0 }
            for party in against { blocked[party] += 1 }
            if against.count == 1 { blockedAlone[against[0]] += 1 }
        }

        func run(from start: [Int]) -> TextRun {
            TextRun(
                start: start, path: path, proposals: proposals, blocked: blocked, blockedAlone: blockedAlone)
        }
    }
}
