public import CaseModel
import Engines
public import Numbers

/// Whether a promise of protection would deter, on which number and which premise that hangs, which guarantees an
/// aggressor would accept, and which clauses would carry a draft across the line.
public struct GuaranteeFinding: Finding {
    public let question = Question.guarantee
    public let perspective: String?
    public let choices: Choices
    /// The game in which the promise is tested; `nil` if the case has none.
    public let trial: Trial?
    public let screenings: [Screening]
    public let designs: [ClauseDesign]
    public let beliefs: [BeliefPath]
    /// Conclusions of the perspective that can be held against the game.
    public let conclusions: [TestedConclusion]
    public let restsOn: Support
    public let method = Method.guaranteeGames
    public let limits: [Limit]
    public let passages: PassageBook

    /// What is asked for.
    public struct Choices: Hashable, Sendable {
        /// The game of the verdicts; the first that names a `path` otherwise.
        public var game: String?
        public var draws = 2_000
        public var seed = 1

        public init() {}
    }

    /// The game in which a promise is tested, with a verdict for each alternative of what is given.
    public struct Trial: Sendable {
        public let game: String
        public let title: Label
        public let names: GameNames
        public let parameters: [SolveFinding.ParameterValue]
        /// What is asked, the test of the promise first.
        public let asks: [Ask]
        public let verdicts: [Verdict]
        /// How many draws were made; none where every number is one point.
        public let draws: Int
        /// The game to look at, for each verdict; empty if it is too large.
        public let trees: [DrawnTree]
    }

    /// A question that the game's file names.
    public struct Ask: Hashable, Sendable {
        public let name: String
        public let text: String
    }

    /// How a promise fares.
    public struct Verdict: Sendable {
        public let given: [String: String]
        /// The answers at the parameters' points (or the middles of their ranges), one per ask; `nil` where it is not settled.
        public let answers: [Interval?]
        /// The mean of each answer over the draws, as bounds where some draws do not settle it.
        public let shares: [Interval?]
        /// Where the test turns out otherwise, parameter by parameter; `nil` where the search did not come to an end.
        public let thresholds: [SolveFinding.Threshold]?
        /// The parameters that enter, by place.
        public let enters: [Int]
        public let grounding: Grounding
        /// Premises and assumptions without which the verdict would be another.
        public internal(set) var hinges: [Hinge]

        /// How likely the promise is put to the test where it comes to that.
        public var attack: Interval? { answers.first ?? nil }

        /// Whether the promise deters: nobody attacks, or somebody does; `nil` where that is open.
        public var isCredible: Bool? {
            attack?.deters
        }

        /// The threshold that is nearest, as a share of its parameter's range.
        public var tightest: SolveFinding.Threshold? {
            (thresholds ?? []).filter { $0.share != nil }.min { $0.share! < $1.share! }
        }
    }

    /// A premise without which the verdict would be another.
    public struct Hinge: Hashable, Sendable {
        public let premise: String
        public let attackWithout: Interval?
    }

    /// How many of the numbers that enter a verdict stand in a text, are read from one, or are assumed.
    public struct Grounding: Hashable, Sendable {
        public var quoted = 0
        public var orderRead = 0
        public var own = 0
        /// Numbers that rest on nothing yet.
        public var uncited = 0
    }

