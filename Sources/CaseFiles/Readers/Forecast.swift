import CaseModel
import Numbers

/// Reads `models/forecast.yaml`: position, salience and capability per actor.
func readForecast(_ cursor: Cursor, into target: inout Case) {
    target.forecast = cursor.record("models/forecast.yaml") { record in
        var model = ForecastModel(place: record.place)
        model.parameters = record.parameters("forecast")
        model.axes = (record.value("axis")?.oneOrMore ?? []).compactMap { $0.record("an axis", readAxis) }
        model.actors = record.required("actors")?.records("actor of the forecast", readEntry) ?? []
        return model
    }
}

private func readAxis(_ record: Record) -> ForecastModel.Axis? {
    let id = record.required("id")?.id()
    let (from, to) = (record.value("from")?.number() ?? 0, record.value("to")?.number() ?? 100)
    if from >= to { record.cursor.fail("the axis ends before it begins", hint: "write 'from: 0, to: 100'") }
    return id.map { .init(id: $0, from: from, to: to) }
}

private func readEntry(_ record: Record) -> ForecastModel.Entry? {
    let actor = record.required("actor")?.reference(.actor)
    let (on, basis) = (record.value("on")?.id(), record.basis())
    let position = record.heldQuantity("position", inheriting: basis)
    let salience = record.heldQuantity("salience", inheriting: basis)
    let capability = record.heldQuantity("capability", inheriting: basis)
    if let salience, !Interval.unit.contains(salience.value.range) {
        record.value("salience")?.fail("a salience lies between 0 and 1", hint: "write 0.5")
    }
    if let capability, capability.value.range.low < 0 {
        record.value("capability")?.fail("a capability is not negative", hint: "write 0 or more")
    }
    guard let actor else { return nil }
    var entry = ForecastModel.Entry(actor: actor, on: on, place: record.place)
    (entry.position, entry.salience, entry.capability) = (position, salience, capability)
    return entry
}
