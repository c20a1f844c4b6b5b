public import CaseModel
import Engines
import Numbers

extension StabilityFinding {
    /// Whether a decision maker stays in a state under a concept, and why.
    public struct Verdict: Hashable, Sendable {
        /// Its number among the decision makers.
        public let maker: Int
        public let concept: Concept
        public let reason: Reason
        /// Where it leaves: the most important statement in which the two states differ.
        public let deciding: Deciding?

        /// `nil` where the budget ended.
        public var isStable: Bool? {
            switch reason {
            case .noMove, .noBetterMove, .deterred: true
            case .leaves: false
            case .undecided: nil
            }
        }
    }

    public enum Reason: Hashable, Sendable {
        case noMove
        case noBetterMove
        /// Every improvement is answered.
        case deterred([Deterrent])
        /// It leaves for this state; the worst that the others could do about it is beside it.
        case leaves(to: Int, worst: Reply?)
        case undecided
    }

    public struct Deterrent: Hashable, Sendable {
        public let improved: Int
        public let reply: Reply
        /// The wish because of which the end of the reply is worse; `nil` where it is only no better.
        public let deciding: Deciding?
    }

    public enum Reply: Hashable, Sendable {
        /// Moves of the others, and the best counter-move after them where the concept asks for it.
        case sequence([Step], escape: Int?)
        /// All act at once.
        case joint(Int)
    }

    /// A move by one decision maker, or by several together.
    public struct Step: Hashable, Sendable {
        public let movers: [Int]
        public let state: Int
    }

    /// A statement of preference that decides between two states.
    public struct Deciding: Hashable, Sendable {
        public let slot: Int
        public let preference: StabilityModel.Preference
        /// The premise that put it there.
        public let premise: String?
        public let basis: Basis
    }

    /// What everybody does in one state.
    public struct StateReading: Hashable, Sendable {
        public let state: Int
        /// Shape: decision makers × concepts.
        public let verdicts: [[Verdict]]

        /// Whether everybody stays under a concept; `nil` where the budget ended.
        public func isEquilibrium(_ concept: Concept) -> Bool? {
            let own = verdicts.compactMap { $0.first { $0.concept == concept } }
            if own.contains(where: { $0.isStable == false }) { return false }
            return own.allSatisfy { $0.isStable == true } ? true : nil
        }
    }
}

extension StabilityConcept {
    init(_ concept: StabilityFinding.Concept) { self = StabilityConcept(rawValue: concept.rawValue)! }
}

extension StabilityFinding.Concept {
    init(_ concept: StabilityConcept) { self = Self(rawValue: concept.rawValue)! }
}

extension ConflictInputs {
    /// How many joint choices of simultaneous moves may be tried for one answer.
    static let simultaneousBudget = 1 << 24

    /// What everybody does in a state, told as the reader numbers states.
    func reading(of decimal: Int, _ concepts: [StabilityFinding.Concept]) -> StabilityFinding.StateReading {
        StabilityFinding.StateReading(
            state: decimal,
            verdicts: source.decisionMakers.indices.map { i in
                concepts.compactMap { verdict(decimal, i, StabilityConcept($0)) }
            })
    }

    private func verdict(_ decimal: Int, _ i: Int, _ concept: StabilityConcept) -> StabilityFinding.Verdict? {
        if concept == .sim {
            guard let options, !needsGraph else { return nil }
            var budget = Budget(Self.simultaneousBudget)
            return told(options.simultaneousCertificate(decimal, for: i, &budget))
        }
        return told(conflict.certificate(index(decimal), for: i, under: concept))
    }

    /// A certificate in the reader's numbers; one that does not hold must never be shown.
    private func told(_ certificate: StabilityCertificate) -> StabilityFinding.Verdict {
        if frame.states <= GraphModel.tableLimit {
            precondition(isProven(certificate), "a verdict is proven")
        }
        let reason: StabilityFinding.Reason =
            switch certificate.reason {
            case .noMove: .noMove
            case .noBetterMove: .noBetterMove
            case .undecided: .undecided
            case .leaves(let target, let worst): .leaves(to: decimal(target), worst: worst.map(reply))
            case .deterred(let list):
                .deterred(list.map { deterrent($0, certificate) })
            }
        return .init(
            maker: certificate.decisionMaker, concept: .init(certificate.concept), reason: reason,
            deciding: deciding(certificate))
    }

    private func isProven(_ certificate: StabilityCertificate) -> Bool {
        if needsGraph { certificate.holds(in: graph!) } else { certificate.holds(in: options!) }
    }

    /// The most important statement that is true where a decision maker goes and false where it was.
    private func deciding(_ certificate: StabilityCertificate) -> StabilityFinding.Deciding? {
        guard case .leaves(let target, _) = certificate.reason else { return nil }
        return deciding(certificate.decisionMaker, decimal(certificate.state), decimal(target))
    }

    private func deciding(_ i: Int, _ from: Int, _ to: Int) -> StabilityFinding.Deciding? {
        origins[i].statements.first { $0.formula.holds(in: from) != $0.formula.holds(in: to) }.map {
            .init(
                slot: $0.slot, preference: $0.held.value, premise: $0.held.basis.premise, basis: $0.held.basis
            )
        }
    }

    private func deterrent(_ own: StabilityCertificate.Deterrent, _ certificate: StabilityCertificate)
        -> StabilityFinding.Deterrent
    {
        let told = reply(own.answer)
        let end =
            switch told {
            case .joint(let state): state
            case .sequence(let steps, _): steps.last?.state ?? decimal(own.improved)
            }
        return .init(
            improved: decimal(own.improved), reply: told,
            deciding: deciding(certificate.decisionMaker, decimal(certificate.state), end))
    }

    private func reply(_ answer: StabilityCertificate.Deterrent.Answer) -> StabilityFinding.Reply {
        switch answer {
        case .joint(let state): .joint(decimal(state))
        case .sequence(let steps, let escape):
            .sequence(
                steps.map { .init(movers: [$0.mover], state: decimal($0.state)) }, escape: escape.map(decimal)
            )
        }
    }
}
