import CaseModel

/// Every name that is used must be defined somewhere.
func checkReferences(_ context: ReadingContext) {
    let registry = context.registry
    for reference in registry.references where !reference.kinds.contains(where: { registry.isDefined($0, reference.id) }) {
        context.log.add(explain(reference, registry))
    }
}

private func explain(_ reference: Registry.Reference, _ registry: Registry) -> Problem {
    if reference.kinds == [.alternative] { return explainAlternative(reference, registry) }
    let kinds = reference.kinds.map(\.rawValue).joined(separator: " or ")
    let known = reference.kinds.flatMap { registry.ids(of: $0) }.filter { !$0.hasPrefix("#") }
    let name = reference.id.hasPrefix("#") ? "option number \(reference.id.dropFirst())" : "'\(reference.id)'"
    return Problem(
        reference.place, "there is no \(kinds) \(name)", hint: hint(reference.id, known),
        severity: reference.isLoose ? .warning : .error)
}

private func explainAlternative(_ reference: Registry.Reference, _ registry: Registry) -> Problem {
    let parts = reference.id.split(separator: ".", maxSplits: 1).map(String.init)
    let (issue, alternative) = (parts[0], parts.count > 1 ? parts[1] : "")
    let prefix = issue + "."
    let known = registry.ids(of: .alternative).filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    return Problem(
        reference.place, "the issue '\(issue)' has no alternative '\(alternative)'", hint: hint(alternative, known))
}

private func hint(_ word: String, _ known: [String]) -> String {
    if let near = nearestName(to: word, among: known) { return "did you mean '\(near)'?" }
    guard !known.isEmpty else { return "define it first; the case has none" }
    let shown = known.prefix(12).joined(separator: ", ")
    return "known: \(shown)" + (known.count > 12 ? " and \(known.count - 12) more" : "")
}
