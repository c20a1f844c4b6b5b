extension Rational {
    /// The fraction with the smallest denominator between two others, the ends included.
    ///
    /// Walks down the continued fractions of both ends as long as they agree (Stern 1858; Brocot 1861).
    ///
    /// - Precondition: `low <= high`.
    public static func simplest(from low: Rational, to high: Rational) -> Rational {
        precondition(low <= high, "an interval has its ends in order")
        if low.signum <= 0, high.signum >= 0 { return .zero }
        if high.signum < 0 { return -simplest(from: -high, to: -low) }
        let whole = low.floor
        if whole == low { return whole }
        if whole + 1 <= high { return whole + 1 }
        // Both lie strictly between two neighbouring whole numbers.
        return whole + 1 / simplest(from: 1 / (high - whole), to: 1 / (low - whole))
    }
}
