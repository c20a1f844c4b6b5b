import Support
import Testing

@testable import Numbers

@Suite struct RationalTests {
    @Test("Fields of fractions: the laws hold in 2 000 random cases, small and large")
    func fieldLaws() {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let (a, b, c) = (fraction(&random), fraction(&random), fraction(&random))
            #expect(a + b == b + a, "seed \(seed)")
            #expect((a + b) + c == a + (b + c), "seed \(seed)")
            #expect((a * b) * c == a * (b * c), "seed \(seed)")
            #expect(a * (b + c) == a * b + a * c, "seed \(seed)")
            #expect(a - a == 0 && a + -a == 0, "seed \(seed)")
            if b.signum != 0 { #expect(a / b * b == a, "seed \(seed)") }
            #expect((a < b) == ((b - a).signum > 0), "seed \(seed)")
            #expect(a.floor <= a && a < a.floor + 1 && a.floor.isInteger, "seed \(seed)")
        }
    }

    /// A fraction that is small, at the border of 128 bits, or far beyond it.
    private func fraction(_ random: inout SplitMix64) -> Rational {
        var value = Rational(random.next(in: -1_000...1_000), over: random.next(in: 1...60))
        for _ in 0..<random.next(in: 0...3) {
            value *= Rational(random.next(in: 1...Int.max), over: random.next(in: 1...Int.max))
        }
        return value
    }

    @Test("What overflows 128 bits goes on exactly and comes back")
    func overflow() {
        var value: Rational = 1
        for _ in 0..<10 { value *= Rational(Int.max) }
        #expect(!value.isSmall)
        for _ in 0..<10 { value = value / Rational(Int.max) }
        #expect(value == 1 && value.isSmall)
        #expect(value.hashValue == Rational(1).hashValue)
    }

    @Test("The harmonic sum to 100 is the published fraction")
    func harmonic() {
        let sum = (1...100).reduce(Rational.zero) { $0 + Rational(1, over: $1) }
        #expect(
            "\(sum)" == "14466636279520351160221518043104131447711/2788815009188499086581352357412492142272")
        #expect(Double(sum) == 5.187377517639621)
    }

    @Test("Conversion to a double agrees with the machine's division and back")
    func doubles() {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let (n, d) = (random.next(in: -1_000_000...1_000_000), random.next(in: 1...1_000_000))
            #expect(Double(Rational(n, over: d)) == Double(n) / Double(d), "seed \(seed)")
            let x = Double(n) / Double(d)
            #expect(Double(Rational(exactly: x)) == x, "seed \(seed)")
        }
    }

    @Test(
        "Numbers as a case writes them",
        arguments: [
            ("0.3", Rational(3, over: 10)), ("3/5", Rational(3, over: 5)), ("-2", -2), ("600000", 600_000),
            ("-0.05", Rational(-1, over: 20)), ("6/4", Rational(3, over: 2)), ("0", 0),
            ("-1/3", Rational(-1, over: 3)),
        ])
    func reads(text: String, value: Rational) throws {
        #expect(try Rational(reading: text) == value)
    }

    @Test(
        "What is not a number of a case, and why",
        arguments: [
            ("", NumberProblem.form), ("+3", .form), ("0x10", .form), ("nan", .form), ("inf", .form),
            ("1e3", .form), ("1_000", .form), ("0,3", .comma), ("5%", .percent), ("1/0", .zeroDenominator),
            ("1/-2", .form), (".5", .form), ("5.", .form), ("007", .form), ("1/2/3", .form), ("0.5/2", .form),
            ("12:30", .form), ("1234567890123456789", .digits), ("½", .form), ("٣", .form), ("--1", .form),
            ("1.2.3", .form), ("-", .form), (" 1", .form),
        ])
    func refuses(text: String, problem: NumberProblem) {
        #expect(throws: problem) { try Rational(reading: text) }
    }

    @Test("A printed exact value reads back in 500 random cases")
    func roundTrip() throws {
        for seed in 0..<500 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let value = Rational(random.next(in: -9_999_999...9_999_999), over: random.next(in: 1...999_999))
            #expect(try Rational(reading: "\(value)") == value)
        }
    }
}
