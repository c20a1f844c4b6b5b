/// A date as the sources give it: a day, a month, a year or a span, and therefore an interval of days.
///
/// Five forms of EDTF (ISO 8601-2): `2026`, `2026-01`, `2026-01-15`, each with `~` for "about", and `A/B` with
/// `..` for an open end.
public struct DateSpan: Hashable, Sendable {
    /// The first day as days since 1970-01-01; `nil` if open.
    public let first: Int?
    /// The last day as days since 1970-01-01; `nil` if open.
    public let last: Int?
    /// Whether an end is marked as approximate.
    public let isAbout: Bool
    /// The date as written.
    public let text: String

    /// Reads a date; `nil` if it has none of the five forms, names no real day, or ends before it begins.
    public init?(reading text: String) {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        guard ends.count <= 2, let start = End(ends[0]), let stop = ends.count == 2 ? End(ends[1]) : start
        else { return nil }
        guard ends.count == 2 || start.first != nil else { return nil }
        guard start.first != nil || stop.last != nil else { return nil }
        if let a = start.first, let b = stop.last, b < a { return nil }
        first = start.first
        last = stop.last
        isAbout = start.isAbout || stop.isAbout
        self.text = text
    }

    /// Certainly before: the last day of this date comes before the first of `other`.
    public func isBefore(_ other: DateSpan) -> Bool {
        guard let last, let first = other.first else { return false }
        return last < first
    }

    /// Whether the date begins after the last day of `moment`, so that nobody could know of it then.
    public func beginsAfter(_ moment: DateSpan) -> Bool {
        guard let first, let last = moment.last else { return false }
        return first > last
    }

    /// Whether it is a single, exact day.
    public var isDay: Bool { first != nil && first == last && !isAbout }

    /// One end of a span.
    private struct End {
        var first: Int?
        var last: Int?
        var isAbout = false

        init?(_ text: Substring) {
            guard text != ".." else { return }
            isAbout = text.hasSuffix("~")
            let parts = (isAbout ? text.dropLast() : text).split(
                separator: "-", omittingEmptySubsequences: false)
            let widths = [4, 2, 2]
            guard (1...3).contains(parts.count) else { return nil }
            var numbers: [Int] = []
            for (part, width) in zip(parts, widths) {
                guard part.utf8.count == width, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                    let number = Int(part)
                else { return nil }
                numbers.append(number)
            }
            let year = numbers[0]
            let months = numbers.count > 1 ? numbers[1]...numbers[1] : 1...12
            guard months.lowerBound >= 1, months.upperBound <= 12 else { return nil }
            let length = Self.length(of: months.upperBound, in: year)
            let days = numbers.count > 2 ? numbers[2]...numbers[2] : 1...length
            guard days.lowerBound >= 1, days.upperBound <= length else { return nil }
            first = dayNumber(year: year, month: months.lowerBound, day: days.lowerBound)
            last = dayNumber(year: year, month: months.upperBound, day: days.upperBound)
        }

        private static func length(of month: Int, in year: Int) -> Int {
            let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
            return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        }
    }
}

/// Days since 1970-01-01 in the Gregorian calendar.
///
/// - Source: Hinnant, *chrono-compatible low-level date algorithms* (2013), `days_from_civil`.
public func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

/// Year, month and day of a day number.
///
/// - Source: as ``dayNumber(year:month:day:)``, `civil_from_days`.
public func calendarDay(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
}
