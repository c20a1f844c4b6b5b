import CaseModel
import Numbers
import Support

/// A small tree with shared sets, outcomes on the way, labels that repeat, and fractions of all sizes.
func randomTree(_ random: inout SplitMix64) -> TreeForm {
    let players = random.next(in: 1...3)
    var tree = TreeForm(title: random.pick(labels), players: (0..<players).map { _ in random.pick(labels) })
    tree.comment = random.pick([nil, "a\nb"])
    for number in 0..<random.next(in: 0...4) {
        tree.outcomes.append(
            GameOutcome(
                number: number * 3 + 1, name: random.pick(labels),
                payoffs: (0..<players).map { _ in randomNumber(&random) }))
    }
    var (missing, room) = (1, random.next(in: 1...60))
    while missing > 0 {
        let kind = room > 0 ? randomKind(&random, &tree) : .end
        let outcome =
            tree.outcomes.isEmpty || random.next(in: 0...2) == 0
            ? nil : random.next(in: 0...(tree.outcomes.count - 1))
        let node = TreeForm.Node(name: random.pick(labels), kind: kind, outcome: outcome)
        tree.nodes.append(node)
        missing += tree.arity(of: node) - 1
        room -= tree.arity(of: node)
    }
    return tree
}

private let labels = ["", "a", "b", "say \"x\"", "Ф", "{ , }", "c:\\d", "1/2"]

/// An end, or a lottery or information set, old or new.
private func randomKind(_ random: inout SplitMix64, _ tree: inout TreeForm) -> TreeForm.Kind {
    let isNew = random.next(in: 0...1) == 0
    let actions = (0..<random.next(in: 1...3)).map { _ in random.pick(labels) }
    switch random.next(in: 0...3) {
    case 0: return .end
    case 1:
        if !isNew, !tree.chances.isEmpty { return .chance(random.next(in: 0...(tree.chances.count - 1))) }
        let parts = actions.map { _ in random.next(in: 0...5) }
        let sum = max(1, parts.reduce(0, +))
        var probabilities = parts.map { Rational($0, over: sum) }
        probabilities[0] += 1 - probabilities.reduce(0, +)
        tree.chances.append(
            .init(
                number: tree.chances.count * 2 + 1, name: random.pick(labels), labels: actions,
                probabilities: probabilities))
        return .chance(tree.chances.count - 1)
    default:
        if !isNew, !tree.sets.isEmpty { return .decision(random.next(in: 0...(tree.sets.count - 1))) }
        tree.sets.append(
            .init(
                player: random.next(in: 0...(tree.players.count - 1)), number: 100 - tree.sets.count,
                name: random.pick(labels), actions: actions))
        return .decision(tree.sets.count - 1)
    }
}

/// A small table with payoffs or outcomes.
func randomTable(_ random: inout SplitMix64) -> TableForm {
    let strategies = (0..<random.next(in: 1...4)).map { _ in
        (0..<random.next(in: 1...3)).map { _ in random.pick(labels) }
    }
    let combinations = strategies.reduce(1) { $0 * $1.count }
    let body: TableForm.Body
    if random.next(in: 0...1) == 0 {
        body = .payoffs((0..<combinations * strategies.count).map { _ in randomNumber(&random) })
    } else {
        let outcomes = (0..<random.next(in: 1...4)).map { number in
            GameOutcome(
                number: number + 1, name: random.pick(labels),
                payoffs: strategies.map { _ in randomNumber(&random) })
        }
        body = .outcomes(
            outcomes,
            (0..<combinations).map { _ in
                random.next(in: 0...3) == 0 ? nil : random.next(in: 0...(outcomes.count - 1))
            })
    }
    return TableForm(
        title: random.pick(labels), players: strategies.map { _ in random.pick(labels) },
        strategies: strategies,
        body: body)
}

private func randomNumber(_ random: inout SplitMix64) -> Rational {
    let small = Rational(random.next(in: -20...20), over: random.next(in: 1...12))
    return random.next(in: 0...9) == 0 ? small * Rational(digits: "123456789", timesTenTo: 40) : small
}
