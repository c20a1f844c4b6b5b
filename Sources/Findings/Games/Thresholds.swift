import CaseModel
import Engines
import Numbers

/// Looks for the values of each parameter at which the outcomes of a game change, the others staying as they are.
final class ThresholdSearch {
    private let prepared: PreparedGame
    private let parameters: [SolveFinding.ParameterValue]
    private let chosen: [Int]
    /// The sets whose actions count; `nil` if it is the outcome.
    private let watched: [Int]?
    /// Whether the search did not come to an end at some value.
    private var hasGaps = false
    /// What all solutions together may cost.
    private var budget = Budget(150_000)

    init(
        _ prepared: PreparedGame, _ parameters: [SolveFinding.ParameterValue], _ chosen: [Int],
        watching watched: [Int]? = nil
    ) {
        (self.prepared, self.parameters, self.chosen) = (prepared, parameters, chosen)
        self.watched = watched
    }

    /// At how many values of its range a parameter is tried; what changes and changes back in between is missed.
    static let samples = 33
    /// How many steps each solution may take.
    private static let each = 20_000

    /// The thresholds of every parameter that has a range, ascending within each parameter.
    ///
    /// - Returns: `nil` if looking for them took too long, or if the game could not be solved somewhere.
    func thresholds() -> [SolveFinding.Threshold]? {
        var found: [SolveFinding.Threshold] = []
        for place in parameters.indices {
            let range = parameters[place].quantity.range
            if range.low < range.high { found += thresholds(of: place, range) }
            if budget.isSpent || hasGaps { return nil }
        }
        return found
    }

    /// What happens at a value: the outcomes' supports, and whether somebody stands on a threshold.
    struct Picture: Hashable {
        var outcomes: Set<Outcome>

        struct Outcome: Hashable {
            let path: SolveFinding.Path
            let isIndifferent: Bool
        }

        var paths: Set<SolveFinding.Path> { Set(outcomes.map(\.path)) }
    }

    private func thresholds(of place: Int, _ range: Interval) -> [SolveFinding.Threshold] {
        let width = range.high - range.low
        let points = (0..<Self.samples).map { range.low + width * Rational($0, over: Self.samples - 1) }
        var known: [Rational: Picture] = [:]
        var found: [SolveFinding.Threshold] = []
        for point in points { known[point] = picture(place, point) }
        if known.count < points.count { hasGaps = true }
        let exact = points.indices.dropFirst().dropLast().filter { isThreshold(points, $0, known) }
        for place in exact { known[points[place]] = nil }
        // A gap reaches over a sample that is itself a threshold.
        let kept = points.indices.filter { !exact.contains($0) }.map { points[$0] }
        for (low, high) in zip(kept, kept.dropFirst()) {
            guard let before = known[low], let after = known[high], before.paths != after.paths else {
                continue
            }
            found += between(place, (low, before), (high, after), width)
        }
        // At an end of the range nothing lies on the other side.
        return found.filter { !$0.at.contains(range.low) && !$0.at.contains(range.high) }
    }

    private func isThreshold(_ points: [Rational], _ place: Int, _ known: [Rational: Picture]) -> Bool {
        guard let here = known[points[place]], let low = known[points[place - 1]],
            let high = known[points[place + 1]]
        else { return false }
        return low.paths != high.paths && isOnThreshold(here, low, high)
    }

    private typealias Side = (value: Rational, picture: Picture)

    /// Cuts off a third of the gap or more, forty times, then tries the simplest fraction in what is left.
    private func between(
        _ place: Int, _ first: Side, _ last: Side, _ width: Rational
    ) -> [SolveFinding.Threshold] {
        var (low, high) = (first, last)
        for _ in 0..<40 {
            let middle = Rational.simplest(
                from: (low.value * 2 + high.value) / 3, to: (low.value + high.value * 2) / 3)
            guard let picture = picture(place, middle) else { return [] }
            if isOnThreshold(picture, first.picture, last.picture) {
                return [threshold(place, Interval(middle), first.picture, last.picture, width)]
            } else if picture.paths == low.picture.paths {
                low = (middle, picture)
            } else if picture.paths == high.picture.paths {
                high = (middle, picture)
            } else {
                // Something else happens in between: two thresholds.
                return between(place, low, (middle, picture), width)
                    + between(place, (middle, picture), high, width)
            }
        }
        let candidate = Rational.simplest(from: low.value, to: high.value)
        let isExact =
            picture(place, candidate).map { isOnThreshold($0, first.picture, last.picture) } ?? false
        let at = isExact ? Interval(candidate) : Interval(low.value, high.value)
        return [threshold(place, at, low.picture, high.picture, width)]
    }

