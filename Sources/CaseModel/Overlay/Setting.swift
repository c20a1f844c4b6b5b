public import Numbers

/// One thing that a premise or a scenario sets in the case.
///
/// A closed list: a new kind stops the compiler at ``Case/apply(_:)`` and ``Case/content(at:)``.
public struct Setting: Hashable, Sendable {
    public var content: Content
    public var place: Place

    public init(_ content: Content, place: Place) {
        self.content = content
        self.place = place
    }

    public enum Content: Hashable, Sendable {
        /// A preference statement; the slot is its place, the lowest weighs most.
        case preference(of: String, slot: Int, StabilityModel.Preference)
        case weight(issue: String, of: String, Quantity)
        case value(issue: String, alternative: String, of: String, Quantity)
        case reservation(of: String, PackagesModel.Reservation)
        /// A parameter of a game (`guarantee.keep`), of the packages (`packages.x`) or of the forecast.
        case parameter(String, Quantity)
        case forecast(Forecast, of: String, on: String?, Quantity)
        /// A feasibility rule that is added or replaced.
        case forbid(String, Formula)
        /// A feasibility rule that is switched off.
        case allow(String)
        case linkage(String, Linkage.State)
        case rule(String, Ratification.State)
        case step(StepValue, step: String, of: String, Quantity)
        case direction(String, StabilityModel.Direction)
        case statusQuo([String])
        case circumstance(String, String)
    }

    /// The three numbers of an actor in a forecast.
    public enum Forecast: String, Hashable, Sendable, CaseIterable { case position, salience, capability }

    /// The three numbers of an actor in a step.
    public enum StepValue: String, Hashable, Sendable, CaseIterable { case gives, costs, temptation }

    /// What is set, without the value: two active settings with one target and different content collide.
    public enum Target: Hashable, Sendable {
        case preference(of: String, slot: Int)
        case weight(issue: String, of: String)
        case value(issue: String, alternative: String, of: String)
        case reservation(of: String)
        case parameter(String)
        case forecast(Forecast, of: String, on: String?)
        case feasibility(String)
        case linkage(String)
        case rule(String)
        case step(StepValue, step: String, of: String)
        case direction(String)
        case statusQuo
        case circumstance(String)
    }

    public var target: Target {
        switch content {
        case .preference(let dm, let slot, _): .preference(of: dm, slot: slot)
        case .weight(let issue, let party, _): .weight(issue: issue, of: party)
        case .value(let issue, let alternative, let party, _):
            .value(issue: issue, alternative: alternative, of: party)
        case .reservation(let party, _): .reservation(of: party)
        case .parameter(let name, _): .parameter(name)
        case .forecast(let field, let actor, let axis, _): .forecast(field, of: actor, on: axis)
        case .forbid(let id, _), .allow(let id): .feasibility(id)
        case .linkage(let id, _): .linkage(id)
        case .rule(let id, _): .rule(id)
        case .step(let value, let step, let actor, _): .step(value, step: step, of: actor)
        case .direction(let option, _): .direction(option)
        case .statusQuo: .statusQuo
        case .circumstance(let issue, _): .circumstance(issue)
        }
    }
}

extension Setting.Target: CustomStringConvertible {
    /// The target as a person would point at it: `weight of sanctions for ua`.
    public var description: String {
        switch self {
        case .preference(let dm, let slot): "preference of \(dm) in slot \(slot)"
        case .weight(let issue, let party): "weight of \(issue) for \(party)"
        case .value(let issue, let alternative, let party): "value of \(issue) = \(alternative) for \(party)"
        case .reservation(let party): "reservation of \(party)"
        case .parameter(let name): "parameter \(name)"
        case .forecast(let field, let actor, let axis):
            "\(field.rawValue) of \(actor)" + (axis.map { " on \($0)" } ?? "")
        case .feasibility(let id): "feasibility rule \(id)"
        case .linkage(let id): "linkage \(id)"
        case .rule(let id): "ratification rule \(id)"
        case .step(let value, let step, let actor): "\(value.rawValue) of step \(step) for \(actor)"
        case .direction(let option): "direction of option \(option)"
        case .statusQuo: "status quo"
        case .circumstance(let issue): "circumstance \(issue)"
        }
    }
}

extension Setting.Content: CustomStringConvertible {
    /// The value alone, in the notation of a case.
    public var description: String {
        switch self {
        case .preference(_, _, let preference): "\(preference)"
        case .weight(_, _, let number), .value(_, _, _, let number), .parameter(_, let number),
            .forecast(_, _, _, let number), .step(_, _, _, let number):
            NumberFormat.plain.text(number)
        case .reservation(_, .utility(let number)): NumberFormat.plain.text(number)
        case .reservation(_, .package(let settled)):
            settled.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
        case .forbid(_, let formula): "forbidden when \(formula)"
        case .allow: "allowed"
        case .linkage(_, let state): "\(state)"
        case .rule(_, .asWritten): "as written"
        case .rule(_, .off): "off"
        case .rule(_, .passes(let number)): "passes \(NumberFormat.plain.text(number))"
        case .direction(_, let direction): direction.rawValue
        case .statusQuo(let options): options.joined(separator: ", ")
        case .circumstance(_, let alternative): alternative
        }
    }
}

extension Linkage.State: CustomStringConvertible {
    public var description: String {
        switch self {
        case .on: "on"
        case .off: "off"
        case .hard: "hard"
        case .bonus(let number): "bonus \(NumberFormat.plain.text(number))"
        case .penalty(let number): "penalty \(NumberFormat.plain.text(number))"
        }
    }
}
