import CaseModel
import Findings

/// The cited passages of a page: where each stands, what became of it, what cites it, and what it says if that may be told.
struct PassageSection {
    private let reports: [CaseReport]
    private let words: Words
    /// What the page shows of the first viewpoint, so that links to it lead somewhere.
    private let statements: Set<String>
    private let terms: Set<String>
    /// Distinguishes the first viewpoint where the page holds several.
    private let prefix: String

    init(reports: [CaseReport], words: Words) {
        (self.reports, self.words) = (reports, words)
        statements = Set(reports.first?.statements.map(\.id) ?? [])
        var terms: Set<String> = []
        if case .success(let comparison)? = reports.first?.comparison {
            for (draft, row) in zip(comparison.drafts, comparison.cells) {
                for (issue, cell) in zip(comparison.issues, row) where !cell.terms.isEmpty {
                    terms.insert("\(draft.proposal.id) \(issue.id)")
                }
            }
        }
        self.terms = terms
        prefix = reports.count > 1 ? "\(reports[0].perspective ?? "base")-" : ""
    }

    var markup: Markup {
        let entries = self.entries
        guard !entries.isEmpty else { return .nothing }
        let header = [
            words(.passage), words(.source), words(.paragraph), words(.words), words(.verdict),
            words(.citedBy),
        ]
        let table = Markup.table(header, rows: entries.map(row))
        // A link can lead into a folded list; browsers open it.
        return .all([
            .tag("h2", [("id", "passages")], "\(words(.passages)) (\(words.count(entries.count)))"), note,
            .details(words(.list), isLong: true, [.tag("div", [("class", "wide")], [table])]),
        ])
    }

    /// Every passage that some viewpoint rests on, once.
    private var entries: [PassageBook.Entry] {
        let cited = Set(reports.flatMap(\.restsOn.citations))
        return cited.sorted().compactMap { reports.first?.passages.entry(of: $0) }
    }

    private func row(_ entry: PassageBook.Entry) -> Markup.Row {
        let anchor = entry.anchor
        var passage = [Markup.text(anchor.reference)]
        if let text = reports.first?.excerpts.texts[anchor.reference] {
            passage.append(.tag("blockquote", [], words.quoted(text)))
        }
        let long = anchor.isParagraphOnly ? " (\(words.holding(.paragraph)))" : ""
        let uses = reports.first?.uses[.anchor(source: anchor.source, id: anchor.id)] ?? []
        return Markup.Row(
            id: Words.place(anchor.source, anchor.id),
            cells: [
                .all(passage), source(anchor.source), .text("\(entry.paragraph)"),
                .text(words.count(anchor.marks.words) + long), .text(words.standing(of: entry)),
                .all(
                    uses.enumerated().map {
                        $0.offset == 0 ? use($0.element) : .all([.text(", "), use($0.element)])
                    }),
            ])
    }

    /// An entry that cites a passage, leading to it where the page shows it: statements and terms of drafts.
    private func use(_ item: Item) -> Markup {
        let name = "\(words.kind(item.kind)) \(item.id)"
        switch item.content {
        case .statement(let statement) where statements.contains(statement.id):
            return .tag("a", [("href", "#st-\(statement.id)")], name)
        case .term(let term):
            let draft = item.id.split(separator: ".").first.map(String.init) ?? ""
            guard terms.contains("\(draft) \(term.issue)") else { return .text(name) }
            return .tag("a", [("href", "#\(prefix)t-\(draft)-\(term.issue)")], name)
        default: return .text(name)
        }
    }

    /// The source, leading to its card where the page has one: a perspective may take fewer sources than the case has.
    private func source(_ id: String) -> Markup {
        let hasCard = reports.first?.overview.sources.contains { $0.id == id } ?? false
        return hasCard ? .tag("a", [("href", "#\(prefix)source-\(id)")], id) : .text(id)
    }

    /// How many words of each text the page holds.
    private var note: Markup {
        guard let excerpts = reports.first?.excerpts else { return .nothing }
        guard !excerpts.shown.isEmpty else {
            return .tag(
                "p", [("class", "soft")],
                words.pick(
                    "The page holds no words of the texts; 'junktim show' shows a passage where its text is at hand.",
                    "Die Seite enthält keine Wörter der Texte; „junktim show“ zeigt eine Stelle, wo ihr Text vorliegt."
                ))
        }
        let shown = excerpts.shown.sorted { $0.key < $1.key }.map { "\($0.key) \(words.count($0.value))" }
        let left = excerpts.leftOut.sorted { $0.key < $1.key }.map { "\($0.key) \(words.count($0.value))" }
        let more = left.isEmpty ? "" : " \(words(.excerptsLeftOut)): \(left.joined(separator: ", "))."
        return .tag(
            "p", [("class", "soft")],
            words.pick(
                "Words quoted by source, at most \(words.count(Excerpts.wordsPerSource)) each: \(shown.joined(separator: ", ")).",
                "Zitierte Wörter je Quelle, höchstens \(words.count(Excerpts.wordsPerSource)): \(shown.joined(separator: ", "))."
            ) + more)
    }
}
