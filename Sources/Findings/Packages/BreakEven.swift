public import CaseModel
import Engines
public import Numbers

extension PackagesFinding {
    /// The value of a parameter from which on some package is acceptable to all, the other numbers at their points.
    public struct BreakEven: Hashable, Sendable {
        public let parameter: String
        public let label: Label?
        /// The party whose values it multiplies.
        public let party: String
        public let answer: Answer

        public enum Answer: Hashable, Sendable {
            /// Something is acceptable already at the low end of the range.
            case always
            /// Nothing is, not even at the high end.
            case never
            case from(Rational)
            /// The search did not come to an end.
            case undecided
        }
    }
}

extension PackageFrame {
    /// For each parameter that multiplies one party's values the least value at which a package is acceptable.
    ///
    /// The most that the party can get while the others accept is the greatest of straight lines in the parameter, so
    /// Newton's method from the high end meets the exact value after finitely many steps (Dinkelbach 1967).
    func breakEvens() throws(PackagesProblem) -> [PackagesFinding.BreakEven] {
        var answers: [PackagesFinding.BreakEven] = []
        for parameter in parameters {
            let touched = parties.indices.filter { parties[$0].multiplierNames.contains(parameter.name) }
            guard touched.count == 1, let party = touched.first else { continue }
            var answer = PackagesFinding.BreakEven.Answer.undecided
            do throws(PackagesProblem) {
                answer = try breakEven(parameter, party)
            } catch {
                // A value on the way that is too finely divided for exact sums decides nothing.
                guard case .tooFine = error else { throw error }
            }
            answers.append(
                .init(
                    parameter: parameter.name, label: parameter.label, party: parties[party].id,
                    answer: answer))
        }
        return answers
    }

    private func breakEven(
        _ parameter: PackagesFinding.ParameterValue, _ party: Int
    ) throws(PackagesProblem) -> PackagesFinding.BreakEven.Answer {
        let range = parameter.quantity.range
        guard let low = try best(parameter.name, range.low, party) else { return .undecided }
        if let low = low.package, try margin(low, parameter.name, range.low, party) >= 0 { return .always }
        var value = range.high
        for _ in 0..<Self.rounds {
            guard let found = try best(parameter.name, value, party) else { return .undecided }
            guard let package = found.package else { return .never }
            let here = try margin(package, parameter.name, value, party)
            if here == 0 { return .from(value) }
            guard here > 0 else { return value == range.high ? .never : .undecided }
            // The line of this package meets zero where its margin at the low end and here say.
            let there = try margin(package, parameter.name, range.low, party)
            guard there < 0 else { return .always }
            value = range.low + (value - range.low) * (-there) / (here - there)
        }
        return .undecided
    }

    private static let rounds = 100

    /// A package; none where the others accept nothing.
    private struct Best {
        let package: [Int]?
    }

    /// The package that brings a party most among those that the others accept, with the parameter at a value; `nil` if the
    /// search did not come to an end.
    private func best(
        _ name: String, _ value: Rational, _ party: Int
    ) throws(PackagesProblem) -> Best? {
        let frame = setting(name, to: value)
        let tables = frame.parties.map(\.contributions)
        let reservations = frame.parties.indices.map {
            $0 == party ? nil : frame.reservation(of: frame.parties[$0])
        }
        let bargain = try frame.bargain(tables, reservations, .points)
        guard let frontier = self.frontier(bargain, over: .acceptable, steps: 5_000_000) else {
            return nil
        }
        let best = (0..<frontier.count).max {
            frontier.utility($0, of: party) < frontier.utility($1, of: party)
        }
        return Best(package: best.map { frontier.example($0) })
    }

    /// By how much a package exceeds what the party has without one, with the parameter at a value.
    private func margin(
        _ package: [Int], _ name: String, _ value: Rational, _ party: Int
    ) throws(PackagesProblem) -> Rational {
        let frame = setting(name, to: value)
        return try frame.bargain().utilities(of: package)[party]
            - frame.reservation(of: frame.parties[party])
    }

    /// The same with a parameter at one value.
    func setting(_ name: String, to value: Rational) -> PackageFrame {
        var frame = self
        frame.parties = parties.map { $0.setting(name, to: value) }
        return frame
    }
}

extension PartyFrame {
    fileprivate func setting(_ name: String, to value: Rational) -> PartyFrame {
        var party = self
        for (issue, multiplier) in multiplierNames.enumerated() where multiplier == name {
            party.multipliers[issue] = Quantity(.constant(value))
        }
        return party
    }
}
