import CaseModel
import Findings

/// Which outcomes last, who would leave them, and how one gets there.
struct StabilitySection {
    let report: CaseReport
    let view: (Support) -> PictureView
    let words: Words
    let prefix: String

    var markup: Markup {
        .answer(
            report.stability, id: "\(prefix)stability", title: words(.lasting), words, instead: { outcomes },
            content)
    }

    private func content(_ found: StabilityFinding) -> Markup {
        let view = view(found.restsOn)
        return .all([
            .tag("p", [("class", "finding")], found.summary(words)), contents(found), concepts(found),
            today(found),
            StateGraphPicture(finding: found, view: view).figure?.markup(words) ?? .nothing, named(found),
            branch(found), EvolutionPicture(finding: found, view: view).figure?.markup(words) ?? .nothing,
            patterns(found),
            authors(found), dilemmas(found),
            .all(
                found.limits.filter(\.isOfStability).map {
                    .tag("p", [("class", "warn")], words.sentence($0))
                }),
        ])
    }

    /// What follows from each author's premises, side by side; never counted or averaged.
    private var outcomes: Markup {
        guard !report.authorOutcomes.isEmpty else { return .nothing }
        let concepts: [StabilityFinding.Concept] = [.nash, .sseq, .seq, .smr, .gmr]
        let rows = report.authorOutcomes.map { outcome -> [Markup] in
            ([words(outcome.author.name), words.count(outcome.states)]
                + concepts.map { words.count(outcome.lasting[$0] ?? 0) } + [
                    outcome.leaving.isEmpty
                        ? words.pick("nobody", "niemand") : words.list(outcome.leaving.map { words($0) })
                ]).map(Markup.text)
        }
        let header =
            [words(.perspective), words.pick("states", "Zustände")] + concepts.map { words.name($0) }
            + [words.pick("would leave today's state (Nash)", "verließe den heutigen Zustand (Nash)")]
        return .all([
            .tag(
                "h3", [],
                words.pick(
                    "What follows from each author's premises", "Was aus den Prämissen jedes Verfassers folgt"
                )),
            .tag(
                "p", [("class", "method")],
                words.pick(
                    "Number of lasting states under each concept; each perspective's own page tells who would leave and why.",
                    "Zahl der Zustände von Bestand je Konzept; die Seite jeder Sichtweise sagt, wer ginge und warum."
                )),
            .tag("div", [("class", "wide")], [.table(header, rows)]),
        ])
    }

    private func list(_ title: String, _ items: [String]) -> Markup {
        items.isEmpty ? .nothing : .details(title, [.tag("ul", [], items.map { .tag("li", [], $0) })])
    }

    /// What the answers hang on stands above them.
    private func contents(_ found: StabilityFinding) -> Markup {
        let lines = found.contentSentences(words)
        guard let first = lines.first else { return .nothing }
        return .all([
            .tag("p", [], first),
            list(
                words.pick(
                    "What bears the answers, and what does not", "Was die Antworten trägt, und was nicht"),
                Array(lines.dropFirst())),
        ])
    }

    private func concepts(_ found: StabilityFinding) -> Markup {
        let header =
            [words.pick("concept", "Konzept"), words.pick("lasting", "von Bestand")]
            + found.frame.decisionMakers.indices.map { words.maker($0, found.frame) } + [words(.what)]
        let rows = found.answers.map { answer -> [Markup] in
            ([words.name(answer.concept), words.count(answer.equilibria.count)]
                + answer.stable.map { words.count($0.count) } + [words.meaning(answer.concept)]).map(
                    Markup.text)
        }
        return .tag("div", [("class", "wide")], [.table(header, rows)])
    }

    /// A paragraph on today's state: who stays, who leaves, and for the sake of which wish.
    private func today(_ found: StabilityFinding) -> Markup {
        guard let today = found.today else { return .nothing }
        let sentences = today.verdicts.compactMap(\.first).map {
            words.sentence($0, in: today.state, found.frame)
        }
        return .tag(
            "p", [],
            words.pick("Today", "Heute") + ": \(words.state(today.state, found.frame)). "
                + sentences.joined(separator: " "))
    }

