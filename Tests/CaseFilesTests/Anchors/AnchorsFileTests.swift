import CaseModel
import Foundation
import Support
import Testing

@testable import CaseFiles

@Suite("The file of anchors")
struct AnchorsFileTests {
    static let fields = [
        "a1", "s1", "0123456789ab", "p7:120-318+p9:0-44", "28", "0123456789abcdef", "0123456789ab",
        "01234567", "89abcdef",
        "0.25", "neg=1;num=9f3ce012;at=412", "00000001,00000002", "ok", "mk", "2026-02-03",
    ]

    private func read(_ text: String) -> (anchors: [Anchor], problems: [Problem]) {
        let context = ReadingContext()
        let anchors = AnchorsFile(file: "anchors.tsv", context: context).read(Array(text.utf8))
        return (anchors, context.log.inReadingOrder)
    }

    private func file(_ lines: [[String]]) -> String {
        ([AnchorsFile.header] + lines.map { $0.joined(separator: "\t") }).joined(separator: "\n") + "\n"
    }

    @Test("What is read is written again as it was")
    func roundTrip() {
        var second = Self.fields
        (second[0], second[7], second[8], second[11], second[13]) = ("a10", "-", "-", "-", "-")
        var third = Self.fields
        (third[0], third[10]) = ("a9", "neg=0;num=e3b0c442")
        let (anchors, problems) = read(file([Self.fields, third, second]))
        #expect(problems == [] && anchors.count == 3)
        #expect(anchors[0].parts.map(\.range) == [120..<318, 0..<44] && anchors[0].marks.rival == 25)
        #expect(anchors[0].marks.watch == .init(negations: 1, numbersHash: "9f3ce012", firstWord: 412))
        // Sorted by number, not by letters.
        #expect(
            AnchorsFile.text(of: anchors.reversed(), sources: ["s1"]) == file([Self.fields, third, second]))
    }

    @Test(
        "Each damaged field is named with its place",
        arguments: [
            (0, "b1", "'a' and a number"), (0, "a0", "'a' and a number"), (1, "S 1", "a source"),
            (2, "0123", "12 digits 0-9 a-f"),
            (2, "0123456789AB", "12 digits 0-9 a-f"), (3, "p0:1-2", "of the form 'p7:120-318'"),
            (3, "p1:5-5", "of the form 'p7:120-318'"), (3, "p1:1-2+", "of the form 'p7:120-318'"),
            (4, "0", "a count of words"),
            (4, "99999999999999999999", "a count of words"), (5, "-", "16 digits 0-9 a-f"),
            (6, "xyz", "12 digits 0-9 a-f"),
            (7, "123", "8 digits 0-9 a-f"), (8, "123", "8 digits 0-9 a-f"), (9, "1.01", "of the form '0.25'"),
            (9, "0,25", "of the form '0.25'"), (10, "neg=1", "of the form 'neg=1;num=9f3ce012'"),
            (10, "neg=1;num=9f3ce012;at=-1", "of the form 'neg=1;num=9f3ce012'"),
            (11, "00000002,00000001", "up to 16 times 8 digits 0-9 a-f, ascending"),
            (12, "fine", "ok, review or lost"), (14, "2026-99-99", "a date"),
        ])
    func damage(field: Int, text: String, form: String) {
        var line = Self.fields
        line[field] = text
        let (anchors, problems) = read(file([line]))
        let names = [
            "id", "source", "rev", "where", "n", "text", "words", "pre", "post", "rival", "guard", "sketch",
            "state", "by", "on",
        ]
        let column = line.prefix(field).reduce(1) { $0 + $1.count + 1 }
        #expect(anchors == [])
        #expect(
            problems.map(\.description) == [
                "anchors.tsv:2:\(column): error: the field '\(names[field])' is not \(form)\n  hint: restore the line; 'junktim cite' writes it anew"
            ])
    }

    @Test("Broken lines, line ends of another system, no header, another encoding, one id twice")
    func broken() {
        #expect(read("a1\ts1\n").problems.map(\.message) == ["the first line is not '#junktim-anchors 1'"])
        #expect(read(file([["a1"]])).problems.map(\.message) == ["15 fields are expected, not 1"])
        #expect(
            read(file([Self.fields]).replacingOccurrences(of: "\n", with: "\r\n")).problems.map(\.message)
                == ["the lines end as on another system (with carriage returns)"])
        #expect(
            read("\u{FEFF}" + file([Self.fields])).problems.map(\.message) == [
                "the file begins with a byte-order mark"
            ])
        #expect(read(file([Self.fields, Self.fields])).problems.map(\.place.line) == [3])
        let context = ReadingContext()
        #expect(AnchorsFile(file: "anchors.tsv", context: context).read([0x23, 0xFF, 0x0A]) == [])
        #expect(context.log.inReadingOrder.map(\.message) == ["the text is not valid UTF-8"])
    }

    @Test("No input crashes the reader, and what it takes it writes again", arguments: 0..<300)
    func fuzz(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var bytes = Array(file([Self.fields, Self.fields]).utf8)
        for _ in 0..<random.next(in: 1...8) {
            let index = random.next(in: 0...bytes.count - 1)
            switch random.next(in: 0...3) {
            case 0: bytes[index] = UInt8(random.next(in: 0...255))
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(random.pick(Array("\t\n\r-+:;=,.0af9p".utf8)), at: index)
            default: bytes.removeSubrange(index..<min(bytes.count, index + 20))
            }
        }
        let context = ReadingContext()
        let anchors = AnchorsFile(file: "anchors.tsv", context: context).read(bytes)
        let again = ReadingContext()
        let text = AnchorsFile.text(of: anchors, sources: [])
        let copy = AnchorsFile(file: "anchors.tsv", context: again).read(Array(text.utf8))
        #expect(again.log.problems.count <= context.log.problems.count)
        #expect(Set(copy.map(AnchorsFile.line)) == Set(anchors.map(AnchorsFile.line)))
    }
}
