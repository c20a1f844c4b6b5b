import Numbers
import Support
import Testing

@testable import Engines

/// The rules once more, in the plainest words, over every acceptable package.
private enum PlainRule {
    /// The picked utility vectors, or `nil` if there are none.
    static func picks(
        _ concept: SolutionConcept, _ all: [[Rational]], _ d: [Rational], _ ideal: [Rational]
    ) -> Set<[Rational]>? {
        let judged = all.compactMap { u in value(concept, u, d, ideal).map { (u, $0) } }
        guard let best = judged.map(\.1).max(by: { $0.lexicographicallyPrecedes($1) }) else { return nil }
        return Set(judged.filter { $0.1 == best }.map(\.0))
    }

    private static func value(
        _ concept: SolutionConcept, _ u: [Rational], _ d: [Rational], _ ideal: [Rational]
    ) -> [Rational]? {
        let gains = zip(u, d).map { $0 - $1 }
        let shares = u.indices.filter { ideal[$0] > d[$0] }.map { gains[$0] / (ideal[$0] - d[$0]) }
        switch concept {
        case .nash(let weights):
            if gains.contains(where: { $0 < 0 }) { return nil }
            let exponents = (weights ?? u.map { _ in 1 }).map { ($0 * 6).exactInt! }
            return [
                zip(gains, exponents).reduce(Rational.one) { product, one in
                    (0..<one.1).reduce(product) { all, _ in all * one.0 }
                }
            ]
        case .kalaiSmorodinsky: return shares.sorted()
        case .equalRatio: return [(shares.min() ?? 0) - (shares.max() ?? 0)]
        case .egalitarian: return gains.sorted()
        case .utilitarian(let weights):
            return [zip(u, weights ?? u.map { _ in 1 }).reduce(Rational.zero) { $0 + $1.0 * $1.1 }]
        case .relativeUtilitarian: return [shares.reduce(.zero, +)]
        case .equalLoss: return zip(u, ideal).map { $0 - $1 }.sorted()
        }
    }
}

@Suite("Solution points against their definitions")
struct SolutionLawTests {
    private static let concepts: [SolutionConcept] = [
        .nash(weights: nil), .kalaiSmorodinsky, .equalRatio, .egalitarian, .utilitarian(weights: nil),
        .relativeUtilitarian, .equalLoss,
    ]

