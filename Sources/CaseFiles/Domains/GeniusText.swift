import CaseModel
import Numbers

/// Writes a domain in the XML of GENIUS.
struct GeniusText {
    let domain: BargainingDomain
    let log: DomainLog

    func files(_ ids: [String]) -> [DomainExport.File] {
        [.init(name: domainFileName(ids, ending: "xml"), text: template)]
            + zip(ids, domain.parties).map { .init(name: "\($0).xml", text: profile($1)) }
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    private var objective: String {
        " <objective index=\"0\" name=\(quoted(domain.name)) type=\"objective\" etype=\"objective\">\n"
    }

    private var template: String {
        var text = Self.head + "<negotiation_template>\n"
        text += "<utility_space number_of_issues=\"\(domain.issues.count)\">\n\(objective)"
        for (index, issue) in domain.issues.enumerated() {
            text += issueHead(index)
            for (item, value) in issue.values.enumerated() {
                text +=
                    "   <item index=\"\(item + 1)\" value=\(quoted(value.name)) cost=\"0\" description=\"\"/>\n"
            }
            text += "  </issue>\n"
        }
        return text + " </objective>\n</utility_space>\n</negotiation_template>\n"
    }

    private func issueHead(_ index: Int) -> String {
        "  <issue index=\"\(index + 1)\" name=\(quoted(domain.issues[index].name)) "
            + "type=\"discrete\" etype=\"discrete\" vtype=\"discrete\">\n"
    }

    private func profile(_ party: BargainingDomain.Party) -> String {
        if party.most > 1 {
            log.warn(
                party.place, "the best package is worth \(log.shown(party.most)) to '\(party.name)'",
                "GENIUS means utilities from 0 to 1")
        }
        var text = Self.head + "<utility_space number_of_issues=\"\(domain.issues.count)\">\n\(objective)"
        var weights = ""
        for (index, issue) in domain.issues.enumerated() {
            let (weight, evaluations) = row(party, index)
            text += issueHead(index)
            for (item, value) in issue.values.enumerated() {
                text += "   <item index=\"\(item + 1)\" value=\(quoted(value.name)) "
                text += "evaluation=\"\(evaluations[item])\"/>\n"
            }
            text += "  </issue>\n"
            weights += "  <weight index=\"\(index + 1)\" value=\"\(weight)\"/>\n"
        }
        text += weights + " </objective>\n"
        let discount = party.discount.map { log.decimal($0, for: party) } ?? "1"
        text += " <discount_factor value=\"\(discount)\"/>\n"
        if case .utility(let number) = party.reservation {
            let shown = log.decimal(number, for: party)
            text += " <reservation value=\"\(shown)\"/>\n"
        }
        return text + "</utility_space>\n"
    }

    /// The weight times the largest value, and evaluations whose shares of the largest are those of the values.
    private func row(_ party: BargainingDomain.Party, _ index: Int) -> (String, [String]) {
        let (values, name) = (party.values[index], domain.issues[index].name)
        if let least = values.min(), least < 0 {
            log.fail(
                party.place, "values of '\(name)' lie below zero for '\(party.name)'",
                "GENIUS divides by the largest value: move the zero of the issue and of the reservation")
        }
        let largest = values.max() ?? 0
        let weight = party.weights[index] * (largest > 0 ? largest : 1)
        let scale = wholeScale(values) ?? (largest > 0 ? 1 / largest : 1)
        return (
            log.decimal(weight, for: party),
            values.map { log.decimal($0 * scale, for: party) }
        )
    }

    /// A number that makes all values whole; `nil` where that would be very large.
    private func wholeScale(_ values: [Rational]) -> Rational? {
        var scale = 1
        for value in values {
            guard let denominator = value.words?.denominator else { return nil }
            let (product, overflow) = (scale / gcd(scale, denominator)).multipliedReportingOverflow(
                by: denominator)
            guard !overflow, product < 1 << 50 else { return nil }
            scale = product
        }
        return Rational(scale)
    }

    private func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
