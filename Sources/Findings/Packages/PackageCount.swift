import CaseModel
import Engines
public import Numbers

extension PackagesFinding {
    /// A number of packages: exact, or what a sample tells.
    public enum Count: Hashable, Sendable {
        case exact(Rational)
        /// With a probability of at least 99 % the number lies in the interval.
        case estimate(Rational, Interval)
        /// It would take too long.
        case unknown

        public var isZero: Bool {
            if case .exact(let number) = self { number == 0 } else { false }
        }
    }
}

extension Bargain {
    /// How many packages a set has: exact if that takes no longer than a few seconds, else estimated.
    func counted(_ set: PackageSet, _ seed: Int) -> PackagesFinding.Count {
        if let exact = count(of: set, budget: Budget(Self.countBudget)) { return .exact(exact) }
        let sample = estimatedCount(of: set, seed: UInt64(bitPattern: Int64(seed)))
        return .estimate(sample.estimate, sample.interval)
    }

    private static var countBudget: Int { 3_000_000 }
}
