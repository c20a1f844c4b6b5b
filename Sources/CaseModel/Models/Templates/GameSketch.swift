import Numbers

/// Short forms in which the templates are written.
enum GameSketch {
    static func end(_ payoffs: [String: Arithmetic]) -> GameModel.Node { .payoff(payoffs, Basis()) }

    static func chance(
        _ label: String, _ branches: [(label: String, probability: Arithmetic, to: GameModel.Node)]
    ) -> GameModel.Node {
        .chance(
            label: label, branches.map { .init(label: $0.label, probability: $0.probability, to: $0.to) })
    }

    static func move(
        _ player: String, _ set: String, _ actions: [(label: String, to: GameModel.Node)]
    ) -> GameModel.Node {
        .decision(
            player: player, informationSet: set,
            actions.map { .init(label: $0.label, probability: nil, to: $0.to) })
    }
}

extension Arithmetic: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self = .number(Rational(value)) }

    static func + (left: Arithmetic, right: Arithmetic) -> Arithmetic { .sum(left, right) }
    static func - (left: Arithmetic, right: Arithmetic) -> Arithmetic { .difference(left, right) }
    static func * (left: Arithmetic, right: Arithmetic) -> Arithmetic { .product(left, right) }
    static prefix func - (value: Arithmetic) -> Arithmetic { .negative(value) }
}
