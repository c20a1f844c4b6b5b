public import CaseModel
import Engines
public import Numbers

/// Which packages everybody could accept, and what stands in the way.
public struct PackagesFinding: Finding {
    public let question = Question.packages
    public let perspective: String?
    public let choices: Choices
    public let issues: [Agenda.Issue]
    public let parties: [Party]
    public let scale: PackagesModel.Scale
    public let parameters: [ParameterValue]
    /// The package that counts as no agreement; `nil` for own reservations.
    public let baseline: Baseline?
    /// What is excluded, in the order of the gates.
    public let rules: [Rule]
    public let bonuses: [Bonus]
    /// Rules that speak of issues outside the package, too.
    public let partlyJudged: [String]
    public let gates: Gates
    /// Rules that together leave no package, none of which can be spared; `nil` if a package is left.
    public let contradiction: [String]?
    /// What orders alone say against a named baseline, baseline by baseline.
    public let ordinal: [OrdinalAnswer]
    /// How many packages are acceptable to all for every number in the ranges, and for some.
    public let ranges: RangeAnswer
    /// `nil` if the frontier is too large.
    public let frontier: FrontierAnswer?
    /// `nil` if nothing is acceptable at the points.
    public let solutions: [SolutionAnswer]?
    /// How hard the bargain is; `nil` where nothing is allowed or the frontier is too large.
    public let measures: MeasuresAnswer?
    /// What adjusted winner makes of the issues; `nil` unless two parties asked for it.
    public let division: DivisionAnswer?
    /// What would open an empty set; `nil` if it is not empty.
    public let concession: ConcessionAnswer?
    /// What a parameter must reach for anything to be acceptable.
    public let breakEven: [BreakEven]
    public let linkages: [LinkagePrice]
    public let exchange: [ExchangeRate]
    public let gains: [BaselineGain]
    public let worlds: WorldsAnswer?
    public let drafts: [DraftAnswer]
    public let desk: DeskAnswer?
    public let conclusions: [ConclusionAnswer]
    public let restsOn: Support
    public let method = Method.packages
    public let limits: [Limit]
    public let passages: PassageBook

    /// A party with its numbers; how far it would go is `nil` where that stays in the house.
    public struct Party: Hashable, Sendable {
        public let id: String
        public let name: Label
        public let weights: [Quantity]
        public let reservation: Quantity?
        public let isReservationWithheld: Bool
        /// What each alternative of each issue contributes at the points.
        public let contributions: [[Rational]]
    }

    public struct ParameterValue: Hashable, Sendable {
        public let name: String
        public let label: Label?
        public let quantity: Quantity
        public let value: Rational
        public let isMidpoint: Bool
    }

    public struct Baseline: Hashable, Sendable {
        public let id: String
        public let name: Label
        public let package: Package
    }

    /// One alternative for every issue.
    public struct Package: Hashable, Sendable {
        public let choices: [Settled]
    }

    public struct Settled: Hashable, Sendable {
        public let issue: String
        public let alternative: String
    }

    public struct Rule: Hashable, Sendable {
        public let id: String
        public let name: Label
        public let kind: RuleKind
        public let party: String?
        public let basis: Basis
        /// The sources that invoke a norm.
        public let owners: [String]
        /// Whether it excludes nothing of these packages.
        public let bitesNowhere: Bool
        /// A condition before all weights that the state without an agreement breaks, too: it is no line, but comes first.
        public let isPreference: Bool
    }

    /// Something in force that adds to what packages are worth.
    public struct Bonus: Hashable, Sendable {
        public let id: String
        public let name: Label
        /// What it adds, party by party; less than zero for a penalty.
        public let amounts: [String: Quantity]
        public let basis: Basis
    }

    /// How many packages pass each gate, each counted among those that passed the gates before it.
    public struct Gates: Sendable {
        public let packages: Rational
        public let feasible: Count
        public let lawful: Count
        /// Lawful, and no red line is crossed.
        public let allowed: Count
        public let acceptable: Count
        /// Of the allowed ones, what each party accepts.
        public let acceptableTo: [Count]
    }
}

extension PackagesFinding {
    /// Looks for packages that everybody could accept.
    ///
    /// - Throws: ``NotAnswerable`` if nobody's values are known, or the question names what is not there.
    public init(of view: View, _ choices: Choices = Choices()) throws(NotAnswerable) {
        try view.require(.packages, view.case.packages == nil ? [.packages] : [])
        do throws(PackagesProblem) {
            try self.init(view, choices, try PackageFrame(view, choices).fitted())
        } catch {
            throw NotAnswerable(
                question: .packages, perspective: view.viewpoint.perspective,
                missing: [.package(error, error.isOfQuestion ? nil : view.case.packages!.place)])
        }
    }

