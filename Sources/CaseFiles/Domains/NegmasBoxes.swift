import CaseModel
import Numbers

/// The hyper-rectangles of negmas: for each some issues with the values they may have, and what it adds.
///
/// Two numbers for an issue of numbers are the ends of a range, every other list names the values one by one.
struct NegmasBoxes {
    let issues: [BargainingDomain.Issue]
    private let lookups: [ValueLookup]

    init(issues: [BargainingDomain.Issue]) { (self.issues, lookups) = (issues, issues.map(ValueLookup.init)) }

    func makeEmpty(_ party: inout BargainingDomain.Party) {
        party.weights = issues.map { _ in 1 }
        party.values = issues.map { $0.values.map { _ in 0 } }
    }

    func read(_ body: Cursor, into party: inout BargainingDomain.Party) {
        makeEmpty(&party)
        guard let ranges = body.needed("outcome_ranges", "the function")?.items(),
            let utilities = body.needed("utilities", "the function")?.items()
        else { return }
        let weights = body.child("weights")?.items()
        guard ranges.count == utilities.count, weights.map({ $0.count == ranges.count }) ?? true else {
            body.fail(
                "ranges, utilities and weights are not equally many",
                hint: "write one utility and weight per range")
            return
        }
        for (number, range) in ranges.enumerated() {
            let weight = weights.map { $0[number].domainNumber("a weight") ?? 0 } ?? 1
            let utility = utilities[number].domainNumber("a utility of a range") ?? 0
            let allowed = range.tree.isNothing ? [:] : self.allowed(range)
            party.boxes.append(.init(allowed: allowed, adds: weight * utility))
        }
    }

    private func allowed(_ range: Cursor) -> [Int: Set<Int>] {
        var allowed: [Int: Set<Int>] = [:]
        for (key, value) in range.entries("issues with their values") {
            let name = key.scalar ?? ""
            let byNumber = Int(name).flatMap { issues.indices.contains($0) ? $0 : nil }
            guard let issue = issues.firstIndex(where: { $0.name == name }) ?? byNumber else {
                key.fail("there is no issue '\(name)'", hint: "name an issue, or its number from 0 on")
                continue
            }
            guard !value.tree.isNothing else { continue }
            allowed[issue] = values(value, issues[issue], lookups[issue])
        }
        return allowed
    }

    private func values(
        _ cursor: Cursor, _ issue: BargainingDomain.Issue, _ lookup: ValueLookup
    ) -> Set<Int> {
        let items = cursor.oneOrMore
        let ends = items.compactMap { $0.scalar.flatMap { domainNumber($0) } }
        if cursor.isList, items.count == 2, ends.count == 2, issue.isNumeric {
            return Set(
                issue.values.indices.filter { index in
                    issue.values[index].number.map { ends[0] <= $0 && $0 <= ends[1] } ?? false
                })
        }
        return Set(
            items.compactMap { item in
                guard let text = item.scalar, let position = lookup.position(of: text) else {
                    item.fail("'\(issue.name)' has no value '\(item.scalar ?? "")'", hint: "correct the name")
                    return nil
                }
                return position
            })
    }
}
