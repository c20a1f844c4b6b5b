import CaseModel
import Findings

/// Promises, bars and money: what the texts are worth in form, in law and in sums.
struct LawSection {
    let report: CaseReport
    let view: (Support) -> PictureView
    let words: Words
    let prefix: String

    var markup: Markup { .all([promises, bars, money]) }

    private var promises: Markup {
        section(.checklist, "clauses", report.promises) { reading in
            let figure = ClausePicture(reading: reading, view: view(reading.restsOn)).figure
            return .all([figure.markup(words), plainness(reading)])
        }
    }

    private func plainness(_ reading: GuaranteeReading) -> Markup {
        guard !reading.plainness.isEmpty else { return .nothing }
        let names = NameBook(actors: reading.actors)
        let rows = reading.plainness.map { one in
            [
                report.overview.drafts.first { $0.id == one.draft }.map { words($0.name) } ?? one.draft,
                one.beneficiary.map { names.actor($0, words) } ?? words(.nobodySays),
                "\(words.count(one.plain))/\(words.count(one.plain + one.vague))", words.percent(one.share),
            ].map(Markup.text)
        }
        return .all([
            .tag("h3", [], words(.plainness)),
            .tag(
                "div", [("class", "wide")],
                [.table([words(.draft), words(.benefits), words(.number), words(.share)], rows)]),
        ])
    }

    private var bars: Markup {
        section(.gates, "bars", report.bars) { bars in
            let flagged = bars.drafts.filter { !$0.flags.isEmpty }
            let rows = flagged.flatMap { draft in
                draft.flags.map { flag -> [Markup] in
                    let gate = bars.gates[flag.gate]
                    return [
                        .text(words(draft.proposal.name)),
                        .text(words.gateName(gate)),
                        .text(words.flag(flag, bars.gates, bars.names)),
                        words.linked(gate.basis, bars.passages),
                    ]
                }
            }
            let header = [words(.draft), words(.gates), words(.what), words(.restsOn)]
            return .all([
                .tag("p", [("class", "finding")], bars.summary(words)), gateTable(bars),
                .tag("p", [("class", "method")], words(.gateLegend)),
                .details(words(.list), [.tag("div", [("class", "wide")], [.table(header, rows)])]),
            ])
        }
    }

    private func gateTable(_ bars: LegalBars) -> Markup {
        let drafts = bars.drafts.filter { draft in
            draft.verdicts.contains { $0 != .notAddressed && $0 != .notJudged }
        }
        let rows = bars.gates.enumerated().map { index, gate in
            [Markup.text(words.gateName(gate))]
                + drafts.map { draft in
                    .tag("span", [("title", words(draft.proposal.name))], words.mark(draft.verdicts[index]))
                }
        }
        return .tag(
            "div", [("class", "wide")],
            [.table([words(.gateTable)] + drafts.map { words($0.proposal.name) }, rows)])
    }

    private var money: Markup {
        section(.money, "money", report.money) { table in
            let others = table.others.map { one -> [Markup] in
                [
                    .text(words(one.name)), .text(words.amount(of: one)),
                    .text(one.holder.map { table.names.actor($0, words) } ?? ""),
                    words.linked(one.basis, table.passages), .text(one.note.map { words($0) } ?? ""),
                ]
            }
            let header = [words(.otherSums), words(.value), words(.holder), words(.restsOn), words(.note)]
            return .all([
                MoneyPicture(table: table, view: view(table.restsOn)).figure?.markup(words) ?? .nothing,
                others.isEmpty ? .nothing : .tag("div", [("class", "wide")], [.table(header, others)]),
            ])
        }
    }

    /// A heading with the answer, or with what is missing for one.
    private func section<Found>(
        _ title: Phrase, _ id: String, _ result: Result<Found, NotAnswerable>, _ content: (Found) -> Markup
    ) -> Markup {
        let body: Markup =
            switch result {
            case .success(let found): content(found)
            case .failure(let refused): .tag("p", [("class", "warn")], words.reason(refused))
            }
        return .all([.tag("h2", [("id", "\(prefix)\(id)")], words(title)), body])
    }
}