    private init(_ view: View, _ choices: Choices, _ frame: PackageFrame) throws(PackagesProblem) {
        perspective = view.viewpoint.perspective
        (self.choices, issues, scale) = (choices, frame.issues, frame.scale)
        (parameters, partlyJudged) = (frame.parameters, frame.partlyJudged)
        baseline = frame.baseline.map { baseline in
            .init(
                id: baseline.id, name: baseline.name,
                package: .init(
                    choices: frame.issues.compactMap { issue in
                        (baseline.package?[issue.id] ?? issue.statusQuo).map {
                            .init(issue: issue.id, alternative: $0)
                        }
                    }))
        }
        parties = frame.parties.map { Party($0, showsInternal: view.showsInternal) }
        rules = frame.rules.compactMap { rule in
            switch rule.kind {
            case .excludes(let kind, let party): Rule(rule, kind, party)
            case .precedes(let party, _): Rule(rule, .before, party, isPreference: true)
            case .adds: nil
            }
        }
        bonuses = frame.rules.compactMap { rule in
            guard case .adds(let amounts) = rule.kind else { return nil }
            return Bonus(id: rule.id, name: rule.name, amounts: amounts, basis: rule.basis)
        }
        let bargain = try frame.bargain()
        gates = try Gates(frame, bargain, choices.seed)
        contradiction = gates.allowed.isZero ? try frame.contradiction() : nil
        ordinal = try frame.ordinalAnswers()
        ranges = try RangeAnswer(frame, choices.seed)
        let points = try PackagePoints(frame, bargain, choices.conventions)
        // The ends of the acceptable packages would tell how far somebody would go.
        let hides = parties.contains(where: \.isReservationWithheld)
        frontier = hides && choices.conventions.frontierOver == .acceptable ? nil : points.frontier
        solutions = points.solutions
        measures = try frame.measures(bargain, points, seed: choices.seed)
        division = choices.divides ? frame.division(bargain) : nil
        concession = gates.acceptable.isZero ? points.concession : nil
        breakEven = try frame.breakEvens()
        linkages = try frame.linkagePrices(view, choices)
        exchange = try frame.exchangeRates(choices.exchange)
        gains = try frame.baselineGains(view.case)
        worlds = try frame.worlds(choices.worlds, seed: choices.seed)
        drafts = frame.drafts(view.case, points)
        desk = try choices.desk.map { choice throws(PackagesProblem) in
            try frame.desk(choice, view.case, points)
        }
        conclusions = try frame.conclusions(view, choices)
        restsOn = Support(
            frame.parties.flatMap(\.bases) + frame.rules.map { ($0.basis, $0.place) },
            taking: view.seen.take.sources)
        passages = view.passages
        limits =
            (frame.allowance.wasCutShort ? [.sweepsCutShort] : [])
            + (frame.rounded.isEmpty ? [] : [.roundedNumbers(of: frame.rounded)]) + restsOn.limits(passages)
            + view.limits
    }
}

extension PackagesFinding.Rule {
    fileprivate init(
        _ rule: PackageRule, _ kind: PackagesFinding.RuleKind, _ party: String?, isPreference: Bool = false
    ) {
        (id, name, basis, owners) = (rule.id, rule.name, rule.basis, rule.owners)
        (self.kind, self.party, self.isPreference) = (kind, party, isPreference)
        bitesNowhere = rule.terms.isEmpty
    }
}

extension PackagesFinding.Party {
    init(_ frame: PartyFrame, showsInternal: Bool) {
        (id, name, weights, contributions) = (frame.id, frame.name, frame.weights, frame.contributions)
        isReservationWithheld = frame.audience != .public && !showsInternal
        guard case .utility(let number, _) = frame.reservation, !isReservationWithheld else {
            reservation = nil
            return
        }
        reservation = number
    }
}

extension PackagesFinding.Gates {
    fileprivate init(_ frame: PackageFrame, _ bargain: Bargain, _ seed: Int) throws(PackagesProblem) {
        packages = frame.space.size
        feasible = frame.counted(try frame.bargain(excluding: [.combination, .linkage]), .feasible, seed)
        lawful = frame.counted(bargain, .feasible, seed)
        allowed = frame.counted(bargain, .allowed, seed)
        acceptable = frame.counted(bargain, .acceptable, seed)
        acceptableTo = frame.parties.indices.map { party in
            frame.counted(bargain, acceptableTo: party)
        }
    }
}
