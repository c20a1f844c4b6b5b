public import CaseModel

/// What a case holds, what it rests on, and what it lacks.
public struct Inventory: Finding {
    public let question = Question.check
    public let perspective: String?
    public let counts: [Count]
    /// How the entries are held by what they rest on, kind by kind.
    public let coverage: Coverage
    public let uncited: [Item]
    public let assumed: [Item]
    /// Texts that are missing in a language.
    public let untranslated: [Untranslated]
    /// What the perspective and the scenario set, in order.
    public let applied: [Change]
    public let restsOn: Support
    public let method = Method.inventory
    public let limits: [Limit]
    public let passages: PassageBook

    /// How many things of a kind there are.
    public struct Count: Hashable, Sendable {
        public let kind: Kind
        public let number: Int
    }

    /// What is counted, in the order of a case folder.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case sources, anchors, actors, issues, circumstances, statements, drafts, points, terms, events,
            tellings
        case linkages, guarantees, clauses, bodies, rules, steps, money, papers, themes, stances, questions,
            norms
        case options, indicators, claims, predictions, perspectives, premises, scenarios, models
    }

    /// A setting in force, and what stood at its target in the base; `nil` if nothing did.
    public struct Change: Hashable, Sendable {
        public let applied: Applied
        public let before: Setting.Content?
    }

    /// A text without one of the two languages.
    public struct Untranslated: Hashable, Sendable {
        public let what: String
        public let place: Place
        public let missing: [Language]
    }

    /// Counts a view of a case.
    ///
    /// - Throws: ``NotAnswerable`` if the view collides.
    public init(of view: View) throws(NotAnswerable) {
        try view.require(.check, [])
        let theCase = view.case
        perspective = view.viewpoint.perspective
        counts = Kind.allCases.map { Count(kind: $0, number: theCase.count(of: $0)) }
        let items = theCase.items
        passages = view.passages
        coverage = Coverage(of: items, passages)
        uncited = items.filter { $0.basis.kind == .uncited }
        assumed = items.filter { $0.basis.kind == .own }
        untranslated = theCase.labels.filter { !$0.label.missing.isEmpty }
            .map { Untranslated(what: $0.what, place: $0.place, missing: $0.label.missing) }
        applied = view.seen.applied.map {
            Change(applied: $0, before: view.base.content(at: $0.setting.target))
        }
        restsOn = Support(items.map { ($0.basis, $0.place) })
        limits = restsOn.limits(passages) + view.limits
    }
}

extension Case {
    fileprivate func count(of kind: Inventory.Kind) -> Int {
        switch kind {
        case .sources: sources.count
        case .anchors: anchors.count
        case .actors: actors.count
        case .issues: issues.count(where: \.isNegotiable)
        case .circumstances: issues.count { !$0.isNegotiable }
        case .statements: statements.count
        case .drafts: proposals.count
        case .points: proposals.reduce(0) { $0 + $1.points.count }
        case .terms: proposals.reduce(0) { $0 + $1.points.reduce(0) { $0 + $1.terms.count } }
        case .events: events.count
        case .tellings: events.reduce(0) { $0 + $1.told.count }
        case .linkages: linkages.count
        case .guarantees: guarantees.count
        case .clauses: clauses.count
        case .bodies: ratification.bodies.count
        case .rules: ratification.rules.count
        case .steps: steps.count
        case .money: money.count
        case .papers: papers.papers.count
        case .themes: papers.themes.count
        case .stances: papers.stances.count
        case .questions: questions.count
        case .norms: norms.count
        case .options: options.count + (stability?.options.count ?? 0)
        case .indicators: indicators.count
        case .claims: claims.count
        case .predictions: predictions.count
        case .perspectives: perspectives.count
        case .premises: perspectives.reduce(0) { $0 + $1.premises.count }
        case .scenarios: scenarios.count
        case .models: games.count + [stability == nil, packages == nil, forecast == nil].count { !$0 }
        }
    }
}
