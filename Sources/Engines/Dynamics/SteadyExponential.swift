/// e to a power that is not positive, from additions and multiplications alone, which every platform rounds alike.
///
/// The relative error stays below 10⁻¹⁴; below -700 the result is zero.
///
/// - Precondition: `x` is not positive.
func steadyExponential(_ x: Double) -> Double {
    precondition(x <= 0, "a power that is not positive")
    if x < -700 { return 0 }
    // The logarithm of 2 in two parts, the first with zeros at its end, so that its multiples are exact.
    let count = (x * 1.442_695_040_888_963_4).rounded()
    let rest = (x - count * 0x1.62e42feep-1) - count * 0x1.a39ef35793c76p-33
    var sum = 1.0
    for term in stride(from: 14.0, through: 1.0, by: -1.0) { sum = 1 + sum * rest / term }
    return Double(sign: .plus, exponent: Int(count), significand: sum)
}