    /// Asks the games of a view about its guarantees.
    ///
    /// - Throws: ``NotAnswerable`` if there is no game about a guarantee, or if one cannot be solved.
    public init(of view: View, _ choices: Choices = Choices()) throws(NotAnswerable) {
        self.choices = choices
        perspective = view.viewpoint.perspective
        let games = view.case.games
        let (screening, design) = (
            games.filter { $0.isTemplate(.screening) }, games.filter { $0.isTemplate(.clauses) }
        )
        let trial = try view.trialGame(choices.game)
        let isEmpty = trial == nil && screening.isEmpty && design.isEmpty
        try view.require(.guarantee, isEmpty ? [.promiseGame] : [])
        var used = screening + design
        do throws(Refused) {
            (self.trial, conclusions) = try view.tried(trial, choices)
            var screenings: [Screening] = []
            for model in screening { screenings.append(try Screening(model, choices)) }
            self.screenings = screenings
            var designs: [ClauseDesign] = []
            for model in design { designs.append(try ClauseDesign(model, view, choices)) }
            self.designs = designs
            var beliefs: [BeliefPath] = []
            for model in games {
                if let path = try BeliefPath(model, view, choices) { beliefs.append(path) }
            }
            self.beliefs = beliefs
        } catch {
            throw NotAnswerable(
                question: .guarantee, perspective: perspective, missing: [.game(error.problem, error.place)])
        }
        if let trial { used.insert(trial, at: 0) }
        let moved = beliefs.map(\.game)
        used += games.filter { one in moved.contains(one.id) && !used.contains { $0.id == one.id } }
        let promises = designs.isEmpty ? [] : view.case.guarantees.map { ($0.basis, $0.place) }
        restsOn = Support(used.flatMap(\.bases) + promises, taking: view.seen.take.sources)
        passages = view.passages
        limits = restsOn.limits(passages) + view.limits
    }
}

extension Interval {
    /// What a chance of attack says of a promise: that it deters, that it does not, or neither.
    var deters: Bool? { high == 0 ? true : low > 0 ? false : nil }
}

/// A game that cannot be solved, and where it stands.
struct Refused: Error {
    let problem: GameProblem
    let place: Place
}

extension GameModel {
    func isTemplate(_ template: GuaranteeModel) -> Bool { body == .template(template) }

    /// The action by which the promise is tested: as the file names it, or as the template does.
    var path: String? {
        if let path = asks["path"] { return path }
        guard case .template(let template) = body else { return nil }
        return template.path
    }
}

extension View {
    /// The trial of the promise, and of the conclusions that speak of it.
    fileprivate func tried(
        _ model: GameModel?, _ choices: GuaranteeFinding.Choices
    ) throws(Refused) -> (GuaranteeFinding.Trial?, [GuaranteeFinding.TestedConclusion]) {
        guard let model else { return (nil, []) }
        let bench = try TrialBench(model, choices)
        let tests = tests(of: bench)
        let asked = tests.compactMap(\.asked)
        var sweeps: [(chosen: [Int], sweep: TrialBench.Sweep)] = []
        for chosen in bench.prepared.combinations([:]) {
            sweeps.append((chosen, try bench.sweep(chosen, asked)))
        }
        var (conclusions, place): ([GuaranteeFinding.TestedConclusion], Int) = ([], 0)
        for (conclusion, test, asked) in tests {
            var trials: [GuaranteeFinding.ConclusionTrial] = []
            for (chosen, sweep) in sweeps {
                guard let asked, asked.speaks(of: bench.given(chosen)) else { continue }
                trials.append(try asked.trial(bench, chosen, sweep.tests[place]))
            }
            if asked != nil { place += 1 }
            conclusions.append(.init(conclusion: conclusion, test: test, trials: trials))
        }
        return (try .init(bench, sweeps, self, choices), conclusions)
    }

    /// The game in which the promise is tested.
    fileprivate func trialGame(_ asked: String?) throws(NotAnswerable) -> GameModel? {
        let games = self.case.games
        guard let asked else {
            return games.first { $0.asks["path"] != nil }
                ?? games.first { $0.isTemplate(.extendedDeterrence) }
        }
        let found = games.first { $0.id == asked }
        if let found, found.path != nil { return found }
        let problem: GameProblem =
            found == nil
            ? .unknownGame(asked, known: games.filter { $0.path != nil }.map(\.id)) : .noPath(asked)
        throw NotAnswerable(
            question: .guarantee, perspective: viewpoint.perspective,
            missing: [.game(problem, found?.place ?? Place(file: "models/games", line: 1, column: 1))])
    }
}
