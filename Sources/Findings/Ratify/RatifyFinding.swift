public import CaseModel
import Engines
import Numbers

/// Who must agree at home or elsewhere, by which rule, what stops it, and who turns it.
public struct RatifyFinding: Finding {
    public let question = Question.ratify
    public let perspective: String?
    public let choices: Choices
    public let rules: [Rule]
    /// The rules by number in the order in which they are asked.
    public let order: [Int]
    public let sides: [Side]
    /// The texts of the case by date.
    public let drafts: [DraftAnswer]
    /// `nil` where nobody says what packages are worth.
    public let packages: PackagesPart?
    /// Why there is no answer about packages though there is a model.
    public let packagesProblem: PackagesProblem?
    public let desk: DeskAnswer?
    /// For their names.
    public let actors: [Actor]
    public let issues: [Agenda.Issue]
    public let bodies: [Ratification.Body]
    public let restsOn: Support
    public let method = Method.ratification
    public let limits: [Limit]
    public let passages: PassageBook

    /// Looks for those who must agree.
    ///
    /// - Throws: ``NotAnswerable`` if there is no rule, a rule cannot be counted, or the question names what is not there.
    public init(of view: View, _ choices: Choices = Choices()) throws(NotAnswerable) {
        let theCase = view.case
        let isEmpty = theCase.ratification.rules.allSatisfy { $0.state == .off }
        try view.require(.ratify, isEmpty ? [.ratificationRules] : [])
        let bench = RatifyBench(theCase, choices)
        let rules: RatifyRules
        do throws(PlacedRatifyProblem) {
            rules = try RatifyRules(bench)
            desk = try Self.desk(choices, rules, bench)
        } catch {
            throw NotAnswerable(
                question: .ratify, perspective: view.viewpoint.perspective,
                missing: [.ratification(error.problem, error.place)])
        }
        perspective = view.viewpoint.perspective
        (self.choices, self.rules, order) = (choices, rules.rules, rules.order)
        drafts = rules.drafts(view, bench)
        let found = Self.packages(view, rules, bench)
        (packages, sides, packagesProblem) = (found.part, found.sides, found.problem)
        (actors, issues, bodies) = (theCase.actors, theCase.issues, theCase.ratification.bodies)
        restsOn = Support(
            Self.bases(rules, bodies, drafts, found.frame), taking: view.seen.take.sources)
        passages = view.passages
        let reported = drafts.count { $0.draft.extent == .reported }
        var limits: [Limit] = reported > 0 ? [.reportedOnly(drafts: reported, of: drafts.count)] : []
        if let frame = found.frame {
            if frame.allowance.wasCutShort { limits.append(.sweepsCutShort) }
            if !frame.rounded.isEmpty { limits.append(.roundedNumbers(of: frame.rounded)) }
        }
        self.limits = limits + restsOn.limits(passages) + view.limits
    }

    private static func bases(
        _ rules: RatifyRules, _ bodies: [Ratification.Body], _ drafts: [DraftAnswer], _ frame: PackageFrame?
    ) -> [(basis: Basis, place: Place)] {
        var bases = rules.written.map { (basis: $0.basis, place: $0.place) }
        bases += rules.written.compactMap { $0.passes.map { (basis: $0.basis, place: $0.place) } }
        bases += bodies.map { (basis: $0.basis, place: $0.place) }
        let terms = drafts.flatMap { $0.draft.points.flatMap(\.terms) }
        bases += terms.map { (basis: $0.basis, place: $0.place) }
        guard let frame else { return bases }
        return bases + frame.parties.flatMap(\.bases) + frame.rules.map { (basis: $0.basis, place: $0.place) }
    }

    private static func desk(
        _ choices: Choices, _ rules: RatifyRules, _ bench: RatifyBench
    ) throws(PlacedRatifyProblem) -> DeskAnswer? {
        do throws(RatifyProblem) {
            try rules.expect(choices.votes.keys)
            try rules.expect(choices.chances.keys)
            return try choices.desk.map { choice throws(RatifyProblem) in
                try rules.desk(choice, choices.votes, bench)
            }
        } catch {
            throw PlacedRatifyProblem(problem: error, place: nil)
        }
    }

    /// What becomes of the packages; without them the sides alone.
    private static func packages(
        _ view: View, _ rules: RatifyRules, _ bench: RatifyBench
    ) -> (part: PackagesPart?, sides: [Side], problem: PackagesProblem?, frame: PackageFrame?) {
        do throws(PackagesProblem) {
            let packages =
                view.case.packages == nil ? nil : try RatifyPackages(view, rules)
            return (
                try packages?.part(),
                try rules.sides(bench, packages, showsInternal: view.showsInternal), nil, packages?.frame
            )
        } catch {
            let sides = try? rules.sides(bench, nil, showsInternal: false)
            return (nil, sides ?? [], error, nil)
        }
    }
}
