import Engines
import Numbers
import Synchronization

/// What all sweeps of one question may cost together, so that a large case is answered soon, partly by estimates, rather
/// than not at all. Counted in steps, not seconds: the same question gets the same answer.
final class SweepAllowance: Sendable {
    private let left: Atomic<Int>
    private let cutShort = Atomic<Bool>(false)
    /// What one partial sum costs: keeping apart sums of many parties takes longer.
    private let price: Int

    init(parties: Int) {
        left = Atomic(Self.whole)
        price = Self.prices[min(parties, Self.prices.count - 1)]
    }

    private static let whole = 250_000_000
    private static let prices = [1, 1, 1, 2, 5, 12, 30, 60, 100]

    /// Whether something was given up.
    var wasCutShort: Bool { cutShort.load(ordering: .relaxed) }

    /// Runs a sweep with a budget of at most so many steps.
    func sweep<Answer>(_ steps: Int, _ run: (inout Budget) -> Answer?) -> Answer? {
        var budget = Budget(max(0, min(steps, left.load(ordering: .relaxed)) / price))
        let answer = run(&budget)
        let used = answer == nil ? budget.limit : budget.used
        left.subtract(used * price, ordering: .relaxed)
        if answer == nil { cutShort.store(true, ordering: .relaxed) }
        return answer
    }
}

extension PackageFrame {
    /// The frontier of a set, or `nil` if it takes too long.
    func frontier(_ bargain: Bargain, over set: PackageSet, steps: Int = 2_000_000) -> Frontier? {
        allowance.sweep(steps) { budget in
            let found = bargain.frontier(over: set, budget: budget)
            if let found { budget = found.budget }
            return found
        }
    }

    /// A package of a frontier of acceptable packages that leans to nobody: the smallest share of what each could gain is as
    /// large as can be.
    func example(of frontier: Frontier, _ bargain: Bargain) -> PackagesFinding.Package? {
        guard frontier.count > 0 else { return nil }
        let base = zip(bargain.reservations, frontier.leastOfEach).map { $0 ?? $1 }
        let found = try? frontier.solution(.kalaiSmorodinsky, disagreement: base, ideal: nil)
        return named(frontier.example(found?.points.first ?? 0))
    }

    /// How many packages a set has: exact if that takes no longer than a few seconds, else estimated.
    func counted(_ bargain: Bargain, _ set: PackageSet, _ seed: Int) -> PackagesFinding.Count {
        if let exact = allowance.sweep(3_000_000, { bargain.count(of: set, spending: &$0) }) {
            return .exact(exact)
        }
        let sample = bargain.estimatedCount(of: set, seed: UInt64(bitPattern: Int64(seed)))
        return .estimate(sample.estimate, sample.interval)
    }

    /// How many of the allowed packages one party accepts.
    func counted(_ bargain: Bargain, acceptableTo party: Int) -> PackagesFinding.Count {
        allowance.sweep(3_000_000) { bargain.countAcceptable(to: party, spending: &$0) }.map { .exact($0) }
            ?? .unknown
    }
}
