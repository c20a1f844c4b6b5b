public import Numbers

/// A communication equilibrium: a mediator asks everybody in private what he knows, draws what each is to do, and tells
/// each only his own part; to answer truly and to follow is then best for everybody (Forges 1986; Myerson 1986).
public struct CommunicationEquilibrium: Sendable {
    /// For each combination of answers, the first player's fastest, the probability of each combination of actions, again
    /// the first player's fastest.
    public let lotteries: [[Rational]]
    public let payoffs: [Rational]
}

extension OneStageGame {
    /// For each goal a communication equilibrium that meets it best.
    ///
    /// They are the solutions of linear inequalities. Whoever lies may then do best for himself action by action, so the
    /// most that a lie brings is a sum of greatest values, each bounded by a variable of its own; so the rules "what to do
    /// when told what" need not be listed.
    ///
    /// - Parameter goals: What to bring about.
    /// - Returns: One equilibrium per goal, or `nil` if the programs would take too long.
    /// - Complexity: A linear program per goal, with a row for each player, type, answer, advice and action.
    public func communicationEquilibria(_ goals: [CorrelatedGoal]) -> [CommunicationEquilibrium]? {
        let program = MediatorProgram(self)
        guard program.entries <= Self.programEntries else { return nil }
        var found: [CommunicationEquilibrium] = []
        for goal in goals {
            guard let lotteries = program.best(goal) else { return nil }
            found.append(.init(lotteries: lotteries, payoffs: payoffs(under: lotteries)))
        }
        return found
    }

    /// How many entries a program may have.
    private static let programEntries = 20_000

    /// The combinations of types or answers.
    public var typeCombinations: [[Int]] { combinations.list }

    var combinations: MixedRadix { MixedRadix(actions.map(\.count)) }

    /// The combinations of actions that players of these types have.
    func actionShape(_ types: [Int]) -> MixedRadix { MixedRadix(zip(actions, types).map { $0[$1] }) }

    /// The combinations of actions that a mediator can name when he has been given these answers.
    public func actionCombinations(_ types: [Int]) -> [[Int]] { actionShape(types).list }

    /// The expected payoffs if everybody answers truly and follows.
    func payoffs(under lotteries: [[Rational]]) -> [Rational] {
        (0..<players).map { player in
            (0..<combinations.count).reduce(.zero) { sum, place in
                worths[place].isEmpty
                    ? sum
                    : lotteries[place].enumerated().reduce(sum) {
                        $0 + $1.element * worths[place][$1.offset * players + player]
                    }
            }
        }
    }

    /// What each player could gain by answering and acting otherwise, whatever he knows and is told.
    ///
    /// All zero: a communication equilibrium.
    public func regrets(of lotteries: [[Rational]]) -> [Rational] {
        let truth = payoffs(under: lotteries)
        return (0..<players).map { player in
            let best = actions[player].indices.reduce(Rational.zero) { sum, type in
                sum
                    + actions[player].indices.map { answer in
                        (0..<actions[player][answer]).reduce(Rational.zero) { sum, told in
                            sum
                                + (0..<actions[player][type]).map { action in
                                    brings(Deviation(player, type, answer, told, action), lotteries)
                                }.max()!
                        }
                    }.max()!
            }
            return best - truth[player]
        }
    }

    private func brings(_ deviation: Deviation, _ lotteries: [[Rational]]) -> Rational {
        terms(deviation).reduce(.zero) { $0 + $1.worth * lotteries[$1.place][$1.cell] }
    }

    /// Somebody of one type answers another, is told an action of that type, and does one of his own.
    struct Deviation {
        let player: Int
        let type: Int
        let answer: Int
        let told: Int
        let action: Int

        init(_ player: Int, _ type: Int, _ answer: Int, _ told: Int, _ action: Int) {
            (self.player, self.type, self.answer) = (player, type, answer)
            (self.told, self.action) = (told, action)
        }
    }

