public import CaseModel
import Engines
public import Numbers

extension GuaranteeFinding {
    /// Which guarantees an aggressor accepts: model G7.
    ///
    /// An opportunist keeps a promise of the strength `deterrent` or more, `gain / (gain + cost)`. Where war is worth more
    /// to him than the settlement he accepts up to the strength `acceptable`, `(gain - (w - s)) / (gain + cost)`, which is
    /// less: no guarantee is both accepted by him and able to deter him, and his consent is a sign that it does not work.
    /// Otherwise he accepts every strength, and consent tells nothing.
    public struct Screening: Sendable {
        public let game: String
        public let title: Label
        public let parameters: [SolveFinding.ParameterValue]
        /// What war and the settlement are worth to the aggressor.
        public let war: Rational
        public let settlement: Rational
        public let deterrent: Rational
        /// The greatest strength that the opportunist accepts; `nil` where he accepts every one.
        public let acceptable: Rational?
        /// Whether the solver finds the same on both sides of each threshold, at a distance of 1/1000.
        public let isChecked: Bool
        /// The share of draws in which war is worth more than the settlement; `nil` without draws.
        public let share: Rational?
        public let grounding: Grounding

        /// Whether an aggressor accepts only a guarantee that does not work.
        public var holds: Bool { war > settlement }
    }
}

extension GuaranteeFinding.Screening {
    init(_ model: GameModel, _ choices: GuaranteeFinding.Choices) throws(Refused) {
        let bench = try TrialBench(model, choices)
        let values = Dictionary(uniqueKeysWithValues: bench.parameters.map { ($0.name, $0.value) })
        let (gain, cost) = (values["gain"]!, values["cost"]!)
        guard gain + cost > 0 else { throw Refused(problem: .noValue(model.id), place: model.place) }
        (war, settlement) = (values["w"]!, values["s"]!)
        deterrent = gain / (gain + cost)
        acceptable = war > settlement ? (gain - (war - settlement)) / (gain + cost) : nil
        isChecked = try bench.agrees(deterrent: deterrent, acceptable: acceptable, isTie: war == settlement)
        share = bench.shareOfWar
        (game, parameters) = (model.id, bench.parameters)
        title = model.name ?? Label(en: model.id, de: model.id)
        grounding = .init(model.parameters.filter { ["w", "s"].contains($0.name) }.map(\.held.basis))
    }
}

extension TrialBench {
    /// Whether the opportunist breaks below the first threshold and not above it, and accepts below the second only.
    fileprivate func agrees(deterrent: Rational, acceptable: Rational?, isTie: Bool) throws(Refused) -> Bool {
        let near = Rational(1, over: 1_000)
        /// `nil` where the strength is no probability. Whether there are opportunists at all does not matter here.
        func does(_ text: String, at theta: Rational) throws(Refused) -> Interval? {
            guard theta >= 0, theta <= 1, let ask = GameAsk(text, prepared.names) else { return nil }
            let values = parameters.map { parameter -> Rational in
                switch parameter.name {
                case "theta": theta
                case "q": Rational(1, over: 2)
                default: parameter.value
                }
            }
            return try settled(values, []).answer(ask, prepared.routes) ?? Interval(0, 1)
        }
        let (breaks, accepts) = ("test-opportunist.break", "consent-opportunist.accept")
        var expected: [(Interval?, Bool)] = [
            (try does(breaks, at: deterrent - near), true), (try does(breaks, at: deterrent + near), false),
        ]
        if let acceptable {
            expected.append((try does(accepts, at: acceptable - near), true))
            expected.append((try does(accepts, at: acceptable + near), false))
        } else if !isTie {
            expected.append((try does(accepts, at: deterrent + near), true))
        }
        return expected.allSatisfy { found, isTaken in
            found.map { $0 == Interval(isTaken ? .one : .zero) } ?? true
        }
    }

    fileprivate var shareOfWar: Rational? {
        guard draws.count > 0, let war = parameters.firstIndex(where: { $0.name == "w" }),
            let settlement = parameters.firstIndex(where: { $0.name == "s" })
        else { return nil }
        let count = (0..<draws.count).count { draw in
            let values = draws.values(draw)
            return values[war] > values[settlement]
        }
        return Rational(count, over: draws.count)
    }
}
