import CaseModel

/// Reads one file of `perspectives/`.
func readPerspective(_ cursor: Cursor, into target: inout Case) {
    let perspective: Perspective? = cursor.record("a perspective") { record in
        let id = record.newID(.perspective)
        var perspective = Perspective(id: id ?? "", place: record.place)
        perspective.name = record.requiredLabel("name")
        perspective.asOf = record.date("asOf")
        if let date = perspective.asOf, date.last == nil {
            record.value("asOf")?.fail(
                "'asOf' needs an end", hint: "write the day up to which the author looks")
        }
        perspective.take = record.value("take").flatMap(readFilter) ?? .init()
        perspective.parent = record.value("extends")?.perspectiveOrBase()
        let scope = perspective.id
        perspective.premises =
            record.value("premises")?.records("premise") { readPremise($0, in: scope) } ?? []
        perspective.assumptions =
            record.value("assume")?.records("assumption") { readAssumption($0, in: scope) } ?? []
        perspective.conclusions =
            record.value("conclusions")?.records("conclusion") { readConclusion($0, in: scope) } ?? []
        perspective.inferences =
            record.value("inferences")?.records("inference") { readInference($0, in: scope) } ?? []
        perspective.note = record.optionalLabel("note")
        return id == nil ? nil : perspective
    }
    if let perspective {
        target.perspectives.append(perspective)
        checkFileName(cursor, perspective.id)
    }
}

private func readFilter(_ cursor: Cursor) -> Perspective.Filter? {
    cursor.record("a filter") { record in
        var filter = Perspective.Filter()
        filter.sources = record.references("sources", .source)
        filter.voices = record.value("voice")?.oneOrMore.compactMap { $0.word(Statement.Voice.self) } ?? []
        filter.dropped = record.references("drop", .statement)
        return filter
    }
}

private func readPremise(_ record: Record, in perspective: String) -> Premise? {
    let id = record.newID(.premise, within: perspective)
    var premise = Premise(id: id ?? "", place: record.place)
    premise.text = record.requiredLabel("text")
    premise.kind = record.word("kind", Premise.Kind.self)
    premise.isExplicit = record.flag("explicit") ?? true
    premise.about = record.prefixed("about", "c", .claim)
    premise.basis = record.basis()
    premise.sets = record.settings("sets")
    premise.note = record.optionalLabel("note")
    return id == nil ? nil : premise
}

/// A setting that the reading needs and no premise gives: the analyst's own, unless it cites something.
private func readAssumption(_ record: Record, in perspective: String) -> Premise? {
    let id = record.newID(.premise, within: perspective)
    var premise = Premise(id: id ?? "", place: record.place)
    premise.text = record.label("text")
    premise.isExplicit = false
    premise.about = record.prefixed("about", "c", .claim)
    premise.basis = record.basis(inheriting: Basis(isOwn: true))
    premise.sets = record.settings("sets")
    premise.note = record.optionalLabel("note")
    return id == nil ? nil : premise
}

private func readInference(_ record: Record, in perspective: String) -> Inference? {
    let id = record.newID(.inference, within: perspective)
    var inference = Inference(id: id ?? "", place: record.place)
    inference.from =
        record.value("from")?.oneOrMore.compactMap { $0.scoped([.premise, .conclusion], perspective) } ?? []
    inference.to = record.required("to")?.scoped([.conclusion], perspective) ?? ""
    inference.isStrict = record.word("kind", InferenceKind.self) == .strict
    inference.unless =
        record.value("unless")?.oneOrMore.compactMap { $0.scoped([.premise, .conclusion], perspective) } ?? []
    inference.isMade = record.flag("made") ?? true
    inference.basis = record.basis()
    inference.note = record.optionalLabel("note")
    return id == nil ? nil : inference
}

private enum InferenceKind: String, CaseIterable { case defeasible, strict }

extension Cursor {
    /// A premise or conclusion of this perspective by its bare id, or of another one as `s000.p3`; or a claim `c:x1`.
    fileprivate func scoped(_ kinds: [Kind], _ perspective: String) -> String? {
        guard let text = text("a premise or a conclusion") else { return nil }
        if text.hasPrefix("c:") { return prefixed("c", .claim).map { "c:\($0)" } }
        let full = text.contains(".") ? text : "\(perspective).\(text)"
        context.registry.refer(kinds, full, at: place)
        return full
    }
}

