public import Numbers

extension Frontier {
    /// The volume of everything that some point of the frontier betters and that betters a reference: one number for how much
    /// the frontier offers all parties together.
    ///
    /// Points that do not exceed the reference for every party add nothing. The volume is cut into slices along the last
    /// party; for two parties it is a staircase.
    ///
    /// - Parameters:
    ///   - reference: One utility for each party.
    ///   - budget: How many points all slices together may hold.
    /// - Returns: The exact volume, in the product of the parties' units, or `nil` if the budget did not last.
    /// - Complexity: O(n log n) for two parties, O(nᵈ⁻¹ log n) for d.
    /// - Source: Zitzler & Thiele, *Multiobjective optimization using evolutionary algorithms* (1998); slices as in While et
    ///   al., *A faster algorithm for calculating hypervolume* (2006).
    /// - Precondition: One number for each party.
    public func hypervolume(over reference: [Rational], budget: Budget = Budget(200_000)) -> Rational? {
        precondition(reference.count == parties, "one number for each party")
        let gains = (0..<count).compactMap { point -> [Rational]? in
            let gains = zip(utilities(point), reference).map { $0 - $1 }
            return gains.allSatisfy { $0 > 0 } ? gains : nil
        }
        var budget = budget
        return Self.volume(gains, parties, &budget)
    }

    /// The volume of the union of the boxes from zero to each of these gains, in the first dimensions.
    private static func volume(
        _ gains: [[Rational]], _ dimensions: Int, _ budget: inout Budget
    ) -> Rational? {
        guard budget.spend(max(1, gains.count)) else { return nil }
        let last = dimensions - 1
        if dimensions == 1 { return gains.map { $0[0] }.max() ?? 0 }
        let sorted = gains.sorted { $0[last] > $1[last] }
        if dimensions == 2 { return staircase(sorted) }
        var volume = Rational.zero
        for place in sorted.indices {
            let below = place + 1 < sorted.count ? sorted[place + 1][last] : 0
            let height = sorted[place][last] - below
            guard height > 0 else { continue }
            guard let slice = self.volume(Array(sorted[...place]), last, &budget) else { return nil }
            volume += height * slice
        }
        return volume
    }

    /// The area under a staircase of points, highest first.
    private static func staircase(_ sorted: [[Rational]]) -> Rational {
        var (area, width) = (Rational.zero, Rational.zero)
        for point in sorted where point[0] > width {
            area += (point[0] - width) * point[1]
            width = point[0]
        }
        return area
    }
}
