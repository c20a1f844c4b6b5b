public import Numbers

/// How far a mediator goes against votes.
public struct Annealing: Hashable, Sendable {
    /// How many changes are proposed.
    public var proposals: Int
    /// T at the beginning, as a share of what can be at stake for a party; it falls evenly to zero.
    public var temperature: Rational
    /// How many changes may be made against votes.
    public var overrides: Int
    public var seed: UInt64

    public init(proposals: Int, temperature: Rational, overrides: Int, seed: UInt64) {
        (self.proposals, self.temperature) = (proposals, temperature)
        (self.overrides, self.seed) = (overrides, seed)
    }
}

extension SingleText {
    /// Random changes, taken if nobody is against them; against votes with the chance exp(-Δ/T).
    ///
    /// Δ is the largest loss of a party as a share of what can be at stake for it. The draws depend on nothing but the seed and
    /// the number of the proposal, and the exponential is computed alike everywhere.
    ///
    /// - Throws: `wrongNumbers`.
    /// - Source: Kirkpatrick, Gelatt & Vecchi, *Optimization by simulated annealing* (1983), for the rule; Klein et al. (2003).
    public func annealed(_ plan: Annealing) throws(TextProblem) -> TextRun {
        guard plan.proposals >= 0, plan.overrides >= 0, plan.temperature >= 0 else { throw .wrongNumbers }
        let random = Philox(seed: plan.seed)
        var record = Record(parties: bargain.parties)
        var (text, left) = (start, plan.overrides)
        for number in 0..<(moves.isEmpty ? 0 : plan.proposals) {
            func draw(below bound: Int, _ dimension: Int) -> Int {
                random.index(
                    below: bound, sample: UInt64(number), dimension: dimension, stream: .dynamics)
            }
            var other = text
            for (place, issue) in moves[draw(below: moves.count, 0)].enumerated() {
                other[issue] = draw(below: bargain.space.alternatives[issue], place + 2)
            }
            guard other != text, bargain.contains(other, in: set) else { continue }
            let gains = gains(from: text, to: other)
            var outcome = TextProposal.Outcome.accepted
            if gains.contains(where: { $0 < 0 }) {
                let share = Rational(plan.proposals - number, over: plan.proposals)
                let heat = Double(plan.temperature * share)
                let chance = random.uniform(sample: UInt64(number), dimension: 1, stream: .dynamics)
                let isTaken = left > 0 && heat > 0 && chance < steadyExponential(-Double(loss(gains)) / heat)
                outcome = isTaken ? .overridden : .rejected
                if isTaken { left -= 1 }
            }
            record.note(gains, outcome)
            guard outcome != .rejected else { continue }
            record.path.append(TextProposal(text: other, gains: gains, outcome: outcome))
            text = other
        }
        return record.run(from: start)
    }

    private func loss(_ gains: [Rational]) -> Rational {
        zip(gains, spans).reduce(Rational.zero) { $1.1 == 0 ? $0 : max($0, -$1.0 / $1.1) }
    }

    /// What a text leaves on the table: the largest sum of gains, each a share of what can be at stake for the party, that some
    /// package brings without hurting anybody. Zero if and only if no package is better for one and worse for none.
    ///
    /// - Returns: `nil` if the budget for the frontier did not last.
    public func leftOnTable(
        _ text: [Int], budget: Budget = Budget(20_000_000)
    ) throws(TextProblem) -> Rational? {
        guard bargain.space.contains(text) else { throw .noPackage }
        guard let frontier = bargain.frontier(over: set, budget: budget) else { return nil }
        let here = bargain.utilities(of: text)
        var most = Rational.zero
        for point in 0..<frontier.count {
            let gains = zip(frontier.utilities(point), here).map { $0 - $1 }
            if gains.allSatisfy({ $0 >= 0 }) { most = max(most, weight(gains)) }
        }
        return most
    }
}
