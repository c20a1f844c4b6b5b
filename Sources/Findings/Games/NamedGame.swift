public import CaseModel
import Engines
import Numbers

/// The words of a game, each unique in its place: what is empty or stands twice gets `#` and its number from 1.
public struct GameNames: Hashable, Sendable {
    public let title: String
    public let players: [String]
    /// For trees, in the order of the engine.
    public let sets: [SetNames]
    /// For tables, the strategies of each player.
    public let strategies: [[String]]
    /// What the words mean to a reader, where the case says so.
    public let labels: [String: Label]

    public struct SetNames: Hashable, Sendable {
        public let player: Int
        public let name: String
        public let actions: [String]
    }

    /// A word as a reader sees it.
    public func text(_ word: String, in language: Language) -> String {
        labels[word]?.text(in: language) ?? word
    }

    /// Whose memory fails, and where.
    func problem(_ forgotten: ForgottenChoice) -> GameProblem {
        let set = sets[forgotten.set]
        return .forgets(player: players[set.player], set: set.name)
    }

    static func unique(_ labels: [String]) -> [String] {
        let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
        let marked = labels.enumerated().map { place, label in
            label.isEmpty || counts[label]! > 1 ? "\(label)#\(place + 1)" : label
        }
        // A label may look like one of ours already.
        return Set(marked).count == marked.count ? marked : unique(marked)
    }
}

/// A game with its words, ready for the engine.
struct NamedGame: Sendable {
    enum Body: Sendable {
        case tree(GameTree)
        case table(GameTable)
    }

    let names: GameNames
    let body: Body
}

extension NamedGame {
    /// The game of a public file.
    init(_ form: GameForm) {
        switch form {
        case .tree(let form):
            let players = GameNames.unique(form.players)
            names = GameNames(
                title: form.title, players: players, sets: Self.setNames(form, players.count),
                strategies: [], labels: [:])
            body = .tree(GameTree(form))
        case .table(let form):
            names = GameNames(
                title: form.title, players: GameNames.unique(form.players), sets: [],
                strategies: form.strategies.map(GameNames.unique), labels: [:])
            body = .table(GameTable(strategies: form.strategies.map(\.count), payoffs: form.payoffs))
        }
    }

    private static func setNames(_ form: TreeForm, _ players: Int) -> [GameNames.SetNames] {
        var names = Array(repeating: "", count: form.sets.count)
        for player in 0..<players {
            let mine = form.sets.indices.filter { form.sets[$0].player == player }
            for (set, name) in zip(mine, GameNames.unique(mine.map { form.sets[$0].name })) {
                names[set] = name
            }
        }
        return zip(form.sets, names).map {
            .init(player: $0.player, name: $1, actions: GameNames.unique($0.actions))
        }
    }
}

extension GameTree {
    /// The tree of a public file, payoffs on the way added up at the ends.
    init(_ form: TreeForm) {
        let payoffs = form.endPayoffs
        let count = form.players.count
        var end = 0
        self.init(
            players: count,
            sets: form.sets.map { .init(player: $0.player, actions: $0.actions.count) },
            moves: form.nodes.map { node -> Move in
                switch node.kind {
                case .chance(let chance): return .chance(form.chances[chance].probabilities)
                case .decision(let set): return .decision(set)
                case .end:
                    defer { end += 1 }
                    return .end(Array(payoffs[end * count..<(end + 1) * count]))
                }
            })
    }
}
