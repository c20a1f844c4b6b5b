import CaseModel
import Findings
import Numbers

extension Words {
    /// "2 325", "about 4.4 · 10^9 (between … and …)"
    func packages(_ count: PackagesFinding.Count) -> String {
        switch count {
        case .exact(let number): size(number)
        case .unknown: pick("not counted", "nicht gezählt")
        case .estimate(let number, let range):
            pick("about ", "etwa ") + size(number.rounded) + " ("
                + pick("between ", "zwischen ") + size(range.low.floor) + pick(" and ", " und ")
                + size(-(-range.high).floor) + ")"
        }
    }

    /// A whole number of any size.
    func size(_ number: Rational) -> String {
        if let small = number.exactInt { return count(small) }
        let digits = "\(number)".count
        let head = numbers.text(number / Rational(10).power(digits - 1), places: 2)
        return head + " · 10^\(digits - 1)"
    }

    func utility(_ value: Rational) -> String { numbers.text(value, places: 3) }

    func utility(_ value: Interval) -> String {
        value.isPoint ? utility(value.low) : utility(value.low) + "–" + utility(value.high)
    }

    /// What is given up: nothing, so much, or from so much to so much.
    func loss(_ loss: Interval) -> String {
        if loss.high == 0 { return "–" }
        let most = "−" + utility(loss.high)
        return loss.isPoint
            ? most : (loss.low == 0 ? "0" : "−" + utility(loss.low)) + pick(" to ", " bis ") + most
    }

    /// The alternatives of a package by name, in the order of the issues.
    func package(_ package: PackagesFinding.Package, _ issues: [Agenda.Issue]) -> String {
        package.choices.map { choice in alternative(choice.issue, choice.alternative, issues) }
            .joined(separator: "; ")
    }

    func alternative(_ issue: String, _ alternative: String, _ issues: [Agenda.Issue]) -> String {
        let known = issues.first { $0.id == issue }
        let name = known?.alternatives.first { $0.id == alternative }.map { self($0.name) } ?? ""
        return name.isEmpty ? alternative.split(separator: "-").joined(separator: " ") : name
    }

    func issue(_ id: String, _ issues: [Agenda.Issue]) -> String {
        issues.first { $0.id == id }.map { self($0.name) } ?? id
    }

    func name(_ kind: PackagesFinding.RuleKind) -> String {
        switch kind {
        case .combination: pick("impossible combination", "unmögliche Verbindung")
        case .linkage: pick("linkage", "Junktim")
        case .norm: pick("norm", "Norm")
        case .redLine: pick("red line", "rote Linie")
        case .before: pick("law before weight", "Recht vor Gewicht")
        }
    }

    func name(_ gate: PackagesFinding.Gate) -> String {
        switch gate {
        case .feasible: pick("feasible", "machbar")
        case .lawful: pick("lawful by the norms invoked", "zulässig nach den angerufenen Normen")
        case .redLines: pick("no red line crossed", "keine rote Linie überschritten")
        case .acceptable: pick("acceptable to all", "annehmbar für alle")
        }
    }

    func name(_ rule: PackagesFinding.SolutionRule) -> String {
        switch rule {
        case .nash: pick("Nash", "Nash")
        case .kalaiSmorodinsky: "Kalai–Smorodinsky"
        case .egalitarian: pick("egalitarian", "egalitär")
        case .utilitarian: pick("utilitarian", "utilitaristisch")
        case .relativeUtilitarian: pick("relative utilitarian", "relativ utilitaristisch")
        case .equalLoss: pick("equal loss", "gleicher Verlust")
        case .fallback: pick("fallback bargaining", "Rückfallverfahren")
        }
    }

