public import CaseModel

/// Where something of a case comes from: the entries it is made of, each with its passages.
public struct Trace: Finding {
    public let question = Question.show
    /// As it was asked for, such as `i:troops` or `s003#a11`.
    public let reference: String
    /// The anchor, if one was asked for.
    public let check: AnchorCheck?
    /// The entries that the reference stands for, or that cite it.
    public let items: [Item]
    /// Passages by reference, where their text is at hand and may be shown.
    public let texts: [String: String]
    public let restsOn: Support
    public let method = Method.inventory
    public let limits: [Limit]
    public let passages: PassageBook
    public let sources: [Source]
    public let issues: [Agenda.Issue]
    public let claims: [Claim]

    /// Follows a reference through a view.
    ///
    /// - Parameters:
    ///   - reference: What is asked for.
    ///   - view: The case as somebody sees it.
    ///   - texts: The passages by reference.
    /// - Throws: ``NotAnswerable`` if nothing of the case is called so.
    public init(_ reference: String, in view: View, texts: [String: String] = [:]) throws(NotAnswerable) {
        try view.require(.show, [])
        let theCase = view.case
        guard let reader = TraceReader(theCase, reference) else {
            let near = nearestName(to: reference, among: TraceReader.references(theCase))
            throw NotAnswerable(
                question: .show, perspective: view.viewpoint.perspective,
                missing: [.reference(reference, nearest: near)])
        }
        self.reference = reference
        check = reader.anchor.map { anchor in
            let citation = Citation.anchor(source: anchor.source, id: anchor.id)
            return view.passages.entry(of: citation)?.check ?? AnchorCheck(anchor, .unverifiable)
        }
        items = reader.items
        passages = view.passages
        let withheld = view.withheld
        self.texts = texts.filter { entry in !withheld.contains { entry.key.hasPrefix("\($0)#") } }
        restsOn = Support(items.map { ($0.basis, $0.place) })
        limits = restsOn.limits(passages) + view.limits
        (sources, issues, claims) = (theCase.sources, theCase.issues, theCase.claims)
    }
}

/// Finds the entries that a reference stands for.
private struct TraceReader {
    let theCase: Case
    let items: [Item]
    let anchor: Anchor?

    init?(_ theCase: Case, _ reference: String) {
        self.theCase = theCase
        guard Self.references(theCase).contains(reference) else { return nil }
        let all = theCase.items
        anchor = theCase.anchors.first { $0.reference == reference }
        if let anchor {
            let citation = Citation.anchor(source: anchor.source, id: anchor.id)
            items = all.filter { $0.basis.citations.contains(citation) }
        } else if theCase.source(reference) != nil {
            items = all.filter { $0.basis.citations.contains { $0.source == reference } }
        } else {
            items = all.filter { Self.belongs($0, to: reference, theCase) }
        }
    }

    /// Everything that can be asked for.
    static func references(_ theCase: Case) -> [String] {
        theCase.anchors.map(\.reference) + theCase.sources.map(\.id) + theCase.actors.map { "a:\($0.id)" }
            + theCase.issues.map { "i:\($0.id)" } + theCase.proposals.map { "p:\($0.id)" }
            + theCase.proposals.flatMap { draft in draft.points.map { "p:\(draft.id).\($0.id)" } }
            + theCase.statements.map { "st:\($0.id)" } + theCase.events.map { "e:\($0.id)" }
            + theCase.linkages.map { "l:\($0.id)" } + theCase.guarantees.map { "g:\($0.id)" }
            + theCase.claims.map { "c:\($0.id)" }
            + theCase.perspectives.flatMap { one in
                (one.premises.map(\.id) + one.assumptions.map(\.id) + one.conclusions.map(\.id)
                    + one.inferences.map(\.id)).map {
                        "\(one.id).\($0)"
                    }
            } + theCase.predictions.map(\.id)
    }

    private static func belongs(_ item: Item, to reference: String, _ theCase: Case) -> Bool {
        let pieces = reference.split(separator: ":", maxSplits: 1).map(String.init)
        guard pieces.count == 2 else { return item.id == reference && item.kind != .number }
        let id = pieces[1]
        func isInside(_ kinds: Item.Kind...) -> Bool {
            kinds.contains(item.kind) && (item.id == id || item.id.hasPrefix("\(id)."))
        }
        let statement = item.kind == .statement ? theCase.statements.first { $0.id == item.id } : nil
        switch pieces[0] {
        case "a": return isInside(.actor, .aim, .number) || statement?.holder == id
        case "i":
            return isInside(.issue) || statement?.about == .issue(id)
                || item.kind == .term && item.id.hasSuffix(".\(id)")
        case "p": return isInside(.draft, .point, .term)
        case "st": return isInside(.statement)
        case "e": return isInside(.telling)
        case "l": return isInside(.linkage)
        case "g": return isInside(.guarantee)
        case "c":
            if statement?.about == .claim(id) { return true }
            return item.kind == .premise
                && theCase.perspectives.contains { one in
                    one.premises.contains { "\(one.id).\($0.id)" == item.id && $0.about == id }
                }
        default: return false
        }
    }
}
