public import CaseModel

/// A case seen from a viewpoint, ready to be asked.
public struct View: Sendable {
    public let `case`: Case
    /// The case without anything laid over it.
    public let base: Case
    public let viewpoint: Viewpoint
    public let seen: Seen
    /// Closed sources, whose titles and places stay in the house.
    public let withheld: [String]
    /// What is known of the passages, the closed ones kept in the house.
    public let passages: PassageBook
    /// Whether how far a party would go is shown.
    public let showsInternal: Bool
    /// Limits that come from the view itself, whatever is asked.
    public let limits: [Limit]

    /// Looks at a case; things marked internal are left out unless asked for.
    public init(_ base: Case, from viewpoint: Viewpoint, showingInternal: Bool = false) {
        var seen = base.seen(from: viewpoint)
        let hidden = showingInternal ? 0 : seen.case.removeInternal()
        withheld = base.closedSources(showingInternal: showingInternal)
        seen.case.hideTitles(of: withheld)
        passages = base.passages.withholding(withheld)
        (self.base, self.showsInternal) = (base, showingInternal)
        self.seen = seen
        self.case = seen.case
        self.viewpoint = viewpoint
        limits = Self.limits(seen, viewpoint, base, hidden)
    }

    private static func limits(_ seen: Seen, _ viewpoint: Viewpoint, _ base: Case, _ hidden: Int) -> [Limit] {
        var limits = seen.overridden.map {
            Limit.overridden($0.target, first: $0.first, second: $0.second)
        }
        if seen.case.frame.asOf != base.frame.asOf { limits.append(.earlierDate(seen.case.frame.asOf)) }
        if !seen.take.sources.isEmpty { limits.append(.takesOnly(seen.take.sources)) }
        if !seen.take.voices.isEmpty { limits.append(.takesVoices(seen.take.voices)) }
        if !seen.take.dropped.isEmpty { limits.append(.statementsDropped(seen.take.dropped.count)) }
        if let scenario = viewpoint.scenario { limits.append(.scenario(scenario)) }
        if !viewpoint.struck.isEmpty { limits.append(.struck(viewpoint.struck.sorted())) }
        if !viewpoint.added.isEmpty { limits.append(.added(viewpoint.added)) }
        return hidden > 0 ? limits + [.internalLeftOut(hidden)] : limits
    }

    /// Refuses the question if the view itself is not sound.
    func require(_ question: Question, _ missing: [NotAnswerable.Missing]) throws(NotAnswerable) {
        let all = seen.problems.map { NotAnswerable.Missing.overlay($0) } + missing
        guard all.isEmpty else {
            throw NotAnswerable(question: question, perspective: viewpoint.perspective, missing: all)
        }
    }
}

extension Case {
    /// Leaves out how far a party would go; tells how many things went.
    fileprivate mutating func removeInternal() -> Int {
        func isHidden(_ audience: Audience) -> Bool { audience == .internal }
        var hidden = 0
        func remove<Element>(_ list: inout [Element], _ audience: (Element) -> Audience) {
            let before = list.count
            list.removeAll { isHidden(audience($0)) }
            hidden += before - list.count
        }
        let secret = proposals.filter { isHidden($0.audience) }.map(\.id)
        remove(&proposals) { $0.audience }
        if !secret.isEmpty { forget(secret) }
        remove(&statements) { $0.audience }
        remove(&options) { $0.audience }
        for index in actors.indices { remove(&actors[index].aims) { $0.audience } }
        return hidden
    }

    /// Takes out what would betray a draft that is left out.
    private mutating func forget(_ drafts: [String]) {
        for index in proposals.indices {
            proposals[index].parents.removeAll(where: drafts.contains)
            proposals[index].possibleParents.removeAll(where: drafts.contains)
        }
        for index in events.indices { events[index].made.removeAll(where: drafts.contains) }
        for index in actors.indices {
            if case .proposal(let id) = actors[index].ideal, drafts.contains(id) { actors[index].ideal = nil }
        }
        guarantees.removeAll { $0.proposal.map(drafts.contains) ?? false }
        money.removeAll { $0.proposal.map(drafts.contains) ?? false }
    }
}

extension Case {
    /// Takes the titles of closed sources out of everything that a reader gets to see.
    fileprivate mutating func hideTitles(of closed: [String]) {
        for index in sources.indices where closed.contains(sources[index].id) {
            sources[index].title = Label(en: sources[index].id, de: sources[index].id)
            sources[index].note = nil
            sources[index].standpoint = Label()
            sources[index].missingVoices = []
            sources[index].documents = []
        }
    }
}
