import Testing

@testable import Numbers

@Suite struct NumberFormatTests {
    @Test("German and English text, and the plain form of JSON and CSV")
    func faces() {
        let value = Rational(12_345_675, over: 1_000)
        #expect(NumberFormat.german.text(value) == "12\u{202f}345,675")
        #expect(NumberFormat.english.text(value) == "12\u{202f}345.675")
        #expect(NumberFormat.plain.text(value) == "12345.675")
        #expect(NumberFormat.german.text(-Rational(1, over: 2)) == "\u{2212}0,5")
        #expect(NumberFormat.plain.text(-Rational(1, over: 2)) == "-0.5")
        #expect(NumberFormat.german.text(1_000) == "1000")
    }

    @Test("Rounds exact values half away from zero, where printf would not")
    func rounding() {
        #expect(NumberFormat.plain.text(Rational(10_005, over: 10_000)) == "1.001")
        #expect(NumberFormat.plain.text(Rational(1, over: 3)) == "0.333")
        #expect(NumberFormat.plain.text(Rational(2, over: 3), places: 0) == "1")
        #expect(NumberFormat.plain.text(-Rational(1, over: 10_000)) == "0.000")
    }

    @Test("Ranges and quantities")
    func ranges() {
        let third = Rational(1, over: 3)
        #expect(NumberFormat.english.text(Interval(0, third)) == "0–0.334")
        #expect(
            NumberFormat.german.text(Quantity(.constant(210), unit: "EUR bn", isAbout: true))
                == "≈ 210\u{a0}EUR bn")
        #expect(NumberFormat.english.text(Quantity(.pointInRange(third, .unit))) == "0.333 [0–1]")
    }

    @Test(
        "Measured values in JSON: nine digits, no nan, no needless exponent",
        arguments: [
            (1e-7, "0.0000001"), (1e16, "1e16"), (0.1 + 0.2, "0.3"), (Double.nan, "null"), (-0.0, "0"),
            (123_456_789_012.0, "123456789012"), (1 / 3.0, "0.333333333"), (2.5e-12, "2.5e-12"),
            (-.infinity, "null"),
            (1_000_000.5, "1000000.5"),
        ])
    func json(value: Double, text: String) {
        #expect(NumberFormat.json(value) == text)
    }
}
