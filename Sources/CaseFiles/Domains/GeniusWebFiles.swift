import CaseModel
import Numbers

/// Reads a domain in the JSON of GeniusWeb: one file per party, each with the domain inside.
///
/// Utilities lie between 0 and 1 already, and nothing is rescaled. A reservation is a package; where it leaves issues out,
/// these count 0. Without one, no agreement is worth 0. Values of numbers lie on the line between their two ends.
struct GeniusWebFiles {
    let log: DomainLog

    func domain(
        _ domains: [(file: DomainFile, cursor: Cursor)], _ parties: [(file: DomainFile, cursor: Cursor)]
    ) -> BargainingDomain? {
        let spaces = parties.compactMap { file, cursor in
            cursor.child("LinearAdditiveUtilitySpace").map { (file: file, space: $0) }
        }
        guard let first = spaces.first else {
            if let file = domains.first?.file {
                log.fail(file.place, "the domain has no profile", "put one file per party beside it")
            }
            return nil
        }
        guard let source = domains.first?.cursor ?? first.space.needed("domain", "the profile") else {
            return nil
        }
        var domain = BargainingDomain(name: source.child("name")?.nameWithoutPath ?? first.file.stem)
        domain.issues = issues(source)
        guard !domain.issues.isEmpty, !log.hasErrors else {
            if !log.hasErrors {
                source.fail("there is no issue in it", hint: "issues stand under 'issuesValues'")
            }
            return nil
        }
        for (file, space) in spaces {
            if let own = space.child("domain"), !isSame(issues(own), domain.issues) {
                own.fail(
                    "this is another domain than that of \(source.file)",
                    hint: "put each domain into a folder of its own")
                continue
            }
            domain.parties.append(party(space, file, domain.issues))
        }
        return domain
    }

    /// The order in which a file names issues and values means nothing.
    private func isSame(_ one: [BargainingDomain.Issue], _ other: [BargainingDomain.Issue]) -> Bool {
        func sets(_ issues: [BargainingDomain.Issue]) -> [String: Set<String>] {
            Dictionary(issues.map { ($0.name, Set($0.values.map(\.name))) }) { $1 }
        }
        return sets(one) == sets(other)
    }

    private func issues(_ domain: Cursor) -> [BargainingDomain.Issue] {
        let entries = domain.needed("issuesValues", "a domain")?.entries() ?? []
        guard entries.count <= domainIssueLimit else {
            domain.fail(
                "there are more than \(domainIssueLimit) issues", hint: "leave out what does not matter")
            return []
        }
        return entries.compactMap { key, body in
            guard let name = key.domainName("the name of an issue") else { return nil }
            var issue = BargainingDomain.Issue(name: name, place: key.place)
            if let range = body.child("range") {
                let bounds = ["low", "high", "step"].map { word in
                    range.needed(word, "a range")?.domainNumber("'\(word)'")
                }
                guard let low = bounds[0], let high = bounds[1], let step = bounds[2] else { return nil }
                guard let values = DomainSteps(low: low, high: high, step: step).values else {
                    range.fail(
                        "'\(name)' has no value or more than \(domainValueLimit)",
                        hint: "an issue is weighed value by value: write it in coarser steps")
                    return nil
                }
                (issue.values, issue.isNumeric) = (values, true)
                return issue
            }
            let names =
                body.needed("values", "an issue")?.items().compactMap { $0.domainName("a value") } ?? []
            issue.values = names.map { .init(name: $0) }
            guard !names.isEmpty, Set(names).count == names.count else {
                body.fail(
                    names.isEmpty ? "'\(name)' has no values" : "'\(name)' has a value twice",
                    hint: "name every value once")
                return nil
            }
            return issue
        }
    }

    private func party(
        _ space: Cursor, _ file: DomainFile, _ issues: [BargainingDomain.Issue]
    ) -> BargainingDomain.Party {
        var party = BargainingDomain.Party(
            name: space.child("name")?.nameWithoutPath ?? file.stem, place: space.place)
        let (utilities, weights) = (
            space.needed("issueUtilities", "a profile"), space.needed("issueWeights", "a profile")
        )
        for issue in issues {
            let weight = weights?.needed(issue.name, "'issueWeights'")?.domainNumber("the weight")
            party.weights.append(weight ?? 0)
            let own = utilities?.needed(issue.name, "'issueUtilities'")
            party.values.append(own.flatMap { values($0, issue) } ?? issue.values.map { _ in 0 })
        }
        if let weights, weights.entries().count > issues.count {
            weights.fail("'issueWeights' names more issues than the domain has", hint: "delete the others")
        }
        party.reservation = reservation(space, issues, party)
        return party
    }

    private func values(_ body: Cursor, _ issue: BargainingDomain.Issue) -> [Rational]? {
        if let discrete = body.child(anyOf: "DiscreteValueSetUtilities", "discreteutils") {
            guard let table = discrete.needed("valueUtilities", "the values of '\(issue.name)'") else {
                return nil
            }
            let entries = Dictionary(table.entries().map { ($0.key.scalar ?? "", $0.value) }) { first, _ in
                first
            }
            return issue.values.map { value in
                guard let cursor = entries[value.name] else {
                    table.fail("'valueUtilities' needs '\(value.name)'", hint: "add '\(value.name)'")
                    return 0
                }
                return cursor.domainNumber("the utility") ?? 0
            }
        }
        guard let line = body.child(anyOf: "NumberValueSetUtilities", "numberutils") else {
            body.fail(
                "the values of '\(issue.name)' are told in a way that is not read",
                hint: "write DiscreteValueSetUtilities or NumberValueSetUtilities")
            return nil
        }
        let ends = ["lowValue", "highValue", "lowUtility", "highUtility"].map {
            line.needed($0, "the values of '\(issue.name)'")?.domainNumber("'\($0)'")
        }
        guard let low = ends[0], let high = ends[1], let bottom = ends[2], let top = ends[3] else {
            return nil
        }
        let numbers = issue.numbers.compactMap(\.self)
        guard numbers.count == issue.values.count, low < high || numbers.allSatisfy({ $0 == low }) else {
            line.fail(
                "'\(issue.name)' has values that are not on this line", hint: "write lowValue below highValue"
            )
            return nil
        }
        return numbers.map { low < high ? bottom + (top - bottom) * ($0 - low) / (high - low) : bottom }
    }

    private func reservation(
        _ space: Cursor, _ issues: [BargainingDomain.Issue], _ party: BargainingDomain.Party
    ) -> BargainingDomain.Reservation {
        guard let bid = space.child("reservationBid")?.child(anyOf: "issuevalues", "issueValues") else {
            return .utility(0)
        }
        let lookups = issues.map(ValueLookup.init)
        var package: [Int: Int] = [:]
        for (key, value) in bid.entries() {
            guard let issue = issues.firstIndex(where: { $0.name == key.scalar }) else {
                key.fail("the domain has no issue '\(key.scalar ?? "")'", hint: "correct the name")
                continue
            }
            guard let text = value.scalar, let position = lookups[issue].position(of: text) else {
                value.fail("'\(issues[issue].name)' has no such value", hint: "correct the name")
                continue
            }
            package[issue] = position
        }
        if package.count == issues.count { return .package(issues.indices.map { package[$0] ?? 0 }) }
        let open = issues.indices.filter { package[$0] == nil }.map { issues[$0].name }
        bid.warn("the reservation leaves out \(open.joined(separator: ", "))", hint: "they count 0")
        return .utility(package.reduce(.zero) { $0 + party.weights[$1.key] * party.values[$1.key][$1.value] })
    }
}
