import CaseModel
import Engines
public import Numbers

/// A game of a case whose numbers are still open: with a value for each name it becomes a game for the engine.
///
/// The first half of every question about games; sweeps call ``game(_:)`` again and again.
struct PreparedGame: Sendable {
    let model: GameModel
    /// The same, a template written out.
    let filled: GameModel
    let names: GameNames
    /// The parameters' names, in the order of the case; values are given in this order.
    let parameters: [String]
    /// Per set and member the branches that lead there: those of chance by their labels, actions as `set.action`.
    let routes: [[Set<String>]]
    private let shape: Shape

    private enum Shape: Sendable {
        case fixed(NamedGame.Body)
        case tree(sets: [GameTree.InformationSet], moves: [OpenMove])
        case table(strategies: [Int], payoffs: [Arithmetic])
    }

    private enum OpenMove: Sendable {
        case chance([Arithmetic])
        case decision(Int)
        case end([Arithmetic])
    }

    init(_ model: GameModel) {
        self.model = model
        parameters = model.parameters.map(\.name)
        let model = model.filledIn
        filled = model
        switch model.body {
        case .file(let form):
            let named = NamedGame(form)
            (names, shape, routes) = (named.names, .fixed(named.body), [])
        case .table(let strategies, let payoffs):
            names = GameNames(
                title: model.id, players: model.players, sets: [], strategies: strategies,
                labels: model.names)
            shape = .table(
                strategies: strategies.map(\.count), payoffs: Self.firstFastest(strategies, payoffs))
            routes = []
        case .tree(let root): (names, shape, routes) = Self.open(model, root)
        case .template: preconditionFailure("a template has been filled in")
        }
    }

    /// The payoffs with the first player's strategy running fastest; as written, the last player's does.
    private static func firstFastest(_ strategies: [[String]], _ payoffs: [[Arithmetic]]) -> [Arithmetic] {
        let shape = GameTable(
            strategies: strategies.map(\.count),
            payoffs: Array(repeating: .zero, count: strategies.reduce(strategies.count) { $0 * $1.count }))
        return (0..<shape.cells).flatMap { cell -> [Arithmetic] in
            let choices = shape.choices(cell)
            return payoffs[zip(choices, strategies).reduce(0) { $0 * $1.1.count + $1.0 }]
        }
    }

    private static func open(_ model: GameModel, _ root: GameModel.Node) -> (
        GameNames, Shape, [[Set<String>]]
    ) {
        var (sets, names): ([GameTree.InformationSet], [GameNames.SetNames]) = ([], [])
        var places: [[String]: Int] = [:]
        var moves: [OpenMove] = []
        var routes: [[Set<String>]] = []
        func add(_ node: GameModel.Node, _ way: Set<String>) {
            switch node {
            case .payoff(let payoffs, _):
                moves.append(.end(model.players.map { payoffs[$0] ?? .number(0) }))
            case .chance(_, let branches):
                moves.append(.chance(branches.map { $0.probability ?? .number(0) }))
                branches.forEach { add($0.to, way.union([$0.label])) }
            case .decision(let player, let name, let actions):
                let number = model.players.firstIndex(of: player)!
                let place = places[[player, name]] ?? sets.count
                if place == sets.count {
                    places[[player, name]] = place
                    sets.append(.init(player: number, actions: actions.count))
                    names.append(.init(player: number, name: name, actions: actions.map(\.label)))
                    routes.append([])
                }
                moves.append(.decision(place))
                routes[place].append(way)
                actions.forEach { add($0.to, way.union(["\(name).\($0.label)"])) }
            }
        }
        add(root, [])
        return (
            GameNames(
                title: model.id, players: model.players, sets: names, strategies: [], labels: model.names),
            .tree(sets: sets, moves: moves), routes
        )
    }

