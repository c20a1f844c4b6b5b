extension Case {
    /// Puts the content of a setting in its place; `false` if the case has no such place, and then nothing changes.
    ///
    /// The basis tells which premise put it there, so that an answer can name the premise and its passage.
    mutating func apply(_ setting: Setting, basis: Basis) -> Bool {
        let place = setting.place
        switch setting.content {
        case .preference(let dm, let slot, let formula):
            return change(&stability, \.decisionMakers, where: { $0.id == dm }) {
                $0.preferences[slot] = Held(formula, basis: basis, place: place)
            }
        case .weight(let issue, let party, let number):
            return self.issue(issue) != nil
                && change(&packages, \.parties, where: { $0.id == party }) {
                    $0.weights[issue] = Held(number, basis: basis, place: place)
                }
        case .value(let issue, let alternative, let party, let number):
            let point = PackagesModel.Point(issue: issue, alternative: alternative)
            return self.issue(issue)?.index(of: alternative) != nil
                && change(&packages, \.parties, where: { $0.id == party }) {
                    $0.points[point] = Held(number, basis: basis, place: place)
                }
        case .reservation(let party, let reservation):
            return change(&packages, \.parties, where: { $0.id == party }) {
                $0.reservation = Held(reservation, basis: basis, place: place)
            }
        case .parameter(let name, let number):
            return setParameter(name, to: Held(number, basis: basis, place: place))
        case .forecast(let field, let actor, let axis, let number):
            let model = forecast
            return change(
                &forecast, \.actors, where: { $0.actor == actor && model?.isSame($0.on, axis) ?? false }
            ) {
                $0[field] = Held(number, basis: basis, place: place)
            }
        case .forbid(let id, let formula):
            return forbid(FeasibilityRule(id: id, when: formula, because: nil, basis: basis, place: place))
        case .allow(let id):
            return change(&infeasible, where: { $0.id == id }) { $0.isActive = false }
                || change(&stability, \.infeasible, where: { $0.id == id }) { $0.isActive = false }
        case .linkage(let id, let state):
            return change(&linkages, where: { $0.id == id }) {
                ($0.state, $0.basis.premise) = (state, basis.premise)
            }
        case .rule(let id, let state):
            return change(&ratification.rules, where: { $0.id == id }) {
                ($0.state, $0.basis.premise) = (state, basis.premise)
            }
        case .step(let value, let step, let actor, let number):
            return change(&steps, where: { $0.id == step }) { step in
                switch value {
                case .gives: step.gives[actor] = Held(number, basis: basis, place: place)
                case .costs: step.costs[actor] = Held(number, basis: basis, place: place)
                case .temptation:
                    step.temptation[actor] = Held(.quantity(number), basis: basis, place: place)
                }
            }
        case .direction(let option, let direction):
            return change(&stability, \.options, where: { $0.id == option }) {
                ($0.direction, $0.basis.premise) = (direction, basis.premise)
            }
        case .statusQuo(let options):
            guard let known = stability?.options.filter(\.isModelled).map(\.id),
                options.allSatisfy(known.contains)
            else { return false }
            stability?.statusQuo = options
            return true
        case .circumstance(let id, let alternative):
            guard self.issue(id)?.index(of: alternative) != nil else { return false }
            return change(&issues, where: { $0.id == id && !$0.isNegotiable }) {
                $0.now = Held(alternative, basis: basis, place: place)
            }
        }
    }

    private mutating func setParameter(_ name: String, to value: Held<Parameter.Value>) -> Bool {
        guard let path = ParameterPath(name) else { return false }
        switch path.model {
        case "packages":
            return change(&packages, \.parameters, where: { $0.name == path.name }) { $0.held = value }
        case "forecast":
            return change(&forecast, \.parameters, where: { $0.name == path.name }) { $0.held = value }
        default:
            guard let game = games.firstIndex(where: { $0.id == path.model }) else { return false }
            return change(&games[game].parameters, where: { $0.name == path.name }) { $0.held = value }
        }
    }

    /// Adds or replaces a rule: among the issues, or among the options if it speaks of those.
    private mutating func forbid(_ rule: FeasibilityRule) -> Bool {
        let speaksOfOptions = rule.when.atoms.contains { $0.issue == nil }
        if speaksOfOptions {
            guard stability != nil else { return false }
            if !change(&stability, \.infeasible, where: { $0.id == rule.id }, { $0 = rule }) {
                stability?.infeasible.append(rule)
            }
        } else if !change(&infeasible, where: { $0.id == rule.id }, { $0 = rule }) {
            infeasible.append(rule)
        }
        return true
    }
}

/// Changes the first element that fits; `false` if none does.
private func change<Element>(
    _ list: inout [Element], where fits: (Element) -> Bool, _ edit: (inout Element) -> Void
) -> Bool {
    guard let index = list.firstIndex(where: fits) else { return false }
    edit(&list[index])
    return true
}

/// The same in a list of a model that may be missing.
private func change<Model, Element>(
    _ model: inout Model?, _ list: WritableKeyPath<Model, [Element]>, where fits: (Element) -> Bool,
    _ edit: (inout Element) -> Void
) -> Bool {
    guard let index = model?[keyPath: list].firstIndex(where: fits) else { return false }
    edit(&model![keyPath: list][index])
    return true
}
