import CaseModel
import Numbers

/// Reads one profile of a GENIUS domain: what the outcomes are worth to one party.
///
/// A utility is the sum of weight times evaluation, each evaluation of a discrete issue divided by the largest one of its
/// issue; where that is below 0.00001, the issue counts 0. Weights are taken as they are. The reservation is a number on
/// the scale of that sum, 0 where none is given.
///
/// - Source: Lin, Kraus, Baarslag, Tykhonov, Hindriks & Jonker, *GENIUS: an integrated environment for supporting the
///   design of generic automated negotiators* (Computational Intelligence 30, 2014), for the model.
struct GeniusProfile {
    let root: XMLElement
    let name: String
    let domain: [BargainingDomain.Issue]
    /// The same issues as their file tells them.
    let template: [GeniusIssue]
    let log: DomainLog

    func party() -> BargainingDomain.Party? {
        var party = BargainingDomain.Party(name: name, place: root.place)
        let isNonlinear =
            root.text("type")?.lowercased() == "nonlinear" || !root.descendants("hyperRectangle").isEmpty
        let tree = GeniusTree(root, isWeighed: !isNonlinear, log: log)
        party.reservation = .utility(reservation ?? 0)
        party.discount = discount
        if isNonlinear {
            let boxes = GeniusBoxes(root: root, domain: domain, template: template, log: log)
            party.weights = domain.map { _ in 1 }
            party.values = domain.map { $0.values.map { _ in 0 } }
            party.boxes = boxes.read()
            return party
        }
        let matched = join(tree.issues)
        for (position, issue) in domain.enumerated() {
            guard let own = matched[position] else {
                log.fail(
                    root.place, "the profile says nothing of the issue '\(issue.name)'",
                    "add it, or take another domain file")
                continue
            }
            party.weights.append(own.weight ?? 0)
            party.values.append(values(own, issue, template[position]))
        }
        guard party.weights.count == domain.count else { return nil }
        noteWeights(party, tree.issues)
        return party
    }

    /// For each issue of the domain the profile's own: by index, then by name, never by position.
    private func join(_ issues: [GeniusIssue]) -> [Int: GeniusIssue] {
        var matched: [Int: GeniusIssue] = [:]
        for issue in issues {
            let byIndex = issue.index.flatMap { index in template.firstIndex { $0.index == index } }
            let byName = domain.firstIndex { $0.name == issue.name }
            guard let position = byIndex ?? byName else {
                log.fail(
                    issue.place, "the domain has no issue '\(issue.name)' and none with its index",
                    "issues: \(domain.map(\.name).joined(separator: ", "))")
                continue
            }
            if let byName, position != byName {
                log.fail(
                    issue.place,
                    "by its index this issue is '\(domain[position].name)', by its name '\(issue.name)'",
                    "give it the index that the domain gives it")
            } else if byName == nil {
                log.warn(
                    issue.place, "the issue '\(issue.name)' is '\(domain[position].name)' in the domain",
                    "they have the same index and are taken for one")
            }
            if matched[position] != nil {
                log.fail(issue.place, "'\(issue.name)' is told twice", "delete one of the two")
            }
            matched[position] = issue
        }
        return matched
    }

    private func values(
        _ own: GeniusIssue, _ issue: BargainingDomain.Issue, _ template: GeniusIssue
    ) -> [Rational] {
        guard template.kind == .discrete else {
            return GeniusEvaluator(issue: own, template: template, log: log).values(of: issue)
        }
        let names = Dictionary(template.items.enumerated().map { ($1.value, $0) }) { first, _ in first }
        let indices = Dictionary(
            template.items.enumerated().compactMap { place, item in item.index.map { ($0, place) } }
        ) { first, _ in first }
        var found: [GeniusIssue.Item?] = template.items.map { _ in nil }
        for item in own.items {
            // Where files spell a value differently, the index of the item joins them.
            guard let place = names[item.value] ?? item.index.flatMap({ indices[$0] }) else {
                log.fail(
                    item.place, "'\(issue.name)' has no value '\(item.value)'",
                    "values: \(issue.values.prefix(20).map(\.name).joined(separator: ", "))")
                continue
            }
            if let other = found[place] {
                log.fail(
                    item.place, "'\(item.value)' and '\(other.value)' are one value of the domain",
                    "correct one of the two")
            }
            found[place] = item
        }
        let evaluations = found.map { item in item?.evaluation.flatMap { $0 == "null" ? nil : $0 } }
        guard evaluations.contains(where: { $0 != nil }) || evaluations.isEmpty else {
            log.fail(
                own.place, "no value of '\(issue.name)' has an evaluation",
                "add evaluation=\"…\" to its items")
            return issue.values.map { _ in 0 }
        }
        var numbers: [Rational] = []
        for (position, text) in evaluations.enumerated() {
            guard let text else {
                log.warn(
                    own.place,
                    "the value '\(issue.values[position].name)' of '\(issue.name)' has no evaluation",
                    "it counts 0")
                numbers.append(0)
                continue
            }
            numbers.append(number(text, found[position]?.place ?? own.place, issue.values[position].name))
        }
        let largest = numbers.max() ?? 0
        return largest < Rational(1, over: 100_000) ? numbers.map { _ in 0 } : numbers.map { $0 / largest }
    }

    private func number(_ text: String, _ place: Place, _ value: String) -> Rational {
        if let number = domainNumber(text) { return number }
        log.fail(
            place, "the evaluation of '\(value)' is no number: '\(text.prefix(60))'",
            "write 12, -0.5 or 1.5e-3")
        return 0
    }

    private var reservation: Rational? {
        root.children("reservation").first?.domainNumber("value", "the reservation", log)
    }

    /// Files write 0 or 1 for none.
    private var discount: Rational? {
        guard let element = root.children("discount_factor").first,
            let factor = element.domainNumber("value", "the discount factor", log), factor != 0, factor != 1
        else { return nil }
        log.noteDiscount(factor, element.place)
        return factor
    }

    private func noteWeights(_ party: BargainingDomain.Party, _ issues: [GeniusIssue]) {
        let sum = issues.reduce(Rational.zero) { $0 + ($1.weight ?? 0) }
        if sum != 1, !issues.contains(where: { $0.weight == nil }) {
            log.warn(
                root.place, "the weights of '\(name)' sum to \(log.shown(sum)), not to 1",
                "they are kept as they are; nothing is rescaled")
        }
        for issue in issues where issue.weight == 0 {
            log.warn(issue.place, "'\(issue.name)' weighs nothing for '\(name)'", "its values count 0")
        }
    }
}
