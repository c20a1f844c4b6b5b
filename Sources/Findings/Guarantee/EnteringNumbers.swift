import CaseModel

extension GameModel {
    /// The places of the parameters that enter with these alternatives.
    func entering(_ chosen: [Int]) -> [Int] {
        var names: Set<String> = []
        switch body {
        case .tree(let root):
            for node in root.all {
                switch node {
                case .payoff(let payoffs, _): names.formUnion(payoffs.values.flatMap(\.parameters))
                case .chance(_, let branches):
                    names.formUnion(branches.compactMap(\.probability).flatMap(\.parameters))
                case .decision: break
                }
            }
        case .table(_, let payoffs): names.formUnion(payoffs.joined().flatMap(\.parameters))
        case .template(let template): names.formUnion(template.parameters)
        case .file: break
        }
        for (given, place) in zip(givens, chosen) {
            for (name, value) in given.alternatives[place].values where names.contains(name) {
                names.formUnion(value.parameters)
            }
        }
        return parameters.indices.filter { names.contains(parameters[$0].name) }
    }
}

extension GuaranteeFinding.Grounding {
    /// Counts what numbers rest on: a number that a premise puts there is read from its passage, not quoted.
    init(_ bases: [Basis]) {
        for basis in bases {
            if basis.kind == .uncited {
                uncited += 1
            } else if basis.citations.isEmpty {
                own += 1
            } else if basis.isOwn || basis.premise != nil {
                orderRead += 1
            } else {
                quoted += 1
            }
        }
    }
}
