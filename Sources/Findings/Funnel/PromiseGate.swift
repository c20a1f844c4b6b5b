import CaseModel
import Engines
import Numbers

/// Which packages hold a promise that could deter, as far as the games of the design by clause answer it.
struct PromiseGate {
    /// Excludes packages whose promise deters in none of the games even with every lever pulled as far as they allow; `nil` if
    /// no game says what the issues of the package do to a promise.
    let rule: PackageRule?
    let bases: [(basis: Basis, place: Place)]

    init(_ view: View, _ frame: PackageFrame) {
        let models = view.case.games.filter { $0.isTemplate(.clauses) && !$0.pulls.isEmpty }
        let pulling = Set(models.flatMap(\.pulls).map(\.issue))
        let scope = frame.issues.indices.filter { pulling.contains(frame.issues[$0].id) }
        let desks = models.compactMap { model in
            (try? DesignDesk(model, view, GuaranteeFinding.Choices())).map { (model, $0) }
        }
        guard !scope.isEmpty, !desks.isEmpty, desks.count == models.count else {
            (rule, bases) = (nil, [])
            return
        }
        let cells = scope.reduce(1) { $0 * frame.space.alternatives[$1] }
        let bites = (0..<cells).map { cell -> Bool in
            var (rest, chosen) = (cell, [String: String]())
            for place in scope.reversed() {
                let count = frame.space.alternatives[place]
                chosen[frame.issues[place].id] = frame.issues[place].alternatives[rest % count].id
                rest /= count
            }
            return desks.allSatisfy { model, desk in desk.cannotDeter(chosen, model.pulls) }
        }
        let pulls = models.flatMap(\.pulls).filter { pull in
            scope.contains { frame.issues[$0].id == pull.issue }
        }
        rule = PackageRule(
            id: models.map(\.id).joined(separator: ", "), name: models.first?.name ?? Label(),
            kind: .excludes(.combination, party: nil), basis: models.first?.basis ?? Basis(),
            place: models[0].place, terms: bites.contains(true) ? [(scope, bites)] : [])
        bases =
            pulls.map { ($0.basis, $0.place) }
            + models.flatMap { model in model.parameters.map { ($0.held.basis, $0.held.place) } }
    }
}
