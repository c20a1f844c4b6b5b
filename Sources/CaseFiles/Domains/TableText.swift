import Numbers

/// A domain as a table, in the form that ``TableFiles`` reads: every cell is weight times value.
func tableText(_ domain: BargainingDomain) -> String {
    var text = line(["issue", "alternative"] + domain.parties.map(\.name))
    for (index, issue) in domain.issues.enumerated() {
        let isWord = [TableFiles.weight, TableFiles.reservation].contains(issue.name)
        for (item, value) in issue.values.enumerated() {
            let cells = domain.parties.map { number($0.weights[index] * $0.values[index][item]) }
            text += line([isWord ? "\(issue.name) (issue)" : issue.name, value.name] + cells)
        }
    }
    let reservations = domain.parties.map { party in
        if case .utility(let value) = party.reservation { number(value) } else { number(party.least) }
    }
    return text + line([TableFiles.reservation, ""] + reservations)
}

/// Exact in any case: a decimal, or else a fraction.
private func number(_ value: Rational) -> String { decimalText(value) ?? value.description }

private func line(_ cells: [String]) -> String {
    let quoted = cells.map { cell in
        cell.contains(where: { ",\"\n\r".contains($0) })
            ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
            : cell
    }
    return quoted.joined(separator: ",") + "\n"
}
