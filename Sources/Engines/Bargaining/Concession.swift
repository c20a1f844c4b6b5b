public import Numbers

/// The smallest giving way that makes an agreement possible where none is.
public struct Concession: Sendable {
    /// The frontier over the allowed packages, on which the points are numbered.
    public let frontier: Frontier
    /// The tied points, ascending.
    public let points: [Int]

    /// How far each party stays below its reservation at a tied point.
    public func shortfalls(_ point: Int) -> [Rational] { frontier.shortfalls(point) }

    /// What all parties together give.
    public var total: Rational { shortfalls(points[0]).reduce(.zero, +) }

    /// What the party gives that gives most.
    public var greatest: Rational { shortfalls(points[0]).max() ?? .zero }
}

extension Frontier {
    /// How far each party is below its reservation at a point; nothing where it has none.
    public func shortfalls(_ point: Int) -> [Rational] {
        store.question.bargain.reservations.enumerated().map { party, reservation in
            reservation.map { max(.zero, $0 - utility(point, of: party)) } ?? .zero
        }
    }

    /// The points at which the parties' shortfalls sum to the least.
    ///
    /// A better package has no larger shortfall, so the frontier over the allowed packages holds an answer. Utilities of
    /// different parties are added as they are.
    ///
    /// - Returns: `nil` if nothing is allowed.
    public var leastTotalConcession: Concession? {
        concession {
            $0.reduce(0, +)
        } exact: {
            [$0.reduce(.zero, +)]
        }
    }

    /// The points at which the greatest shortfall is the least, then the second greatest, and so on.
    ///
    /// - Returns: `nil` if nothing is allowed.
    public var leastGreatestConcession: Concession? {
        concession {
            $0.max() ?? 0
        } exact: {
            $0.sorted(by: >)
        }
    }

    /// Floating point leaves few points to the exact comparison.
    private func concession(
        _ estimate: ([Double]) -> Double, exact: ([Rational]) -> [Rational]
    ) -> Concession? {
        if count == 0 { return nil }
        let (bargain, scales) = (store.question.bargain, store.question.bargain.units.scales)
        let reservations = bargain.reservations.map { $0.map { Double($0) } }
        var size = 0.0
        let values = (0..<count).map { point in
            estimate(
                reservations.enumerated().map { party, reservation in
                    guard let reservation else { return 0 }
                    let utility = Double(units(point, party)) / Double(scales[party])
                    size = max(size, abs(utility) + abs(reservation))
                    return max(0, reservation - utility)
                })
        }
        let bar = values.reduce(Double.infinity) { min($0, $1) } + size * Double(parties) * 1e-12
        var (best, points): ([Rational], [Int]) = ([], [])
        for point in 0..<count where values[point] <= bar {
            let value = exact(shortfalls(point))
            if points.isEmpty || value.lexicographicallyPrecedes(best) {
                (best, points) = (value, [point])
            } else if value == best {
                points.append(point)
            }
        }
        return Concession(frontier: self, points: points)
    }
}
