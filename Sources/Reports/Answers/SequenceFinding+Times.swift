import Findings
import Numbers

extension SequenceFinding {
    /// When the steps could be done, and which dates they miss.
    func timeLines(_ words: Words, _ names: SequenceNames) -> [String] {
        guard let times else { return [] }
        var lines = [
            "", words.pick("Time, in days from the agreement", "Zeit, in Tagen ab der Vereinbarung"),
        ]
        lines += timeTable(times, words, names).lines()
        lines += timeNotes(times, words, names).map { "  " + $0 }
        return lines
    }

    func timeTable(_ times: Times, _ words: Words, _ names: SequenceNames) -> TextTable {
        var table = TextTable()
        table.add(
            "", words.pick("earliest end, side by side", "frühestes Ende, nebeneinander"),
            words.pick("one after another, in the order told", "nacheinander, in der genannten Reihenfolge"),
            words.pick("deadline", "Frist"))
        let told = times.fast.inOrder.order.filter { step in
            times.written.contains { $0.step == step } || end(of: step, \.inOrder, words) != "0"
        }
        for step in told {
            table.add(
                names.step(step), end(of: step, \.sideBySide, words), end(of: step, \.inOrder, words),
                times.written.first { $0.step == step }?.within.map { words.duration($0) } ?? "")
        }
        return table
    }

    private func end(of step: String, _ path: KeyPath<Pace, Schedule>, _ words: Words) -> String {
        guard let times else { return "" }
        let ends = [times.fast, times.slow].map { pace -> Int in
            let schedule = pace[keyPath: path]
            return schedule.order.firstIndex(of: step).map { schedule.ends[$0] } ?? 0
        }
        return words.days(ends[0], ends[1])
    }

    /// What cannot be done in time, and what is not known.
    func timeNotes(_ times: Times, _ words: Words, _ names: SequenceNames) -> [String] {
        var notes = missed(\.sideBySide, times, words, names) + missed(\.inOrder, times, words, names)
        if notes.isEmpty {
            notes.append(
                times.unknown.isEmpty
                    ? words.pick("Every deadline can be met.", "Jede Frist lässt sich halten.")
                    : words.pick(
                        "No deadline is missed as far as durations are known.",
                        "Soweit Dauern bekannt sind, wird keine Frist versäumt."))
        }
        if times.slow.lawful == .none {
            notes.append(
                times.fast.lawful == .none
                    ? words.pick(
                        "No order of steps one after another meets all dates.",
                        "Keine Reihenfolge von Schritten nacheinander hält alle Termine ein.")
                    : words.pick(
                        "One after another all dates can only be met if the steps go fast.",
                        "Nacheinander lassen sich alle Termine nur halten, wenn die Schritte schnell gehen."))
        } else if case .found(let order) = times.slow.lawful, times.slow.inOrder.missed != [] {
            notes.append(
                words.pick("An order that meets all dates: ", "Eine Reihenfolge, die alle Termine hält: ")
                    + order.joined(separator: ", "))
        } else if case .undecided = times.slow.lawful {
            notes.append(
                words.pick(
                    "Whether an order of steps one after another meets all dates was not decided.",
                    "Ob eine Reihenfolge von Schritten nacheinander alle Termine hält, blieb offen."))
        }
        for rules in Set([times.fast.sideBySide.conflict, times.slow.sideBySide.conflict])
        where !rules.isEmpty {
            notes.append(
                words.pick("Cannot all be kept: ", "Lassen sich nicht alle halten: ")
                    + words.list(rules.map { words.rule($0, names) }))
        }
        if !times.expired.isEmpty {
            notes.append(
                words.pick(
                    "No longer in force by the date of the case: ", "Am Stichtag nicht mehr in Kraft: ")
                    + words.list(times.expired.map { names.step($0) }))
        }
        if !times.unknown.isEmpty {
            notes.append(
                words.pick(
                    "Nobody says how long these take; they are counted as taking no time, so all days are the least: ",
                    "Von diesen sagt niemand, wie lange sie dauern; sie zählen als sofort getan, alle Tage sind also das Mindeste: "
                ) + times.unknown.joined(separator: ", "))
        }
        return notes
    }

    private func missed(
        _ path: KeyPath<Pace, Schedule>, _ times: Times, _ words: Words, _ names: SequenceNames
    ) -> [String] {
        let how =
            path == \.sideBySide
            ? words.pick("even side by side", "selbst nebeneinander")
            : words.pick("one after another, in the order told", "nacheinander, in der genannten Reihenfolge")
        let sure = times.fast[keyPath: path].missed
        return times.slow[keyPath: path].missed.map { one in
            let name = words.quoted(names.step(one.step))
            let always = sure.contains { $0.step == one.step }
            return words.pick(
                "\(name) \(always ? "misses" : "may miss") its deadline \(how): day \(words.count(one.deadline)), while it ends at the slowest on day \(words.count(one.end)).",
                "\(name) \(always ? "versäumt" : "versäumt womöglich") die Frist \(how): Tag \(words.count(one.deadline)), beendet langsamstenfalls am Tag \(words.count(one.end))."
            )
        }
    }
}