    /// The game with these values of the parameters and these alternatives of what is given.
    ///
    /// - Parameters:
    ///   - values: One per parameter.
    ///   - chosen: For each circumstance the place of its alternative.
    /// - Returns: The game with its words.
    /// - Throws: ``GameProblem`` if a number has no value there, or probabilities are none.
    func game(_ values: [Rational], _ chosen: [Int]) throws(GameProblem) -> NamedGame {
        let known = known(values, chosen)
        switch shape {
        case .fixed(let body): return NamedGame(names: names, body: body)
        case .table(let strategies, let payoffs):
            var numbers: [Rational] = []
            for payoff in payoffs { numbers.append(try number(payoff, known)) }
            return NamedGame(names: names, body: .table(GameTable(strategies: strategies, payoffs: numbers)))
        case .tree(let sets, let moves):
            var filled: [GameTree.Move] = []
            for move in moves { filled.append(try self.move(move, known)) }
            return NamedGame(
                names: names, body: .tree(GameTree(players: names.players.count, sets: sets, moves: filled)))
        }
    }

    /// The values by name, those that follow from what is given among them; a name whose value divides by zero has none.
    func known(_ values: [Rational], _ chosen: [Int]) -> [String: Rational] {
        var known: [String: Rational] = Dictionary(uniqueKeysWithValues: zip(parameters, values))
        for (given, place) in zip(model.givens, chosen) {
            for (name, value) in given.alternatives[place].values.sorted(by: { $0.key < $1.key }) {
                known[name] = value.value { known[$0] }
            }
        }
        return known
    }

    private func move(_ move: OpenMove, _ values: [String: Rational]) throws(GameProblem) -> GameTree.Move {
        switch move {
        case .decision(let set): return .decision(set)
        case .end(let payoffs):
            var numbers: [Rational] = []
            for payoff in payoffs { numbers.append(try number(payoff, values)) }
            return .end(numbers)
        case .chance(let lottery):
            var numbers: [Rational] = []
            for probability in lottery { numbers.append(try number(probability, values)) }
            let sum = numbers.reduce(.zero, +)
            guard sum == 1, !numbers.contains(where: { $0 < 0 }) else {
                throw .lottery(model.id, numbers)
            }
            return .chance(numbers)
        }
    }

    private func number(_ value: Arithmetic, _ values: [String: Rational]) throws(GameProblem) -> Rational {
        guard let number = value.value({ values[$0] }) else { throw .noValue(model.id) }
        return number
    }
}

extension PreparedGame {
    /// The closed forms of a template at these values, and whether the outcome changes there.
    func closedForms(_ values: [SolveFinding.ParameterValue]) -> [SolveFinding.ClosedForm] {
        guard case .template(let template) = model.body else { return [] }
        let known = Dictionary(uniqueKeysWithValues: values.map { ($0.name, $0.value) })
        let search = ThresholdSearch(self, values, [])
        return template.closedForms(known.compactMapValues(\.exactInt)).compactMap { form in
            guard let place = parameters.firstIndex(of: form.parameter), let at = form.value(known) else {
                return nil
            }
            return .init(
                parameter: form.parameter, formula: form.formula, at: at, bites: search.changes(place, at: at)
            )
        }
    }
}

/// What is wrong with a game although every line of it could be read.
public enum GameProblem: Error, Hashable, Sendable {
    /// There is no game of this name; the games that there are.
    case unknownGame(String, known: [String])
    /// A payoff or a probability divides by zero.
    case noValue(String)
    /// The probabilities of a chance move with these values.
    case lottery(String, [Rational])
    /// A player forgets what he did or knew, at this set.
    case forgets(player: String, set: String)
    /// A concept that is not offered for this game.
    case notOffered(SolveFinding.Concept, SolveFinding.Refusal)
    /// Paths of Lemke and Howson were asked for, and the game is no table of two players.
    case pathsNeedTable
    /// A question in the file that is none, with the sets that there are.
    case unknownAsk(String, sets: [String])
    /// The path of a guarantee is one action.
    case noPath(String)
    /// A belief that is no probability.
    case noBelief(String, Interval)
    case unknownParameter(String, known: [String])
    case unknownGiven(String, known: [String])
}

extension GameModel {
    /// The game itself, where a template stands for it.
    fileprivate var filledIn: GameModel {
        guard case .template(let template) = body else { return self }
        var game = self
        var counts: [String: Int] = [:]
        for name in template.counts.keys {
            counts[name] = parameters.first { $0.name == name }?.held.value.point?.exactInt
        }
        game.body = template.body(counts)
        game.players = template.players(counts)
        game.names = GuaranteeModel.names.merging(names) { $1 }
        return game
    }
}
