/// For how large a share of all weightings a weighted sum is positive.
///
/// A weighting is a point of the simplex (no weight negative, all together 1), each as likely as any other. The share is
/// the part of the simplex on the positive side of the plane `Σ w·value = 0`: nobody has to choose weights to learn how much
/// a result depends on them.
///
/// Evenly spread weights are exponential variables divided by their sum, so the question is which of two sums of exponentials is
/// larger. Set one variable of each side against the other: the shorter one is used up, and what is left of the longer one is
/// spread as before. That gives the recursion; each step averages two shares, so rounding does not grow.
///
/// - Parameter values: One per weight, such as how far a draft moved on each issue.
/// - Returns: From 0 to 1; 0 if no value is positive.
/// - Complexity: O(*p* · *n*) for *p* positive and *n* negative values.
/// - Source: the recursion is that of Varsi, "The multidimensional content of the frustum of the simplex", Pacific J. Math. 46 (1973)
///   303–314.
public func shareOfWeightings(withPositiveSum values: [Double]) -> Double {
    // A value of zero adds nothing, and the other weights, made to sum to 1 again, are as evenly spread as before.
    let positive = values.filter { $0 > 0 }
    let negative = values.filter { $0 < 0 }
    guard !positive.isEmpty else { return 0 }
    guard !negative.isEmpty else { return 1 }
    // `share[k]` is the share when only the first k of the negative values are there.
    var share = [1.0] + [Double](repeating: 0, count: negative.count)
    for high in positive {
        for k in 1...negative.count {
            let low = -negative[k - 1]
            share[k] = (low * share[k] + high * share[k - 1]) / (high + low)
        }
    }
    return share[negative.count]
}
