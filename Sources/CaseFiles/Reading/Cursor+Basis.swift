import CaseModel

extension Record {
    /// What the thing rests on: `cite`, `basis: own`, both, or what its list says for entries that cite nothing.
    func basis(inheriting inherited: Basis = Basis()) -> Basis {
        var basis = Basis()
        basis.citations =
            value("cite")?.items("a list of citations").compactMap { cursor in
                let citation = cursor.citation()
                if let citation { context.citations.append((citation, cursor.place)) }
                return citation
            } ?? []
        if let word = value("basis") {
            if word.scalar == "own" {
                basis.isOwn = true
            } else {
                word.fail("a basis can only be 'own'", hint: "write 'basis: own', or cite a passage")
            }
        }
        return basis.kind == .uncited ? inherited : basis
    }
}

extension Cursor {
    /// An anchor `s1#a3`, or a passage that has not been cut yet as source, paragraph and first words.
    func citation() -> Citation? {
        guard scalar != nil else { return passage() }
        guard let text = scalar, let mark = text.firstIndex(of: "#") else {
            fail(
                "'\(scalar?.prefix(60) ?? "")' is no citation",
                hint: "write 's1#a3', or {source: s1, paragraph: 7, begins: \"first words\"}")
            return nil
        }
        let (source, anchor) = (String(text[..<mark]), String(text[text.index(after: mark)...]))
        guard Names.isForm(source), isAnchorID(anchor) else {
            fail(
                "'\(text.prefix(60))' is no anchor",
                hint: "write the source, '#', and 'a' with a number: 's1#a3'")
            return nil
        }
        context.registry.refer([.source], source, at: place)
        context.registry.refer([.anchor], text, at: place)
        return .anchor(source: source, id: anchor)
    }

    private func passage() -> Citation? {
        record("a citation") { record in
            let source = record.required("source")?.reference(.source)
            let paragraph = record.required("paragraph")?.integer(1...1_000_000)
            let begins = record.required("begins")?.text()
            guard let source, let paragraph, let begins else { return nil }
            return .passage(source: source, paragraph: paragraph, begins: begins)
        }
    }
}

/// `a` and a number from 1.
func isAnchorID(_ text: String) -> Bool {
    let digits = text.dropFirst()
    return text.hasPrefix("a") && (1...6).contains(digits.count) && digits.first != "0"
        && digits.allSatisfy { "0123456789".contains($0) }
}
