import CaseModel
import Numbers

/// What must hold between the files of a case, beyond that every name is defined.
struct CaseChecks {
    let theCase: Case
    let context: ReadingContext

    func run() {
        checkOrders()
        checkCitations()
        checkAnchors()
        checkStatementDates()
        theCase.proposals.forEach(checkPoints)
        checkNumbers()
        checkCycles()
        checkLineageInTime()
        checkArguments()
        checkEventKinds()
        checkModelled()
        // A dangling name is also a missing target; it is reported once.
        if !context.log.problems.contains(where: { $0.severity == .error }) { checkOverlays() }
    }

    func fail(_ place: Place, _ message: String, _ hint: String) {
        context.log.add(Problem(place, message, hint: hint))
    }

    func warn(_ place: Place, _ message: String, _ hint: String) {
        context.log.add(Problem(place, message, hint: hint, severity: .warning))
    }

    /// `>=` and `<=` need an order, and numbers need a scale.
    private func checkOrders() {
        for use in context.orderedUses {
            guard let issue = theCase.issue(use.issue) else { continue }
            if issue.kind == .nominal {
                fail(
                    use.place, "the issue '\(issue.id)' is nominal and has no order", "write '=' or 'in {…}'")
            } else if use.withNumber, issue.kind != .interval {
                fail(
                    use.place, "the issue '\(issue.id)' is no interval, and is compared with a number",
                    "write an alternative")
            }
        }
    }

    /// Copies inside a source are not cited.
    private func checkCitations() {
        for (citation, place) in context.citations {
            guard case .passage(let id, let paragraph, _) = citation, let source = theCase.source(id),
                source.repeats.contains(paragraph)
            else { continue }
            fail(
                place, "paragraph \(paragraph) of '\(id)' repeats others",
                "cite the paragraph that it repeats")
        }
    }

    /// Anchors that were cut from a version of a text that nobody has noted: once for each version.
    private func checkAnchors() {
        var told: Set<String> = []
        for anchor in theCase.anchors {
            guard let source = theCase.source(anchor.source) else { continue }
            if let part = anchor.parts.first(where: { source.repeats.contains($0.paragraph) }) {
                warn(
                    anchor.place, "paragraph \(part.paragraph) of '\(source.id)' repeats others",
                    "cite the paragraph that it repeats: junktim anchors verify --update")
            }
            guard source.notes(anchor.revision) == false,
                told.insert("\(source.id) \(anchor.revision)").inserted
            else { continue }
            warn(
                anchor.place, "the revision '\(anchor.revision)' is not among those seen of '\(source.id)'",
                "add it in sources.yaml: seen: [{rev: \"h:\(anchor.revision)\"}]")
        }
    }

    /// Nobody says anything before existing.
    private func checkStatementDates() {
        for statement in theCase.statements {
            guard let exists = theCase.actor(statement.holder)?.exists else { continue }
            for date in [statement.valid, statement.said].compactMap(\.self)
            where date.isBefore(exists) || exists.isBefore(date) {
                fail(
                    statement.place, "'\(statement.holder)' does not exist at \(date.text)",
                    "correct the date, or 'exists' of the actor (\(exists.text))")
            }
        }
    }

    /// Two points of one draft must not plainly say different things about one issue.
    ///
    /// A point that says nothing contradicts nobody, and a number equals the alternative that stands for it.
    private func checkPoints(_ proposal: Proposal) {
        var plain: [String: (content: Term.Content, place: Place)] = [:]
        for term in proposal.points.flatMap(\.terms) {
            if term.content == .silent, term.basis.kind == .uncited {
                warn(term.place, "'silent' says that somebody looked", "cite where, or write 'basis: own'")
            }
            guard term.content != .silent, term.content != .unreported, !term.isAmbiguous,
                let issue = theCase.issue(term.issue)
            else { continue }
            let content = term.content.inNumbers(of: issue)
            if let earlier = plain[term.issue], earlier.content != content {
                fail(
                    term.place, "two points say different things about '\(term.issue)': \(earlier.place)",
                    "correct one of them, or mark what can be read in several ways as ambiguous")
            }
            plain[term.issue] = plain[term.issue] ?? (content, term.place)
        }
    }

    /// Numbers stand on the scale of an interval issue.
    private func checkNumbers() {
        let terms =
            theCase.proposals.flatMap(\.points).flatMap(\.terms).map { ($0.issue, $0.content, $0.place) }
            + theCase.statements.compactMap { statement in
                guard case .issue(let issue) = statement.about, case .term(let content) = statement.content
                else { return nil }
                return (issue, content, statement.place)
            }
        for (id, content, place) in terms {
            guard let issue = theCase.issue(id) else { continue }
            if case .denied(let excluded) = content,
                Set(excluded).isSuperset(of: issue.alternatives.map(\.id))
            {
                fail(
                    place, "every alternative of '\(id)' is excluded",
                    "leave one, or add the alternative that is meant")
            }
            for case .number(let number) in content.choices {
                guard issue.kind == .interval, let range = issue.range else {
                    fail(place, "a number stands where '\(id)' has only alternatives", "write an alternative")
                    continue
                }
                if !range.contains(number.range) {
                    fail(place, "the number lies outside the range of '\(id)'", "the range is \(range)")
                }
            }
        }
    }

    private func checkEventKinds() {
        guard theCase.frame.vocabulary == "events-1" else { return }
        for event in theCase.events where !suggestedEventKinds.contains(event.kind) {
            let known = suggestedEventKinds.sorted()
            let near = nearestName(to: event.kind, among: known).map { "did you mean '\($0)'?" }
            warn(
                event.place, "'\(event.kind)' is not among the suggested kinds of events",
                near ?? "suggested: \(known.joined(separator: ", "))")
        }
    }
}

extension Term {
    fileprivate var isAmbiguous: Bool {
        if case .ambiguous = content { true } else { false }
    }
}

extension Term.Content {
    /// The same with numbers instead of the alternatives that stand for them, and without their order of writing.
    fileprivate func inNumbers(of issue: Agenda.Issue) -> Term.Content {
        func number(_ choice: Term.Choice) -> Term.Choice {
            guard case .alternative(let id) = choice, issue.kind == .interval,
                let value = issue.alternatives.first(where: { $0.id == id })?.value
            else { return choice }
            return .number(Quantity(.constant(value)))
        }
        return switch self {
        case .stated(let choice): .stated(number(choice))
        case .denied(let excluded): .denied(excluded.sorted())
        case .conditional(let choice, let when, let until, let otherwise):
            .conditional(number(choice), when: when, until: until, otherwise: otherwise.map(number))
        case .contested(let bids): .contested(bids.sorted { $0.actor < $1.actor })
        case .ambiguous, .silent, .unreported: self
        }
    }
}
