import CaseModel
import Findings
import Numbers

/// Is the guarantee credible or a bluff, and what would make it so.
struct GuaranteeSection {
    let report: CaseReport
    let view: (Support) -> PictureView
    let words: Words
    let prefix: String

    var markup: Markup {
        .answer(
            report.guarantee, id: "\(prefix)guarantee", title: words(.credibility), words, content)
    }

    private func content(_ found: GuaranteeFinding) -> Markup {
        let view = view(found.restsOn)
        return .all([
            .tag("p", [("class", "finding")], found.summary(words)), trial(found, view), conclusions(found),
            .all(found.screenings.map(screening)),
            .all(
                found.designs.map { design in
                    .all([
                        StrengthPicture(design: design, view: view).figure?.markup(words) ?? .nothing,
                        checklist(design),
                    ])
                }), .all(found.beliefs.map { BeliefPicture(path: $0, view: view).figure.markup(words) }),
        ])
    }

    private func trial(_ found: GuaranteeFinding, _ view: PictureView) -> Markup {
        guard let trial = found.trial else { return .nothing }
        let grounds = trial.verdicts.map { one in
            let hinges =
                one.hinges.isEmpty
                ? words.pick("no single premise", "keiner einzelnen Prämisse")
                : words.list(one.hinges.map(\.premise))
            return [
                words.alternative(one.given, trial.names), words.verdict(one), hinges,
                words.sentence(one.grounding),
            ].map(Markup.text)
        }
        return .all([
            ThresholdPicture(trial: trial, view: view).figure.markup(words),
            .tag(
                "div", [("class", "wide")],
                [.table([words(.what), "", words(.hingesOn), words(.grounding)], grounds)]),
            answers(trial),
            trees(trial, view),
        ])
    }

    /// The tree of the alternative that is nearest to a threshold; the others folded away.
    private func trees(_ trial: GuaranteeFinding.Trial, _ view: PictureView) -> Markup {
        let figures = zip(trial.trees, trial.verdicts).enumerated().map { place, one in
            TreePicture(tree: one.0, trial: trial, verdict: one.1, place: place, view: view).figure
        }
        let shown = trial.verdicts.indices.min {
            (trial.verdicts[$0].tightest?.share ?? 2) < (trial.verdicts[$1].tightest?.share ?? 2)
        }
        guard let shown, figures.indices.contains(shown) else { return .nothing }
        let others = figures.indices.filter { $0 != shown }.map { figures[$0] }
        return .all(
            [figures[shown].markup(words)] + others.map { .details($0.title, [$0.markup(words)]) })
    }

    /// Every question of the game's file, folded away.
    private func answers(_ trial: GuaranteeFinding.Trial) -> Markup {
        let rows = trial.asks.enumerated().map { place, ask in
            ([ask.name, ask.text]
                + trial.verdicts.map { one in
                    let share = one.shares[place].map { " (\(words.share($0)))" } ?? ""
                    return words.chance(one.answers[place]) + share
                }).map(Markup.text)
        }
        let header = ["", words(.what)] + trial.verdicts.map { words.alternative($0.given, trial.names) }
        return .details(
            "\(words(.atPoints)) (\(words(.overDraws)))",
            [.tag("div", [("class", "wide")], [.table(header, rows)])])
    }

    private func conclusions(_ found: GuaranteeFinding) -> Markup {
        guard !found.conclusions.isEmpty else { return .nothing }
        let rows = found.conclusions.map { one in
            let trials = one.trials.map { words.trial($0, found.trial?.names) }
            return [
                one.conclusion.id, words(one.conclusion.text), words.verdict(one),
                trials.joined(separator: "; "),
            ].map(Markup.text)
        }
        return .all([
            .tag("h3", [], words(.conclusions)),
            .tag("div", [("class", "wide")], [.table(["", words(.what), "", words(.atPoints)], rows)]),
        ])
    }

    private func screening(_ screening: GuaranteeFinding.Screening) -> Markup {
        .all([
            .tag("h3", [], words(.acceptance)),
            .tag("p", [], words.sentences(screening).joined(separator: " ")),
            .tag(
                "p", [("class", "method")],
                "\(words(.grounding)) (w, s): \(words.sentence(screening.grounding))"),
        ])
    }

    /// What each promise states, and which clause alone would do.
    private func checklist(_ design: GuaranteeFinding.ClauseDesign) -> Markup {
        guard !design.promises.isEmpty else { return .nothing }
        let rows = design.clauses.map { clause -> [Markup] in
            [.text(words(clause.name)), .text(clause.lever ?? "")]
                + design.promises.map { promise in
                    let judged = promise.clauses.first { $0.id == clause.id }
                    let state = judged?.state ?? .unreported
                    let suffices = judged?.wouldSuffice ?? false
                    return .text(words.mark(state) + (suffices && state != .stated ? " ✓" : ""))
                }
        }
        let header =
            [words(.clauseList), words.pick("lever", "Hebel")]
            + design.promises.map { words($0.guarantee.name) }
        return .all([
            .details(words(.clauseList), [.tag("div", [("class", "wide")], [.table(header, rows)])]),
            .tag(
                "p", [("class", "method")],
                "\(words(.checklistLegend)) ✓: \(words(.sufficesAlone)). \(words(.grounding)): \(words.sentence(design.grounding))."
            ),
        ])
    }
}
