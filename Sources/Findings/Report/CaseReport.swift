public import CaseModel

/// The report of a case from one viewpoint: the overview, and what is on the table.
public struct CaseReport: Finding {
    public let question = Question.report
    public let perspective: String?
    public let overview: CaseOverview
    public let brief: Brief
    /// The matrix, or why there is none.
    public let comparison: Result<Comparison, NotAnswerable>
    public let promises: Result<GuaranteeReading, NotAnswerable>
    public let bars: Result<LegalBars, NotAnswerable>
    public let money: Result<MoneyTable, NotAnswerable>
    public let stability: Result<StabilityFinding, NotAnswerable>
    public let guarantee: Result<GuaranteeFinding, NotAnswerable>
    public let packages: Result<PackagesFinding, NotAnswerable>
    public let negotiate: Result<NegotiateFinding, NotAnswerable>
    public let sequence: Result<SequenceFinding, NotAnswerable>
    public let funnel: Result<FunnelFinding, NotAnswerable>
    public let ratify: Result<RatifyFinding, NotAnswerable>
    /// Where this viewpoint has no preferences: what follows from those of each author.
    public let authorOutcomes: [StabilityFinding.AuthorOutcome]
    public let actors: [Actor]
    public let ratification: Ratification
    public let statements: [Statement]
    public let issues: [Agenda.Issue]
    public let claims: [Claim]
    /// The entries that cite each passage.
    public let uses: [Citation: [Item]]
    public let excerpts: Excerpts
    public let restsOn: Support
    public let method: Method
    public let limits: [Limit]
    public let passages: PassageBook

    /// Asks everything that the report shows.
    ///
    /// - Parameters:
    ///   - view: The case as somebody sees it.
    ///   - texts: Passages to be stored in the report, by reference.
    ///   - draws: How many draws the games about a promise are answered with, and at most the packages.
    /// - Throws: ``NotAnswerable`` if the view collides; a case without drafts still has a report.
    public init(
        of view: View, texts: [String: String] = [:], draws: Int = GuaranteeFinding.Choices().draws
    ) throws(NotAnswerable) {
        perspective = view.viewpoint.perspective
        let overview = try CaseOverview(of: view)
        let answers = BriefAnswers(of: view, draws: draws)
        self.overview = overview
        brief = try Brief(of: view, for: nil, from: answers)
        (comparison, promises, bars) = (answers.comparison, answers.promises, answers.bars)
        money = Result { () throws(NotAnswerable) in try MoneyTable(of: view) }
        stability = Result { () throws(NotAnswerable) in try StabilityFinding(of: view) }
        (guarantee, packages, funnel) = (answers.guarantee, answers.packages, answers.funnel)
        ratify = Result { () throws(NotAnswerable) in try RatifyFinding(of: view) }
        negotiate = Result { () throws(NotAnswerable) in try NegotiateFinding(of: view) }
        sequence = Result { () throws(NotAnswerable) in try SequenceFinding(of: view) }
        if case .failure = stability {
            authorOutcomes = stabilityAcrossAuthors(view)
        } else {
            authorOutcomes = []
        }
        (actors, ratification) = (view.case.actors, view.case.ratification)
        (statements, issues, claims) = (view.case.statements, view.case.issues, view.case.claims)
        uses = view.case.itemsByCitation
        restsOn = overview.inventory.restsOn
        excerpts = Excerpts(texts, citedBy: restsOn, sources: view.case.sources)
        passages = view.passages
        switch comparison {
        case .success(let found): (method, limits) = (found.method, found.limits)
        case .failure: (method, limits) = (overview.method, overview.inventory.limits)
        }
    }
}