    /// Whether both sides stand here, or somebody is indifferent here who is not on either side.
    private func isOnThreshold(_ here: Picture, _ low: Picture, _ high: Picture) -> Bool {
        let (below, above) = (low.paths, high.paths)
        if !below.isSubset(of: above), !above.isSubset(of: below),
            here.paths.isSuperset(of: below.union(above))
        {
            return true
        }
        return here.outcomes.contains {
            $0.isIndifferent && !low.outcomes.contains($0) && !high.outcomes.contains($0)
        }
    }

    private func threshold(
        _ place: Int, _ at: Interval, _ low: Picture, _ high: Picture, _ width: Rational
    ) -> SolveFinding.Threshold {
        let value = parameters[place].value
        let slack = value < at.low ? at.low - value : value > at.high ? value - at.high : 0
        return .init(
            parameter: parameters[place].name, at: at, below: listed(low), above: listed(high), slack: slack,
            share: width == 0 ? nil : slack / width)
    }

    private func listed(_ picture: Picture) -> [SolveFinding.Path] {
        picture.paths.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    }

    /// What happens with one parameter changed; `nil` if the game cannot be solved there.
    private func picture(_ place: Int, _ value: Rational) -> Picture? {
        var values = parameters.map(\.value)
        values[place] = value
        guard let named = try? prepared.game(values, chosen), case .tree(let tree) = named.body,
            let sequences = try? tree.sequences()
        else { return nil }
        if let watched { return picture(of: watched, tree) }
        let search = tree.sequentialEquilibria(sequences, budget: Budget(Self.each))
        // Setting up a solution costs something, too.
        let cost = search.budget.used + tree.size / 20 + 1
        guard budget.spend(min(cost, budget.limit - budget.used)), search.isComplete, !budget.isSpent else {
            return nil
        }
        return Picture(
            outcomes: Set(
                tree.admissible(search.equilibria).map { one in
                    .init(
                        path: SolveFinding.Path(one.assessment, in: tree),
                        isIndifferent: one.isOneOfMany || !tree.ties(in: one.assessment).isEmpty)
                }))
    }
}

extension ThresholdSearch {
    /// Whether the outcomes a little below a value differ from those a little above it; `nil` where that is not settled.
    func changes(_ place: Int, at value: Rational) -> Bool? {
        let near = Rational(1, over: 1_000)
        guard let low = outcomes(place, value - near), let high = outcomes(place, value + near) else {
            return nil
        }
        return low != high
    }

    /// What is done with one parameter changed: the paths of a tree, the supports of a table's extreme equilibria.
    private func outcomes(_ place: Int, _ value: Rational) -> Set<SolveFinding.Path>? {
        var values = parameters.map(\.value)
        values[place] = value
        guard case .table(let table)? = (try? prepared.game(values, chosen))?.body else {
            return picture(place, value)?.paths
        }
        guard table.players == 2 else { return nil }
        let found = table.extremeEquilibria(budget: Budget(Self.each))
        guard found.isComplete else { return nil }
        return Set(
            found.pairs.map { pair in
                let supports = pair.profile.map { mixture in mixture.indices.filter { mixture[$0] != 0 } }
                return .init(
                    actions: Dictionary(uniqueKeysWithValues: supports.enumerated().map { ($0, $1) }))
            })
    }

    /// What is done at some sets, each as if it were reached.
    private func picture(of watched: [Int], _ tree: GameTree) -> Picture? {
        guard budget.spend(tree.size / 20 + 1) else { return nil }
        let settled = SettledGame(tree, limit: min(Self.each, budget.limit - budget.used))
        defer { _ = budget.spend(min(settled.cost, budget.limit - budget.used)) }
        var outcomes: [(way: [Int: [Int]], isIndifferent: Bool)] = [([:], false)]
        for set in watched {
            guard let standing = settled.standing(at: set) else { return nil }
            outcomes = outcomes.flatMap { one in
                standing.ways.map {
                    (one.way.merging([set: $0]) { $1 }, one.isIndifferent || standing.isIndifferent)
                }
            }
        }
        return Picture(
            outcomes: Set(
                outcomes.map { .init(path: .init(actions: $0.way), isIndifferent: $0.isIndifferent) }))
    }
}

extension SolveFinding.Path {
    /// The actions that are taken where everybody's intention leads.
    init(_ assessment: Assessment, in tree: GameTree) {
        let reached = tree.reachedSets(assessment.trembles)
        actions = Dictionary(
            uniqueKeysWithValues: reached.map { set in
                let shares = assessment.behaviour.probabilities[set]
                return (set, shares.indices.filter { shares[$0] != 0 })
            })
    }

    fileprivate var order: [Int] { actions.keys.sorted().flatMap { [$0] + actions[$0]! } }
}
