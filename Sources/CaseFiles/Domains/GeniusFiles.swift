import CaseModel
import Numbers

/// Reads a domain in the XML of GENIUS: one domain file and one profile per party, told apart by their content.
///
/// A folder with more than two profiles may be a pool from which pairs are drawn; all are taken, with a warning.
struct GeniusFiles {
    let log: DomainLog

    func domain(_ files: [DomainFile]) -> BargainingDomain? {
        let roots = files.compactMap { file in
            readXML(file.bytes, file: file.name, log: log).map { (file: file, root: $0) }
        }
        for (file, root) in roots where !Self.isProfile(root) && !Self.isTemplate(root) {
            log.warn(
                root.place, "'\(root.name)' is neither a domain nor a profile",
                "'\(file.name)' is passed over")
        }
        let templates = roots.filter { Self.isTemplate($0.root) }
        let profiles = roots.filter { Self.isProfile($0.root) }
        for extra in templates.dropFirst() {
            log.fail(
                extra.root.place, "there is a domain already: \(templates[0].file.name)",
                "put each domain with its profiles into a folder of its own")
        }
        guard let source = templates.first ?? profiles.first else {
            if !log.hasErrors {
                log.fail(
                    Place(file: files.first?.name ?? ".", line: 1, column: 1), "there is no profile here",
                    "a profile is an XML file that begins with <utility_space>")
            }
            return nil
        }
        let tree = GeniusTree(source.root, isWeighed: false, log: log)
        var domain = BargainingDomain(name: source.file.stem)
        domain.issues = tree.issues.compactMap(issue)
        guard !tree.issues.isEmpty else {
            if !log.hasErrors {
                log.fail(
                    source.root.place, "there is no issue in it", "an issue is written <issue name=\"…\">")
            }
            return nil
        }
        guard domain.issues.count == tree.issues.count else { return nil }
        guard !profiles.isEmpty else {
            if !log.hasErrors {
                log.fail(
                    source.root.place, "the domain has no profile",
                    "put one file per party beside it, with its evaluations")
            }
            return nil
        }
        if profiles.count > 2 {
            log.warn(
                source.root.place, "the \(profiles.count) profiles are read as \(profiles.count) parties",
                "if pairs are drawn from them, put each pair into a folder of its own")
        }
        domain.parties = profiles.compactMap { file, root in
            GeniusProfile(
                root: root, name: file.stem, domain: domain.issues, template: tree.issues, log: log
            ).party()
        }
        return domain
    }

    private static func isTemplate(_ root: XMLElement) -> Bool { root.name == "negotiation_template" }
    private static func isProfile(_ root: XMLElement) -> Bool { root.name == "utility_space" }

    private func issue(_ issue: GeniusIssue) -> BargainingDomain.Issue? {
        var result = BargainingDomain.Issue(name: issue.name, place: issue.place)
        guard issue.kind != .discrete else {
            result.values = issue.items.map { .init(name: $0.value) }
            if result.values.isEmpty {
                log.fail(issue.place, "the issue '\(issue.name)' has no values", "add items")
                return nil
            }
            return result
        }
        guard let (low, high) = issue.bounds else { return nil }
        var steps = DomainSteps(low: low, high: high, step: 1)
        if issue.kind == .real {
            steps = .eleven(low, high)
            log.warn(
                issue.place, "'\(issue.name)' takes any number from \(log.shown(low)) to \(log.shown(high))",
                "it is read as 11 equal steps")
        }
        guard let values = steps.values else {
            log.fail(
                issue.place, "'\(issue.name)' has more than \(domainValueLimit) values",
                "an issue is weighed value by value: write it in coarser steps")
            return nil
        }
        (result.values, result.isNumeric) = (values, true)
        return result
    }
}