private func readConclusion(_ record: Record, in perspective: String) -> Conclusion? {
    let id = record.newID(.conclusion, within: perspective)
    var conclusion = Conclusion(id: id ?? "", place: record.place)
    conclusion.text = record.requiredLabel("text")
    conclusion.kind = record.word("kind", Premise.Kind.self)
    conclusion.basis = record.basis()
    conclusion.test = record.value("test").flatMap(readConclusionTest)
    conclusion.note = record.optionalLabel("note")
    return id == nil ? nil : conclusion
}

private func readConclusionTest(_ cursor: Cursor) -> Conclusion.Test? {
    cursor.record("a test") { record in
        let (ask, name, under) = (record.required("ask")?.id(), record.text("name"), record.text("under"))
        let expects = record.required("expect").map(readExpectations) ?? []
        if let ask, !questionsWithTests.contains(ask) {
            // Everything else is a game, which knows three expectations.
            let known = ["happens", "at-least", "at-most"]
            for expected in expects where !known.contains(expected.key) {
                record.value("expect")?.fail(
                    "'\(expected.key)' cannot be expected of a game",
                    hint: "expect \(known.joined(separator: ", "))")
            }
        }
        return ask.map {
            var test = Conclusion.Test(
                ask: $0, name: name, expects: expects, under: under, place: record.place)
            if $0 == "packages" { test.condition = packageCondition(record, expects) }
            if $0 == "order" { checkOrder(record, expects) }
            return test
        }
    }
}

/// What packages are asked about: `under`, or what they are to contain.
private func packageCondition(_ record: Record, _ expects: [Conclusion.Expectation]) -> Formula? {
    let known = ["empty", "nonEmpty", "contains"]
    for expected in expects where !known.contains(expected.key) {
        record.value("expect")?.fail(
            "'\(expected.key)' cannot be expected of packages",
            hint: "expect \(known.joined(separator: ", "))")
    }
    for expected in expects where expected.key != "contains" && expected.value != "true" {
        record.value("expect")?.fail(
            "'\(expected.key)' is expected or left out", hint: "write 'empty' for none, 'nonEmpty' for some")
    }
    let contained =
        record.value("expect")?.isMap == true
        ? record.value("expect")?.entries().first { $0.key.scalar == "contains" }?.value : nil
    return (record.value("under") ?? contained)?.formula(.issues)
}

/// Two steps, and in `under` the steps that the order is made of.
private func checkOrder(_ record: Record, _ expects: [Conclusion.Expectation]) {
    let known = ["before", "after"]
    let entries = record.value("expect")?.isMap == true ? record.value("expect")?.entries() ?? [] : []
    guard Set(expects.map(\.key)) == Set(known), expects.count == 2, entries.count == 2 else {
        record.value("expect")?.fail(
            "an order expects two steps, one before the other",
            hint: "write {before: STEP, after: STEP}")
        return
    }
    for (_, value) in entries { _ = value.reference(.step) }
    if expects[0].value == expects[1].value {
        record.value("expect")?.fail("a step cannot come before itself", hint: "name two steps")
    }
    guard let under = record.value("under"), let text = record.text("under") else { return }
    for step in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
        under.context.registry.refer([.step], String(step), at: under.place)
    }
}

/// The questions besides games that a conclusion can be tested by.
private let questionsWithTests = ["stability", "packages", "order", "compare", "argument"]

/// `{at-least: 0.5}`, `{state: …, stable: …}`, or one word such as `nonEmpty`.
private func readExpectations(_ cursor: Cursor) -> [Conclusion.Expectation] {
    if let word = cursor.scalar { return [.init(key: word, value: "true")] }
    return cursor.entries("what is expected").compactMap { name, value in
        guard let key = name.text("a word") else { return nil }
        let texts = value.oneOrMore.compactMap { $0.text() }
        return .init(key: key, value: texts.joined(separator: ", "))
    }
}

/// Reads one file of `scenarios/`.
func readScenario(_ cursor: Cursor, into target: inout Case) {
    let scenario: Scenario? = cursor.record("a scenario") { record in
        let id = record.newID(.scenario)
        var scenario = Scenario(id: id ?? "", place: record.place)
        scenario.name = record.requiredLabel("name")
        scenario.sets = record.settings("sets")
        scenario.basis = record.basis(inheriting: Basis(isOwn: true))
        scenario.note = record.optionalLabel("note")
        return id == nil ? nil : scenario
    }
    if let scenario {
        target.scenarios.append(scenario)
        checkFileName(cursor, scenario.id)
    }
}
