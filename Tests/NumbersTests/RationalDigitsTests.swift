import Numbers
import Testing

/// Numbers from rows of digits, and back.
@Suite struct RationalDigitsTests {
    @Test("Digits times a power of ten")
    func digits() {
        #expect(Rational(digits: "125", timesTenTo: -2) == Rational(5, over: 4))
        #expect(Rational(digits: "007", timesTenTo: 0) == 7)
        #expect(Rational(digits: "3", timesTenTo: 30).description == "3" + String(repeating: "0", count: 30))
        #expect(Rational(digits: "0", timesTenTo: -10_000) == 0)
    }

    @Test(
        "The decimal of a fraction",
        arguments: [
            (Rational(5, over: 4), "125", -2), (Rational(-1, over: 40), "25", -3), (Rational(1_200), "12", 2),
            (Rational(0), "0", 0), (Rational(digits: "9", timesTenTo: -50), "9", -50),
            (Rational(digits: "1", timesTenTo: 60), "1", 60),
            (Rational(1, over: 1 << 20), "95367431640625", -20),
        ])
    func decimal(value: Rational, digits: String, exponent: Int) throws {
        let decimal = try #require(value.decimal)
        #expect(decimal == (digits, exponent))
        #expect(Rational(digits: digits, timesTenTo: exponent) == value.magnitude)
    }

    @Test("What no finite number of digits writes")
    func endless() {
        for value in [Rational(1, over: 3), Rational(7, over: 30), 1 / Rational(digits: "3", timesTenTo: 40)]
        {
            #expect(value.decimal == nil)
        }
    }

    @Test("How much room a fraction takes")
    func bitCount() {
        #expect(Rational(5, over: 8).bitCount == 7)
        #expect(Rational(digits: "1", timesTenTo: 100).bitCount == 334)
    }
}
