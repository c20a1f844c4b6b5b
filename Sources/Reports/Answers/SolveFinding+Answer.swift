import CaseModel
public import Findings
import Numbers

extension SolveFinding: Answer {
    public func summary(_ words: Words) -> String {
        let title = words.title(of: self)
        let parts = solutions.map { solution -> String in
            let found = summary(solution, words)
            return solution.given.isEmpty ? found : "\(words.given(solution.given, names)): \(found)"
        }
        return "\(title): " + parts.joined(separator: "; ") + "."
    }

    private func summary(_ solution: Solution, _ words: Words) -> String {
        let count = solution.logit.map { _ in 1 } ?? solution.devices?.count ?? solution.equilibria.count
        let number = words.equilibria(count, solution.scope)
        guard !solution.isComplete else { return number }
        return number + words.pick(", search incomplete", ", Suche unvollständig")
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        if !parameters.isEmpty { lines += ["", words(.gameParameters)] + parameterTable(words).lines() }
        for solution in solutions {
            if !solution.given.isEmpty { lines += ["", "-- " + words.given(solution.given, names)] }
            lines += text(solution, words)
        }
        if !closedForms.isEmpty {
            lines += ["", words(.closedForms)] + closedForms.map { "  - " + words.sentence($0) }
        }
        lines += footing(words)
        return lines.joined(separator: "\n") + "\n"
    }

    private func parameterTable(_ words: Words) -> TextTable {
        var table = TextTable()
        for parameter in parameters {
            table.add(
                parameter.name, words.fraction(parameter.value),
                parameter.isMidpoint ? words(.middleOfRange) : "",
                parameter.label.map { words($0) } ?? "")
        }
        return table
    }

    private func text(_ solution: Solution, _ words: Words) -> [String] {
        var lines: [String] = []
        if let value = solution.value {
            lines += [
                "",
                "\(words(.gameValue)): \(value.isPoint ? words.fraction(value.low) : words.bounds(value))",
            ]
        }
        if let devices = solution.devices { lines += text(devices, words) }
        if let logit = solution.logit { return lines + text(logit, words) }
        for (place, one) in solution.equilibria.enumerated() {
            lines += ["", heading(one, place, words)] + strategies(one, words).lines()
            if one.isOneOfMany { lines.append("  \(words(.oneOfMany))") }
            if let survival = one.survival { lines.append("  " + words.sentence(survival)) }
        }
        if solution.components.count > 1 || solution.components.contains(where: { $0.count > 1 }) {
            let groups = solution.components.map { group in
                "{" + group.map { "\($0 + 1)" }.joined(separator: ", ") + "}"
            }
            lines += ["", "\(words(.components)): \(groups.joined(separator: " "))"]
        }
        if let paths = solution.paths, !paths.isEmpty {
            lines += ["", words(.paths)] + self.paths(paths, solution.equilibria.count, words).lines()
            if paths.contains(where: { !$0.isExact }) { lines.append("  \(words(.floatingPaths))") }
        }
        if !solution.emptyThreats.isEmpty {
            lines += ["", words(.emptyThreats)] + solution.emptyThreats.map { "  - " + sentence($0, words) }
        }
        if !solution.threatsSearched { lines += ["", words(.threatsNotSearched)] }
        if let thresholds = solution.thresholds, !thresholds.isEmpty {
            lines += ["", words(.thresholds)] + thresholds.map { "  - " + words.sentence($0, names) }
        }
        if !solution.struck.isEmpty {
            lines += ["", words(.struckOut)] + solution.struck.map { "  - " + sentence($0, words) }
        }
        if !solution.behindZeroChance.isEmpty {
            let sets = solution.behindZeroChance.map { words.set($0, names) }
            lines += ["", "\(words(.behindZeroChance)): \(words.list(sets))"]
        }
        if !solution.isComplete { lines += ["", words.incomplete(solution)] }
        return lines
    }

