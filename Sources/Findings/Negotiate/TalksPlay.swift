import CaseModel
import Engines
import Numbers

/// Plays talks over the packages of a frame.
///
/// What is simplified: every party is one voice with one number for each package; it knows nothing of the others but their
/// offers; all may offer whatever is lawful and crosses nobody's red line.
struct TalksPlay {
    let frame: PackageFrame
    let bargain: Bargain
    let points: PackagePoints
    let table: OfferTable
    let choices: NegotiateFinding.Choices
    /// Whether how far some party would go stays in the house.
    let withholds: Bool

    /// The most packages that are put into a table.
    static let limit = 1_000_000

    init(
        _ frame: PackageFrame, _ choices: NegotiateFinding.Choices, withholds: Bool
    ) throws(NegotiateProblem) {
        guard frame.parties.count > 1 else { throw .tooFewParties }
        let known = frame.parties.map(\.id)
        if let name = choices.tactics.keys.sorted().first(where: { !known.contains($0) }) {
            throw .unknownParty(name, known: known)
        }
        guard frame.space.size <= Rational(Self.limit) else {
            throw .tooManyPackages(frame.space.size, limit: Self.limit)
        }
        do throws(PackagesProblem) {
            bargain = try frame.bargain()
            points = try PackagePoints(frame, bargain, withFallback: false)
        } catch {
            throw .packages(error)
        }
        do throws(OfferProblem) {
            table = try OfferTable(bargain, over: .allowed, limit: Self.limit)
        } catch {
            switch error {
            case .noPackage: throw .nothingAllowed
            case .tooLarge(let party): throw .tooFine(party: known[party])
            case .tooManyPackages, .wrongTactics, .unknownMove, .wrongNumbers, .wrongRounds:
                throw .tooManyPackages(frame.space.size, limit: Self.limit)
            }
        }
        (self.frame, self.choices, self.withholds) = (frame, choices, withholds)
    }

    /// The tactics that were asked for, one per party.
    private var tactics: [NegotiateFinding.TacticName] {
        frame.parties.map { choices.tactics[$0.id] ?? .linear }
    }

    private func play(_ tactics: [NegotiateFinding.TacticName]) -> OfferRun {
        run { () throws(OfferProblem) in
            try AlternatingOffers(table, tactics: tactics.map(\.tactic), rounds: choices.rounds).run()
        }
    }

    /// Tactics are those of the program, rounds are checked where they are typed, and steps are within the table.
    private func run<Found>(_ body: () throws(OfferProblem) -> Found) -> Found {
        do throws(OfferProblem) { return try body() } catch { preconditionFailure("talks that fit") }
    }

    var matrix: [NegotiateFinding.Run] {
        let all = NegotiateFinding.TacticName.allCases
        return all.flatMap { first in
            all.map { second in
                let tactics = [first, second] + tactics.dropFirst(2)
                return NegotiateFinding.Run(tactics: tactics, outcome: outcome(play(tactics)))
            }
        }
    }

    var asked: NegotiateFinding.AskedRun? {
        guard !choices.tactics.isEmpty else { return nil }
        let found = play(tactics)
        return .init(
            run: .init(tactics: tactics, outcome: outcome(found)),
            path: withholds ? nil : found.moves.map(offer))
    }

    private func offer(_ move: OfferMove) -> NegotiateFinding.Offer {
        let isMade = move.act != .end
        return .init(
            round: move.round + 1, party: frame.parties[move.party].id,
            act: move.act == .offer ? .offer : move.act == .accept ? .accept : .leave,
            package: isMade ? frame.named(table.package(move.package)) : nil,
            utilities: isMade ? table.utilities(move.package) : nil)
    }

    /// From the round in which a party that gives way with time comes to an offer its reservation would follow.
    private func outcome(_ found: OfferRun) -> NegotiateFinding.Outcome {
        let isAgreed = found.agreement != nil
        return .init(
            agreement: found.agreement.map { frame.named(table.package($0)) },
            utilities: isAgreed || !withholds ? found.utilities : nil,
            round: withholds ? nil : found.lastRound + 1,
            toFrontier: found.agreement.flatMap { points.toFrontier(table.utilities($0)) })
    }

    // MARK: A step of goodwill

    var goodwill: [NegotiateFinding.GoodwillPrice] {
        let against = NegotiateFinding.TacticName.allCases
        return frame.parties.indices.flatMap { party in
            let size = choices.goodwill * (points.scale.best[party] - points.scale.worst[party])
            let prices = run { () throws(OfferProblem) in
                try AlternatingOffers(table, tactics: tactics.map(\.tactic), rounds: choices.rounds).price(
                    of: .concession(size), by: party, against: against.map(\.tactic))
            }
            return zip(against, prices).map { price($0, $1, by: party) }
        }
    }

    private func price(
        _ against: NegotiateFinding.TacticName, _ price: GoodwillPrice, by party: Int
    ) -> NegotiateFinding.GoodwillPrice {
        let step = price.with.moves.first { $0.party == party && $0.round == 0 && $0.act == .offer }
        let fate = fate(price, step, of: party)
        let isHidden = withholds && (fate == .lost || fate == .reached)
        return .init(
            party: frame.parties[party].id, own: tactics[party], against: against,
            step: step.map { frame.named(table.package($0.package)) }, fate: fate,
            without: outcome(price.without),
            with: fate == .tooLarge ? outcome(price.without) : outcome(price.with),
            effects: fate == .tooLarge
                ? price.differences.map { _ in .same }
                : price.differences.map { $0 > 0 ? .more : $0 < 0 ? .less : .same },
            changes: isHidden || fate == .tooLarge ? nil : price.differences)
    }

    private func fate(_ price: GoodwillPrice, _ step: OfferMove?, of party: Int) -> NegotiateFinding.Fate {
        if let step, let least = bargain.reservations[party], table.utilities(step.package)[party] < least {
            return .tooLarge
        }
        return switch (price.without.agreement != nil, price.with.agreement != nil) {
        case (true, true): .agreed
        case (false, false): .neither
        case (false, true): .reached
        case (true, false): .lost
        }
    }
}

extension PackagePoints {
    /// The squared distance from the frontier on the scales from worst to best; `nil` where that is too large.
    func toFrontier(_ utilities: [Rational]) -> Rational? {
        whole?.nearest(to: utilities, on: scale)?.squared
    }
}
