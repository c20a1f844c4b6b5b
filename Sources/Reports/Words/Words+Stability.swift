import CaseModel
import Findings
import Numbers

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

    /// What one decision maker has to like no less, or more, than some other states.
    func sentence(_ wishes: [StabilityFinding.Wish], _ frame: ConflictFrame) -> String {
        let wish = wishes[0]
        let others =
            wishes.count > 3
            ? pick(
                "any of \(count(wishes.count)) states to which it can move",
                "jeden von \(count(wishes.count)) Zuständen, zu denen es ziehen kann")
            : wishes.map { "[\(state($0.worse, frame))]" }.joined(separator: ", ")
        return maker(wish.maker, frame)
            + (wish.isStrict
                ? pick(" prefers ", " zieht vor: ") : pick(" likes no less ", " schätzt nicht weniger: "))
            + "[\(state(wish.better, frame))]"
            + (wish.isStrict ? pick(" to ", " vor ") : pick(" than ", " als ")) + others
    }

    /// What a conclusion says, and what it expects of the state that it names.
    func sentence(_ claim: StabilityFinding.Claim) -> String {
        let who = claim.makers.isEmpty ? "" : " (\(claim.makers.joined(separator: ", ")))"
        let expects =
            claim.expectsStaying
            ? pick("expected to last", "erwartet: Bestand")
            : pick("expected not to last", "erwartet: kein Bestand")
        return "\(claim.conclusion): \(self(claim.text)) – \(expects)\(who)"
    }

    func mixes(_ table: StabilityFinding.AuthorTable) -> String {
        pick(
            "Everybody stays in \(numbers.text(table.lastingMixes)) of \(numbers.text(table.mixes)) mixes of authors.",
            "Alle bleiben in \(numbers.text(table.lastingMixes)) von \(numbers.text(table.mixes)) Mischungen der Verfasser."
        )
    }

    func wish(_ preference: StabilityModel.Preference?, _ frame: ConflictFrame) -> String {
        preference.map { self.preference($0, frame) } ?? "–"
    }

    /// Who stays and who leaves, in one line.
    func who(_ outlook: StabilityFinding.Outlook, _ frame: ConflictFrame) -> String {
        let leaving = outlook.reading.verdicts.flatMap { $0 }.filter { $0.isStable == false }
        if leaving.isEmpty { return pick("lasts", "hat Bestand") }
        return pick("would be left by: ", "nicht bleiben: ") + list(leaving.map { maker($0.maker, frame) })
    }

    func cell(_ cell: StabilityFinding.Cell) -> String {
        switch cell {
        case .stays: pick("stays", "bleibt")
        case .leaves: pick("leaves", "geht")
        case .excluded: pick("excluded", "ausgeschlossen")
        case .notAnswerable: "–"
        }
    }

    /// The fewest changed wishes; `nil` where there are none to change.
    func sentence(_ edits: StabilityFinding.Edits, _ frame: ConflictFrame) -> String? {
        switch edits {
        case .found(let list):
            pick("fewest changed wishes: ", "am wenigsten geänderte Wünsche: ")
                + list.map { edit($0, frame) }.joined(separator: "; ")
        case .notEnough: pick("two changed wishes are not enough", "zwei geänderte Wünsche genügen nicht")
        case .undecided:
            pick(
                "whether two changed wishes would do was not decided",
                "ob zwei geänderte Wünsche genügten, blieb unentschieden")
        case .noStatements: nil
        }
    }

    func edit(_ edit: StabilityFinding.Edit, _ frame: ConflictFrame) -> String {
        let what = "\(edit.slot) (\(preference(edit.preference, frame)))"
        switch edit.kind {
        case .dropped: return pick("leave out \(what)", "\(what) weglassen")
        case .negated: return pick("turn \(what) into its opposite", "\(what) ins Gegenteil verkehren")
        case .first: return pick("put \(what) first", "\(what) an die erste Stelle")
        case .last: return pick("put \(what) last", "\(what) an die letzte Stelle")
        }
    }
}
