public import Numbers

extension GuaranteeModel {
    /// A value of a parameter at which the outcome changes, as a formula in the others.
    public struct ClosedForm: Hashable, Sendable {
        public let parameter: String
        public let formula: Arithmetic
        /// What names of the formula stand for that are no parameters: the next offer on the grid, from this value up.
        public let offers: [String: Arithmetic]

        init(_ parameter: String, _ formula: Arithmetic, offers: [String: Arithmetic] = [:]) {
            (self.parameter, self.formula, self.offers) = (parameter, formula, offers)
        }

        /// The threshold at these values of the parameters; `nil` where the formula divides by zero.
        public func value(_ values: [String: Rational]) -> Rational? {
            let grid = values["grid"] ?? 1
            let known = offers.reduce(into: values) { known, offer in
                known[offer.key] = offer.value.value { values[$0] }.map { -(-$0 * grid).floor / grid }
            }
            return formula.value { known[$0] }
        }
    }

    /// The thresholds that the model is known for, derived by hand; which of them bite depends on the other numbers.
    ///
    /// - Parameter counts: The numbers that count something.
    /// - Returns: None for models whose outcome steps with whole numbers.
    public func closedForms(_ counts: [String: Int]) -> [ClosedForm] {
        func par(_ name: String) -> Arithmetic { .parameter(name) }
        let bar = Arithmetic.quotient(par("g"), par("g") + par("c"))
        return switch self {
        case .extendedDeterrence: [.init("p", bar)]
        case .audienceCosts: [.init("a", -par("w-i")), .init("p", .quotient(1, 1 + par("c")))]
        case .sunkCosts:
            [
                .init("s", par("v-i")), .init("s", par("v-r") - par("w-r")),
                .init("a", -par("w-i") - par("r")), .init("p", .quotient(1, 1 + par("c"))),
            ]
        case .ratification:
            [
                .init(
                    "h", .quotient(par("safe") - par("risky"), 1 - par("risky")),
                    offers: ["safe": par("r-h"), "risky": par("r-l")])
            ]
        case .shiftingPower:
            // The last offer leaves a hundredth more than war, so that nobody is indifferent.
            [
                .init(
                    "p-2",
                    par("c-d") - .number(Rational(1, over: 100))
                        + .quotient(par("p-1") * (1 + par("delta")) - par("c-d") - 1, par("delta")))
            ]
        case .inspection: [.init("pi", .quotient(par("d"), par("d") + par("b")))]
        case .screening:
            [
                .init("theta", .quotient(par("gain"), par("gain") + par("cost"))),
                .init("theta", .quotient(par("gain") - (par("w") - par("s")), par("gain") + par("cost"))),
                .init("w", par("s")),
            ]
        case .clauses:
            [
                .init("u", .quotient(bar, par("pi") * par("p"))), .init("u", .quotient(bar, par("pi"))),
                .init("pi", .quotient(bar, par("u") * par("p"))), .init("pi", .quotient(bar, par("u"))),
                .init("p", .quotient(bar, par("pi") * par("u"))), .init("a", -par("w-i") - par("r")),
                .init("r", -par("w-i") - par("a")),
            ]
        case .crisis:
            // The safe offer meets the tough side's reservation, the risky one the other's.
            [
                .init(
                    "t",
                    .quotient(par("safe") - par("risky"), par("p-b") + par("c-a") - par("risky")),
                    offers: ["safe": par("p-b") - par("c-l"), "risky": par("p-b") - par("c-h")])
            ]
        case .reputation: [.init("p", (1..<max(1, counts["n"] ?? 1)).reduce(bar) { power, _ in power * bar })]
        case .inspections, .salami: []
        }
    }
}
