import CaseModel
import Engines
public import Numbers

extension Comparison {
    /// What changed from one draft to another, position and scope kept apart.
    public struct Step: Hashable, Sendable {
        public let from: String
        public let to: String
        public let kind: Kind
        /// Under the rule for silence that was chosen.
        public let change: Change
        /// Issues that only the later draft addresses, only the earlier one, and on which the later one is silent.
        public let entered: [String]
        public let left: [String]
        public let becameSilent: [String]
        /// One per yardstick.
        public let movements: [Movement]
        /// What each rule for silence makes of the step, in the order of the rules.
        public let effects: [Effect]
        /// `nil` where no point of the later draft is said to go back to one of the earlier.
        public let points: Points?

        public enum Kind: String, Hashable, Sendable {
            case lineage
            /// The later draft may go back to the earlier.
            case possible
            /// Neither goes back to the other; a reader asked.
            case asked
        }
    }

    /// A change of position.
    public struct Change: Hashable, Sendable {
        /// From −1 to 1, positive towards the last alternatives; each compared issue counts alike. `nil` if none is compared.
        public let position: Interval?
        /// On every compared issue that has an order.
        public let shifts: [IssueFigure]
        /// Issues without an order that both address, with the distance, which is 0, 1 or open.
        public let unordered: [IssueFigure]
        /// For how large a share of all weightings the step certainly goes towards the last alternatives, and towards the first.
        public let towardsLast: Double
        public let towardsFirst: Double
    }

    /// How the step moved towards a yardstick.
    public struct Movement: Hashable, Sendable {
        /// Points of 100, positive towards; `nil` if no issue can be compared.
        public let points: Interval?
        public let perIssue: [IssueFigure]
        public let towards: Double
        public let away: Double
    }

    /// What a rule for silence makes of a step.
    public struct Effect: Hashable, Sendable {
        public let rule: Silence
        public let position: Interval?
        public let compared: Int
        /// For how large a share of all weightings the step certainly goes towards the last alternatives, and towards the first.
        public let towardsLast: Double
        public let towardsFirst: Double
        /// Gaps of the two drafts that the rule filled: silent ones, and such as nobody reports.
        public let silent: Int
        public let unreported: Int
    }

    /// What became of the points, by explicit links and not by their numbers.
    public struct Points: Hashable, Sendable {
        public let split: [String: [String]]
        public let merged: [String: [String]]
        public let dropped: [String]
        public let new: [String]
        /// The share of the later draft's points that go back to one of the earlier.
        public let inherited: Rational
    }
}

extension Comparison.Step {
    init(_ step: ComparisonAnswer.CodedStep, _ inputs: ComparisonInputs) {
        func names(_ issues: [Int]) -> [String] { issues.map { inputs.issues[$0].id } }
        (from, to, kind) = (inputs.drafts[step.from].id, inputs.drafts[step.to].id, step.kind)
        change = Comparison.Change(step.change, inputs.issues)
        entered = names(step.change.entered)
        left = names(step.change.left)
        becameSilent = names(step.change.becameSilent)
        movements = step.movements.map { movement in
            let (towards, away) = movement.shares
            return Comparison.Movement(
                points: movement.points, perIssue: Comparison.figures(movement.perIssue, inputs.issues),
                towards: towards, away: away)
        }
        effects = zip(Comparison.Silence.allCases, step.effects).map { rule, effect in
            let (last, first) = effect.change.shares
            return Comparison.Effect(
                rule: rule, position: effect.change.position, compared: effect.change.compared.count,
                towardsLast: last, towardsFirst: first,
                silent: effect.silent, unreported: effect.unreported)
        }
        points = Comparison.Points(from: inputs.drafts[step.from], to: inputs.drafts[step.to])
    }
}

extension Comparison.Change {
    init(_ change: DraftStep, _ issues: [Agenda.Issue]) {
        position = change.position
        shifts = Comparison.figures(change.shifts, issues)
        unordered = Comparison.figures(
            zip(change.distances, change.shifts).map { $1 == nil ? $0 : nil }, issues)
        (towardsLast, towardsFirst) = change.shares
    }
}

extension Comparison.Points {
    /// - Returns: `nil` if no link is recorded, which is not the same as nothing being taken over.
    init?(from before: Proposal, to after: Proposal) {
        let links = after.points.flatMap { point in
            before.points.filter { point.from.contains("\(before.id).\($0.id)") }.map { ($0.id, point.id) }
        }
        guard !links.isEmpty else { return nil }
        let lineage = PointLineage(
            before: before.points.map(\.id), after: after.points.map(\.id), links: links)
        (split, merged) = (lineage.split, lineage.merged)
        (dropped, new) = (lineage.dropped, lineage.new)
        inherited = Rational(lineage.inherited, over: after.points.count)
    }
}
