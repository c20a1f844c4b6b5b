import Foundation
import Numbers

@testable import Engines

/// The games of `KnownAnswers/classic-games.json`.
struct ClassicGames: Decodable {
    let games: [Entry]

    static let all: ClassicGames = {
        let file = Bundle.module.url(forResource: "KnownAnswers/classic-games", withExtension: "json")
        guard let file, let data = try? Data(contentsOf: file),
            let games = try? JSONDecoder().decode(ClassicGames.self, from: data)
        else { fatalError("the known games cannot be read") }
        return games
    }()

    static func named(_ id: String) -> Entry { all.games.first { $0.id == id }! }

    struct Entry: Decodable {
        let id: String
        let form: String
        let players: [String]
        let strategies: [[String]]?
        let payoffs: Nested?
        let tree: Node?
        let results: Results
    }

    /// What another program and an exact check found.
    struct Results: Decodable {
        let pygambit_16_7_0: [String: Method]
        let backward_induction: Induction?
    }

    struct Method: Decodable {
        let count: Int
        let equilibria: [Equilibrium]

        private enum Key: String, CodingKey { case count, equilibria, arithmetic }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            count = try container.decode(Int.self, forKey: .count)
            // Methods in floating point are no yardstick for exact ones.
            equilibria = (try? container.decode([Equilibrium].self, forKey: .equilibria)) ?? []
        }
    }

    struct Equilibrium: Decodable {
        let payoffs: [String]
        let mixed: [String: [String: String]]?
    }

    struct Induction: Decodable {
        let payoffs: [String]
        let ties: Int
    }

    /// A node as the file writes it.
    indirect enum Node: Decodable {
        case payoff([Rational])
        case chance([(label: String, probability: Rational, to: Node)])
        case decision(player: String, set: String, [(label: String, to: Node)])

        private struct Raw: Decodable {
            let payoff: [String]?
            let branches: [Branch]?
            let player: String?
            let infoset: String?
            let actions: [Branch]?
        }

        private struct Branch: Decodable {
            let label: String
            let prob: String?
            let to: Node
        }

        init(from decoder: any Decoder) throws {
            let raw = try Raw(from: decoder)
            if let payoff = raw.payoff {
                self = .payoff(try payoff.map { try Rational(reading: $0) })
            } else if let branches = raw.branches {
                self = .chance(try branches.map { ($0.label, try Rational(reading: $0.prob!), $0.to) })
            } else {
                self = .decision(
                    player: raw.player!, set: raw.infoset!, raw.actions!.map { ($0.label, $0.to) })
            }
        }
    }

    /// The payoffs of a table: lists in lists, as deep as there are players.
    indirect enum Nested: Decodable {
        case numbers([Rational])
        case lists([Nested])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let texts = try? container.decode([String].self) {
                self = .numbers(try texts.map { try Rational(reading: $0) })
            } else {
                self = .lists(try container.decode([Nested].self))
            }
        }
    }
}

extension GameTable {
    /// The table of an entry.
    init(_ entry: ClassicGames.Entry) {
        let counts = entry.strategies!.map(\.count)
        func payoffs(_ nested: ClassicGames.Nested, _ choices: ArraySlice<Int>) -> [Rational] {
            switch nested {
            case .numbers(let numbers): numbers
            case .lists(let lists): payoffs(lists[choices.first!], choices.dropFirst())
            }
        }
        let shape = GameTable(
            strategies: counts, payoffs: Array(repeating: .zero, count: counts.reduce(counts.count, *)))
        self.init(
            strategies: counts,
            payoffs: (0..<shape.cells).flatMap { payoffs(entry.payoffs!, shape.choices($0)[...]) })
    }
}

/// A tree with the names of its sets and actions.
struct NamedTree {
    let tree: GameTree
    let players: [String]
    /// `player/set` of each set, and its actions.
    let sets: [(player: String, name: String, actions: [String])]

    init(_ entry: ClassicGames.Entry) {
        var sets: [(player: String, name: String, actions: [String])] = []
        var moves: [GameTree.Move] = []
        func add(_ node: ClassicGames.Node) {
            switch node {
            case .payoff(let payoff): moves.append(.end(payoff))
            case .chance(let branches):
                moves.append(.chance(branches.map(\.probability)))
                branches.forEach { add($0.to) }
            case .decision(let player, let name, let actions):
                if !sets.contains(where: { $0.player == player && $0.name == name }) {
                    sets.append((player, name, actions.map(\.label)))
                }
                moves.append(.decision(sets.firstIndex { $0.player == player && $0.name == name }!))
                actions.forEach { add($0.to) }
            }
        }
        add(entry.tree!)
        players = entry.players
        self.sets = sets
        tree = GameTree(
            players: entry.players.count,
            sets: sets.map { set in
                .init(player: entry.players.firstIndex(of: set.player)!, actions: set.actions.count)
            }, moves: moves)
    }

    /// The probability of an action, by the names of player, set and action.
    func probability(_ behaviour: Behaviour, _ player: String, _ set: String, _ action: String) -> Rational {
        let place = sets.firstIndex { $0.player == player && $0.name == set }!
        return behaviour.probabilities[place][sets[place].actions.firstIndex(of: action)!]
    }
}
