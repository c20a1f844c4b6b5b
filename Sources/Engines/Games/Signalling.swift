import Numbers

/// A game in which one player, who alone knows his type, sends a message, and another answers it.
///
/// What follows the answer must already be decided: the payoffs are those of the undominated continuation.
public struct Signalling: Sendable {
    /// The sender's sets, one per type.
    public let types: [Int]
    /// For each message the receiver's set.
    public let answers: [Int]
    /// What type, message and answer bring to the sender and the receiver.
    private let payoffs: [[[(sender: Rational, receiver: Rational)]]]

    /// Which tests of beliefs off the path an outcome passes.
    public struct Survival: Hashable, Sendable {
        public let intuitive: Bool
        public let d1: Bool
    }
}

extension GameTree {
    /// The game as one of signalling, if it is one.
    public var signalling: Signalling? { Signalling(self) }
}

extension Signalling {
    init?(_ tree: GameTree) {
        guard tree.players == 2, case .chance = tree.nodes[0].kind else { return nil }
        let allowed = tree.undominated(AllowedActions(tree))
        let bounds = ValueBounds(tree, allowed)
        var types: [Int] = []
        var answers: [Int]?
        var payoffs: [[[(sender: Rational, receiver: Rational)]]] = []
        for (branch, child) in tree.children(of: 0).enumerated() where tree.probability(0, branch) != 0 {
            guard case .decision(let set) = tree.nodes[Int(child)].kind,
                tree.sets[set].members == [Int(child)],
                types.first.map({ tree.sets[$0].player == tree.sets[set].player }) ?? true
            else { return nil }
            types.append(set)
            var mine: [Int] = []
            var rows: [[(sender: Rational, receiver: Rational)]] = []
            for after in tree.children(of: Int(child)) {
                guard case .decision(let answer) = tree.nodes[Int(after)].kind,
                    tree.sets[answer].player != tree.sets[set].player
                else { return nil }
                mine.append(answer)
                var row: [(sender: Rational, receiver: Rational)] = []
                for end in tree.children(of: Int(after)) {
                    let (low, sender) = (Int(end) * 2, tree.sets[set].player)
                    // Decided: what follows brings both players one thing only.
                    guard (0..<2).allSatisfy({ bounds.low[low + $0] == bounds.high[low + $0] }) else {
                        return nil
                    }
                    row.append((bounds.low[low + sender], bounds.low[low + 1 - sender]))
                }
                rows.append(row)
            }
            guard answers.map({ $0 == mine }) ?? true else { return nil }
            (answers, payoffs) = (mine, payoffs + [rows])
        }
        // The receiver sees the message and nothing else.
        guard types.count > 1, let answers, Set(answers).count == answers.count,
            answers.allSatisfy({ tree.sets[$0].members.count == types.count && tree.sets[$0].actions <= 8 })
        else { return nil }
        (self.types, self.answers, self.payoffs) = (types, answers, payoffs)
    }
}

extension Signalling {
    /// Whether an equilibrium passes the intuitive criterion and D1 (Cho & Kreps 1987).
    ///
    /// The intuitive criterion: a message that nobody sends is not believed to come from a type that could not gain by
    /// it whatever is answered; the equilibrium fails if some other type would then gain by it for sure. D1: the message
    /// is not believed to come from a type that gains, or breaks even, only where another type gains; the equilibrium
    /// fails if no belief in the remaining types supports it.
    ///
    /// - Complexity: One linear program for each set of answers and pair of types.
    public func survival(of behaviour: Behaviour) -> Survival {
        let worth = types.indices.map { equilibriumWorth(of: $0, behaviour) }
        let unsent = answers.indices.filter { message in
            types.allSatisfy { behaviour.probabilities[$0][message] == 0 }
        }
        return Survival(
            intuitive: unsent.allSatisfy { isIntuitive($0, worth) },
            d1: unsent.allSatisfy { isSupported($0, worth) })
    }

    private var all: [Int] { Array(types.indices) }

    private func isIntuitive(_ message: Int, _ worth: [Rational]) -> Bool {
        let replies = bestReplies(message, all)
        let rest = all.filter { type in
            replies.contains { payoffs[type][message][$0].sender >= worth[type] }
        }
        guard !rest.isEmpty else { return true }
        let restReplies = bestReplies(message, rest)
        return !rest.contains { type in
            restReplies.allSatisfy { payoffs[type][message][$0].sender > worth[type] }
        }
    }

    private func isSupported(_ message: Int, _ worth: [Rational]) -> Bool {
        let faces = faces(message, all)
        let rest = all.filter { type in
            !all.contains { $0 != type && isOutdone(type, by: $0, message, worth, faces) }
        }
        let believed = rest.isEmpty ? all : rest
        return self.faces(message, believed).contains { face in
            hasMixture(of: face) { program in
                for type in all {
                    program.require(terms(type, message, face), .atMost, worth[type])
                }
            }
        }
    }

    /// Whether one type gains, or breaks even, only where another gains for sure.
    private func isOutdone(
        _ type: Int, by other: Int, _ message: Int, _ worth: [Rational], _ faces: [[Int]]
    ) -> Bool {
        let otherGains = faces.contains { face in
            face.contains { payoffs[other][message][$0].sender > worth[other] }
        }
        guard otherGains else { return false }
        return !faces.contains { face in
            hasMixture(of: face) { program in
                program.require(terms(type, message, face), .atLeast, worth[type])
                program.require(terms(other, message, face), .atMost, worth[other])
            }
        }
    }

    private func terms(_ type: Int, _ message: Int, _ face: [Int]) -> [LinearProgram.Term] {
        face.enumerated().map { .init(payoffs[type][message][$1].sender, $0) }
    }

    private func hasMixture(of face: [Int], _ conditions: (inout LinearProgram) -> Void) -> Bool {
        var program = LinearProgram(variables: face.count)
        program.require(face.indices.map { .init(1, $0) }, .equal, 1)
        conditions(&program)
        return program.solved() != .infeasible
    }

    /// The answers that are best under some belief in these types.
    private func bestReplies(_ message: Int, _ believed: [Int]) -> [Int] {
        payoffs[0][message].indices.filter { isBest([$0], message, believed) }
    }

    /// The sets of answers that are all best under one belief in these types.
    private func faces(_ message: Int, _ believed: [Int]) -> [[Int]] {
        Subsets(of: Array(payoffs[0][message].indices)).filter { isBest($0, message, believed) }
    }

    private func isBest(_ replies: [Int], _ message: Int, _ believed: [Int]) -> Bool {
        var program = LinearProgram(variables: believed.count)
        program.require(believed.indices.map { .init(1, $0) }, .equal, 1)
        for reply in payoffs[0][message].indices {
            let terms = believed.enumerated().map { place, type in
                LinearProgram.Term(
                    payoffs[type][message][replies[0]].receiver - payoffs[type][message][reply].receiver,
                    place)
            }
            program.require(terms, replies.contains(reply) ? .equal : .atLeast, 0)
        }
        return program.solved() != .infeasible
    }

    /// What a type gets in equilibrium.
    private func equilibriumWorth(of type: Int, _ behaviour: Behaviour) -> Rational {
        answers.indices.reduce(Rational.zero) { sum, message in
            let share = behaviour.probabilities[types[type]][message]
            guard share != 0 else { return sum }
            let answer = behaviour.probabilities[answers[message]]
            return zip(payoffs[type][message], answer).reduce(sum) { $0 + share * $1.0.sender * $1.1 }
        }
    }
}
