import Foundation
import Numbers

/// How much a party wants as time goes by: from its best down to its least along a power of time.
///
/// U(τ) = least + (best − least) · (1 − k − (1 − k) τ^(1/e)), τ = round / rounds.
///
/// Whether a utility reaches U(τ) is decided exactly: powers of fractions are compared as whole numbers where a floating
/// estimate comes within 10⁻¹⁰ of the range. The platform's own power function only sorts out the clear cases, so no result
/// depends on it as long as its error stays below that.
///
/// - Source: Faratin, Sierra & Jennings, *Negotiation decision functions for autonomous agents* (1998), section 4.
struct AspirationCurve {
    let best: Int
    let least: Int
    /// k, what is given up at once.
    let firstStep: Rational
    /// e as a fraction of small whole numbers.
    let exponent: (top: Int, bottom: Int)
    let rounds: Int

    /// The largest numerator and denominator of e.
    static let finest = 1_024

    /// The decision for one round.
    struct Level {
        /// From here on a utility surely reaches the level, ...
        let surely: Int
        /// ... and up to here it surely does not.
        let never: Int
        let round: Int
        let curve: AspirationCurve

        @inline(__always)
        func isReached(by utility: Int) -> Bool {
            utility >= surely || utility > never && curve.isReached(by: utility, round: round)
        }
    }

    func level(round: Int) -> Level {
        let (range, share) = (Double(best - least), Double(firstStep))
        let time = pow(Double(round) / Double(rounds), Double(exponent.bottom) / Double(exponent.top))
        let estimate = Double(best) - range * (share + (1 - share) * time)
        let doubt = range * 1e-10 + abs(Double(best)) * 1e-14
        return Level(
            surely: Int((estimate + doubt).rounded(.up)), never: Int((estimate - doubt).rounded(.down)),
            round: round, curve: self)
    }

    /// The exact decision: u ≥ U(τ) if and only if τ^q ≥ ((best − u)/(best − least) − k)^p / (1 − k)^p for e = p/q.
    func isReached(by utility: Int, round: Int) -> Bool {
        let range = Rational(best) - Rational(least)
        let above = Rational(best) - Rational(utility) - firstStep * range
        if above <= 0 { return true }
        let rest = (1 - firstStep) * range
        if rest <= 0 || round == 0 { return false }
        let share = above / rest
        if share > 1 { return false }
        return power(Rational(round, over: rounds), exponent.bottom) >= power(share, exponent.top)
    }
}
