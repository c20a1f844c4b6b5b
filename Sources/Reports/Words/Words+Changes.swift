import CaseModel
import Findings
import Numbers

extension Words {
    /// A change with its sign, as `+0.25` or `−0.1 to +0.2`.
    func signed(_ change: Interval, places: Int = 2) -> String {
        func mark(_ value: Rational, _ text: String) -> String { value > 0 ? "+" + text : text }
        if change.isPoint { return mark(change.low, numbers.text(change.low, places: places)) }
        // The sign is worth more than the shortness.
        let longest = places + 4
        var places = places
        while places < longest, outward(change, places).contains(0), !change.contains(0) { places += 1 }
        let ends = outward(change, places)
        return mark(ends.low, numbers.text(ends.low, places: places)) + pick(" to ", " bis ")
            + mark(ends.high, numbers.text(ends.high, places: places))
    }

    /// Places on a scale, or sums of them, each end rounded to the nearest hundredth: what is an alternative's place looks the same
    /// wherever it stands.
    func places(_ range: Interval) -> String {
        let (low, high) = (numbers.text(range.low, places: 2), numbers.text(range.high, places: 2))
        return low == high ? low : "\(low)–\(high)"
    }

    /// Ends rounded outward, so that what is printed holds what was found.
    private func outward(_ range: Interval, _ places: Int) -> Interval {
        let scale = (0..<places).reduce(Rational.one) { value, _ in value * 10 }
        return Interval((range.low * scale).floor / scale, -(-range.high * scale).floor / scale)
    }

    /// A share as a percentage without decimals.
    func percent(_ share: Rational) -> String { numbers.text(share * 100, places: 0) + "\u{a0}%" }

    /// A measured share as a percentage; what is not quite all or nothing is not rounded to it.
    func percent(_ share: Double) -> String {
        let rounded = (share * 100).rounded()
        if share > 0, rounded < 1 { return "<\u{202f}1\u{a0}%" }
        if share < 1, rounded > 99 { return ">\u{202f}99\u{a0}%" }
        return numbers.text(Int(rounded)) + "\u{a0}%"
    }

    /// Points of 100, rounded outward to whole ones.
    func points(_ range: Interval) -> String { numbers.text(range, places: 0) }

    func rule(_ rule: Comparison.Silence) -> String {
        switch rule {
        case .skip: pick("silence is skipped", "Schweigen wird übergangen")
        case .statusQuo: pick("silence leaves the status quo", "Schweigen lässt den Status quo")
        case .inherited: pick("silence inherits from the draft before", "Schweigen erbt vom Entwurf davor")
        }
    }

    /// The alternative or number of a term's history, by name.
    func reading(_ history: Comparison.History, _ issues: [Agenda.Issue]) -> String {
        let issue = issues.first { $0.id == history.issue }
        switch history.reading {
        case .alternative(let id): return issue.map { alternative(id, of: $0) } ?? id
        case .range(let range):
            let form: Quantity.Form = range.isPoint ? .constant(range.low) : .uniform(range)
            return numbers.text(Quantity(form, unit: issue?.unit))
        }
    }

    /// The position of a step in a sentence: how many issues, how far, and under how many weightings.
    func position(of step: Comparison.Step) -> String {
        let change = step.change
        guard let position = change.position else {
            return pick(
                "no ordered issue is addressed by both", "kein geordneter Gegenstand ist in beiden behandelt")
        }
        let issues = count(
            change.shifts.count, ("ordered issue", "geordneten Gegenstand"),
            ("ordered issues", "geordneten Gegenständen"))
        let mean = pick(
            "\(signed(position)) on average on \(issues)", "\(signed(position)) im Mittel auf \(issues)")
        return mean + "; " + directions(last: change.towardsLast, first: change.towardsFirst)
    }

    private func directions(last: Double, first: Double) -> String {
        pick(
            "certainly towards pole 1 in \(percent(last)) of all weightings, towards pole 0 in \(percent(first))",
            "sicher zum Pol 1 bei \(percent(last)) aller Gewichtungen, zum Pol 0 bei \(percent(first))"
        )
    }

