import Foundation
import Numbers
import Support
import Testing

@testable import Reports

@Suite struct FormsTests {
    @Test("JSON that other readers take, for 300 random values")
    func json() throws {
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let value = randomJSON(&random, depth: 4)
            let parsed = try JSONSerialization.jsonObject(
                with: Data(value.text.utf8), options: .fragmentsAllowed)
            #expect(describe(value) == describe(parsed), "seed \(seed)")
        }
        #expect(
            JSON.object([.init("b", .integer(1)), .init("a", .null)]).text
                == "{\n  \"b\": 1,\n  \"a\": null\n}\n")
        #expect(JSON.exact(Rational(6, over: 4)).text == "\"3/2\"\n")
    }

    private func randomJSON(_ random: inout SplitMix64, depth: Int) -> JSON {
        let texts = ["", "a\"b\\c", "line\nbreak\u{1}", "ü – “x”", "\u{2028}", "</script>"]
        switch random.next(in: 0...(depth > 0 ? 6 : 4)) {
        case 0: return .null
        case 1: return .bool(random.next(in: 0...1) == 0)
        case 2: return .integer(random.next(in: -1_000_000...1_000_000))
        case 3, 4: return .string(random.pick(texts))
        case 5: return .array((0..<random.next(in: 0...3)).map { _ in randomJSON(&random, depth: depth - 1) })
        default:
            return .object(
                (0..<random.next(in: 0...3)).map { .init("k\($0)", randomJSON(&random, depth: depth - 1)) })
        }
    }

    private func describe(_ value: JSON) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .measured(let value): "\(value)"
        case .string(let value): "'\(value)'"
        case .array(let items): "[" + items.map(describe).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\($0.key):\(describe($0.value))" }.joined(separator: ",") + "}"
        }
    }

    private func describe(_ value: Any) -> String {
        if value is NSNull { return "null" }
        if let text = value as? String { return "'\(text)'" }
        if let items = value as? [Any] { return "[" + items.map(describe).joined(separator: ",") + "]" }
        if let object = value as? [String: Any] {
            return "{"
                + object.sorted { $0.key < $1.key }.map { "\($0.key):\(describe($0.value))" }.joined(
                    separator: ",") + "}"
        }
        if let flag = value as? Bool, "\(type(of: value))".contains("Bool") { return "\(flag)" }
        return "\(value)"
    }

    @Test("CSV: quotes, line breaks, and formulas that must not run; numbers stay numbers")
    func csv() {
        var csv = CSV(["a", "b"])
        csv.add([.text("=HYPERLINK(1)"), .number("-3.5")])
        csv.add([.text("say \"no\", then"), .text("two\nlines")])
        csv.add([.text("-1"), .text("@x")])
        #expect(
            csv.text == "a,b\r\n'=HYPERLINK(1),-3.5\r\n\"say \"\"no\"\", then\",\"two\nlines\"\r\n'-1,'@x\r\n"
        )
    }

    @Test("Markup escapes whatever comes from people")
    func markup() {
        let hostile = "<script>alert('x')</script>\" onload=\"y&z"
        let element = Markup.tag("p", [("title", hostile)], hostile)
        let escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;y&amp;z"
        #expect(element.raw == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test("Labels along a line: far enough apart, and as near as can be (against exhaustive search)")
    func placement() {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let wanted = (0..<random.next(in: 1...4)).map { _ in Double(random.next(in: 0...12)) }.sorted()
            let found = placed(wanted, spacing: 3)
            for (a, b) in zip(found, found.dropFirst()) { #expect(b - a >= 3 - 1e-9, "seed \(seed)") }
            func cost(_ places: [Double]) -> Double {
                zip(places, wanted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            }
            #expect(cost(found) <= bestCost(wanted, spacing: 3) + 1e-9, "seed \(seed)")
        }
    }

    /// The least cost on a grid of halves, by trying everything.
    private func bestCost(_ wanted: [Double], spacing: Double) -> Double {
        func best(_ index: Int, _ from: Double) -> Double {
            guard index < wanted.count else { return 0 }
            return stride(from: from, through: 24, by: 0.5).map { place in
                (place - wanted[index]) * (place - wanted[index]) + best(index + 1, place + spacing)
            }.min() ?? .infinity
        }
        return best(0, -12)
    }

    @Test("Texts are shortened to their room")
    func widths() {
        let long = "Forderungen der russischen Seite vor einer Waffenruhe"
        let short = LetterWidth.shortened(long, to: 120, size: 11)
        #expect(short.hasSuffix("…") && LetterWidth.of(short, size: 11) <= 120)
        #expect(LetterWidth.shortened("kurz", to: 120, size: 11) == "kurz")
    }
}
