import CaseModel
import Findings

extension Words {
    func maker(_ index: Int, _ frame: ConflictFrame) -> String {
        let maker = frame.decisionMakers[index]
        let name = self(maker.name)
        return name.isEmpty ? maker.id : name
    }

    func option(_ choice: StabilityModel.Choice) -> String {
        let name = self(choice.name)
        return name.isEmpty ? choice.id : name
    }

    func option(_ id: String, _ frame: ConflictFrame) -> String {
        frame.options.first { $0.id == id }.map { option($0) } ?? id
    }

    /// A state by what is taken in it.
    func state(_ decimal: Int, _ frame: ConflictFrame) -> String {
        if frame.isGraph { return quoted(frame.stateNames[decimal]) }
        let taken = frame.taken(decimal)
        if taken.isEmpty { return pick("nothing taken", "nichts gewählt") }
        return frame.decisionMakers.indices.compactMap { index in
            let own = taken.filter { $0.of == frame.decisionMakers[index].id }.map { option($0) }
            return own.isEmpty ? nil : "\(maker(index, frame)): " + own.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    /// What changes between two states: `taking up “…” and dropping “…”`.
    func change(from: Int, to: Int, _ frame: ConflictFrame) -> String {
        if frame.isGraph { return pick("going to ", "hin zu ") + quoted(frame.stateNames[to]) }
        if from == to { return pick("changing nothing", "ohne Änderung") }
        let (taken, dropped) = frame.change(from: from, to: to)
        let up = taken.isEmpty ? nil : pick("taking up ", "neu ") + list(taken.map { quoted(option($0)) })
        let down =
            dropped.isEmpty
            ? nil : pick("dropping ", "nicht mehr ") + list(dropped.map { quoted(option($0)) })
        return [up, down].compactMap { $0 }.joined(separator: pick(" and ", ", "))
    }

    func name(_ concept: StabilityFinding.Concept) -> String {
        switch concept {
        case .nash: "Nash"
        case .gmr: "GMR"
        case .smr: "SMR"
        case .seq: "SEQ"
        case .sseq: "SSEQ"
        case .sim: "SIM"
        }
    }

    /// What a concept asks.
    func meaning(_ concept: StabilityFinding.Concept) -> String {
        switch concept {
        case .nash: pick("nobody has a better move", "niemand hat einen besseren Zug")
        case .gmr:
            pick(
                "every better move can be answered", "jeder bessere Zug lässt sich beantworten")
        case .smr:
            pick(
                "… and there is no escape from the answer", "… und der Antwort ist nicht zu entkommen")
        case .seq:
            pick(
                "… by moves in the interest of those who answer", "… durch Züge im Interesse der Antwortenden"
            )
        case .sseq: pick("… and there is no escape", "… und es gibt kein Entkommen")
        case .sim:
            pick("simultaneous moves may spoil it", "gleichzeitige Züge können ihn verderben")
        }
    }

    func reading(_ reading: StabilityFinding.Reading) -> String? {
        switch reading {
        case .plain: nil
        case .unknownA, .unknownB, .unknownC, .unknownD:
            pick("unknown preferences, variant ", "unbekannte Vorlieben, Variante ") + reading.rawValue
        case .strong:
            pick("only strongly worse ends deter", "nur deutlich schlechtere Ausgänge schrecken ab")
        case .attitudes:
            pick("everybody heeds attitudes to others", "alle beachten Haltungen zueinander")
        }
    }

    /// A verdict as a sentence.
    ///
    /// - Parameters:
    ///   - verdict: The verdict.
    ///   - state: Where it is told.
    ///   - frame: For the names.
    ///   - inFull: Whether every improvement is told with its answer, not only the first.
    /// - Returns: Who stays or leaves, and why.
    func sentence(
        _ verdict: StabilityFinding.Verdict, in state: Int, _ frame: ConflictFrame, inFull: Bool = false
    ) -> String {
        let who = maker(verdict.maker, frame)
        switch verdict.reason {
        case .noMove:
            return pick("\(who) would stay: no move here.", "\(who): Verbleib, hier ist kein Zug möglich.")
        case .noBetterMove:
            return pick(
                "\(who) would stay: no better move.", "\(who): Verbleib, kein eigener Zug wäre besser.")
        case .undecided:
            return pick(
                "\(who): not decided, there are too many joint moves.",
                "\(who): nicht entschieden, zu viele gemeinsame Züge.")
        case .leaves(let target, let worst):
            return pick("\(who) would leave: ", "\(who): Weggang, ") + change(from: state, to: target, frame)
                + (verdict.deciding.map { wish($0, frame) } ?? "")
                + afterLeaving(verdict, target, worst, frame) + "."
        case .deterred(let deterrents):
            let shown = inFull ? deterrents : Array(deterrents.prefix(1))
            let told = shown.map { deterrent in
                change(from: state, to: deterrent.improved, frame)
                    + pick(" would be answered by ", " hätte zur Antwort: ")
                    + reply(deterrent.reply, after: deterrent.improved, frame)
                    + (deterrent.deciding.map { wish($0, frame) } ?? "")
            }.joined(separator: "; ")
            let rest = deterrents.count - shown.count
            let more =
                rest == 0
                ? ""
                : pick(
                    "; \(count(rest)) further \(rest == 1 ? "move is" : "moves are") answered, too",
                    "; auch \(count(rest)) weitere Züge werden beantwortet")
            return pick("\(who) would stay, deterred: ", "\(who): Verbleib, abgeschreckt: ") + told + more
                + "."
        }
    }

    private func afterLeaving(
        _ verdict: StabilityFinding.Verdict, _ target: Int, _ worst: StabilityFinding.Reply?,
        _ frame: ConflictFrame
    ) -> String {
        if verdict.concept == .nash { return "" }
        guard let worst else {
            switch verdict.concept {
            case .seq, .sseq:
                return pick(
                    "; no answer is in anybody's interest", "; keine Antwort liegt in jemandes Interesse")
            case .sim:
                return pick(
                    "; nothing done at the same time spoils it", "; nichts Gleichzeitiges verdirbt es")
            default: return pick("; nobody can answer", "; niemand kann antworten")
            }
        }
        return pick("; the worst answer does not deter: ", "; die schlimmste Antwort schreckt nicht ab: ")
            + reply(worst, after: target, frame, isVain: true)
    }

    /// The statement that decides for a move.
    private func wish(_ deciding: StabilityFinding.Deciding, _ frame: ConflictFrame) -> String {
        pick(" (wish \(deciding.slot)", " (Wunsch \(deciding.slot)")
            + (deciding.premise.map { ", \($0)" } ?? "") + ": \(preference(deciding.preference, frame)))"
    }

    /// A statement of preference in the names of the options.
    func preference(_ preference: StabilityModel.Preference, _ frame: ConflictFrame) -> String {
        let known = preference.isKnown ? "" : pick(" (or its opposite)", " (oder das Gegenteil)")
        return formula(preference.statement, NameBook(options: frame.options)) + known
            + (preference.isStrong ? pick(" (strongly)", " (stark)") : "")
    }

    /// What the others do, and the best counter-move where the concept asks for it; where the reply is vain that move is a way out.
    private func reply(
        _ reply: StabilityFinding.Reply, after start: Int, _ frame: ConflictFrame, isVain: Bool = false
    ) -> String {
        switch reply {
        case .joint(let joint):
            return pick("all others at once: ", "alle anderen zugleich: ") + self.state(joint, frame)
        case .sequence(let steps, let escape):
            let told = way(steps, from: start, frame)
            guard let escape, let end = steps.last?.state else { return told }
            let move = change(from: end, to: escape, frame)
            return told
                + (isVain
                    ? pick(" (best then: \(move))", " (danach am besten: \(move))")
                    : pick(" (even \(move) would not help then)", " (selbst \(move) hülfe dann nicht)"))
        }
    }

    /// A sequence of moves, as `Russia dropping “…”, then …`; of a joint move it says who does what.
    func way(_ steps: [StabilityFinding.Step], from start: Int, _ frame: ConflictFrame) -> String {
        var here = start
        return steps.map { step in
            defer { here = step.state }
            guard step.movers.count > 1, !frame.isGraph else {
                return list(step.movers.map { maker($0, frame) }) + " "
                    + change(from: here, to: step.state, frame)
            }
            let parts = step.movers.compactMap { mover -> String? in
                let own = frame.mask(of: mover)
                let end = here & ~own | step.state & own
                return end == here ? nil : "\(maker(mover, frame)) (\(change(from: here, to: end, frame)))"
            }
            return list(parts) + (parts.count > 1 ? pick(" together", " gemeinsam") : "")
        }.joined(separator: pick(", then ", ", dann "))
    }

    func sentence(_ warning: StabilityFinding.Warning, _ frame: ConflictFrame) -> String {
        switch warning {
        case .deadStatement(let statement): return sentence(statement, frame)
        case .unrankedOption(let id):
            return pick(
                "Nobody's preferences speak of \(quoted(option(id, frame))); it only multiplies the outcomes.",
                "Niemandes Vorlieben sprechen von \(quoted(option(id, frame))); das vervielfacht nur die Ausgänge."
            )
        case .neverReacts(let index):
            return pick(
                "\(maker(index, frame)): nowhere a better move, the verdict is the same everywhere.",
                "\(maker(index, frame)): nirgends ein besserer Zug, das Urteil ist überall gleich.")
        case .noMove(let index, let states):
            return pick(
                "\(maker(index, frame)): no move at all in \(count(states, ("state", ""), ("states", ""))); stays there whatever it wants.",
                "\(maker(index, frame)): gar kein Zug in \(count(states, ("", "Zustand"), ("", "Zuständen"))); bleibt dort, was immer es will."
            )
        case .rankingInForce(let index):
            return pick(
                "\(maker(index, frame)): the ranking is in force, the wishes are only kept.",
                "\(maker(index, frame)): es gilt die Rangfolge, die Wünsche sind nur aufbewahrt.")
        }
    }

    func sentence(_ statement: StabilityFinding.IdleStatement, _ frame: ConflictFrame) -> String {
        let which =
            "\(maker(statement.maker, frame)), \(pick("wish", "Wunsch")) \(statement.slot) (\(preference(statement.preference, frame))):"
        switch statement.reason {
        case .always(true):
            return pick(
                "\(which) true wherever anything can be, no effect.", "\(which) überall wahr, ohne Wirkung.")
        case .always(false):
            return pick(
                "\(which) false wherever anything can be, no effect.",
                "\(which) überall falsch, ohne Wirkung.")
        case .repeats(let slot):
            return pick(
                "\(which) repeats wish \(slot), no effect.",
                "\(which) wiederholt Wunsch \(slot), ohne Wirkung.")
        case .changesNothing:
            return pick("\(which) changes no verdict.", "\(which) ändert kein Urteil.")
        }
    }

    /// A pattern in words: what is taken, what is not, what may be either way.
    func pattern(_ pattern: StabilityFinding.Pattern, _ frame: ConflictFrame) -> String {
        func names(_ ids: [String]) -> String {
            ids.map { quoted(option($0, frame)) }.joined(separator: ", ")
        }
        if pattern.taken.isEmpty, pattern.notTaken.isEmpty, pattern.open.isEmpty {
            return pick("the only state", "der einzige Zustand")
        }
        return [
            pattern.taken.isEmpty ? nil : pick("taken: ", "gewählt: ") + names(pattern.taken),
            pattern.notTaken.isEmpty ? nil : pick("not taken: ", "nicht gewählt: ") + names(pattern.notTaken),
            pattern.open.isEmpty ? nil : pick("either way: ", "so oder so: ") + names(pattern.open),
        ].compactMap { $0 }.joined(separator: "; ")
    }

    /// The dilemmas of one side, one sentence for each kind and, where it is about a move, for each other side.
    func dilemmas(of maker: Int, _ confrontation: StabilityFinding.Confrontation, _ frame: ConflictFrame)
        -> [String]
    {
        let own = confrontation.dilemmas.filter { $0.maker == maker }
        func others(_ kind: StabilityFinding.Dilemma.Kind) -> String? {
            let names = own.filter { $0.kind == kind }.compactMap(\.other).map { self.maker($0, frame) }
            return names.isEmpty ? nil : list(names)
        }
        let threats = own.filter { $0.kind == .threat }.map {
            pick(
                "Threat: better for it than going on as today would be ",
                "Drohung: besser als Weitermachen wie heute wäre ")
                + change(from: confrontation.fallback, to: $0.state, frame) + "."
        }
        let deterrence = others(.deterrence).map {
            pick(
                "Deterrence: going on as today does not press \($0) to accept this.",
                "Abschreckung: Weitermachen wie heute drängt \($0) nicht, dies anzunehmen.")
        }
        let inducement = others(.inducement).map {
            pick(
                "Inducement: the favourite of \($0) is no worse for it than going on as today.",
                "Verlockung: das Liebste von \($0) ist nicht schlechter als Weitermachen wie heute.")
        }
        let trust = own.filter { $0.kind == .trust }.map {
            pick("Trust: this would be left by ", "Vertrauen: dies verließe ")
                + self.maker($0.other ?? 0, frame) + " ("
                + change(from: confrontation.positions[maker], to: $0.state, frame) + ")."
        }
        return threats + [deterrence, inducement].compactMap { $0 } + trust
    }

    /// What a side likes best, in the options that its wishes speak of; the others are as today.
    func favourite(of maker: Int, _ confrontation: StabilityFinding.Confrontation, _ frame: ConflictFrame)
        -> String
    {
        let state = confrontation.positions[maker]
        let ids = confrontation.relevant[maker]
        let known = frame.options.enumerated().filter { ids.contains($1.id) }
        let taken = known.filter { state >> $0.offset & 1 == 1 }.map { quoted(option($0.element)) }
        let dropped = known.filter { state >> $0.offset & 1 == 0 }.map { quoted(option($0.element)) }
        return [
            taken.isEmpty ? nil : list(taken),
            dropped.isEmpty ? nil : pick("without ", "ohne ") + list(dropped),
        ].compactMap { $0 }.joined(separator: "; ")
    }

    func sentence(_ hinge: StabilityFinding.DirectionHinge, _ frame: ConflictFrame) -> String {
        let (who, what) = (maker(hinge.maker, frame), quoted(option(hinge.option, frame)))
        let condition =
            hinge.isOneWay
            ? pick("If \(what) could not be taken back", "Wäre \(what) nicht rückgängig zu machen")
            : pick("If \(what) could go both ways", "Ginge \(what) in beide Richtungen")
        return condition
            + (hinge.wouldStay
                ? pick(", \(who) would stay.", ", dann Verbleib: \(who).")
                : pick(", \(who) would leave.", ", dann Weggang: \(who)."))
    }

    /// What is wrong with a model, and what to do about it.
    func problem(_ problem: ModelProblem, _ place: Place) -> String {
        let (what, hint) = texts(problem)
        return (problem.isAsked ? "" : "\(place): ") + pick("error: ", "Fehler: ") + what + "\n    "
            + pick("hint: ", "Hinweis: ")
            + hint
    }

    /// The same in a clause, for a place inside an answer.
    func problem(_ problem: ModelProblem) -> String { texts(problem).0 }

    private func texts(_ problem: ModelProblem) -> (String, String) {
        switch problem {
        case .noDecisionMakers:
            return (
                pick("the model has no decision makers", "das Modell hat keine Entscheidungsträger"),
                pick(
                    "write at least one under 'decisionMakers'",
                    "unter „decisionMakers“ mindestens einen nennen")
            )
        case .nothingFeasible:
            return (
                pick(
                    "the rules under 'infeasible' leave no state",
                    "die Regeln unter „infeasible“ lassen keinen Zustand übrig"),
                pick("take out or narrow a rule", "eine Regel streichen oder enger fassen")
            )
        case .statusQuoInfeasible(let options):
            return (
                pick("the status quo cannot be: ", "der Status quo kann nicht sein: ") + named(options),
                pick(
                    "change 'statusQuo' or the rule that forbids it",
                    "„statusQuo“ ändern oder die Regel, die ihn verbietet")
            )
        case .noPreferences(let makers):
            return (
                pick(
                    "no preferences are known of: \(list(makers))",
                    "keine Vorlieben bekannt von: \(list(makers))"),
                pick(
                    "ask from a perspective that gives them ('--perspective all' asks every one), or write 'preferences: indifferent'",
                    "aus einer Sichtweise fragen, die sie angibt („--perspective all“ fragt alle), oder „preferences: indifferent“ schreiben"
                )
            )
        case .rankingNamesUnknown(let maker, let name):
            return (
                pick(
                    "the ranking of '\(maker)' names '\(name)', which is no state",
                    "die Rangfolge von „\(maker)“ nennt „\(name)“, das ist kein Zustand"),
                pick(
                    "ordinals number the feasible states from 1; in graph form states are named",
                    "Ordnungszahlen zählen die möglichen Zustände ab 1; in Graphform stehen Namen")
            )
        case .rankingRepeats(let maker, let name):
            return (
                pick(
                    "the ranking of '\(maker)' names '\(name)' twice",
                    "die Rangfolge von „\(maker)“ nennt „\(name)“ zweimal"),
                pick("every state stands in one place", "jeder Zustand steht an einer Stelle")
            )
        case .rankingMisses(let maker, let names, let number):
            return (
                pick(
                    "the ranking of '\(maker)' misses \(count(number)) of the states: \(list(names))",
                    "in der Rangfolge von „\(maker)“ fehlen \(count(number)) Zustände: \(list(names))"),
                pick(
                    "give them a place; tied states stand in one inner list",
                    "ihnen einen Platz geben; gleichrangige stehen in einer inneren Liste")
            )
        case .classNotConstant(let maker, let first, let second):
            return (
                pick(
                    "'\(maker)' does not rank alike two patterns that count as one state: \(named(first)) and \(named(second))",
                    "„\(maker)“ reiht zwei Muster verschieden, die als ein Zustand gelten: \(named(first)) und \(named(second))"
                ),
                pick(
                    "narrow the class or change the preferences",
                    "die Klasse enger fassen oder die Vorlieben ändern")
            )
        case .weightNotExact(let maker, let option):
            return (
                pick(
                    "the weight of '\(option)' for '\(maker)' is a range",
                    "das Gewicht von „\(option)“ für „\(maker)“ ist eine Spanne"),
                pick(
                    "sums can only be ordered if weights are exact numbers",
                    "Summen lassen sich nur ordnen, wenn Gewichte genaue Zahlen sind")
            )
        case .strongBelowMild(let maker, let slot):
            return (
                pick(
                    "statement \(slot) of '\(maker)' is strong and stands below a mild one",
                    "Satz \(slot) von „\(maker)“ ist stark und steht unter einem milden"),
                pick("strong statements come first", "starke Sätze stehen zuerst")
            )
        case .tooLarge(let options, let bytes, let limit):
            return (
                pick(
                    "\(count(options)) options are too many: the answer would need \(count(bytes)) bytes, the limit is \(count(limit))",
                    "\(count(options)) Optionen sind zu viele: die Antwort brauchte \(count(bytes)) Byte, die Grenze ist \(count(limit))"
                ),
                pick(
                    "mark some options 'modelled: false'",
                    "einige Optionen mit „modelled: false“ kennzeichnen")
            )
        case .tooLargeForTables(let states, let limit):
            return (
                pick(
                    "\(count(states)) states are too many for this question: it keeps a table of states per state, up to \(count(limit))",
                    "\(count(states)) Zustände sind zu viele für diese Frage: sie hält je Zustand eine Tafel von Zuständen, bis \(count(limit))"
                ),
                pick(
                    "ask without it, or take options out of the model",
                    "ohne sie fragen oder Optionen aus dem Modell nehmen")
            )
        case .stateInfeasible(let options, let rules):
            return (
                pick("the state cannot be: ", "der Zustand kann nicht sein: ") + named(options)
                    + (rules.isEmpty
                        ? ""
                        : pick(" (excluded by \(list(rules)))", " (ausgeschlossen durch \(list(rules)))")),
                pick("name another state", "einen anderen Zustand nennen")
            )
        case .unknownState(let name, let nearest):
            return (
                pick("nothing of the model is called '\(name)'", "nichts im Modell heißt „\(name)“"),
                nearest.map { pick("did you mean '\($0)'?", "gemeint „\($0)“?") }
                    ?? pick(
                        "write the ids of the options taken, separated by commas, or 'none'; or the decimal of the state",
                        "die Kennungen der gewählten Optionen, durch Komma getrennt, oder „none“; oder die Zahl des Zustands"
                    )
            )
        case .unknownDecisionMaker(let name, let nearest):
            return (
                pick("there is no decision maker '\(name)'", "es gibt keinen Entscheidungsträger „\(name)“"),
                nearest.map { pick("did you mean '\($0)'?", "gemeint „\($0)“?") }
                    ?? pick("see 'decisionMakers'", "siehe „decisionMakers“")
            )
        case .needsOptions:
            return (
                pick(
                    "simultaneous stability is not defined for named states, classes and other readings",
                    "simultane Stabilität ist für benannte Zustände, Klassen und andere Lesarten nicht erklärt"
                ),
                pick("ask for another concept", "nach einem anderen Begriff fragen")
            )
        case .needsPlainReading:
            return (
                pick(
                    "coalitions and preferences that would do are looked for among plain orders only",
                    "Koalitionen und Vorlieben, die genügten, werden nur unter einfachen Rangordnungen gesucht"
                ),
                pick(
                    "leave out '--unknown', '--strength' and '--attitudes'",
                    "„--unknown“, „--strength“ und „--attitudes“ weglassen")
            )
        case .needsSequences:
            return (
                pick(
                    "'--inverse' is not answered for simultaneous stability",
                    "„--inverse“ wird für simultane Stabilität nicht beantwortet"),
                pick("name another concept with '--concept'", "mit „--concept“ einen anderen Begriff nennen")
            )
        case .reshapedTwice(let maker):
            return (
                pick(
                    "'\(maker)' is merged or split twice",
                    "„\(maker)“ wird zweimal zusammengelegt oder geteilt"),
                pick("name each decision maker once", "jeden Entscheidungsträger einmal nennen")
            )
        case .notItsOption(let option, let maker, let own):
            return (
                pick("'\(option)' is no option of '\(maker)'", "„\(option)“ ist keine Option von „\(maker)“"),
                pick("its options: ", "seine Optionen: ") + list(own)
            )
        }
    }

    private func named(_ options: [String]) -> String {
        quoted(options.isEmpty ? "none" : options.joined(separator: ","))
    }
}

extension ModelProblem {
    /// Whether it is about what was asked, not about the model.
    fileprivate var isAsked: Bool {
        switch self {
        case .unknownState, .unknownDecisionMaker, .stateInfeasible, .needsOptions, .needsPlainReading,
            .notItsOption, .needsSequences, .reshapedTwice:
            true
        default: false
        }
    }
}