    @Test("Every rule picks what its definition picks among all frontier packages, ties whole")
    func rules() throws {
        var (compared, ties, degenerate) = (0, 0, 0)
        for seed in 1...500 {
            let bargain = Bargain.small(seed: seed)
            let frontier = try #require(bargain.frontier(over: .acceptable))
            let points = bargain.definedFrontier(of: .acceptable).map(\.utilities)
            let all = Set(bargain.all(in: .acceptable).map(\.utilities))
            guard let d = bargain.disagreement(seed.isMultiple(of: 3) ? .minimum : .reservation) else {
                continue
            }
            var weighted: [SolutionConcept] = []
            let weights = (0..<bargain.parties).map { Rational(1 + ($0 + seed) % 3, over: 1 + seed % 2) }
            weighted = [.nash(weights: weights), .utilitarian(weights: weights)]
            for concept in SolutionLawTests.concepts + weighted {
                let solution = try frontier.solution(concept, disagreement: d)
                guard frontier.count > 0 else {
                    #expect(solution?.points == nil)
                    continue
                }
                let expected = PlainRule.picks(concept, points, d, frontier.bestOfEach)
                let picked = solution.map { Set($0.points.map { frontier.utilities($0) }) }
                #expect(picked == expected, "seed \(seed), \(concept)")
                guard let solution, let picked else { continue }
                compared += 1
                if picked.count > 1 { ties += 1 }
                if solution.isDegenerate { degenerate += 1 }
                // A rule that rises with every utility picks the same among all packages.
                if concept != .equalRatio, !solution.isDegenerate {
                    #expect(
                        PlainRule.picks(concept, Array(all), d, frontier.bestOfEach) == picked,
                        "seed \(seed), \(concept)")
                }
            }
        }
        #expect(compared > 1500 && ties > 50 && degenerate > 20)
    }

    @Test("Branch and bound by sums picks the same points as the whole frontier")
    func bounded() throws {
        var compared = 0
        for seed in 1...300 {
            let bargain = Bargain.small(seed: seed)
            let frontier = try #require(bargain.frontier(over: .acceptable))
            guard let d = bargain.disagreement(.reservation) else { continue }
            for concept in SolutionLawTests.concepts where concept != .equalRatio {
                let whole = try frontier.solution(concept, disagreement: d)
                let bounded = try bargain.boundedSolution(concept, disagreement: d, cap: 2)
                #expect(
                    whole?.points.map { frontier.utilities($0) }
                        == bounded?.points.map { bounded!.frontier.utilities($0) }, "seed \(seed), \(concept)"
                )
                #expect(whole?.packages == bounded?.packages && whole?.isDegenerate == bounded?.isDegenerate)
                if whole != nil { compared += 1 }
            }
        }
        #expect(compared > 400)
    }

    @Test("Weights that do not fit a rule are named")
    func weights() throws {
        let frontier = try #require(Bargain.small(seed: 3, parties: 2, terms: 0).frontier())
        let none: [Rational] = [0, 0]
        #expect(throws: SolutionProblem.wrongNumbers) {
            try frontier.solution(.nash(weights: [1]), disagreement: none)
        }
        #expect(throws: SolutionProblem.wrongNumbers) {
            try frontier.solution(.utilitarian(weights: [1, -1]), disagreement: none)
        }
        #expect(throws: SolutionProblem.weightsTooFine) {
            try frontier.solution(.nash(weights: [1, Rational(1, over: 100_003)]), disagreement: none)
        }
        #expect(throws: SolutionProblem.wrongNumbers) {
            try frontier.solution(.egalitarian, disagreement: [0])
        }
    }

    @Test("Fallback bargaining has the smallest greatest rank")
    func fallback() throws {
        var (compared, ties) = (0, 0)
        for seed in 1...300 {
            let bargain = Bargain.small(seed: seed)
            let frontier = try #require(bargain.frontier(over: .acceptable))
            let all = bargain.all(in: .acceptable).map(\.utilities)
            let found = bargain.fallback(on: frontier)
            guard frontier.count > 0 else {
                #expect(found?.points == nil)
                continue
            }
            let depths = (0..<frontier.count).map { point in
                let utilities = frontier.utilities(point)
                return (0..<bargain.parties).map { party in
                    1 + all.count { $0[party] > utilities[party] }
                }.max()!
            }
            let least = depths.min()!
            let solution = try #require(found)
            #expect(solution.depth == Rational(least), "seed \(seed)")
            #expect(solution.points == depths.indices.filter { depths[$0] == least }, "seed \(seed)")
            let anyDepth = all.map { one in
                (0..<bargain.parties).map { party in 1 + all.count { $0[party] > one[party] } }.max()!
            }
            #expect(anyDepth.min() == least)
            compared += 1
            if solution.points.count > 1 { ties += 1 }
        }
        #expect(compared > 100 && ties > 10)
    }

    @Test("The smallest concession opens the zone, by both measures")
    func concessions() throws {
        var compared = 0
        for seed in 1...500 {
            let bargain = Bargain.small(seed: seed)
            let frontier = try #require(bargain.frontier())
            let all = bargain.all(in: .allowed).map(\.utilities)
            guard !all.isEmpty else {
                #expect(frontier.leastTotalConcession?.points == nil)
                continue
            }
            let short = all.map { utilities in
                zip(utilities, bargain.reservations).map { u, r in max(0, (r ?? u) - u) }
            }
            let total = try #require(frontier.leastTotalConcession)
            #expect(total.total == short.map { $0.reduce(.zero, +) }.min(), "seed \(seed)")
            let greatest = try #require(frontier.leastGreatestConcession)
            let least = short.map { $0.sorted(by: >) }.min { $0.lexicographicallyPrecedes($1) }
            for point in greatest.points { #expect(greatest.shortfalls(point).sorted(by: >) == least) }
            #expect(greatest.greatest == least?.first)
            if total.total > 0 {
                compared += 1
                #expect(bargain.count(of: .acceptable) == 0)
                // Whoever gives what is said opens the zone.
                let lowered = try Bargain(
                    space: bargain.space, contributions: bargain.contributions, terms: bargain.terms,
                    reservations: zip(bargain.reservations, total.shortfalls(total.points[0])).map { r, s in
                        r.map { $0 - s }
                    })
                #expect(lowered.count(of: .acceptable)! > 0)
                #expect(lowered.contains(total.frontier.example(total.points[0]), in: .acceptable))
            }
        }
        #expect(compared > 50)
    }
}
