import CaseModel

/// Reads a domain in JSON or YAML: that of GeniusWeb or that of negmas, told apart by what stands in the files.
struct TreeFiles {
    let log: DomainLog

    private enum Kind { case webParty, webDomain, negmasDomain, negmasParty, other, refused(String) }

    func domain(_ files: [DomainFile]) -> BargainingDomain? {
        var found: [(file: DomainFile, cursor: Cursor, kind: Kind)] = []
        for file in files {
            guard !file.stem.hasSuffix("_stats") else {
                log.warn(file.place, "results are not read", "'\(file.name)' is passed over")
                continue
            }
            let text = YAMLText(file: file.name, log: log.all, mayHoldNothing: true)
            guard let tree = text.tree(of: file.bytes) else {
                if !log.hasErrors { log.fail(file.place, "the file is empty", "delete it") }
                continue
            }
            let cursor = Cursor(tree: tree, file: file.name, context: log.context)
            found.append((file, cursor, kind(cursor)))
        }
        for (file, cursor, kind) in found {
            switch kind {
            case .other:
                log.warn(cursor.place, "this is no part of a domain", "'\(file.name)' is passed over")
            case .refused(let name):
                log.fail(
                    cursor.place, "'\(name)' cannot be read",
                    "sums over issues are read: LinearAdditiveUtilitySpace, LinearAdditiveUtilityFunction")
            default: break
            }
        }
        func those(_ test: (Kind) -> Bool) -> [(DomainFile, Cursor)] {
            found.filter { test($0.kind) }.map { ($0.file, $0.cursor) }
        }
        let web = those { if case .webParty = $0 { true } else { false } }
        let webDomains = those { if case .webDomain = $0 { true } else { false } }
        let parties = those { if case .negmasParty = $0 { true } else { false } }
        let domains = those { if case .negmasDomain = $0 { true } else { false } }
        let isWeb = !web.isEmpty || !webDomains.isEmpty
        guard !isWeb || parties.isEmpty && domains.isEmpty else {
            log.fail(
                (parties + domains)[0].1.place, "the folder holds files of GeniusWeb and of negmas",
                "put each domain into a folder of its own")
            return nil
        }
        if isWeb { return GeniusWebFiles(log: log).domain(webDomains, web) }
        return NegmasFiles(log: log).domain(domains, parties)
    }

    private func kind(_ cursor: Cursor) -> Kind {
        guard case .map(let entries) = cursor.tree.body else { return .other }
        if cursor.child("LinearAdditiveUtilitySpace") != nil { return .webParty }
        if cursor.child("issuesValues") != nil { return .webDomain }
        if entries.count == 1, let name = cursor.at(entries[0].key).scalar,
            name.hasSuffix("UtilitySpace") || name.hasSuffix("Ordering") || name.hasSuffix("Profile")
        {
            return .refused(name)
        }
        if cursor.child("issues") != nil { return .negmasDomain }
        guard let name = cursor.className else { return .other }
        if NegmasUtility.isKnown(name) { return .negmasParty }
        return name.hasSuffix("Function") || name.hasSuffix("Fun") || name.hasSuffix("Space")
            ? .refused(name) : .other
    }
}
