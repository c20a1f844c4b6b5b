import CaseModel

/// Reads `papers.yaml`: strategy papers, themes, and what each paper says on a theme.
func readPapers(_ cursor: Cursor, into target: inout Case) {
    let file: Papers? = cursor.record("papers.yaml") { record in
        var papers = Papers()
        papers.papers = record.value("papers")?.records("paper", readPaper) ?? []
        papers.themes = record.value("themes")?.records("theme", readTheme) ?? []
        papers.stances = record.value("stances")?.records("stance", readStance) ?? []
        return papers
    }
    target.papers = file ?? Papers()
}

private func readPaper(_ record: Record) -> Papers.Paper? {
    let id = record.newID(.paper)
    var paper = Papers.Paper(id: id ?? "", place: record.place)
    paper.name = record.requiredLabel("name")
    paper.actor = record.reference("actor", .actor)
    paper.date = record.date("date")
    paper.isControl = record.flag("control") ?? false
    paper.basis = record.basis()
    paper.note = record.optionalLabel("note")
    return id == nil ? nil : paper
}

private func readTheme(_ record: Record) -> Papers.Theme? {
    let id = record.newID(.theme)
    var theme = Papers.Theme(id: id ?? "", place: record.place)
    theme.text = record.requiredLabel("text")
    theme.note = record.optionalLabel("note")
    return id == nil ? nil : theme
}

private func readStance(_ record: Record) -> Papers.Reading? {
    let (paper, theme) = (
        record.required("paper")?.reference(.paper), record.required("theme")?.reference(.theme)
    )
    let stance = record.required("stance")?.word(Papers.Stance.self)
    let (read, basis, note) = (
        record.reference("read", .source), record.basis(), record.optionalLabel("note")
    )
    guard let paper, let theme, let stance else { return nil }
    return Papers.Reading(
        paper: paper, theme: theme, stance: stance, read: read, basis: basis, place: record.place, note: note)
}

/// Reads `questions.yaml`: what the sources leave open, tied to parameters of models.
func readQuestions(_ cursor: Cursor, into target: inout Case) {
    target.questions = cursor.records("question") { record in
        let id = record.newID(.question)
        var question = OpenQuestion(id: id ?? "", place: record.place)
        question.text = record.requiredLabel("text")
        question.parameter = record.value("parameter").flatMap { cursor in
            cursor.text("a parameter").map { name in
                record.context.registry.refer([.parameter], name, at: cursor.place, isLoose: true)
                return name
            }
        }
        question.asked = record.reference("asked", .source)
        question.basis = record.basis()
        question.note = record.optionalLabel("note")
        return id == nil ? nil : question
    }
}
