import CaseModel
public import Findings
import Numbers

extension GuaranteeFinding: Answer {
    public var seed: Int? { choices.draws > 0 ? choices.seed : nil }

    public func summary(_ words: Words) -> String {
        var parts: [String] = []
        if let trial {
            let verdicts = trial.verdicts.map { words.verdict($0, trial.names) }
            parts.append("\(words(trial.title)) – \(verdicts.joined(separator: "; "))")
        }
        parts += screenings.map { one in
            one.holds
                ? words.pick(
                    "Consent of an aggressor is a bad sign (w > s)",
                    "Die Zustimmung eines Angreifers ist ein schlechtes Zeichen (w > s)")
                : words.pick(
                    "Consent of an aggressor is no bad sign (w ≤ s)",
                    "Die Zustimmung eines Angreifers ist kein schlechtes Zeichen (w ≤ s)")
        }
        parts += designs.filter { !$0.promises.isEmpty }.map { design in
            let deterring = design.promises.count { $0.deters == true }
            let number = words.count(
                design.promises.count, ("promise", "Zusage"), ("promises", "Zusagen"))
            return words.pick(
                "\(words(design.title)): in every reading \(words.count(deterring)) of \(number) would deter",
                "\(words(design.title)): in jeder Lesart abschreckend: \(words.count(deterring)) von \(number)"
            )
        }
        return parts.joined(separator: ". ") + "."
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        if let trial { lines += trial.lines(words) }
        if !conclusions.isEmpty { lines += ["", words(.conclusions)] + conclusionTable(words).lines() }
        for screening in screenings { lines += [""] + screening.lines(words) }
        for design in designs { lines += [""] + design.lines(words) }
        for path in beliefs { lines += [""] + path.lines(words) }
        lines += footing(words)
        return lines.joined(separator: "\n") + "\n"
    }

    private func conclusionTable(_ words: Words) -> TextTable {
        var table = TextTable()
        for one in conclusions {
            let trials = one.trials.map { words.trial($0, self.trial?.names) }
            table.add(one.conclusion.id, words.verdict(one), words(one.conclusion.text))
            table.add("", "", trials.joined(separator: "; "))
        }
        return table
    }
}

extension Words {
    /// "ratified treaty"
    func alternative(_ given: [String: String], _ names: GameNames?) -> String {
        given.sorted { $0.key < $1.key }.map { names?.text($0.value, in: language) ?? $0.value }
            .joined(separator: ", ")
    }
}

extension GuaranteeFinding.Trial {
    fileprivate func lines(_ words: Words) -> [String] {
        ["", "\(words(.tried)): \(words(title))"] + verdictTable(words).lines()
            + (draws > 0 ? ["  (\(words.precision(draws)))"] : [])
            + ["", "\(words(.atPoints)) (\(words(.overDraws)))"] + answerTable(words).lines()
            + verdicts.flatMap { details($0, words) }
            + ["", words(.gameParameters)] + parameterTable(words).lines()
    }

    private func verdictTable(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add("", words(.test), words(.ofDraws), "", words(.nearest))
        for one in verdicts {
            let nearest = one.tightest.map { "\($0.parameter) \(words.at($0))" } ?? "–"
            table.add(
                words.alternative(one.given, names), words.chance(one.attack),
                words.share(one.shares.first ?? nil), words.deters(one.isCredible), nearest)
        }
        return table
    }

    /// Every question of the game's file, alternative by alternative.
    private func answerTable(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add(["", ""] + verdicts.map { words.alternative($0.given, names) })
        for (place, ask) in asks.enumerated() {
            table.add(
                [ask.name, ask.text]
                    + verdicts.map { one in
                        let share = one.shares[place].map { " (\(words.share($0)))" } ?? ""
                        return words.chance(one.answers[place]) + share
                    })
        }
        return table
    }

    /// What a reader can check by hand: the thresholds, the premises, and what the numbers rest on.
    private func details(_ verdict: GuaranteeFinding.Verdict, _ words: Words) -> [String] {
        var lines = ["", "-- " + words.verdict(verdict, names)]
        for threshold in verdict.thresholds ?? [] {
            lines.append("  - \(words.sentence(threshold, names)); \(words.distance(threshold, parameters))")
        }
        if verdict.thresholds?.isEmpty ?? true { lines.append("  " + words.noThreshold(verdict) + ".") }
        if verdict.hinges.isEmpty {
            lines.append(
                "  "
                    + words.pick(
                        "No single premise decides it.", "Keine einzelne Prämisse entscheidet es."))
        } else {
            let premises = verdict.hinges.map {
                "\($0.premise) (\(words.pick("without it", "ohne sie")) \(words.chance($0.attackWithout)))"
            }
            lines.append("  \(words(.hingesOn)): \(premises.joined(separator: ", "))")
        }
        lines.append("  \(words(.grounding)): \(words.sentence(verdict.grounding))")
        return lines
    }

    private func parameterTable(_ words: Words) -> TextTable {
        var table = TextTable()
        for parameter in parameters {
            table.add(
                parameter.name, words.fraction(parameter.value), words.numbers.text(parameter.quantity.range),
                parameter.isMidpoint ? words(.middleOfRange) : "", parameter.label.map { words($0) } ?? "")
        }
        return table
    }
}

