import CaseModel

/// Reads one file of `statements/`: its name is the coder, or its folder is if a coder has several files.
func readStatements(_ cursor: Cursor, into target: inout Case) {
    let path = cursor.file.split(separator: "/")
    let name = path.count > 1 ? path[1].split(separator: ".")[0] : "case"
    let coder = String(name)
    target.statements += cursor.records("statement") { readStatement($0, by: coder) }
}

private func readStatement(_ record: Record, by coder: String) -> Statement? {
    let id = record.newID(.statement)
    let holder = record.required("holder")?.reference(.actor, .source)
    let via = record.chain()
    let about = record.required("on").flatMap(readAbout)
    let content = record.required("value").flatMap { cursor in
        about.flatMap { readContent(cursor, about: $0) }
    }
    let isReserved = record.flag("reserved") ?? false
    let force = record.word("force", Statement.Force.self)
    let audience = record.word("audience", Audience.self) ?? .public
    let given = record.formula("given", .issues)
    let (valid, said) = (record.date("valid"), record.date("said"))
    let sure = record.quantity("sure")
    let basis = record.basis()
    let quote = record.value("quote").flatMap(readQuote)
    let note = record.optionalLabel("note")
    guard let id, let holder, let about, let content else { return nil }
    var statement = Statement(
        id: id, coder: coder, holder: holder, about: about, content: content, place: record.place)
    (statement.via, statement.isReserved, statement.force) = (via, isReserved, force)
    (statement.audience, statement.given, statement.valid) = (audience, given, valid)
    (statement.said, statement.sure, statement.basis) = (said, sure, basis)
    (statement.quote, statement.note) = (quote, note)
    return statement
}

private func readAbout(_ cursor: Cursor) -> Statement.About? {
    guard let text = cursor.text("a reference") else { return nil }
    if text.hasPrefix("i:") { return cursor.prefixed("i", .issue).map { .issue($0) } }
    if text.hasPrefix("c:") { return cursor.prefixed("c", .claim).map { .claim($0) } }
    cursor.fail("'\(text.prefix(60))' is neither an issue nor a claim", hint: "write 'i:issue' or 'c:claim'")
    return nil
}

private func readContent(_ cursor: Cursor, about: Statement.About) -> Statement.Content? {
    switch about {
    case .issue(let issue): readTermContent(cursor, on: issue).map { .term($0) }
    case .claim: cursor.word(Statement.Stance.self).map { .stance($0) }
    }
}

/// A quotation, at most 25 words: a case cites, it does not copy.
private func readQuote(_ cursor: Cursor) -> String? {
    guard let text = cursor.text("a quotation") else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).count
    if words > 25 {
        cursor.fail(
            "the quotation has \(words) words, and 25 are allowed", hint: "cite the passage and paraphrase")
    }
    return text
}
