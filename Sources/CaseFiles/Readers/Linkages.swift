import CaseModel
import Numbers

/// Reads `linkages.yaml`: if one thing is agreed, another must be.
func readLinkages(_ cursor: Cursor, into target: inout Case) {
    target.linkages = cursor.records("linkage") { record in
        let id = record.newID(.linkage)
        var linkage = Linkage(id: id ?? "", place: record.place)
        linkage.name = record.requiredLabel("name")
        linkage.condition = record.formula("if", .both)
        linkage.consequence = record.formula("then", .both)
        linkage.kind =
            record.word("kind", Linkage.Kind.self) ?? (linkage.condition == nil ? .recorded : .hard)
        linkage.worth = record.quantities("worth", .actor)
        linkage.state = record.flag("active") ?? true ? .on : .off
        linkage.text = record.optionalLabel("text")
        linkage.voices = Linkage.Attitude.allCases.flatMap { record.voices($0) }
        linkage.basis = record.basis()
        linkage.note = record.optionalLabel("note")
        check(linkage, record)
        return id == nil ? nil : linkage
    }
}

private func check(_ linkage: Linkage, _ record: Record) {
    guard linkage.kind != .recorded else { return }
    if !record.has("if") || !record.has("then") {
        record.cursor.fail(
            "a \(linkage.kind.rawValue) linkage needs 'if' and 'then'",
            hint: "write both as expressions, or 'kind: recorded' for words only")
    }
    if linkage.kind != .hard, linkage.worth.isEmpty {
        record.cursor.fail("a \(linkage.kind.rawValue) needs its worth", hint: "write 'worth: {ru: 0.1}'")
    }
}

extension Record {
    /// Sources, actors or drafts (with `p:`) that name the linkage in this way.
    fileprivate func voices(_ attitude: Linkage.Attitude) -> [Linkage.Voice] {
        value(attitude.rawValue)?.oneOrMore.compactMap { cursor in
            guard let text = cursor.text("a source, an actor or 'p:draft'") else { return nil }
            let isDraft = text.hasPrefix("p:")
            let who =
                isDraft
                ? cursor.prefixed("p", .proposal).map { "p:\($0)" } : cursor.reference(.source, .actor)
            return who.map { Linkage.Voice(attitude: attitude, who: $0, place: cursor.place) }
        } ?? []
    }
}

/// Reads `norms.yaml`: law and principle as gates with an owner.
func readNorms(_ cursor: Cursor, into target: inout Case) {
    target.norms = cursor.records("norm") { record in
        let id = record.newID(.norm)
        var norm = Norm(id: id ?? "", place: record.place)
        norm.name = record.requiredLabel("name")
        norm.excludes = record.required("excludes")?.formula(.issues)
        norm.invokedBy = record.references("invoked", .source, .actor)
        record.value("establishedBy").map { cursor in
            let _: Bool? = cursor.record("a body that settled it") { inner in
                norm.establishedBy = inner.text("body")
                norm.establishedOn = inner.date("on")
                return true
            }
        }
        norm.basis = record.basis()
        norm.note = record.optionalLabel("note")
        return id == nil ? nil : norm
    }
}
