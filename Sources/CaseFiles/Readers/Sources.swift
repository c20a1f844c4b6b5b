import CaseModel

/// Reads `sources.yaml`.
func readSources(_ cursor: Cursor, into target: inout Case) {
    target.sources = cursor.records("source") { record in
        guard let id = record.newID(.source) else {
            record.allow(
                "kind", "title", "author", "published", "dateBasis", "language", "standpoint", "access",
                "hash",
                "paragraphs", "encoding", "repeats", "fingerprint", "seen", "reports", "translationOf",
                "stateOwned",
                "reliability", "missing", "documents", "note")
            return nil
        }
        var source = Source(id: id, place: record.place)
        source.kind = record.word("kind", Source.Kind.self) ?? .article
        source.title = record.requiredLabel("title")
        source.authors = record.texts("author")
        source.published = record.date("published")
        source.dateIsInferred = record.word("dateBasis", DateBasis.self) == .inferred
        source.languages = record.texts("language")
        source.standpoint = record.label("standpoint")
        source.access = record.word("access", Source.Access.self) ?? .public
        source.isKeyed = record.word("hash", HashMode.self) == .keyed
        source.paragraphs = record.required("paragraphs")?.word(Source.ParagraphMode.self)
        source.encoding = record.value("encoding").flatMap(readEncoding)
        source.repeats = record.paragraphs("repeats")
        source.fingerprint = record.value("fingerprint").flatMap(readFingerprint)
        source.seen = record.value("seen")?.records("version of a text", readRevision) ?? []
        source.reports = record.reference("reports", .source)
        source.translationOf = record.value("translationOf").flatMap(readOriginal)
        source.isStateOwned = record.flag("stateOwned")
        source.reliability = record.value("reliability").flatMap(readReliability)
        source.missingVoices = record.labels("missing")
        source.documents = record.labels("documents")
        source.note = record.optionalLabel("note")
        return source
    }
}

private enum DateBasis: String, CaseIterable { case stated, inferred }
private enum HashMode: String, CaseIterable { case plain, keyed }

private func readFingerprint(_ cursor: Cursor) -> Source.Fingerprint? {
    cursor.record("a fingerprint") { record in
        Source.Fingerprint(
            bytes: record.value("bytes")?.hash(), text: record.value("text")?.hash(),
            words: record.integer("words", 0...1_000_000_000), converter: record.text("converter"))
    }
}

private func readEncoding(_ cursor: Cursor) -> String? {
    guard let name = cursor.text("an encoding") else { return nil }
    if TextEncoding.named(name) != nil { return name }
    cursor.fail(
        "'\(name.prefix(60))' is no known encoding",
        hint: "encodings: \(TextEncoding.names.joined(separator: ", "))")
    return nil
}

private func readRevision(_ record: Record) -> Source.Revision? {
    let (hash, on, note) = (record.required("rev")?.hash(), record.date("on"), record.optionalLabel("note"))
    return hash.map { Source.Revision(hash: $0, on: on, note: note) }
}

/// The source that this one translates, or `{language: ru, note: …}` for an original that nobody holds.
private func readOriginal(_ cursor: Cursor) -> String? {
    guard cursor.isMap else { return cursor.reference(.source) }
    return cursor.record("an original") { record in
        _ = record.optionalLabel("note")
        return record.required("language")?.text()
    }
}

/// Admiralty letters and digits, shown as written.
private func readReliability(_ cursor: Cursor) -> Label? {
    cursor.record("a reliability") { record in
        let text = [record.text("source"), record.text("info")].compactMap { $0 }.joined()
        return Label(en: text, de: text)
    }
}

extension Record {
    /// Paragraph numbers as `p24`.
    fileprivate func paragraphs(_ key: String) -> [Int] {
        value(key)?.items().compactMap { cursor in
            guard let text = cursor.text() else { return nil }
            let digits = text.dropFirst()
            let isNumber = (1...7).contains(digits.count) && digits.allSatisfy { ("0"..."9").contains($0) }
            if text.hasPrefix("p"), isNumber, let number = Int(digits), number > 0 { return number }
            cursor.fail("'\(text)' is no paragraph", hint: "write 'p' and its number, as 'p24'")
            return nil
        } ?? []
    }
}
