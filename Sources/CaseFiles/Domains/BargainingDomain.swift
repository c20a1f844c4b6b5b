import CaseModel
import Numbers

/// A bargaining domain as other people's files tell it: issues and parties by name, before they become a case.
///
/// Every format is read into this and written from this, so that a format knows nothing of ids and models.
struct BargainingDomain {
    var name = ""
    var issues: [Issue] = []
    var parties: [Party] = []

    struct Issue {
        var name: String
        var place: Place
        var values: [Value] = []
        /// Whether the values are numbers on a scale.
        var isNumeric = false
    }

    /// One way to settle an issue.
    struct Value: Hashable {
        var name: String
        var number: Rational?
    }

    struct Party {
        var name: String
        var place: Place
        /// One per issue; a utility is the sum of weight times value, plus the constant, plus what the boxes add.
        var weights: [Rational] = []
        var values: [[Rational]] = []
        var constant = Rational.zero
        var boxes: [Box] = []
        var reservation = Reservation.unknown
        /// What a unit of time leaves of a utility; kept, not applied.
        var discount: Rational?
    }

    /// What a party has without an agreement.
    enum Reservation: Hashable {
        case utility(Rational)
        /// One value per issue.
        case package([Int])
        /// The file names none, so that every package is better than none.
        case unknown
    }

    /// A set of packages, as the values that it allows issue by issue, and what it adds to the utility.
    struct Box {
        var allowed: [Int: Set<Int>]
        var adds: Rational
    }
}

extension BargainingDomain {
    /// Complains of a domain that no table of values was made for.
    func checkSize(_ log: DomainLog) {
        let hint = "an issue is weighed value by value: leave out what does not matter"
        for issue in issues where issue.values.count > domainValueLimit {
            log.fail(issue.place, "'\(issue.name)' has more than \(domainValueLimit) values", hint)
        }
        if issues.count > domainIssueLimit {
            log.fail(issues[0].place, "there are more than \(domainIssueLimit) issues", hint)
        }
        if parties.count > domainIssueLimit {
            log.fail(parties[0].place, "there are more than \(domainIssueLimit) parties", hint)
        }
    }
}

extension BargainingDomain.Party {
    /// What a package is worth: the definition.
    func utility(of package: [Int]) -> Rational {
        var sum = constant
        for (issue, value) in package.enumerated() { sum += weights[issue] * values[issue][value] }
        for box in boxes where box.holds(package) { sum += box.adds }
        return sum
    }

    /// A number that no package is worth less than; exact without boxes.
    var least: Rational {
        let sums = zip(weights, values).map { weight, row in row.map { weight * $0 }.min() ?? 0 }
        return boxes.reduce(sums.reduce(constant, +)) { $0 + min(0, $1.adds) }
    }

    /// A number that no package is worth more than; exact without boxes.
    var most: Rational {
        let sums = zip(weights, values).map { weight, row in row.map { weight * $0 }.max() ?? 0 }
        return boxes.reduce(sums.reduce(constant, +)) { $0 + max(0, $1.adds) }
    }
}

extension BargainingDomain.Box {
    func holds(_ package: [Int]) -> Bool {
        allowed.allSatisfy { issue, values in values.contains(package[issue]) }
    }
}
