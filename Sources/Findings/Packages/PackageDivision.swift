import CaseModel
import Engines
public import Numbers

extension PackagesFinding {
    /// What adjusted winner makes of the issues, had two parties a hundred points each to put on them.
    ///
    /// An issue is won by having one's own best on it, and can be split in any share.
    public struct DivisionAnswer: Sendable {
        /// The issues on which the two want different things, with the first party's share.
        public let items: [Item]
        /// Issues on which both have their best at once.
        public let common: [String]
        /// The points that each gets of its own hundred, the issues of both left aside.
        public let totals: [Rational]
        /// The best that each can do by telling other points, in whole points; `nil` where it gets nothing by it.
        public let misreports: [MisreportAnswer?]

        public struct Item: Hashable, Sendable {
            public let issue: String
            public let points: [Rational]
            public let share: Rational
        }

        public struct MisreportAnswer: Hashable, Sendable {
            /// The points told, issue by issue in the order of the items.
            public let told: [Int]
            /// What it gets, by its own points, with the truth and with these.
            public let honest: Rational
            public let worth: Rational
            /// Whether all other reports were tried.
            public let isBest: Bool
        }
    }
}

extension PackageFrame {
    /// `nil` for other numbers of parties than two, and where the two do not differ on anything.
    func division(_ bargain: Bargain) -> PackagesFinding.DivisionAnswer? {
        guard parties.count == 2 else { return nil }
        let stakes = bargain.contributions.map { $0.map { $0.max()! - $0.min()! } }
        let disputed = issues.indices.filter { issue in
            !issues[issue].alternatives.indices.contains { choice in
                bargain.contributions.allSatisfy { $0[issue][choice] == $0[issue].max() }
            }
        }
        let sums = stakes.map { stakes in disputed.reduce(Rational.zero) { $0 + stakes[$1] } }
        guard !disputed.isEmpty, sums.allSatisfy({ $0 > 0 }) else { return nil }
        let points = zip(stakes, sums).map { stakes, sum in disputed.map { stakes[$0] / sum * 100 } }
        let winner = AdjustedWinner(points: points)
        return .init(
            items: disputed.enumerated().map { place, issue in
                .init(issue: issues[issue].id, points: points.map { $0[place] }, share: winner.shares[place])
            },
            common: issues.indices.filter { !disputed.contains($0) }.map { issues[$0].id },
            totals: winner.totals(), misreports: parties.indices.map { misreport(of: $0, winner) })
    }

    private func misreport(
        of party: Int, _ division: AdjustedWinner
    ) -> PackagesFinding.DivisionAnswer.MisreportAnswer? {
        guard
            let (best, isProven) = division.bestMisreport(
                of: party, exhaustive: Self.reports, trials: Self.reports),
            best.worth > best.honest
        else { return nil }
        return .init(told: best.told, honest: best.honest, worth: best.worth, isBest: isProven)
    }

    /// Up to so many reports are tried.
    private static let reports = 20_000
}
