import CaseModel
import Numbers

extension Words {
    /// What a setting sets, as a person would point at it.
    func target(_ target: Setting.Target) -> String {
        switch target {
        case .preference(let dm, let slot):
            pick("preference of \(dm) in slot \(slot)", "Präferenz von \(dm) auf Platz \(slot)")
        case .weight(let issue, let party):
            pick("weight of \(issue) for \(party)", "Gewicht von \(issue) für \(party)")
        case .value(let issue, let alternative, let party):
            pick(
                "value of \(issue) = \(alternative) for \(party)",
                "Wert von \(issue) = \(alternative) für \(party)")
        case .reservation(let party): pick("reservation of \(party)", "Nichteinigungswert von \(party)")
        case .parameter(let name): pick("parameter \(name)", "Parameter \(name)")
        case .forecast(let field, let actor, let axis):
            "\(name(field)) \(pick("of", "von")) \(actor)"
                + (axis.map { " \(pick("on", "auf")) \($0)" } ?? "")
        case .feasibility(let id): pick("feasibility rule \(id)", "Machbarkeitsregel \(id)")
        case .linkage(let id): pick("linkage \(id)", "Junktim \(id)")
        case .rule(let id): pick("rule of ratification \(id)", "Ratifikationsregel \(id)")
        case .step(let value, let step, let actor):
            "\(name(value)) \(pick("of step \(step) for \(actor)", "von Schritt \(step) für \(actor)"))"
        case .direction(let option): pick("direction of option \(option)", "Richtung der Option \(option)")
        case .statusQuo: pick("status quo", "Status quo")
        case .circumstance(let issue): pick("circumstance \(issue)", "Umstand \(issue)")
        }
    }

    private func name(_ field: Setting.Forecast) -> String {
        switch field {
        case .position: pick("position", "Position")
        case .salience: pick("salience", "Salienz")
        case .capability: pick("capability", "Fähigkeit")
        }
    }

    private func name(_ value: Setting.StepValue) -> String {
        switch value {
        case .gives: pick("gain", "Nutzen")
        case .costs: pick("cost", "Kosten")
        case .temptation: pick("temptation", "Versuchung")
        }
    }

    /// What a setting puts there.
    func content(_ content: Setting.Content) -> String {
        switch content {
        case .preference(_, _, let formula): "\(formula)"
        case .weight(_, _, let number), .value(_, _, _, let number), .parameter(_, let number),
            .forecast(_, _, _, let number), .step(_, _, _, let number), .reservation(_, .utility(let number)):
            numbers.text(number)
        case .reservation(_, .package): "\(content)"
        case .forbid(_, let formula): pick("forbidden when \(formula)", "verboten, wenn \(formula)")
        case .allow: pick("allowed", "erlaubt")
        case .linkage(_, let state): self.state(state)
        case .rule(_, .asWritten): pick("as written", "wie geschrieben")
        case .rule(_, .off): pick("off", "außer Kraft")
        case .rule(_, .passes(let number)):
            pick("passes \(numbers.text(number))", "geht durch \(numbers.text(number))")
        case .direction(_, .forward): pick("only from no to yes", "nur von Nein zu Ja")
        case .direction(_, .backward): pick("only from yes to no", "nur von Ja zu Nein")
        case .direction(_, .both): pick("both ways", "in beide Richtungen")
        case .statusQuo(let options): options.joined(separator: ", ")
        case .circumstance(_, let alternative): alternative
        }
    }

    private func state(_ state: Linkage.State) -> String {
        switch state {
        case .on: pick("on", "in Kraft")
        case .off: pick("off", "außer Kraft")
        case .hard: pick("hard", "zwingend")
        case .bonus(let number): pick("bonus \(numbers.text(number))", "Zuschlag \(numbers.text(number))")
        case .penalty(let number): pick("penalty \(numbers.text(number))", "Abzug \(numbers.text(number))")
        }
    }

    /// The kind of a thing that rests on something.
    func kind(_ kind: Item.Kind) -> String {
        switch kind {
        case .actor: pick("actor", "Akteur")
        case .aim: pick("aim", "Ziel")
        case .number: pick("number", "Zahl")
        case .issue: pick("issue", "Gegenstand")
        case .rule: pick("rule", "Regel")
        case .statement: pick("statement", "Aussage")
        case .term: pick("term", "Bestimmung")
        case .point: pick("point", "Punkt")
        case .draft: pick("draft", "Entwurf")
        case .telling: pick("telling", "Darstellung")
        case .linkage: pick("linkage", "Junktim")
        case .clause: pick("clause", "Klausel")
        case .guarantee: pick("guarantee", "Garantie")
        case .body: pick("body", "Organ")
        case .step: pick("step", "Schritt")
        case .money: pick("money", "Geldbetrag")
        case .stance: pick("stance", "Haltung")
        case .question: pick("question", "Frage")
        case .norm: pick("norm", "Norm")
        case .option: pick("option", "Option")
        case .indicator: pick("indicator", "Kennzahl")
        case .prediction: pick("prediction", "Vorhersage")
        case .premise: pick("premise", "Prämisse")
        case .assumption: pick("assumption", "Annahme")
        case .inference: pick("inference", "Schluss")
        case .conclusion: pick("conclusion", "Schlussfolgerung")
        case .preference: pick("preference", "Präferenz")
        case .game: pick("game", "Spiel")
        }
    }
}
