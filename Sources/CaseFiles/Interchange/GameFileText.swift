public import CaseModel
import Numbers

/// A game as a file in one of the two public formats, as other readers take them, too.
///
/// A tree has one node per line, declares its information set at every node, and pays at its ends alone; a table has
/// one combination per line. Numbers are exact fractions. Reading the text again gives the same game. The formats
/// cannot hold a text that ends with a backslash: a blank is put behind it.
///
/// - Parameter form: The game; every lottery, information set and outcome has a number of its own.
/// - Returns: The text of the file.
public func gameFile(_ form: GameForm) -> String {
    switch form {
    case .tree(let tree): treeFile(tree.withPayoffsAtEnds())
    case .table(let table): tableFile(table)
    }
}

private func treeFile(_ tree: TreeForm) -> String {
    var text = "EFG 2 R \(quoted(tree.title)) \(labels(tree.players))\n\(quoted(tree.comment ?? ""))\n\n"
    let chances = tree.chances.map { chance in
        let branches = zip(chance.labels, chance.probabilities).map { "\(quoted($0)) \(number($1))" }
        return "\(chance.number) \(quoted(chance.name)) \(braced(branches))"
    }
    let sets = tree.sets.map { "\($0.player + 1) \($0.number) \(quoted($0.name)) \(labels($0.actions))" }
    let outcomes = tree.outcomes.map { "\($0.number) \(quoted($0.name)) { \(payoffs($0)) }" }
    for node in tree.nodes {
        switch node.kind {
        case .chance(let chance): text += "c \(quoted(node.name)) \(chances[chance]) 0\n"
        case .decision(let set): text += "p \(quoted(node.name)) \(sets[set]) 0\n"
        case .end: text += "t \(quoted(node.name)) \(node.outcome.map { outcomes[$0] } ?? "0")\n"
        }
    }
    return text
}

private func tableFile(_ table: TableForm) -> String {
    var text = "NFG 1 R \(quoted(table.title)) \(labels(table.players))\n"
    text += "\(braced(table.strategies.map(labels)))\n\(quoted(table.comment ?? ""))\n\n"
    switch table.body {
    case .payoffs(let payoffs):
        for (index, payoff) in payoffs.enumerated() {
            text += number(payoff) + ((index + 1).isMultiple(of: table.players.count) ? "\n" : " ")
        }
    case .outcomes(let outcomes, let cells):
        text += "{\n"
        for outcome in outcomes { text += "{ \(quoted(outcome.name)) \(payoffs(outcome)) }\n" }
        text += "}\n"
        for cell in cells { text += "\(cell.map { $0 + 1 } ?? 0)\n" }
    }
    return text
}

private func braced(_ items: [String]) -> String {
    items.isEmpty ? "{ }" : "{ \(items.joined(separator: " ")) }"
}

private func labels(_ labels: [String]) -> String { braced(labels.map(quoted)) }

private func payoffs(_ outcome: GameOutcome) -> String {
    outcome.payoffs.map(number).joined(separator: ", ")
}

/// The exact value as a whole number or a fraction; a very long one as a decimal, if it is one.
private func number(_ value: Rational) -> String {
    if let whole = value.exactInt { return "\(whole)" }
    let fraction = value.description
    guard fraction.utf8.count > GameFileNumber.limit, let decimal = value.decimal else { return fraction }
    return (value.signum < 0 ? "-" : "") + GameFileNumber.text(decimal.digits, timesTenTo: decimal.exponent)
}

/// A text in quotes; the one sign that has to be escaped is the quote.
private func quoted(_ text: String) -> String {
    let signs: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "\\")]
    guard text.utf8.contains(where: signs.contains) else { return "\"\(text)\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
        if scalar == "\"" { quoted += "\\" }
        quoted.unicodeScalars.append(scalar)
    }
    // Right before the closing quote a backslash would escape it.
    return quoted + (text.utf8.last == UInt8(ascii: "\\") ? " \"" : "\"")
}
