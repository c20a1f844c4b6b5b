import CaseModel
import Engines
import Numbers

/// Looks for the values of each parameter at which the outcomes of a game change, the others staying as they are.
struct ThresholdSearch {
    let prepared: PreparedGame
    let parameters: [SolveFinding.ParameterValue]
    let chosen: [Int]

    init(_ prepared: PreparedGame, _ parameters: [SolveFinding.ParameterValue], _ chosen: [Int]) {
        (self.prepared, self.parameters, self.chosen) = (prepared, parameters, chosen)
    }

    /// At how many values of its range a parameter is tried; what changes and changes back in between is missed.
    static let samples = 33
    /// How many steps each solution may take.
    private static let budget = 20_000

    /// The thresholds of every parameter that has a range, those nearest to the values first within each parameter.
    func thresholds() -> [SolveFinding.Threshold] {
        parameters.indices.flatMap { place -> [SolveFinding.Threshold] in
            let range = parameters[place].quantity.range
            return range.low < range.high ? thresholds(of: place, range) : []
        }
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
        for (low, high) in zip(points, points.dropFirst()) {
            guard let before = known[low], let after = known[high], before.paths != after.paths else {
                continue
            }
            found += between(place, (low, before), (high, after), width)
        }
        return merged(found)
    }

    /// A threshold that is itself a sample shows twice, once from each side.
    private func merged(_ found: [SolveFinding.Threshold]) -> [SolveFinding.Threshold] {
        var merged: [SolveFinding.Threshold] = []
        for one in found {
            if let last = merged.last, last.parameter == one.parameter, last.at == one.at {
                merged[merged.count - 1] = .init(
                    parameter: one.parameter, at: one.at, below: last.below, above: one.above,
                    slack: one.slack, share: one.share)
            } else {
                merged.append(one)
            }
        }
        return merged.filter { $0.below != $0.above }
    }

    private typealias Side = (value: Rational, picture: Picture)

    /// Halves the gap until it is very short, then tries the simplest fraction in it.
    private func between(
        _ place: Int, _ first: Side, _ last: Side, _ width: Rational
    ) -> [SolveFinding.Threshold] {
        var (low, high) = (first, last)
        for _ in 0..<40 {
            let middle = Rational.simplest(
                from: (low.value * 2 + high.value) / 3, to: (low.value + high.value * 2) / 3)
            guard let picture = picture(place, middle) else { return [] }
            if picture.paths == low.picture.paths {
                low = (middle, picture)
            } else if picture.paths == high.picture.paths {
                high = (middle, picture)
            } else if isOnThreshold(picture, low.picture, high.picture) {
                return [threshold(place, Interval(middle), low.picture, high.picture, width)]
            } else {
                // Something else happens in between: two thresholds.
                return between(place, low, (middle, picture), width)
                    + between(place, (middle, picture), high, width)
            }
        }
        let candidate = Rational.simplest(from: low.value, to: high.value)
        let isExact =
            picture(place, candidate).map { isOnThreshold($0, low.picture, high.picture) } ?? false
        let at = isExact ? Interval(candidate) : Interval(low.value, high.value)
        return [threshold(place, at, low.picture, high.picture, width)]
    }

    /// Whether somebody is indifferent here who is not on either side.
    private func isOnThreshold(_ here: Picture, _ low: Picture, _ high: Picture) -> Bool {
        here.outcomes.contains {
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
        let search = tree.sequentialEquilibria(sequences, budget: Budget(Self.budget))
        guard search.isComplete else { return nil }
        return Picture(
            outcomes: Set(
                tree.strongest(search.equilibria).map { one in
                    .init(
                        path: SolveFinding.Path(one.assessment, in: tree),
                        isIndifferent: one.isOneOfMany || !tree.ties(in: one.assessment).isEmpty)
                }))
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

extension GameTree {
    /// The equilibria that are proven perfect, if there are any; else all.
    ///
    /// A player who cannot change what happens may do anything in a sequential equilibrium; a perfect one says what he
    /// does if it came to matter.
    func strongest(_ equilibria: [SequentialEquilibrium]) -> [SequentialEquilibrium] {
        guard equilibria.count > 1 else { return equilibria }
        let perfect = equilibria.filter { proof(by: $0.assessment.trembles) == .perfect }
        return perfect.isEmpty ? equilibria : perfect
    }
}
