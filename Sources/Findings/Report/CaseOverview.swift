public import CaseModel

/// What the first page of a report needs beside the matrix: what the case rests on, and what came when.
public struct CaseOverview: Finding {
    public let question = Question.report
    public let title: Label
    /// The name of the perspective; `nil` for the base.
    public let perspectiveName: Label?
    public let asOf: DateSpan
    public let horizon: DateSpan?
    public let sources: [Source]
    /// Sources whose wording somebody had before them: those with a fingerprint.
    public let seenInWording: Int
    /// Drafts that were coded from their own text.
    public let draftsInWording: Int
    public let drafts: [Proposal]
    public let events: [Event]
    public let indicators: [Indicator]
    /// The latest date of a source: how old the picture is.
    public let newestSource: DateSpan?
    public let inventory: Inventory
    public let restsOn: Support
    public let method = Method.inventory
    public let limits: [Limit]
    public let passages: PassageBook

    /// Collects the overview of a view.
    ///
    /// - Throws: ``NotAnswerable`` if the view collides.
    public init(of view: View) throws(NotAnswerable) {
        try view.require(.report, [])
        let theCase = view.case
        (title, asOf, horizon) = (theCase.frame.title, theCase.frame.asOf, theCase.frame.horizon)
        perspectiveName = view.viewpoint.perspective.flatMap { view.base.perspective($0)?.name }
        let taken = view.seen.take.sources
        sources = theCase.sources.filter { taken.isEmpty || taken.contains($0.id) }
        seenInWording = sources.count { $0.fingerprint != nil }
        drafts = theCase.proposalsByDate
        draftsInWording = drafts.count { $0.extent == .whole }
        events = theCase.events.enumerated()
            .sorted { ($0.element.on?.first ?? .min, $0.offset) < ($1.element.on?.first ?? .min, $1.offset) }
            .map(\.element)
        indicators = theCase.indicators
        newestSource = sources.compactMap(\.published).max { ($0.last ?? .max) < ($1.last ?? .max) }
        inventory = try Inventory(of: view)
        restsOn = Support(
            drafts.map { ($0.basis, $0.place) } + events.flatMap(\.told).map { ($0.basis, $0.place) })
        passages = view.passages
        limits = view.limits
    }
}
