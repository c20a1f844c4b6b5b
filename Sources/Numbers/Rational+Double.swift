import BigInt
import Foundation

extension Rational {
    /// The exact value of a floating-point number.
    ///
    /// - Precondition: `value` is finite.
    public init(exactly value: Double) {
        precondition(value.isFinite, "only finite numbers are fractions")
        guard value != 0 else {
            self = 0
            return
        }
        let mantissa = BigInt(Int64(value.significand * 4_503_599_627_370_496)) * (value < 0 ? -1 : 1)
        let shift = Int(value.exponent) - 52
        self = shift >= 0 ? Rational(mantissa << shift, 1) : Rational(mantissa, BigInt(1) << -shift)
    }
}

extension Double {
    var logBase10: Double { log10(self) }
}
