public import Numbers

/// How a party makes and accepts offers.
///
/// Every tactic accepts an offer that is worth as much to it as the one it would make next (Baarslag 2014, AC_next) and
/// not less than its reservation.
public enum Tactic: Hashable, Sendable {
    /// Concedes with time alone.
    case timeDependent(TimeTactic)
    /// Concedes as the others do.
    case titForTat(Reciprocity)
    /// Concedes with time, and hardens when the others concede.
    case exploiter(Exploiter)
    /// Offers its packages from the best down, as many different ones as the others have made (de Jong, *A simple negotiation
    /// strategy*, 2022). When it has nothing new to say it repeats its last offer, where de Jong picks an earlier one at random.
    case micro

    /// Holds out to the end.
    public static let boulware = Tactic.timeDependent(TimeTactic(exponent: Rational(1, over: 4)))
    public static let linear = Tactic.timeDependent(TimeTactic(exponent: 1))
    /// Gives way early.
    public static let conceder = Tactic.timeDependent(TimeTactic(exponent: 4))
}

/// Demands that fall with time: U(τ) = least + (best − least)(1 − k − (1 − k) τ^(1/e)).
///
/// - Source: Faratin, Sierra & Jennings (1998): below 1 e holds out, at 1 demands fall evenly, above 1 they fall early.
public struct TimeTactic: Hashable, Sendable {
    /// e; numerator and denominator at most 1 024.
    public var exponent: Rational
    /// k, the part of the range that is given up in the first offer, from 0 to 1.
    public var firstStep: Rational

    public init(exponent: Rational, firstStep: Rational = 0) {
        (self.exponent, self.firstStep) = (exponent, firstStep)
    }

    var isValid: Bool {
        guard let (top, bottom) = exponent.words else { return false }
        return (1...AspirationCurve.finest).contains(top) && bottom <= AspirationCurve.finest
            && firstStep >= 0 && firstStep <= 1
    }
}

/// Demands that fall by what the last speaker's move has brought.
///
/// - Source: Faratin, Sierra & Jennings (1998), behaviour-dependent tactics, on the party's own utilities; demands stay
///   between its least and its best.
public enum Reciprocity: Hashable, Sendable {
    /// By as much as its last offer was better for the party than its last but one.
    case absolute
    /// In the proportion of the two, both counted from the party's least.
    case relative
    /// By the mean improvement over so many of its last moves.
    case averaged(window: Int)
}

/// A party that takes a concession for weakness.
///
/// The concession c is what the last speaker's last offer has gained over the one `window` offers before, as a share of the
/// party's range. Above `threshold`, e becomes max(`hardest`, e · `factor`), and from then on the demand is at least the best
/// offer seen and `margin` of the range; if nothing was conceded over the window, the demand goes down by one package;
/// else it follows time. e is kept on multiples of 1/64, rounded up.
public struct Exploiter: Hashable, Sendable {
    /// e to begin with.
    public var exponent: Rational
    /// The least e.
    public var hardest: Rational
    /// What e is multiplied with at each hardening, above 0 and below 1.
    public var factor: Rational
    /// How many offers back the concession is measured, at least 1.
    public var window: Int
    /// The concession above which it hardens, a share of its range.
    public var threshold: Rational
    /// What it demands beyond the best offer seen, a share of its range.
    public var margin: Rational

    public init(
        exponent: Rational = 1, hardest: Rational = Rational(1, over: 16),
        factor: Rational = Rational(1, over: 2),
        window: Int = 3, threshold: Rational = Rational(1, over: 20), margin: Rational = Rational(1, over: 20)
    ) {
        (self.exponent, self.hardest, self.factor) = (exponent, hardest, factor)
        (self.window, self.threshold, self.margin) = (window, threshold, margin)
    }

    var isValid: Bool {
        TimeTactic(exponent: exponent).isValid && hardest > 0 && hardest <= exponent && factor > 0
            && factor < 1
            && window >= 1 && threshold >= 0 && margin >= 0 && exponent <= 16
    }

    /// e after one more hardening.
    func hardened(_ exponent: Rational) -> Rational {
        let next = max(hardest, exponent * factor)
        return min(exponent, -(-next * 64).floor / 64)
    }
}

extension Tactic {
    var isValid: Bool {
        switch self {
        case .timeDependent(let tactic): tactic.isValid
        case .titForTat(.averaged(let window)): window >= 1
        case .titForTat, .micro: true
        case .exploiter(let tactic): tactic.isValid
        }
    }
}