    /// By which conventions points were picked, where they are not the usual ones.
    func conventions(_ used: PackagesFinding.Conventions) -> String {
        let d =
            switch used.disagreement {
            case .reservation: pick("the reservations", "die Nichteinigungswerte")
            case .minimum:
                pick("each party's worst allowed package", "das schlechteste erlaubte Paket jeder Partei")
            case .zero: pick("zero", "null")
            }
        let ideal =
            used.ideal == .acceptable
            ? pick("best acceptable package", "bestes annehmbares Paket")
            : pick("best allowed package", "bestes erlaubtes Paket")
        let weights = used.nashWeights.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return pick("conventions: ", "Festlegungen: ")
            + [
                pick("no agreement is \(d)", "Nichteinigung ist \(d)"),
                pick("ideal: \(ideal)", "Ideal: \(ideal)"), "Kalai–Smorodinsky: \(used.ks.rawValue)",
                weights.isEmpty
                    ? ""
                    : pick("weights in Nash's product: ", "Gewichte im Produkt von Nash: ") + list(weights),
            ].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    func over(_ over: PackagesFinding.Conventions.Over) -> String {
        switch over {
        case .feasible: pick("feasible and lawful packages", "machbaren und zulässigen Pakete")
        case .allowed: pick("lawful packages without red lines", "zulässigen Pakete ohne rote Linien")
        case .acceptable: pick("packages acceptable to all", "für alle annehmbaren Pakete")
        }
    }

    func sentence(_ one: PackagesFinding.BreakEven, isWithheld: Bool) -> String {
        let name = pick("Break-even, ", "Schwelle, ") + (one.label.map { self($0) } ?? one.parameter)
        return switch one.answer {
        case .always:
            pick(
                "\(name) (\(one.parameter)): something is acceptable even at the low end of its range",
                "\(name) (\(one.parameter)): schon am unteren Ende der Spanne ist etwas annehmbar")
        case .never:
            pick(
                "\(name) (\(one.parameter)): nothing is acceptable even at the high end of its range",
                "\(name) (\(one.parameter)): selbst am oberen Ende der Spanne ist nichts annehmbar")
        case .from where isWithheld:
            pick(
                "\(name) (\(one.parameter)): something is acceptable from some value of its range on (which is internal)",
                "\(name) (\(one.parameter)): annehmbar ist etwas ab einem Wert der Spanne (welcher, ist intern)"
            )
        case .from(let value):
            pick(
                "\(name) (\(one.parameter)): something is acceptable from \(threshold(value)) on",
                "\(name) (\(one.parameter)): annehmbar ist etwas ab \(threshold(value))")
        case .undecided:
            pick("\(name) (\(one.parameter)): not decided", "\(name) (\(one.parameter)): nicht entschieden")
        }
    }

    /// A number in decimals if that is exact, else as a fraction and about.
    private func threshold(_ value: Rational) -> String {
        (value * 1000).isInteger
            ? utility(value) : "\(value) (" + pick("about ", "etwa ") + utility(value) + ")"
    }

    func sign(_ sign: PackagesFinding.BaselineGain.Sign) -> String {
        switch sign {
        case .gains: pick("gains for every number in the ranges", "gewinnt für alle Zahlen in den Spannen")
        case .loses: pick("loses for every number in the ranges", "verliert für alle Zahlen in den Spannen")
        case .neither: pick("neither", "weder noch")
        case .hangsOnNumbers: pick("hangs on the numbers", "hängt an den Zahlen")
        }
    }

    /// How many packages decide a conclusion; none are counted where its condition is not decided here.
    func ground(_ one: PackagesFinding.ConclusionAnswer) -> String {
        let under = one.under.map { pick("under ", "unter ") + "\($0)" } ?? ""
        if one.reason == .otherIssues { return under }
        return (under.isEmpty ? "" : under + ": ") + packages(one.acceptable)
            + pick(" acceptable", " annehmbar")
    }

    func verdict(_ one: PackagesFinding.ConclusionAnswer) -> String {
        switch (one.holds, one.reason) {
        case (_, .byRules): pick("holds by rule alone", "gilt allein durch Regeln")
        case (true?, _): pick("borne out", "gestützt")
        case (false?, _): pick("not borne out", "nicht gestützt")
        case (nil, .otherIssues): pick("not decided: other issues", "offen: andere Gegenstände")
        case (nil, _): pick("says nothing: nothing is acceptable", "besagt nichts: nichts ist annehmbar")
        }
    }
}

extension Rational {
    /// The nearest whole number.
    fileprivate var rounded: Rational { (self + Rational(1, over: 2)).floor }

    fileprivate func power(_ exponent: Int) -> Rational {
        (0..<exponent).reduce(.one) { power, _ in power * self }
    }
}