    /// What a deviation brings its player, as factors of the probabilities of advice; `lift` is added to every payoff.
    func terms(_ deviation: Deviation, lift: Rational = 0) -> [(place: Int, cell: Int, worth: Rational)] {
        var terms: [(place: Int, cell: Int, worth: Rational)] = []
        for (meeting, types) in typeCombinations.enumerated()
        where types[deviation.player] == deviation.type && !worths[meeting].isEmpty {
            var answers = types
            answers[deviation.player] = deviation.answer
            let place = combinations.place(answers)
            let real = actionShape(types)
            for (cell, advice) in actionCombinations(answers).enumerated()
            where advice[deviation.player] == deviation.told {
                var done = advice
                done[deviation.player] = deviation.action
                let worth = worths[meeting][real.place(done) * players + deviation.player]
                terms.append((place, cell, worth + chances[meeting] * lift))
            }
        }
        return terms
    }
}

/// The linear program of a mediator.
private struct MediatorProgram {
    let game: OneStageGame
    /// Where the probabilities of each combination of answers begin.
    private let first: [Int]
    private let probabilities: Int
    /// What is added to a player's payoffs so that none is negative.
    private let lift: [Rational]
    private let shapes: [MixedRadix]

    init(_ game: OneStageGame) {
        self.game = game
        shapes = game.typeCombinations.map { game.actionShape($0) }
        var first: [Int] = []
        var count = 0
        for shape in shapes {
            first.append(count)
            count += shape.count
        }
        (self.first, probabilities) = (first, count)
        lift = (0..<game.players).map { player in
            var least = Rational.zero
            for (worths, chance) in zip(game.worths, game.chances) where !worths.isEmpty {
                for place in stride(from: player, to: worths.count, by: game.players) {
                    least = min(least, worths[place] / chance)
                }
            }
            return -least
        }
    }

    /// How many entries the program has.
    var entries: Int {
        let (rows, caps) = game.actions.reduce((0, 0)) { sum, types in
            let actions = types.reduce(0, +)
            return (sum.0 + actions * actions + types.count * types.count, sum.1 + types.count * actions)
        }
        return (rows + shapes.count) * (probabilities + caps + rows)
    }

    func best(_ goal: CorrelatedGoal) -> [[Rational]]? {
        var program = LinearProgram(variables: probabilities + caps)
        for (place, shape) in shapes.enumerated() {
            program.require((0..<shape.count).map { .init(1, first[place] + $0) }, .equal, 1)
        }
        var cap = probabilities
        for (player, types) in game.actions.enumerated() {
            for type in types.indices {
                for answer in types.indices {
                    let caps = cap..<cap + types[answer]
                    cap = caps.upperBound
                    bound(player, type, answer, caps, &program)
                }
            }
        }
        program.maximise(objective(goal))
        guard case .optimal(let point, _) = program.solved() else { return nil }
        return zip(first, shapes).map { Array(point[$0..<$0 + $1.count]) }
    }

    private var caps: Int { game.actions.reduce(0) { $0 + $1.count * $1.reduce(0, +) } }

    /// An answer brings no more than the truth: its best actions' worths stand below the variables `caps`, and those sum to
    /// no more than what the truth brings.
    private func bound(
        _ player: Int, _ type: Int, _ answer: Int, _ caps: Range<Int>, _ program: inout LinearProgram
    ) {
        for (told, cap) in caps.enumerated() {
            for action in 0..<game.actions[player][type] {
                let terms = terms(.init(player, type, answer, told, action), sign: -1)
                program.require(terms + [.init(1, cap)], .atLeast, 0)
            }
        }
        let truth = (0..<game.actions[player][type]).flatMap {
            terms(.init(player, type, type, $0, $0), sign: 1)
        }
        program.require(truth + caps.map { .init(-1, $0) }, .atLeast, 0)
    }

    private func terms(_ deviation: OneStageGame.Deviation, sign: Rational) -> [LinearProgram.Term] {
        game.terms(deviation, lift: lift[deviation.player]).map {
            .init(sign * $0.worth, first[$0.place] + $0.cell)
        }
    }

    private func objective(_ goal: CorrelatedGoal) -> [LinearProgram.Term] {
        shapes.indices.filter { !game.worths[$0].isEmpty }.flatMap { place in
            (0..<shapes[place].count).map { cell in
                let here = cell * game.players
                return LinearProgram.Term(
                    goal.worth(Array(game.worths[place][here..<here + game.players])), first[place] + cell)
            }
        }
    }
}