    /// The scope of a step: what only the one or the other speaks of. With issues it names them.
    ///
    /// That a draft is not told to speak of something is not the same as its silence.
    func scope(of step: Comparison.Step, _ issues: [Agenda.Issue] = []) -> String {
        func named(_ ids: [String]) -> String {
            guard !ids.isEmpty, !issues.isEmpty else { return "" }
            let names = ids.map { id in issues.first { $0.id == id }.map { self($0.name) } ?? id }
            return " (\(names.joined(separator: ", ")))"
        }
        let silent =
            step.becameSilent.isEmpty
            ? ""
            : pick(", looked for there and silent: ", ", dort gesucht und nicht vorhanden: ")
                + count(step.becameSilent.count) + named(step.becameSilent)
        return pick("only the later one is known to address: ", "nur vom späteren bekannt: ")
            + count(step.entered.count)
            + named(step.entered)
            + pick("; only the earlier one: ", "; nur vom früheren: ") + count(step.left.count)
            + named(step.left) + silent
    }

    /// What one rule for silence makes of a step.
    func effect(_ effect: Comparison.Effect) -> String {
        let figure = effect.position.map { signed($0) } ?? "–"
        let filled = effect.silent + effect.unreported
        let issues = pick("on \(count(effect.compared))", "auf \(count(effect.compared))")
        guard filled > 0 else { return "\(figure) \(issues)" }
        return "\(figure) \(issues), "
            + pick(
                "\(count(filled, ("gap", ""), ("gaps", ""))) filled in the two, \(count(effect.silent)) silent and \(count(effect.unreported)) only not reported",
                "\(count(filled, ("", "Lücke"), ("", "Lücken"))) in beiden gefüllt, \(count(effect.silent)) schweigend und \(count(effect.unreported)) nur nicht berichtet"
            )
    }

    /// How a step moved towards a yardstick.
    func movement(_ movement: Comparison.Movement) -> String {
        guard let points = movement.points else { return "–" }
        let issues = count(movement.perIssue.count, ("issue", "Gegenstand"), ("issues", "Gegenständen"))
        return pick(
            "\(signed(points, places: 0)) points on \(issues), certainly towards in \(percent(movement.towards)) of all weightings, away in \(percent(movement.away))",
            "\(signed(points, places: 0)) Punkte auf \(issues), sicher hin bei \(percent(movement.towards)) aller Gewichtungen, weg bei \(percent(movement.away))"
        )
    }

    /// What became of the points.
    func points(_ points: Comparison.Points) -> String {
        func list(_ name: String, _ ids: [String]) -> [String] {
            ids.isEmpty ? [] : ["\(name): \(ids.joined(separator: ", "))"]
        }
        func links(_ name: String, _ table: [String: [String]], _ arrow: ([String], String) -> String)
            -> [String]
        {
            list(name, table.sorted { $0.key < $1.key }.map { arrow($0.value, $0.key) })
        }
        let parts =
            [
                pick(
                    "\(percent(points.inherited)) go back to the earlier draft",
                    "\(percent(points.inherited)) gehen auf den früheren Entwurf zurück")
            ]
            + links(pick("split", "geteilt"), points.split) { "\($1) → \($0.joined(separator: " + "))" }
            + links(pick("merged", "vereint"), points.merged) { "\($0.joined(separator: " + ")) → \($1)" }
            + list(pick("only in the earlier", "nur im früheren"), points.dropped)
            + list(pick("only in the later", "nur im späteren"), points.new)
        return parts.joined(separator: "; ")
    }

    func kind(_ kind: Comparison.Step.Kind) -> String {
        switch kind {
        case .lineage: pick("goes back to it", "geht darauf zurück")
        case .possible: pick("may go back to it", "geht vielleicht darauf zurück")
        case .asked: pick("compared on request", "auf Wunsch verglichen")
        }
    }
}

extension Comparison {
    /// The name of a draft that is compared, or its id.
    func draftName(_ id: String, _ words: Words) -> String {
        drafts.first { $0.proposal.id == id }.map { words($0.proposal.name) } ?? id
    }

    /// The name of an issue, or its id.
    func issueName(_ id: String, _ words: Words) -> String {
        issues.first { $0.id == id }.map { words($0.name) } ?? id
    }
}