    private func heading(_ one: Equilibrium, _ place: Int, _ words: Words) -> String {
        let payoffs = zip(names.players, one.payoffs).map {
            "\(names.text($0, in: words.language)) \(words.number($1))"
        }
        let regret =
            one.proof == .valueBounds
            ? words(.regretAtMost) + " " + words.numbers.text(one.regret, places: 12)
            : words(.regret) + " " + words.fraction(one.regret)
        return "\(place + 1). \(words.name(one.concept)); " + words(.payoffs) + " "
            + payoffs.joined(separator: ", ") + "; " + regret
    }

    /// From which dropped strategies a path leads to each equilibrium.
    private func paths(_ paths: [PivotPath], _ count: Int, _ words: Words) -> TextTable {
        var table = TextTable()
        for place in 0..<count {
            let starts = paths.filter { $0.equilibrium == place }.map { path in
                names.text(names.players[path.player], in: words.language) + " "
                    + names.text(names.strategies[path.player][path.strategy], in: words.language)
            }
            table.add(
                "\(place + 1)",
                starts.isEmpty ? words.pick("from none", "von keiner") : starts.joined(separator: ", "))
        }
        return table
    }

    /// Who does what, and believes what.
    private func strategies(_ one: Equilibrium, _ words: Words) -> TextTable {
        var table = TextTable()
        if names.sets.isEmpty {
            for (player, mixture) in one.strategies.enumerated() {
                table.add(
                    names.text(names.players[player], in: words.language),
                    mixed(mixture ?? [], names.strategies[player], words))
            }
            return table
        }
        for (set, information) in names.sets.enumerated() {
            guard let mixture = one.strategies[set] else { continue }
            let belief = one.beliefs.isEmpty ? nil : one.beliefs[set]
            table.add(
                names.text(names.players[information.player], in: words.language),
                names.text(information.name, in: words.language), mixed(mixture, information.actions, words),
                belief.flatMap { $0.count > 1 ? believes($0, words) : nil } ?? "")
        }
        return table
    }

    private func mixed(_ mixture: [Interval], _ labels: [String], _ words: Words) -> String {
        zip(labels, mixture).filter { $0.1 != Interval(0) }.map { label, share in
            let name = names.text(label, in: words.language)
            return share == Interval(1) ? name : "\(name) \(words.probability(share))"
        }.joined(separator: ", ")
    }

    private func believes(_ belief: [Rational], _ words: Words) -> String {
        words(.believes) + " " + belief.map { words.fraction($0) }.joined(separator: " : ")
    }

    func sentence(_ threat: Threat, _ words: Words) -> String {
        let actions = names.sets[threat.set].actions
        let (threatened, better) = (
            names.text(actions[threat.threat], in: words.language),
            names.text(actions[threat.deviation], in: words.language)
        )
        let gain = words.fraction(threat.gain)
        let payoffs = threat.payoffs.map { words.fraction($0) }.joined(separator: ", ")
        return "\(words.set(threat.set, names)): "
            + words.pick(
                "\(threatened) – if it came to that, \(better) would bring at least \(gain) more (a Nash equilibrium with payoffs \(payoffs) rests on it)",
                "\(threatened) – käme es dazu, brächte \(better) mindestens \(gain) mehr (ein Nash-Gleichgewicht mit Auszahlungen \(payoffs) beruht darauf)"
            )
    }

    private func sentence(_ struck: Struck, _ words: Words) -> String {
        let labels = names.strategies.isEmpty ? [] : names.strategies[struck.player]
        guard !labels.isEmpty else { return "" }
        let (name, by) = (
            names.text(labels[struck.strategy], in: words.language),
            mixed(struck.by.map { Interval($0) }, labels, words)
        )
        return "\(names.text(names.players[struck.player], in: words.language)): "
            + words.pick(
                "\(name) is always worse than \(by) (round \(struck.round))",
                "\(name) ist immer schlechter als \(by) (Runde \(struck.round))")
    }
}
