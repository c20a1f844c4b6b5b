import CaseModel

/// Reads `claims.yaml`: what is argued about, and which claims exclude each other.
func readClaims(_ cursor: Cursor, into target: inout Case) {
    let file: ([Claim], [Contrary])? = cursor.record("claims.yaml") { record in
        (
            record.value("claims")?.records("claim", readClaim) ?? [],
            record.value("contraries")?.items("pairs of claims").compactMap(readContrary) ?? []
        )
    }
    (target.claims, target.contraries) = file ?? ([], [])
}

private func readClaim(_ record: Record) -> Claim? {
    let id = record.newID(.claim)
    var claim = Claim(id: id ?? "", place: record.place)
    claim.text = record.requiredLabel("text")
    claim.decides = record.optionalLabel("decides")
    claim.basis = record.basis()
    claim.note = record.optionalLabel("note")
    return id == nil ? nil : claim
}

private func readContrary(_ cursor: Cursor) -> Contrary? {
    let pair = cursor.items("a pair of claims").compactMap { $0.reference(.claim) }
    guard pair.count == 2 else {
        cursor.fail("two claims are expected", hint: "write '[first, second]'")
        return nil
    }
    return Contrary(first: pair[0], second: pair[1], place: cursor.place)
}

/// Reads `predictions.yaml`: dated predictions with a rule by which they are resolved.
func readPredictions(_ cursor: Cursor, into target: inout Case) {
    target.predictions = cursor.records("prediction") { record in
        let id = record.newID(.prediction)
        var prediction = Prediction(id: id ?? "", place: record.place)
        prediction.by = record.required("by")?.reference(.source, .actor) ?? ""
        prediction.made = record.date("made")
        prediction.text = record.requiredLabel("text")
        prediction.rule = record.requiredLabel("rule")
        prediction.due = record.date("due")
        prediction.probability = record.heldQuantity("probability")
        prediction.resolved = record.value("resolved").flatMap(readResolution)
        prediction.basis = record.basis()
        prediction.note = record.optionalLabel("note")
        return id == nil ? nil : prediction
    }
}

private func readResolution(_ cursor: Cursor) -> Prediction.Resolution? {
    cursor.record("a resolution") { record in
        let (on, outcome) = (record.date("on"), record.required("as")?.word(Prediction.Outcome.self))
        let basis = record.basis()
        return outcome.map { Prediction.Resolution(on: on, outcome: $0, basis: basis) }
    }
}
