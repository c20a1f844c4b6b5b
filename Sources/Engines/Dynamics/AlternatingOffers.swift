public import Numbers

/// One move of a negotiation.
public struct OfferMove: Hashable, Sendable {
    public enum Act: UInt8, Hashable, Sendable {
        /// Rejects what is on the table, if anything is, and makes an offer.
        case offer
        /// Agrees to what is on the table.
        case accept
        /// Leaves for good.
        case end
    }

    public let round: Int
    public let party: Int
    public let act: Act
    /// The package that the act is about, by its number in the table; -1 if the party leaves.
    public let package: Int
    /// The least utility that the party would have agreed to, in units of its own.
    let demand: Int
}

/// A negotiation from the first offer to its end.
public struct OfferRun: Sendable {
    public let table: OfferTable
    public let moves: [OfferMove]
    /// The package that all agreed to, by its number in the table.
    public let agreement: Int?

    /// The round of the last move.
    public var lastRound: Int { moves.last?.round ?? 0 }
    /// How many offers were made.
    public var offers: Int { moves.count { $0.act == .offer } }

    /// What each party has in the end: its part of the agreement, or its reservation, or what the worst package would
    /// have brought if it has none.
    public var utilities: [Rational] {
        (0..<table.parties).map { party in
            let units = agreement.map { table.units($0, of: party) } ?? table.floor(of: party)
            return table.value(units, of: party)
        }
    }

    /// The least utility that the party of a move would have agreed to: that of the package it would offer.
    public func demand(_ move: OfferMove) -> Rational {
        table.value(move.demand, of: move.party)
    }
}

/// An offer that a party makes to show goodwill, instead of the one its tactic would make.
public enum Goodwill: Hashable, Sendable {
    /// Of its packages worth so much less to it than its best, the one nearest above that.
    case concession(Rational)
    /// Its best package with this alternative of this issue.
    case issue(Int, alternative: Int)
    case package([Int])
}

/// The protocol of stacked alternating offers.
///
/// In every round each party moves once, in a fixed order: it agrees to the offer on the table, or rejects it and makes its
/// own, or leaves. An offer is agreed to once all others have accepted it in their turns. Time is counted in rounds; no clock
/// and no chance is involved, so that a run repeats to the last bit.
///
/// - Source: Rubinstein, *Perfect equilibrium in a bargaining model* (1982), for the game; Aydoğan, Festen, Hindriks & Jonker,
///   *Alternating offers protocols for multilateral negotiation* (2017), for several parties.
public struct AlternatingOffers: Sendable {
    public let table: OfferTable
    public let tactics: [Tactic]
    /// How many rounds there are at most.
    public let rounds: Int

    /// - Throws: `wrongTactics`, `wrongNumbers`, or `wrongRounds`.
    public init(_ table: OfferTable, tactics: [Tactic], rounds: Int) throws(OfferProblem) {
        guard tactics.count == table.parties, tactics.count > 1 else { throw .wrongTactics }
        if let party = tactics.firstIndex(where: { !$0.isValid }) { throw .wrongNumbers(party: party) }
        guard rounds > 0, rounds <= 1 << 30 else { throw .wrongRounds }
        (self.table, self.tactics, self.rounds) = (table, tactics, rounds)
    }

    /// Plays the negotiation out.
    ///
    /// A party that shows goodwill makes that offer first, or in the round that is given; from then on it never asks for more
    /// than the offer leaves it, unless the goodwill does not last.
    ///
    /// - Throws: `unknownMove` if a goodwill names what is not in the table.
    /// - Complexity: O(log packages) for each move, and for each tie that an offer has to break.
    public func run(
        goodwill: [Int: Goodwill] = [:], in goodwillRound: Int = 0, lasts: Bool = true
    ) throws(OfferProblem) -> OfferRun {
        var openings: [Int: Int] = [:]
        for (party, step) in goodwill { openings[party] = try opening(step, of: party) }
        var everyone = tactics.enumerated().map {
            Negotiator(table, party: $0.offset, tactic: $0.element, rounds: rounds)
        }
        var moves: [OfferMove] = []
        var standing: (package: Int, agreed: Int)?
        for round in 0..<rounds {
            for party in everyone.indices {
                func note(_ act: OfferMove.Act, _ package: Int, _ demand: Int) {
                    moves.append(
                        OfferMove(round: round, party: party, act: act, package: package, demand: demand))
                }
                if everyone[party].isHopeless {
                    note(.end, -1, table.floor(of: party))
                    return OfferRun(table: table, moves: moves, agreement: nil)
                }
                let opening = round == goodwillRound ? openings[party] : nil
                if let opening, lasts { everyone[party].ceiling = table.units(opening, of: party) }
                let place = everyone[party].place(round: round)
                let demand = table.sorted[party][place]
                if let (package, agreed) = standing, everyone[party].accepts(package, insteadOf: place) {
                    note(.accept, package, demand)
                    if agreed + 1 == everyone.count {
                        return OfferRun(table: table, moves: moves, agreement: package)
                    }
                    standing = (package, agreed + 1)
                    continue
                }
                let package = opening ?? everyone[party].offer(at: place)
                note(.offer, package, demand)
                standing = (package, 1)
                for other in everyone.indices where other != party {
                    everyone[other].hear(package, from: party)
                }
            }
        }
        return OfferRun(table: table, moves: moves, agreement: nil)
    }

    private func opening(_ goodwill: Goodwill, of party: Int) throws(OfferProblem) -> Int {
        guard tactics.indices.contains(party) else { throw .unknownMove }
        switch goodwill {
        case .concession(let size):
            let scale = Rational(table.scales[party])
            let target = Rational(table.sorted[party][0]) - size * scale
            let place = table.lastPlace(of: party) { Rational($0) >= target }
            return Int(table.orders[party][place])
        case .issue(let issue, let alternative):
            guard table.bargain.space.alternatives.indices.contains(issue),
                let best = table.orders[party].first(where: { table.package(Int($0))[issue] == alternative })
            else { throw .unknownMove }
            return Int(best)
        case .package(let package):
            guard let number = table.number(of: package) else { throw .unknownMove }
            return number
        }
    }
}
