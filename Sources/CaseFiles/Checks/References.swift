import CaseModel

/// Every name that is used must be defined somewhere.
///
/// Names of a kind whose file could not be read are let pass: reporting them would bury the one real mistake.
func checkReferences(_ context: ReadingContext, unread: [String]) {
    let registry = context.registry
    let lost = Set(unread.flatMap(kinds))
    for reference in registry.references
    where lost.isDisjoint(with: reference.kinds) && !isFollowUp(reference, registry)
        && !reference.kinds.contains(where: { registry.isDefined($0, reference.id) })
    {
        context.log.add(explain(reference, registry))
    }
}

/// An alternative of an issue that does not exist itself: the issue is reported.
private func isFollowUp(_ reference: Registry.Reference, _ registry: Registry) -> Bool {
    guard reference.kinds == [.alternative], let issue = reference.id.split(separator: ".").first else {
        return false
    }
    return !registry.isDefined(.issue, String(issue))
}

/// What a file defines.
private func kinds(definedIn file: String) -> [Kind] {
    let folder = file.split(separator: "/").first.map(String.init) ?? file
    switch file.contains("/") ? (folder == "models" ? file : folder + "/") : file {
    case "sources.yaml": return [.source]
    case AnchorsFile.name: return [.anchor]
    case "actors.yaml": return [.actor, .aim]
    case "issues.yaml": return [.issue, .alternative, .feasibility]
    case "proposals/": return [.proposal, .point]
    case "statements.yaml", "statements/": return [.statement]
    case "linkages.yaml": return [.linkage]
    case "guarantees.yaml": return [.guarantee, .clause]
    case "ratification.yaml": return [.body, .rule]
    case "steps.yaml": return [.step]
    case "money.yaml": return [.money]
    case "papers.yaml": return [.paper, .theme]
    case "norms.yaml": return [.norm]
    case "options.yaml": return [.policy]
    case "claims.yaml": return [.claim]
    case "perspectives/": return [.perspective, .premise, .conclusion, .inference]
    case "models/stability.yaml": return [.option, .decisionMaker, .feasibility]
    case "models/packages.yaml": return [.party, .parameter]
    default: return file.hasPrefix("models/") ? [.game, .parameter] : []
    }
}

private func explain(_ reference: Registry.Reference, _ registry: Registry) -> Problem {
    if reference.kinds == [.parameter], reference.isLoose {
        return Problem(
            reference.place, "no model has the parameter '\(reference.id)' yet",
            hint: nearestName(to: reference.id, among: registry.ids(of: .parameter)).map {
                "did you mean '\($0)'?"
            }
                ?? "the question stays open until a model has it",
            severity: .warning)
    }
    if reference.kinds == [.alternative] { return explainAlternative(reference, registry) }
    let kinds = reference.kinds.map(\.rawValue).joined(separator: " or ")
    let known = reference.kinds.flatMap { registry.ids(of: $0) }.filter { !$0.hasPrefix("#") }
    let what =
        reference.id.hasPrefix("#")
        ? "option number \(reference.id.dropFirst())" : "\(kinds) '\(reference.id)'"
    return Problem(
        reference.place, "there is no \(what)", hint: hint(reference.id, known),
        severity: reference.isLoose ? .warning : .error)
}

private func explainAlternative(_ reference: Registry.Reference, _ registry: Registry) -> Problem {
    let parts = reference.id.split(separator: ".", maxSplits: 1).map(String.init)
    let (issue, alternative) = (parts[0], parts.count > 1 ? parts[1] : "")
    let prefix = issue + "."
    let known = registry.ids(of: .alternative).filter { $0.hasPrefix(prefix) }.map {
        String($0.dropFirst(prefix.count))
    }
    return Problem(
        reference.place, "the issue '\(issue)' has no alternative '\(alternative)'",
        hint: hint(alternative, known))
}

private func hint(_ word: String, _ known: [String]) -> String {
    if let near = nearestName(to: word, among: known) { return "did you mean '\(near)'?" }
    guard !known.isEmpty else { return "define it first; the case has none" }
    let shown = known.prefix(12).joined(separator: ", ")
    return "known: \(shown)" + (known.count > 12 ? " and \(known.count - 12) more" : "")
}