    private func named(_ found: StabilityFinding) -> Markup {
        guard !found.named.isEmpty else { return .nothing }
        let items = found.named.map { entry -> Markup in
            let name =
                entry.outlook.map { words.state($0.reading.state, found.frame) }
                ?? words.list(entry.options.map { words.quoted(words.option($0, found.frame)) })
            let lines =
                entry.outlook.map {
                    found.isOwn(entry) ? found.lines($0, words) : [words.who($0, found.frame)]
                }
                ?? [words.pick("excluded from here", "von hier aus ausgeschlossen")]
            return .tag(
                "li", [],
                [
                    .tag("strong", [], found.letter(of: entry).map { "\($0): \(name)" } ?? name),
                    .tag(
                        "span", [("class", "where")],
                        entry.claims.map { words.sentence($0) }.joined(separator: "; ")),
                    .all(lines.map { .tag("div", [], $0) }),
                ])
        }
        return .all([
            .tag(
                "h3", [],
                words.pick(
                    "States that conclusions speak of (Nash)", "Zustände, von denen Schlüsse sprechen (Nash)")
            ),
            .tag("ul", [], items),
        ])
    }

    private func branch(_ found: StabilityFinding) -> Markup {
        let lines = found.branchLines(words).dropFirst()
        guard let title = lines.first else { return .nothing }
        return .all([
            .tag("h3", [], title),
            .tag(
                "ul", [],
                lines.dropFirst().map { .tag("li", [], $0.trimmingPrefix { " -".contains($0) }.description) }),
        ])
    }

    private func patterns(_ found: StabilityFinding) -> Markup {
        guard let patterns = found.patterns else { return .nothing }
        let rows = patterns.leading.map { pattern in
            [words.count(pattern.covers), words.pattern(pattern, found.frame)].map(Markup.text)
        }
        let title =
            words.pick("Lasting outcomes as patterns", "Ausgänge von Bestand als Muster")
            + " (\(words.name(patterns.concept)), \(words.count(patterns.count)))"
        return .details(
            title, [.tag("div", [("class", "wide")], [.table([words(.number), words(.what)], rows)])])
    }

    private func authors(_ found: StabilityFinding) -> Markup {
        guard let table = found.authors else { return .nothing }
        let rows = table.cells.enumerated().map { index, cells in
            [Markup.text(words.maker(index, found.frame))] + cells.map { .text(words.cell($0)) }
        }
        return .all([
            .tag(
                "h3", [],
                words.pick(
                    "Each side as each author draws it, today (Nash)",
                    "Jede Seite, wie jeder Verfasser sie zeichnet, heute (Nash)")),
            .tag("p", [("class", "finding")], words.mixes(table)),
            .tag("div", [("class", "wide")], [.table([""] + table.authors.map { words($0.name) }, rows)]),
        ])
    }

    private func dilemmas(_ found: StabilityFinding) -> Markup {
        guard let confrontation = found.confrontation else { return .nothing }
        let sides = found.frame.decisionMakers.indices.map { i -> Markup in
            let lines = words.dilemmas(of: i, confrontation, found.frame)
            return .tag(
                "li", [],
                [
                    .tag("strong", [], words.maker(i, found.frame)),
                    .text(
                        ": " + words.favourite(of: i, confrontation, found.frame) + ". "
                            + lines.joined(separator: " ")),
                ])
        }
        return .details(words.pick("Dilemmas of each side", "Dilemmata jeder Seite"), [.tag("ul", [], sides)])
    }
}

extension StabilityFinding {
    /// The column of a named state in the picture.
    fileprivate func letter(of entry: NamedState) -> String? {
        entry.outlook.flatMap { outlook in
            sketch.firstIndex { $0.state == outlook.reading.state }.map { Comparison.column($0) }
        }
    }
}

extension Limit {
    fileprivate var isOfStability: Bool {
        switch self {
        case .simultaneousNotDecided, .simultaneousNotDefined, .answersWithoutPremises, .tablesLeftOut: true
        default: false
        }
    }
}
