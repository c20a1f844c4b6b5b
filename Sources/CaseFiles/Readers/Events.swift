import CaseModel
import Numbers

/// Reads `events.yaml`: what happened, with one telling per source.
func readEvents(_ cursor: Cursor, into target: inout Case) {
    target.events = cursor.records("event") { record in
        let id = record.newID(.event)
        var event = Event(id: id ?? "", place: record.place)
        event.name = record.label("name")
        event.on = record.required("on")?.date()
        event.kind = record.value("kind")?.id() ?? "other"
        event.location = record.optionalLabel("place")
        event.actors = record.references("actors", .actor)
        event.about = record.allPrefixed("about", "i", .issue)
        event.made = record.references("made", .proposal)
        event.told = record.value("told")?.records("telling", readTelling) ?? []
        event.note = record.optionalLabel("note")
        record.allow("plover", "cameo")
        return id == nil ? nil : event
    }
}

/// The kinds of events that the vocabulary `events-1` suggests.
let suggestedEventKinds: Set<String> = [
    "summit", "talks", "statement", "document", "agreement", "decision", "conflict", "accession",
    "publication",
    "other",
]

private func readTelling(_ record: Record) -> Event.Telling? {
    let by = record.required("by")?.reference(.source)
    let text = record.label("text")
    let basis = record.basis()
    return by.map { Event.Telling(by: $0, text: text, basis: basis, place: record.place) }
}

/// Reads `indicators.yaml`: people and things that every outcome touches.
func readIndicators(_ cursor: Cursor, into target: inout Case) {
    target.indicators = cursor.records("indicator") { record in
        let id = record.newID(.indicator)
        var indicator = Indicator(id: id ?? "", place: record.place)
        indicator.name = record.requiredLabel("name")
        indicator.unit = record.text("unit")
        indicator.told = record.value("told")?.records("reading", readReading) ?? []
        indicator.silent = record.references("silent", .source)
        indicator.note = record.optionalLabel("note")
        return id == nil ? nil : indicator
    }
}

private func readReading(_ record: Record) -> Indicator.Reading? {
    let by = record.required("by")?.reference(.source)
    let value = record.required("value")?.amount()
    // A caveat stands beside the reading or inside its number.
    let text =
        record.optionalLabel("text") ?? record.optionalLabel("note") ?? record.value("value")?.innerNote
    let basis = record.basis()
    record.allow("text", "note")
    guard let by, let value else { return nil }
    return Indicator.Reading(by: by, value: value, text: text, basis: basis, place: record.place)
}

extension Cursor {
    /// The note inside a number that is written with braces.
    fileprivate var innerNote: Label? {
        isMap ? entries().first { $0.key.scalar == "note" }?.value.label() : nil
    }

    /// A number, or the word `unknown`.
    func amount() -> Amount? {
        scalar == "unknown" ? .unknown : quantity().map { .known($0) }
    }
}

/// Reads `money.yaml`: stocks and claims on them; an unknown unit is never converted.
func readMoney(_ cursor: Cursor, into target: inout Case) {
    target.money = cursor.records("sum of money") { record in
        let id = record.newID(.money)
        var money = Money(id: id ?? "", place: record.place)
        money.name = record.requiredLabel("name")
        money.unit = record.text("unit").flatMap { $0 == "unknown" ? nil : $0 }
        let isAbout = record.flag("about") ?? false
        money.amount = record.required("amount")?.amount() ?? .unknown
        if case .known(let number) = money.amount {
            money.unit = money.unit ?? number.unit
            money.amount = .known(.init(number.form, unit: money.unit, isAbout: isAbout || number.isAbout))
        }
        money.holder = record.reference("holder", .actor)
        money.from = record.reference("from", .money)
        money.proposal = record.prefixed("in", "p", .proposal)
        money.date = record.date("date")
        money.basis = record.basis()
        money.note = record.optionalLabel("note")
        return id == nil ? nil : money
    }
}
