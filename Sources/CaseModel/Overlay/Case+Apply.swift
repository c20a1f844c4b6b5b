import Numbers

extension Case {
    /// Puts the content of a setting in its place; `false` if the case has no such place, and then nothing changes.
    ///
    /// The basis tells which premise put it there, so that an answer can name the premise and its passage.
    mutating func apply(_ setting: Setting, basis: Basis) -> Bool {
        let place = setting.place
        switch setting.content {
        case .preference(let dm, let slot, let preference):
            return stability != nil
                && change(&stability!.decisionMakers, where: { $0.id == dm }) {
                    $0.preferences[slot] = Held(preference, basis: basis, place: place)
                }
        case .weight(let issue, let party, let number):
            return self.issue(issue) != nil
                && packages != nil
                && change(&packages!.parties, where: { $0.id == party }) {
                    $0.weights[issue] = Held(number, basis: basis, place: place)
                }
        case .value(let issue, let alternative, let party, let number):
            let point = PackagesModel.Point(issue: issue, alternative: alternative)
            return self.issue(issue)?.index(of: alternative) != nil
                && packages != nil
                && change(&packages!.parties, where: { $0.id == party }) {
                    $0.points[point] = Held(number, basis: basis, place: place)
                }
        case .reservation(let party, let reservation):
            return packages != nil
                && change(&packages!.parties, where: { $0.id == party }) {
                    $0.reservation = Held(reservation, basis: basis, place: place)
                }
        case .parameter(let name, let number):
            return setParameter(name, to: Held(number, basis: basis, place: place))
        case .forecast(let field, let actor, let axis, let number):
            guard let index = forecast?.index(of: actor, on: axis) else { return false }
            forecast?.actors[index][field] = Held(number, basis: basis, place: place)
            return true
        case .forbid(let id, let formula):
            return forbid(FeasibilityRule(id: id, when: formula, because: nil, basis: basis, place: place))
        case .allow(let id):
            func allow(_ rule: inout FeasibilityRule) {
                (rule.isActive, rule.basis.premise) = (false, basis.premise)
            }
            return change(&infeasible, where: { $0.id == id }, allow)
                || stability != nil && change(&stability!.infeasible, where: { $0.id == id }, allow)
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
            return stability != nil
                && change(&stability!.options, where: { $0.id == option }) {
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

    private mutating func setParameter(_ name: String, to value: Held<Quantity>) -> Bool {
        guard let path = ParameterPath(name) else { return false }
        switch path.model {
        case "packages":
            return packages != nil
                && change(&packages!.parameters, where: { $0.name == path.name }) { $0.held = value }
        case "forecast":
            return forecast != nil
                && change(&forecast!.parameters, where: { $0.name == path.name }) { $0.held = value }
        default:
            guard let game = games.firstIndex(where: { $0.id == path.model }) else { return false }
            return change(&games[game].parameters, where: { $0.name == path.name }) { $0.held = value }
        }
    }

    /// Adds or replaces a rule: among the options if it speaks of those, else among the issues.
    private mutating func forbid(_ rule: FeasibilityRule) -> Bool {
        if rule.when.atoms.contains(where: { $0.issue == nil }) {
            guard stability != nil else { return false }
            if !change(&stability!.infeasible, where: { $0.id == rule.id }, { $0 = rule }) {
                stability!.infeasible.append(rule)
                infeasible.removeAll { $0.id == rule.id }
            }
        } else if !change(&infeasible, where: { $0.id == rule.id }, { $0 = rule }) {
            infeasible.append(rule)
            stability?.infeasible.removeAll { $0.id == rule.id }
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
