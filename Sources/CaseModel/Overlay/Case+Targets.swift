public import Numbers

extension Case {
    /// What the case holds at a target now, or `nil` where nothing stands.
    ///
    /// Striking a premise is right exactly when this gives the base's content again.
    public func content(at target: Setting.Target) -> Setting.Content? {
        switch target {
        case .preference(let dm, let slot):
            stability?.decisionMaker(dm)?.preferences[slot].map { .preference(of: dm, slot: slot, $0.value) }
        case .weight(let issue, let party):
            packages?.party(party)?.weights[issue].map { .weight(issue: issue, of: party, $0.value) }
        case .value(let issue, let alternative, let party):
            packages?.party(party).flatMap { value(.init(issue: issue, alternative: alternative), of: $0) }
                .map { .value(issue: issue, alternative: alternative, of: party, $0) }
        case .reservation(let party):
            packages?.party(party)?.reservation.map { .reservation(of: party, $0.value) }
        case .parameter(let name):
            parameter(name).map { .parameter(name, $0.held.value) }
        case .forecast(let field, let actor, let axis):
            forecast?.entry(of: actor, on: axis)?[field].map {
                .forecast(field, of: actor, on: axis, $0.value)
            }
        case .feasibility(let id):
            feasibilityRule(id).map { $0.isActive ? .forbid(id, $0.when) : .allow(id) }
        case .linkage(let id):
            linkages.first { $0.id == id }.map { .linkage(id, $0.state) }
        case .rule(let id):
            ratification.rules.first { $0.id == id }.map { .rule(id, $0.state) }
        case .step(let value, let step, let actor):
            steps.first { $0.id == step }?.number(value, of: actor)
                .map { .step(value, step: step, of: actor, $0) }
        case .direction(let option):
            stability?.options.first { $0.id == option }.map { .direction(option, $0.direction) }
        case .statusQuo:
            stability.map { .statusQuo($0.statusQuo) }
        case .circumstance(let id):
            issue(id)?.now.map { .circumstance(id, $0.value) }
        }
    }

    /// The one name of a target: where there is only one axis, it may be left out or named.
    func canonical(_ target: Setting.Target) -> Setting.Target {
        guard case .forecast(let field, let actor, nil) = target, let forecast, forecast.axes.count == 1
        else { return target }
        return .forecast(field, of: actor, on: forecast.axes[0].id)
    }

    /// What an alternative is worth to a party: as a setting says, else as its curve does.
    private func value(_ point: PackagesModel.Point, of party: PackagesModel.Party) -> Quantity? {
        if let set = party.points[point] { return set.value }
        guard let curve = party.curves[point.issue]?.value else { return nil }
        let position = issue(point.issue)?.position(of: point.alternative)
        return switch curve {
        case .table(let values): values[point.alternative]
        case .step(let best): Quantity(.constant(point.alternative == best ? 1 : 0))
        case .rising: position.map { Quantity(.constant($0)) }
        case .falling: position.map { Quantity(.constant(1 - $0)) }
        }
    }

    /// A parameter by its full name: `game.name`, `packages.name` or `forecast.name`.
    public func parameter(_ name: String) -> Parameter? {
        guard let path = ParameterPath(name) else { return nil }
        return parameters(of: path.model)?.first { $0.name == path.name }
    }

    /// The full names of all parameters, in the order of the models.
    public var parameterNames: [String] {
        games.flatMap { game in game.parameters.map { "\(game.id).\($0.name)" } }
            + (packages?.parameters.map { "packages.\($0.name)" } ?? [])
            + (forecast?.parameters.map { "forecast.\($0.name)" } ?? [])
    }

    private func parameters(of model: String) -> [Parameter]? {
        switch model {
        case "packages": packages?.parameters
        case "forecast": forecast?.parameters
        default: games.first { $0.id == model }?.parameters
        }
    }

    /// A rule that forbids combinations, of issues or of options.
    public func feasibilityRule(_ id: String) -> FeasibilityRule? {
        infeasible.first { $0.id == id } ?? stability?.infeasible.first { $0.id == id }
    }
}

/// The two halves of a parameter's full name.
struct ParameterPath {
    let model: String
    let name: String

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        (model, name) = (String(parts[0]), String(parts[1]))
    }
}

extension StabilityModel {
    public func decisionMaker(_ id: String) -> DecisionMaker? { decisionMakers.first { $0.id == id } }
}

extension PackagesModel {
    public func party(_ id: String) -> Party? { parties.first { $0.id == id } }
}

extension ForecastModel {
    public func entry(of actor: String, on axis: String?) -> Entry? {
        index(of: actor, on: axis).map { actors[$0] }
    }

    func index(of actor: String, on axis: String?) -> Int? {
        actors.firstIndex { $0.actor == actor && isSame($0.on, axis) }
    }

    /// Where there is only one axis, naming it is a matter of taste.
    private func isSame(_ first: String?, _ second: String?) -> Bool {
        let only = axes.count == 1 ? axes[0].id : nil
        return (first ?? only) == (second ?? only)
    }
}

extension ForecastModel.Entry {
    public subscript(field: Setting.Forecast) -> Held<Quantity>? {
        get {
            switch field {
            case .position: position
            case .salience: salience
            case .capability: capability
            }
        }
        set {
            switch field {
            case .position: position = newValue
            case .salience: salience = newValue
            case .capability: capability = newValue
            }
        }
    }
}

extension Step {
    /// A number of an actor in the step; `nil` where none stands or a game answers instead.
    func number(_ value: Setting.StepValue, of actor: String) -> Quantity? {
        switch value {
        case .gives: return gives[actor]?.value
        case .costs: return costs[actor]?.value
        case .temptation:
            guard case .quantity(let number)? = temptation[actor]?.value else { return nil }
            return number
        }
    }
}
