import CaseModel
import Numbers

/// The game of the design by clause, with what each clause does to it.
final class DesignDesk {
    typealias Lever = GuaranteeFinding.Lever
    typealias Strength = GuaranteeFinding.Strength

    let bench: TrialBench
    let levers: [Lever]
    let clauses: [Guarantee.Clause]
    private var known: [Set<String>: Strength] = [:]
    private var hopeless: [[Rational]: Bool] = [:]

    init(_ model: GameModel, _ view: View, _ choices: GuaranteeFinding.Choices) throws(Refused) {
        bench = try TrialBench(model, choices)
        let names = bench.parameters.map(\.name)
        clauses = view.case.clauses.filter { $0.lever.map(names.contains) ?? false }
        let base = view.base.games.first { $0.id == model.id }?.parameters ?? []
        levers = model.parameters.compactMap { [clauses] parameter in
            let mine = clauses.filter { $0.lever == parameter.name }.map(\.id)
            let isPulled = !mine.isEmpty || model.pulls.contains { $0.lever == parameter.name }
            guard isPulled, let widest = base.first(where: { $0.name == parameter.name }) else {
                return nil
            }
            let full = parameter.held.value.range.high
            return Lever(
                parameter: parameter.name, none: min(widest.held.value.range.low, full), full: full,
                clauses: mine)
        }
    }

    /// The numbers with these clauses stated; what only terms of drafts move stays at its point.
    private func values(_ stated: Set<String>) -> [Rational] {
        values(
            levers.filter { !$0.clauses.isEmpty }.map { lever in
                (lever, Rational(lever.clauses.count(where: stated.contains), over: lever.clauses.count))
            })
    }

    /// How strong a promise with these clauses is, the game being played for each.
    func strength(_ stated: Set<String>) throws(Refused) -> Strength {
        if let strength = known[stated] { return strength }
        let strength = try strength(values(stated))
        known[stated] = strength
        return strength
    }

    private func strength(_ values: [Rational]) throws(Refused) -> Strength {
        let named = Dictionary(uniqueKeysWithValues: zip(bench.parameters.map(\.name), values))
        let settled = try bench.settled(values, [])
        let attack = bench.asks.first.flatMap { settled.answer($0.meaning, bench.prepared.routes) }
        let strength = Strength(
            named, deters: attack?.deters)
        return strength
    }

    /// The drafts that say something of an issue that pulls a lever.
    func drafts(_ model: GameModel, _ view: View) throws(Refused) -> [GuaranteeFinding.DraftedStrength] {
        let issues = Set(model.pulls.map(\.issue))
        var found: [GuaranteeFinding.DraftedStrength] = []
        for draft in view.case.proposalsByDate where draft.kind.isText {
            let terms = draft.points.flatMap(\.terms)
            guard terms.contains(where: { issues.contains($0.issue) }) else { continue }
            let pulls = levers.map { ($0, $0.pull(of: terms, model.pulls)) }
            found.append(
                .init(
                    draft: draft, pulls: pulls.map { (lever: $0.0.parameter, pull: $0.1) },
                    least: try strength(values(pulls.map { ($0.0, $0.1.low) })),
                    most: try strength(values(pulls.map { ($0.0, $0.1.high) }))))
        }
        return found
    }

    /// Whether a promise with these alternatives would not deter even with every lever pulled as far as they allow; what they do
    /// not settle pulls with all its strength.
    func cannotDeter(_ chosen: [String: String], _ pulls: [GameModel.Pull]) -> Bool {
        let pulled = levers.map { lever in
            let mine = pulls.filter { $0.lever == lever.parameter }
            let reach = mine.map { pull in chosen[pull.issue].map { pull.at[$0] ?? 1 } ?? 1 }
            return (lever, reach.max() ?? 1)
        }
        let key = pulled.map(\.1)
        if let found = hopeless[key] { return found }
        // A game that cannot be solved here stops nothing.
        let found = (try? strength(values(pulled)))?.deters == false
        hopeless[key] = found
        return found
    }

