import CaseModel
import Findings

/// The cited passages of a page: where each stands, what became of it, what cites it, and what it says if that may be told.
struct PassageSection {
    let reports: [CaseReport]
    let words: Words

    var markup: Markup {
        let entries = self.entries
        guard !entries.isEmpty else { return .nothing }
        let header = [
            words(.passage), words(.source), words(.paragraph), words(.words), words(.verdict),
            words(.citedBy),
        ]
        let rows = entries.map { row($0) }
        let table = Markup.tag(
            "table", [],
            [
                .tag("thead", [], [.tag("tr", [], header.map { .tag("th", [("scope", "col")], $0) })]),
                .tag("tbody", [], rows),
            ])
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

    private func row(_ entry: PassageBook.Entry) -> Markup {
        let anchor = entry.anchor
        let uses = items(citing: anchor).map { "\(words.kind($0.kind)) \($0.id)" }.joined(separator: ", ")
        var passage = [Markup.text(anchor.reference)]
        if let text = reports.first?.excerpts.texts[anchor.reference] {
            passage.append(.tag("blockquote", [], words.quoted(text)))
        }
        let long = anchor.isParagraphOnly ? " (\(words.holding(.paragraph)))" : ""
        return .tag(
            "tr", [("id", Words.place(anchor.source, anchor.id))],
            [
                .tag("td", [], passage),
                .tag("td", [], [source(anchor.source)]),
                .tag("td", [], "\(entry.paragraph)"), .tag("td", [], words.count(anchor.marks.words) + long),
                .tag("td", [], words.standing(of: entry)), .tag("td", [], uses),
            ])
    }

    private func items(citing anchor: Anchor) -> [Item] {
        reports.first?.uses[.anchor(source: anchor.source, id: anchor.id)] ?? []
    }

    /// The source, leading to its card where the page has one: a perspective may take fewer sources than the case has.
    private func source(_ id: String) -> Markup {
        let hasCard = reports.first?.overview.sources.contains { $0.id == id } ?? false
        let prefix = reports.count > 1 ? "\(reports[0].perspective ?? "base")-" : ""
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
