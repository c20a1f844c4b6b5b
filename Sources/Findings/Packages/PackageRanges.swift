public import CaseModel
import Engines
import Numbers

extension PackagesFinding {
    /// What holds for every number in the ranges, and for some.
    public struct RangeAnswer: Sendable {
        /// Acceptable to all whatever the numbers; where `isBound` at least so many.
        public let certain: Count
        /// Acceptable to each for some numbers of its own; where `isBound` at most so many.
        public let conceivable: Count
        /// The same for each party alone.
        public let parties: [PartyRange]
        public let example: Package?
        /// With bonuses on the unit scale, or a parameter that moves several values.
        public let isBound: Bool
    }

    public struct PartyRange: Sendable {
        public let party: String
        public let certain: Count
        public let conceivable: Count
    }

    /// What orders alone say, compared with a named package.
    public struct OrdinalAnswer: Sendable {
        public let baseline: String
        public let name: Label
        public let sets: OrdinalSets
    }
}

extension PackagesFinding.RangeAnswer {
    init(_ frame: PackageFrame, _ seed: Int) throws(PackagesProblem) {
        let (sure, open) = (try frame.bargain(.certain), try frame.bargain(.conceivable))
        certain = frame.counted(sure, .acceptable, seed)
        conceivable = frame.counted(open, .acceptable, seed)
        parties = frame.parties.indices.map { party in
            .init(
                party: frame.parties[party].id, certain: frame.counted(sure, acceptableTo: party),
                conceivable: frame.counted(open, acceptableTo: party))
        }
        let best = certain.isZero ? open : sure
        let found = frame.frontier(best, over: .acceptable)
        example = found.flatMap { frame.example(of: $0, best) }
        isBound =
            frame.scale == .unit
            && frame.rules.contains { if case .adds = $0.kind { true } else { false } }
            && frame.parties.contains { !$0.weightRange.isPoint }
            || frame.sharesParameters
    }
}

extension PackageFrame {
    /// Whether a parameter that is no point moves several values at once, whose ends are then taken apart.
    fileprivate var sharesParameters: Bool {
        parameters.contains { parameter in
            !parameter.quantity.range.isPoint
                && parties.reduce(0) { $0 + $1.multiplierNames.count { $0 == parameter.name } } > 1
        }
    }

    /// Every named package as the measure of what is acceptable.
    func ordinalAnswers() throws(PackagesProblem) -> [PackagesFinding.OrdinalAnswer] {
        var answers: [PackagesFinding.OrdinalAnswer] = []
        for baseline in baselines {
            guard let package = baseline.package else { continue }
            let complete = try Self.complete(package, issues, of: baseline.id)
            answers.append(
                .init(baseline: baseline.id, name: baseline.name, sets: ordinalSets(against: complete)))
        }
        return answers
    }
}
