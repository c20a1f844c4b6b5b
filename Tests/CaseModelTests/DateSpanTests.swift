import CaseModel
import Support
import Testing

@Suite struct DateSpanTests {
    @Test("The Gregorian calendar: known days, and there and back over a thousand years")
    func calendar() {
        #expect(dayNumber(year: 1970, month: 1, day: 1) == 0)
        #expect(dayNumber(year: 2000, month: 3, day: 1) == 11_017)
        #expect(dayNumber(year: 2026, month: 1, day: 31) == 20_484)
        for number in stride(from: dayNumber(year: 1500, month: 1, day: 1), to: 400_000, by: 97) {
            let (year, month, day) = calendarDay(number)
            #expect(dayNumber(year: year, month: month, day: day) == number)
        }
    }

    @Test("Five forms, each an interval of days")
    func forms() throws {
        let year = try #require(DateSpan(reading: "2024"))
        #expect(year.last! - year.first! == 365)
        let month = try #require(DateSpan(reading: "2026-02"))
        #expect(month.last! - month.first! == 27)
        let day = try #require(DateSpan(reading: "2026-01-15"))
        #expect(day.isDay && day.first == 20_468)
        let about = try #require(DateSpan(reading: "2026-01-15~"))
        #expect(about.isAbout && !about.isDay && about.first == day.first)
        let open = try #require(DateSpan(reading: "2025-09/.."))
        #expect(open.last == nil && open.first == dayNumber(year: 2025, month: 9, day: 1))
        #expect(DateSpan(reading: "../2025")?.first == nil)
    }

    @Test(
        "What is no date",
        arguments: [
            "", "..", "2026-13", "2026-02-29", "2026-1-5", "26", "2026-01-15T10:00", "2026/2025", "../..",
            "a/b/c",
            "2026-01-00", "12:30", "2026--01", "٢٠٢٦",
        ])
    func refused(text: String) {
        #expect(DateSpan(reading: text) == nil)
    }

    @Test("Before means certainly before, over random spans")
    func before() throws {
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            func span() -> DateSpan? {
                let (a, b) = (random.next(in: 2000...2030), random.next(in: 2000...2030))
                return DateSpan(reading: "\(min(a, b))/\(max(a, b))")
            }
            let (a, b) = (try #require(span()), try #require(span()))
            #expect(a.isBefore(b) == (a.last! < b.first!))
            #expect(!(a.isBefore(b) && b.isBefore(a)))
            #expect(b.beginsAfter(a) == a.isBefore(b))
        }
    }

    @Test("Near names")
    func near() {
        let known = ["actors", "issues", "proposals", "salience"]
        #expect(nearestName(to: "actor", among: known) == "actors")
        #expect(nearestName(to: "salinece", among: known) == "salience")
        #expect(nearestName(to: "isues", among: known) == "issues")
        #expect(nearestName(to: "nothing", among: known) == nil)
        #expect(nearestName(to: "", among: known) == nil)
    }
}
