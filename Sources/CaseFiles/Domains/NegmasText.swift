import CaseModel
import Numbers

/// Writes a domain in the YAML of negmas.
struct NegmasText {
    let domain: BargainingDomain
    let log: DomainLog

    func files(_ ids: [String]) -> [DomainExport.File] {
        [.init(name: domainFileName(ids, ending: "yml"), text: space)]
            + zip(ids, domain.parties).map { .init(name: "\($0).yml", text: utility($1)) }
    }

    private var space: String {
        var text = "name: \(quoted(domain.name))\ntype: DiscreteCartesianOutcomeSpace\nissues:\n"
        for issue in domain.issues {
            text += "- name: \(quoted(issue.name))\n  type: CategoricalIssue\n  values:\n"
            for value in issue.values { text += "  - \(quoted(value.name))\n" }
        }
        return text
    }

    private func utility(_ party: BargainingDomain.Party) -> String {
        let rows = domain.issues.indices.map { row(party, $0) }
        var text = "name: \(quoted(party.name))\ntype: LinearAdditiveUtilityFunction\nweights:\n"
        for row in rows { text += "- \(row.weight)\n" }
        text += "values:\n"
        for (issue, row) in zip(domain.issues, rows) {
            text += "- type: TableFun\n  mapping:\n"
            for (value, number) in zip(issue.values, row.values) {
                text += "    \(quoted(value.name)): \(number)\n"
            }
        }
        if case .utility(let number) = party.reservation {
            text +=
                "reserved_value: \(log.decimal(number, for: party))\n"
        }
        return text
    }

    /// Weight and values where both are decimals, else the weight 1 and the contributions.
    private func row(_ party: BargainingDomain.Party, _ issue: Int) -> (weight: String, values: [String]) {
        let (weight, values) = (party.weights[issue], party.values[issue])
        if let weight = decimalText(weight), !values.contains(where: { decimalText($0) == nil }) {
            return (weight, values.compactMap { decimalText($0) })
        }
        return ("1", values.map { log.decimal(weight * $0, for: party) })
    }

    /// A text in double quotes, so that no sign of YAML means anything in it.
    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
