import CaseModel
import Engines
import Numbers

extension PackagesFinding {
    /// What drawn worlds say: all weights, values, reservations and parameters drawn from their ranges.
    public struct WorldsAnswer: Sendable {
        public let drawn: Int
        /// In how many of them something is acceptable to all.
        public let open: Int
        /// How many different packages are the Nash point of some world; the first of a tie counts.
        public let rivals: Int
        /// The most frequent of them, with the number of worlds.
        public let likeliest: [(package: Package, worlds: Int)]
    }
}

extension PackageFrame {
    /// Draws worlds, the same for the same seed everywhere; fewer than asked for if they take too long.
    func worlds(_ count: Int, seed: Int) throws(PackagesProblem) -> PackagesFinding.WorldsAnswer? {
        let source = Philox(seed: UInt64(bitPattern: Int64(seed)))
        guard count > 0,
            parties.contains(where: \.isOpen) || parameters.contains(where: { !$0.quantity.range.isPoint })
        else { return nil }
        var (drawn, open, steps) = (0, 0, Self.worldSteps)
        var nash: [[Int]: Int] = [:]
        while drawn < count, steps > 0 {
            let world = world(UInt64(drawn), source)
            guard let bargain = (try? world.bargain()) ?? (try? world.fitted().bargain()) else { return nil }
            drawn += 1
            guard let frontier = frontier(bargain, over: .acceptable, steps: steps) else { break }
            steps -= max(1, frontier.budget.used)
            guard frontier.count > 0 else { continue }
            open += 1
            if let base = bargain.disagreement(.reservation),
                let found = try? frontier.solution(.nash(weights: nil), disagreement: base, ideal: nil)
            {
                nash[found.frontier.example(found.points[0]), default: 0] += 1
            }
        }
        let sorted = nash.sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
        }
        return .init(
            drawn: drawn, open: open, rivals: nash.count,
            likeliest: sorted.prefix(Self.told).map { (named($0.key), $0.value) })
    }

    private static let worldSteps = 15_000_000
    private static let told = 3

    /// One world: every number a point. Parameters are drawn once for all parties.
    func world(_ number: UInt64, _ source: Philox) -> PackageFrame {
        var frame = self
        let known = Dictionary(
            uniqueKeysWithValues: parameters.enumerated().map { place, parameter in
                (parameter.name, parameter.quantity.drawn(number, place, source))
            })
        frame.parties = parties.enumerated().map { place, party in
            party.drawn(number, (place + 1) * Self.stride, source, known)
        }
        return frame
    }

    /// How many numbers a party may have, so that one party more leaves the draws of the others alone.
    private static let stride = 100_000
}

extension PartyFrame {
    /// Whether some number is more than a point.
    var isOpen: Bool {
        let isFixed =
            switch reservation {
            case .utility(let number, _): number.range.isPoint
            case .package: true
            }
        return !isFixed || weights.contains { !$0.range.isPoint }
            || values.contains { $0.contains { !$0.range.isPoint } }
    }

    fileprivate func drawn(
        _ world: UInt64, _ first: Int, _ source: Philox, _ parameters: [String: Quantity]
    ) -> PartyFrame {
        var party = self
        var place = first
        func draw(_ quantity: Quantity) -> Quantity {
            defer { place += 1 }
            return quantity.drawn(world, place, source)
        }
        if case .utility(let number, let basis) = reservation {
            party.reservation = .utility(draw(number), basis: basis)
        } else {
            place += 1
        }
        party.weights = weights.map(draw)
        party.values = values.map { $0.map(draw) }
        party.multipliers = multiplierNames.map { $0.flatMap { parameters[$0] } }
        return party
    }
}

extension Quantity {
    /// One of a thousand equal parts of the range, so that fractions stay short: evenly, or as the triangle says.
    fileprivate func drawn(_ world: UInt64, _ place: Int, _ source: Philox) -> Quantity {
        guard !range.isPoint else { return self }
        let parts = 1_000
        let part = source.index(below: parts, sample: world, dimension: place, stream: .packageWorlds)
        let share = Rational(2 * part + 1, over: 2 * parts)
        guard case .triangle = form else { return Quantity(.constant(range.low + range.width * share)) }
        let place = (value(atShare: Double(share)) - Double(range.low)) / Double(range.width)
        let nearest = Rational(exactly: (place * Double(2 * parts)).rounded()) / Rational(2 * parts)
        return Quantity(.constant(range.low + range.width * min(1, max(0, nearest))))
    }
}
