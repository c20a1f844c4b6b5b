import CaseModel
import Findings
import Numbers

extension Words {
    func name(_ kind: FunnelFinding.Kind) -> String {
        switch kind {
        case .feasible: pick("feasible", "machbar")
        case .lawful: pick("lawful", "zulässig")
        case .acceptable: pick("acceptable", "annehmbar")
        case .ratifiable: pick("ratifiable", "ratifizierbar")
        case .ordered: pick("order that holds", "haltbare Reihenfolge")
        case .credible: pick("promise that deters", "abschreckende Zusage")
        }
    }

    /// Where something stops, or that it passes all.
    func stop(_ kind: FunnelFinding.Kind?) -> String {
        kind.map { name($0) } ?? pick("passes", "besteht")
    }

    func sentence(_ reason: FunnelFinding.Reason) -> String {
        switch reason {
        case .rules(let rules):
            rules.isEmpty
                ? pick(
                    "no completion keeps all rules at once", "keine Ergänzung hält alle Regeln zugleich ein")
                : list(rules.map { self($0.name).isEmpty ? $0.id : self($0.name) })
        case .parties(let parties):
            parties.isEmpty
                ? pick(
                    "each could be satisfied, but not all at once",
                    "jede Partei ließe sich zufriedenstellen, aber nicht alle zugleich")
                : pick("no completion satisfies ", "keine Ergänzung genügt: ")
                    + list(parties.map { self($0.name) })
        case .steps(let blockers):
            blockers.isEmpty
                ? pick("no order of its steps holds", "keine Reihenfolge seiner Schritte hält")
                : list(blockers.prefix(3).map { blocker($0) })
        case .promise:
            pick(
                "no completion holds a promise that deters",
                "keine Ergänzung enthält eine abschreckende Zusage")
        }
    }

    private func blocker(_ one: FunnelFinding.Blocker) -> String {
        one.cheats
            ? pick(
                "\(one.actor) would cheat at “\(one.step)”", "\(one.actor) würde bei „\(one.step)“ täuschen")
            : pick(
                "\(one.actor) would stop before “\(one.step)”",
                "\(one.actor) würde vor „\(one.step)“ aufhören")
    }
}