    /// The numbers with each lever pulled by a share of its way.
    private func values(_ pulled: [(lever: Lever, share: Rational)]) -> [Rational] {
        bench.parameters.map { parameter in
            pulled.first { $0.lever.parameter == parameter.name }.map { $0.lever.value(at: $0.share) }
                ?? parameter.value
        }
    }

    /// How many sets of clauses are tried.
    private static let limit = 5_000

    /// The smallest sets among some clauses that deter together with what is stated.
    func completions(of stated: Set<String>, among others: [String]) throws(Refused) -> [[String]] {
        guard try strength(stated.union(others)).deters == true else { return [] }
        var (sets, tried): ([[Int]], Int) = ([[]], 0)
        for _ in 0...others.count {
            var found: [[String]] = []
            for set in sets {
                let chosen = set.map { others[$0] }
                if try strength(stated.union(chosen)).deters == true { found.append(chosen) }
            }
            tried += sets.count
            if !found.isEmpty || tried > Self.limit { return found }
            sets = sets.flatMap { set in ((set.last.map { $0 + 1 } ?? 0)..<others.count).map { set + [$0] } }
        }
        return []
    }

    /// Where each lever alone would make the promise deter, the shortest way first.
    func crossings(_ stated: Set<String>) -> [SolveFinding.Threshold] {
        let parameters = zip(bench.parameters, values(stated)).map { parameter, value in
            let lever = levers.first { $0.parameter == parameter.name }
            return SolveFinding.ParameterValue(
                name: parameter.name, label: parameter.label,
                quantity: lever.map { Quantity(.pointInRange(value, Interval($0.none, $0.full))) }
                    ?? Quantity(.constant(value)), value: value, isMidpoint: false)
        }
        let sets = bench.asks.first?.meaning.sets ?? []
        let found = ThresholdSearch(bench.prepared, parameters, [], watching: sets).thresholds() ?? []
        return found.filter { $0.share != nil }.sorted { $0.share! < $1.share! }
    }
}

extension GuaranteeFinding.Strength {
    /// The closed form of G9: seen, not blocked, and acted on, from resolve or because the guarantor is locked in.
    fileprivate init(_ named: [String: Rational], deters: Bool?) {
        func number(_ name: String) -> Rational { named[name] ?? 0 }
        let isLocked = number("a") + number("r") >= -number("w-i")
        let acts = isLocked ? 1 : number("p")
        value = number("pi") * number("u") * acts
        let (gain, cost) = (number("g"), number("c"))
        bar = gain + cost == 0 ? 0 : gain / (gain + cost)
        self.deters = deters
    }
}

extension GuaranteeFinding.Lever {
    /// The number when the lever is pulled by a share of its way.
    fileprivate func value(at share: Rational) -> Rational { none + (full - none) * share }

    /// How far terms pull it; what no issue pulls, or the terms do not say, is open.
    fileprivate func pull(of terms: [Term], _ pulls: [GameModel.Pull]) -> Interval {
        pulls.filter { $0.lever == parameter }.map { pull in
            terms.last { $0.issue == pull.issue }.map { pull.reach(of: $0.content) } ?? Interval(0, 1)
        }.strongest ?? Interval(0, 1)
    }
}

extension [Interval] {
    /// Of several pulls on one lever the strongest counts.
    fileprivate var strongest: Interval? {
        guard let low = map(\.low).max(), let high = map(\.high).max() else { return nil }
        return Interval(low, high)
    }
}

extension GameModel.Pull {
    /// How far a term pulls the lever, over everything that it may mean.
    fileprivate func reach(of content: Term.Content) -> Interval {
        let open = Interval(0, 1)
        func reach(_ choices: [Term.Choice]) -> Interval {
            let named = choices.compactMap { choice -> Rational? in
                if case .alternative(let id) = choice { at[id] } else { nil }
            }
            return named.count == choices.count ? Interval.hull(of: named) ?? open : open
        }
        switch content {
        case .stated, .conditional, .contested: return reach(content.choices)
        case .ambiguous(let readings): return readings.isEmpty ? open : reach(readings)
        case .denied(let excluded):
            return Interval.hull(of: at.filter { !excluded.contains($0.key) }.values) ?? open
        case .silent: return Interval(0)
        case .unreported: return open
        }
    }
}
