public import Numbers

extension PackagesFinding {
    /// How single points are picked. Programs differ here, and the points with them; so every answer names its conventions.
    public struct Conventions: Hashable, Sendable {
        /// What counts as having no agreement.
        public var disagreement = Disagreement.reservation
        /// Against what losses and shares are measured.
        public var ideal = Ideal.acceptable
        /// How Kalai and Smorodinsky's rule is read where no package lies on their line.
        public var ks = Ratio.maximin
        /// How much each party counts in Nash's product; parties without a weight count once.
        public var nashWeights: [String: Rational] = [:]
        /// Which packages the frontier is told over.
        public var frontierOver = Over.allowed

        public init() {}

        public enum Disagreement: String, Hashable, Sendable, CaseIterable {
            /// Each party's reservation.
            case reservation
            /// The worst lawful package without red lines.
            case minimum
            case zero
        }

        public enum Ideal: String, Hashable, Sendable, CaseIterable {
            /// The best acceptable package of each party.
            case acceptable
            /// The best lawful package without red lines.
            case allowed
        }

        public enum Ratio: String, Hashable, Sendable, CaseIterable {
            /// The smallest share of the possible gain as large as can be.
            case maximin
            /// The shares as equal as can be.
            case equalRatio
        }

        public enum Over: String, Hashable, Sendable, CaseIterable { case feasible, allowed, acceptable }
    }
}
