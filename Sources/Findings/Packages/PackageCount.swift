import CaseModel
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
