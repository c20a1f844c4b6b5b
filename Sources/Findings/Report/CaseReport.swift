import CaseModel

/// The report of a case from one viewpoint: the overview, and what is on the table.
public struct CaseReport: Finding {
    public let question = Question.report
    public let perspective: String?
    public let overview: CaseOverview
    /// The matrix, or why there is none.
    public let comparison: Result<Comparison, NotAnswerable>
    public let restsOn: Support
    public let method: Method
    public let limits: [Limit]

    /// Asks everything that the report shows.
    ///
    /// - Throws: ``NotAnswerable`` if the view collides; a case without drafts still has a report.
    public init(of view: View) throws(NotAnswerable) {
        perspective = view.viewpoint.perspective
        let overview = try CaseOverview(of: view)
        let comparison = Result { () throws(NotAnswerable) in try Comparison(of: view) }
        self.overview = overview
        self.comparison = comparison
        restsOn = overview.inventory.restsOn
        switch comparison {
        case .success(let found): (method, limits) = (found.method, found.limits)
        case .failure: (method, limits) = (overview.method, overview.limits)
        }
    }
}