extension Words {
    /// How far a number is from its threshold.
    func distance(_ threshold: SolveFinding.Threshold, _ parameters: [SolveFinding.ParameterValue]) -> String
    {
        let value = parameters.first { $0.name == threshold.parameter }?.value
        let share = threshold.share.map { ", \(percent($0)) " + pick("of its range", "der Spanne") } ?? ""
        return pick("now ", "jetzt ") + (value.map { fraction($0) } ?? "–") + share
    }
}

extension GuaranteeFinding.Screening {
    fileprivate func lines(_ words: Words) -> [String] {
        [words(.acceptance)] + words.sentences(self).map { "  \($0)" }
            + ["  \(words(.grounding)) (w, s): \(words.sentence(grounding))"]
    }
}

extension GuaranteeFinding.ClauseDesign {
    fileprivate func lines(_ words: Words) -> [String] {
        var lines = ["\(words(.design)): \(words(title))"]
        lines.append("  " + words.pick("No clause stated", "Ohne jede Klausel") + ": \(words.strength(bare))")
        lines.append(
            "  " + words.pick("Every clause stated", "Mit allen Klauseln") + ": \(words.strength(whole))")
        if !needed.isEmpty { lines.append("  \(words(.needed)): \(names(needed, words))") }
        if !smallest.isEmpty {
            let sets = smallest.map { names($0, words) }
            lines.append("  \(words(.smallest)): \(sets.joined(separator: words.pick(" – or ", " – oder ")))")
        }
        if !promises.isEmpty {
            lines += [""] + table(words).lines() + [""] + promises.flatMap { details($0, words) }
        }
        if !drafts.isEmpty {
            lines += [words.pick("  Drafts by their terms", "  Entwürfe nach ihren Regelungen")]
            lines += draftTable(words).lines(indent: 4)
        }
        return lines + ["  \(words(.grounding)): \(words.sentence(grounding))"]
    }

    private func draftTable(_ words: Words) -> TextTable {
        var table = TextTable()
        for one in drafts {
            table.add(
                one.draft.id, words.chance(Interval(one.least.value, one.most.value)),
                words.chance(Interval(one.most.bar, one.least.bar)), words.deters(one.deters),
                words.pulls(one))
        }
        return table
    }

    func names(_ ids: [String], _ words: Words, denied: Set<String> = []) -> String {
        words.list(
            ids.map { id in
                let name = clauses.first { $0.id == id }.map { words($0.name) } ?? id
                return denied.contains(id)
                    ? name + words.pick(" (excluded today)", " (heute ausgeschlossen)") : name
            })
    }

    private func table(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add("", words(.strength), words(.bar), "")
        for promise in promises {
            let bar = Interval(promise.most.bar, promise.least.bar)
            table.add(
                promise.guarantee.id, words.chance(Interval(promise.least.value, promise.most.value)),
                words.chance(bar), words.deters(promise.deters))
        }
        return table
    }

    /// What a promise lacks; nothing if it deters.
    private func details(_ promise: GuaranteeFinding.DesignedPromise, _ words: Words) -> [String] {
        guard promise.deters != true else { return [] }
        let alone = promise.clauses.filter { $0.wouldSuffice && $0.state != .stated }.map(\.id)
        var parts: [String] = []
        if !alone.isEmpty { parts.append("\(words(.sufficesAlone)): \(names(alone, words))") }
        if alone.isEmpty, let fewest = promise.completions.first {
            let denied = Set(promise.clauses.filter { $0.state == .denied }.map(\.id))
            parts.append("\(words(.missing)): \(names(fewest, words, denied: denied))")
        }
        if let way = promise.crossings.first {
            let share = way.share.map { words.percent($0) } ?? "–"
            parts.append("\(words(.shortestWay)): \(way.parameter) → \(words.at(way)) (\(share))")
        }
        if parts.isEmpty {
            parts.append(words.pick("no set of clauses would do", "keine Auswahl von Klauseln genügte"))
        }
        return ["  \(promise.guarantee.id): \(parts.joined(separator: "; "))"]
    }
}

extension GuaranteeFinding.BeliefPath {
    fileprivate func lines(_ words: Words) -> [String] {
        var table = TextTable()
        table.add(
            words(.prior), "", "", words.numbers.text(parameter.value),
            words.numbers.text(parameter.quantity.range))
        for step in steps {
            table.add(
                words.date(step.event.on), words.name(step.event),
                "× \(words.numbers.text(step.ratio.pointOrMidpoint.value))",
                words.numbers.text(step.belief), words.numbers.text(step.range))
        }
        let name = parameter.label.map { words($0) } ?? parameter.name
        return ["\(words(.beliefPath)): \(name)"] + table.lines() + ["  " + words.sentence(self)]
            + thresholds.map { "  - " + words.sentence($0, names) }
    }
}

extension Words {
    func strength(_ strength: GuaranteeFinding.Strength) -> String {
        pick(
            "strength \(fraction(strength.value)), needed \(fraction(strength.bar)): \(deters(strength.deters))",
            "Stärke \(fraction(strength.value)), nötig \(fraction(strength.bar)): \(deters(strength.deters))")
    }
}
