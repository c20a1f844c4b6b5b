public import Numbers

/// Everything that a folder says: who wants what, who said what, what is on the table, each with what it rests on.
public struct Case: Hashable, Sendable {
    public var frame: Frame
    /// SHA-256 over the files of the folder; empty for a case made in memory.
    public var fingerprint = ""
    public var sources: [Source] = []
    public var anchors: [Anchor] = []
    /// What is known of the cited passages; kept by whoever reads the case.
    public var passages = PassageBook()
    /// The words by which texts speak of the issues.
    public var vocabulary: [IssueWords] = []
    public var actors: [Actor] = []
    public var issues: [Agenda.Issue] = []
    public var infeasible: [FeasibilityRule] = []
    public var statements: [Statement] = [] { didSet { statementsBySource = [:] } }
    /// The same by who tells them, so that a perspective of one source need not go through all; empty if unknown.
    var statementsBySource: [String: [Statement]] = [:]
    public var proposals: [Proposal] = []
    public var events: [Event] = []
    public var linkages: [Linkage] = []
    public var clauses: [Guarantee.Clause] = []
    public var guarantees: [Guarantee] = []
    public var ratification = Ratification()
    public var steps: [Step] = []
    public var money: [Money] = []
    public var papers = Papers()
    public var questions: [OpenQuestion] = []
    public var norms: [Norm] = []
    public var options: [PolicyOption] = []
    public var indicators: [Indicator] = []
    public var claims: [Claim] = []
    public var contraries: [Contrary] = []
    public var predictions: [Prediction] = []
    public var perspectives: [Perspective] = []
    public var scenarios: [Scenario] = []
    public var stability: StabilityModel?
    public var packages: PackagesModel?
    public var games: [GameModel] = []
    public var forecast: ForecastModel?

    public init(frame: Frame) { self.frame = frame }

    /// What the case is and from when it looks.
    public struct Frame: Hashable, Sendable {
        public var id: String
        public var title: Label
        public var language: Language
        /// "Today" for every question; no clock is read.
        public var asOf: DateSpan
        public var horizon: DateSpan?
        /// The perspective that a question takes when none is named; `nil` is the base.
        public var perspective: String?
        public var levels: [Level]
        /// The suggested kinds of events; others are warned of.
        public var vocabulary: String?
        public var note: Label?

        public init(id: String, title: Label, language: Language = .en, asOf: DateSpan) {
            (self.id, self.title, self.language, self.asOf) = (id, title, language, asOf)
            levels = []
        }
    }

    /// A word that stands for a range, such as `low`.
    public struct Level: Hashable, Sendable {
        public let word: String
        public let range: Interval

        public init(word: String, range: Interval) {
            self.word = word
            self.range = range
        }
    }
}

extension Case {
    /// Sources whose titles, places and words stay in the house.
    public func closedSources(showingInternal: Bool = false) -> [String] {
        showingInternal ? [] : sources.filter { $0.access == .closed }.map(\.id)
    }

    /// Puts the statements in order by source; whoever reads a case does it once, at the end.
    public mutating func groupStatements() {
        statementsBySource = Dictionary(grouping: statements, by: \.source)
    }

    /// The drafts by the first day of their dates, then by id.
    public var proposalsByDate: [Proposal] {
        proposals.sorted { ($0.date?.first ?? .min, $0.id) < ($1.date?.first ?? .min, $1.id) }
    }

    public func source(_ id: String) -> Source? { sources.first { $0.id == id } }
    public func actor(_ id: String) -> Actor? { actors.first { $0.id == id } }
    public func issue(_ id: String) -> Agenda.Issue? { issues.first { $0.id == id } }
    public func proposal(_ id: String) -> Proposal? { proposals.first { $0.id == id } }
    public func perspective(_ id: String) -> Perspective? { perspectives.first { $0.id == id } }
    public func scenario(_ id: String) -> Scenario? { scenarios.first { $0.id == id } }
}
