import CaseModel

/// Reads one file of `proposals/`.
func readProposal(_ cursor: Cursor, into target: inout Case) {
    guard let proposal = readProposal(cursor) else { return }
    target.proposals.append(proposal)
    checkFileName(cursor, proposal.id)
}

/// Reads a draft, whatever its file is called.
func readProposal(_ cursor: Cursor) -> Proposal? {
    cursor.record("a proposal") { record in
        let id = record.newID(.proposal)
        var proposal = Proposal(id: id ?? "", place: record.place)
        proposal.name = record.requiredLabel("name")
        proposal.kind = record.word("kind", Proposal.Kind.self) ?? .draft
        proposal.date = record.required("date")?.date()
        proposal.authors = record.value("by").map(readAuthors) ?? []
        proposal.status = record.word("status", Proposal.Status.self)
        proposal.parents = record.references("from", .proposal)
        proposal.possibleParents = record.references("possible", .proposal)
        proposal.extent = record.word("extent", Proposal.Extent.self) ?? .whole
        proposal.numbered = record.integer("numbered", 0...10_000)
        proposal.audience = record.word("audience", Audience.self) ?? .public
        proposal.basis = record.basis()
        proposal.note = record.optionalLabel("note")
        proposal.points =
            record.value("points")?.records("point") { readPoint($0, of: proposal) } ?? []
        return id == nil ? nil : proposal
    }
}

/// One group of actors, or several with the source that names each.
private func readAuthors(_ cursor: Cursor) -> [Proposal.Authorship] {
    let isDisputed = cursor.isList && cursor.items().contains(where: \.isMap)
    guard isDisputed else {
        return [Proposal.Authorship(actors: cursor.oneOrMore.compactMap { $0.reference(.actor) }, says: nil)]
    }
    return cursor.records("group of authors") { record in
        let actors = record.references("actors", .actor)
        return Proposal.Authorship(actors: actors, says: record.required("says")?.reference(.source))
    }
}

private func readPoint(_ record: Record, of proposal: Proposal) -> Proposal.Point? {
    let cursor = record.required("id")
    let id = cursor?.pointID()
    if let cursor, let id,
        let earlier = record.context.registry.define(.point, "\(proposal.id).\(id)", at: cursor.place)
    {
        cursor.fail(
            "the point '\(id)' stands here already: \(earlier)", hint: "give each point an id of its own")
    }
    var point = Proposal.Point(id: id ?? "", place: record.place)
    point.via = record.chain()
    // A passage about the draft does not bear out what each of its points says; an assumption covers them all.
    point.basis = record.basis(inheriting: Basis(isOwn: proposal.basis.isOwn))
    point.note = record.optionalLabel("note")
    point.from = record.value("from")?.oneOrMore.compactMap { $0.pointReference() } ?? []
    point.linkages = record.allPrefixed("linkages", "l", .linkage)
    point.benefits = record.references("benefits", .actor)
    for (name, cursor) in record.value("terms")?.entries("issues with their terms") ?? [] {
        guard let issue = name.reference(.issue) else { continue }
        if let term = readTerm(cursor, on: issue, inheriting: point.basis) { point.terms.append(term) }
    }
    return id == nil ? nil : point
}

extension Cursor {
    /// The number of a point in its text, or a word.
    fileprivate func pointID() -> String? {
        guard let text = text("an id") else { return nil }
        let isForm = !text.isEmpty && text.utf8.count <= Names.lengthLimit && Names.isForm("p" + text)
        if isForm { return text }
        fail("'\(text.prefix(60))' is no id of a point", hint: "write its number in the text, or a word")
        return nil
    }

    /// A point of another draft, as `draft.point`.
    fileprivate func pointReference() -> String? {
        guard let text = text("a point") else { return nil }
        context.registry.refer([.point], text, at: place)
        return text
    }
}

/// The file of a thing is named after it, so that a person finds it.
func checkFileName(_ cursor: Cursor, _ id: String) {
    let name = cursor.file.split(separator: "/").last.map(String.init) ?? ""
    if name != "\(id).yaml" {
        cursor.fail(
            "the file of '\(id)' is called '\(name)'",
            hint: "rename the file to '\(id).yaml', or correct the id")
    }
}
