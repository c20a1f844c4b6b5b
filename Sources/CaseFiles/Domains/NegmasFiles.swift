import CaseModel
import Numbers

/// Reads a domain in the YAML or JSON of negmas: the issues in one file, one file per utility function.
///
/// A path of the machine that wrote the file is dropped.
struct NegmasFiles {
    let log: DomainLog

    func domain(
        _ domains: [(file: DomainFile, cursor: Cursor)], _ parties: [(file: DomainFile, cursor: Cursor)]
    ) -> BargainingDomain? {
        guard let source = domains.first else {
            if !log.hasErrors {
                log.fail(
                    parties.first?.cursor.place ?? Place(file: ".", line: 1, column: 1),
                    "there is no domain here", "the issues stand in NAME-domain.yml or NAME.yml")
            }
            return nil
        }
        for extra in domains.dropFirst() {
            log.fail(
                extra.cursor.place, "there is a domain already: \(source.file.name)",
                "put each domain into a folder of its own")
        }
        let kind = source.cursor.className ?? "CartesianOutcomeSpace"
        guard kind.hasSuffix("CartesianOutcomeSpace") else {
            log.fail(source.cursor.place, "'\(kind)' cannot be read", "write DiscreteCartesianOutcomeSpace")
            return nil
        }
        var domain = BargainingDomain(name: source.cursor.child("name")?.nameWithoutPath ?? source.file.stem)
        let items = source.cursor.child("issues")?.items() ?? []
        guard items.count <= domainIssueLimit else {
            log.fail(
                source.cursor.place, "there are more than \(domainIssueLimit) issues",
                "leave out what does not matter")
            return nil
        }
        domain.issues = items.compactMap(issue)
        let names = domain.issues.map(\.name)
        for (position, issue) in domain.issues.enumerated() where names[..<position].contains(issue.name) {
            log.fail(issue.place, "the issue '\(issue.name)' stands here for the second time", "rename it")
        }
        guard !domain.issues.isEmpty, domain.issues.count == items.count else {
            if !log.hasErrors { log.fail(source.cursor.place, "the domain has no issue", "add one") }
            return nil
        }
        guard !parties.isEmpty else {
            if !log.hasErrors {
                log.fail(
                    source.cursor.place, "the domain has no utility function",
                    "put one file per party beside it")
            }
            return nil
        }
        var taken: Set<String> = []
        for (file, cursor) in parties {
            var party = NegmasUtility(issues: domain.issues, log: log).party(cursor, name: file.stem)
            // Programs write the same name into several files.
            if !taken.insert(party.name).inserted { party.name = file.stem }
            domain.parties.append(party)
        }
        return domain
    }

    private func issue(_ body: Cursor) -> BargainingDomain.Issue? {
        guard let name = body.needed("name", "an issue")?.domainName("the name of an issue"),
            let values = body.needed("values", "an issue")
        else { return nil }
        var issue = BargainingDomain.Issue(name: name, place: body.place)
        let kind = body.className ?? "CategoricalIssue"
        switch kind {
        case "CategoricalIssue", "OrdinalIssue", "CardinalIssue", "DiscreteOrdinalIssue",
            "DiscreteCardinalIssue":
            let names = values.items("a list of values").compactMap { $0.domainName("a value") }
            guard !names.isEmpty, Set(names).count == names.count else {
                values.fail(
                    names.isEmpty ? "'\(name)' has no values" : "'\(name)' has a value twice",
                    hint: "name every value once")
                return nil
            }
            issue.isNumeric = kind != "CategoricalIssue"
            issue.values = names.map { .init(name: $0, number: issue.isNumeric ? domainNumber($0) : nil) }
            issue.isNumeric = issue.isNumeric && !issue.values.contains { $0.number == nil }
            return issue
        case "ContiguousIssue", "ContinuousIssue": break
        default:
            body.fail(
                "the issue type '\(kind)' cannot be read",
                hint: "write CategoricalIssue, ContiguousIssue or ContinuousIssue")
            return nil
        }
        guard let (low, high) = bounds(values, name) else { return nil }
        var steps = DomainSteps(low: low, high: high, step: 1)
        if kind == "ContinuousIssue" {
            steps = .eleven(low, high)
            body.warn("'\(name)' takes any number in its range", hint: "it is read as 11 equal steps")
        }
        guard let all = steps.values else {
            values.fail(
                "'\(name)' has more than \(domainValueLimit) values",
                hint: "an issue is weighed value by value: write it in coarser steps")
            return nil
        }
        (issue.values, issue.isNumeric) = (all, true)
        return issue
    }

    /// `[low, high]`, or how many numbers there are from 0 on.
    private func bounds(_ values: Cursor, _ name: String) -> (Rational, Rational)? {
        guard values.isList else {
            guard let count = values.domainNumber("the values of '\(name)'") else { return nil }
            return ordered(0, count - 1, values)
        }
        let ends = values.items()
        guard ends.count == 2 else {
            values.fail("'\(name)' is a range and needs two ends", hint: "write [1, 9]")
            return nil
        }
        guard let low = ends[0].domainNumber("an end"), let high = ends[1].domainNumber("an end") else {
            return nil
        }
        return ordered(low, high, values)
    }

    private func ordered(_ low: Rational, _ high: Rational, _ values: Cursor) -> (Rational, Rational)? {
        if low <= high { return (low, high) }
        values.fail("the range runs backwards", hint: "write the smaller number first")
        return nil
    }
}
