public import Numbers

/// A common scale for utilities of different parties: for each the worst of a set of packages is 0 and the best 1.
///
/// Stretching a party's own scale changes nothing on this one. That one unit of one party counts as one of another is still
/// an assumption, and distances rest on it.
public struct PackageScale: Hashable, Sendable {
    /// For each party the least over the set.
    public let worst: [Rational]
    /// For each party the most over the set.
    public let best: [Rational]

    /// - Precondition: One number for each party in both lists.
    public init(worst: [Rational], best: [Rational]) {
        precondition(worst.count == best.count, "one number for each party")
        (self.worst, self.best) = (worst, best)
    }

    /// What each party falls short of its best, on its own scale.
    public func regrets(_ utilities: [Rational]) -> [Rational] { zip(best, utilities).map { $0 - $1 } }

    /// The squared distance between two points. Parties that can neither gain nor lose do not count.
    public func squaredDistance(_ one: [Rational], _ other: [Rational]) -> Rational {
        one.indices.reduce(Rational.zero) { sum, party in
            let width = best[party] - worst[party]
            guard width > 0 else { return sum }
            let part = (one[party] - other[party]) / width
            return sum + part * part
        }
    }

    /// The squared distance to the point at which everybody has the best.
    public func squaredDistanceToIdeal(_ utilities: [Rational]) -> Rational {
        squaredDistance(utilities, best)
    }
}

extension Bargain {
    /// The scale from the worst to the best of a set; `nil` if the set is empty or the budget did not last.
    public func scale(over set: PackageSet, budget: Budget = Budget(20_000_000)) -> PackageScale? {
        var (worst, best): ([Rational], [Rational]) = ([], [])
        for party in 0..<parties {
            guard let least = extreme(of: party, isLargest: false, over: set, budget: budget),
                let most = extreme(of: party, isLargest: true, over: set, budget: budget)
            else { return nil }
            worst.append(least)
            best.append(most)
        }
        return PackageScale(worst: worst, best: best)
    }
}

extension Frontier {
    /// The point nearest to some utilities, with its squared distance; the first of a tie, `nil` if there is no point.
    public func nearest(to utilities: [Rational], on scale: PackageScale) -> (point: Int, squared: Rational)?
    {
        (0..<count).map { ($0, scale.squaredDistance(self.utilities($0), utilities)) }
            .min { $0.1 < $1.1 }
    }

    /// The two nearest points of this frontier and another of the same parties, with their squared distance; the first of a
    /// tie, `nil` if one has no point or there are more pairs than `limit`.
    ///
    /// Floating point leaves few pairs to the exact comparison.
    public func nearest(
        to other: Frontier, on scale: PackageScale, limit: Int = 2_000_000
    ) -> (point: Int, other: Int, squared: Rational)? {
        guard count > 0, other.count > 0, count <= limit / other.count else { return nil }
        func places(_ frontier: Frontier) -> [[Double]] {
            (0..<frontier.count).map { point in
                frontier.utilities(point).enumerated().map { party, utility in
                    let width = scale.best[party] - scale.worst[party]
                    return width > 0 ? Double((utility - scale.worst[party]) / width) : 0
                }
            }
        }
        func squared(_ one: [Double], _ other: [Double]) -> Double {
            zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        let (mine, theirs) = (places(self), places(other))
        let least = mine.reduce(Double.infinity) { least, one in
            theirs.reduce(least) { min($0, squared(one, $1)) }
        }
        var best: (point: Int, other: Int, squared: Rational)?
        for (point, one) in mine.enumerated() {
            for (place, two) in theirs.enumerated() where squared(one, two) <= least + 1e-9 {
                let exact = scale.squaredDistance(utilities(point), other.utilities(place))
                if exact < best?.squared ?? exact + 1 { best = (point, place, exact) }
            }
        }
        return best
    }

    /// How far the parties' wishes lie apart: the squared distance from the nearest point to the one at which everybody has
    /// the best. 0 where one package is best for all; `nil` if there is no point.
    ///
    /// - Source: Baarslag et al., *Evaluating practical negotiating agents* (2013), opposition of a domain.
    public func opposition(on scale: PackageScale) -> (point: Int, squared: Rational)? {
        nearest(to: scale.best, on: scale)
    }
}
