import CaseModel
import Engines
public import Numbers

extension RatifyFinding {
    /// What a text, or a package on the desk, has to go through.
    public struct Reading: Sendable {
        /// For each rule whether it bears on the text.
        public let verdicts: [LegalBars.Verdict]
        /// The rules that bear on it, in the order in which they are asked.
        public let stages: [Stage]
        public let collisions: [Collision]
        /// The chance that everything it needs passes once the bars are gone, if votes do not hang together.
        public let chance: Interval
        /// The same if nothing is known of how votes hang together.
        public let bounds: Interval
        /// The first stage that certainly stops it.
        public let stuckAt: Int?
        /// By the rules that certainly bear on it.
        public let outcome: Outcome
        /// By all rules that bear on it in some reading.
        public let worst: Outcome
    }

    public struct Stage: Hashable, Sendable {
        /// Its number among the rules.
        public let rule: Int
        /// Whether it bears on the text in every reading.
        public let isCertain: Bool
    }

    /// A deadline that ends while something else still stands in the way.
    public struct Collision: Hashable, Sendable {
        public let deadline: Int
        public let against: Int
        public let isCertain: Bool
    }

    /// What becomes of a text, the gravest that holds.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// As far as is known it says nothing on what a rule speaks of.
        case notAddressed
        case needsNobody, canPass, blockedNow, contradictsItself, cannotPass
    }
}

extension RatifyRules {
    /// Goes through the rules that bear on something.
    func reading(_ verdicts: [LegalBars.Verdict]) -> RatifyFinding.Reading {
        let stages = order.filter { verdicts[$0].mayBear }.map {
            RatifyFinding.Stage(rule: $0, isCertain: verdicts[$0] == .bears)
        }
        let collisions = stages.flatMap { stage in
            rules[stage.rule].conflictsWith.compactMap { id -> RatifyFinding.Collision? in
                guard let other = stages.first(where: { rules[$0.rule].id == id }) else { return nil }
                // A bar that does not hold today leaves time for both.
                let rule = rules[other.rule]
                guard rule.blocked == nil || rule.isBlockedNow else { return nil }
                return .init(
                    deadline: stage.rule, against: other.rule, isCertain: stage.isCertain && other.isCertain)
            }
        }
        let certain = stages.filter(\.isCertain)
        return .init(
            verdicts: verdicts, stages: stages, collisions: collisions,
            chance: chance(stages, certain, .independent), bounds: chance(stages, certain, .unknown),
            stuckAt: certain.first { rules[$0.rule].stopsForCertain }?.rule,
            outcome: outcome(certain, collisions.filter(\.isCertain), verdicts),
            worst: outcome(stages, collisions, verdicts))
    }

    /// From everything that may be needed up to what certainly is.
    private func chance(
        _ all: [RatifyFinding.Stage], _ certain: [RatifyFinding.Stage], _ dependence: StageDependence
    ) -> Interval {
        func joint(_ stages: [RatifyFinding.Stage]) -> Interval {
            let chances = stages.map { rules[$0.rule].chance }
            let chain = RatificationChain(chances.map { .open($0) })
            return (try? chain.passingChance(chances.map { _ in nil }, dependence: dependence)) ?? .unit
        }
        return Interval(joint(all).low, joint(certain).high)
    }

    private func outcome(
        _ stages: [RatifyFinding.Stage], _ collisions: [RatifyFinding.Collision],
        _ verdicts: [LegalBars.Verdict]
    ) -> RatifyFinding.Outcome {
        let mine = stages.map { rules[$0.rule] }
        if mine.contains(where: { $0.chance.high == 0 }) { return .cannotPass }
        if !collisions.isEmpty { return .contradictsItself }
        if mine.contains(where: \.isBlockedNow) { return .blockedNow }
        if mine.contains(where: { $0.needsSomebody || $0.chance.low < 1 }) { return .canPass }
        return verdicts.contains { $0.mayBear || $0 == .bearsNot } ? .needsNobody : .notAddressed
    }
}
