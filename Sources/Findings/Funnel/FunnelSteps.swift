import CaseModel
import Engines
import Numbers

/// Which steps a package takes to be carried out, and whether there is an order of them in which nobody gains by stopping or
/// cheating.
struct FunnelSteps {
    typealias Reading = PackageFrame.Reading

    private let all: [Step]
    private let plans: StepNumbers
    /// Steps that belong to some packages only, each with the packages that it belongs to.
    private var conditional: [(step: Int, rule: PackageRule)] = []
    private var always: [Int] = []
    /// Steps whose issues are outside the package.
    private(set) var outside: [String] = []
    /// Of all choices of conditional steps, as bits, those with an order that holds: at the points and for some numbers.
    private var holding: (points: Set<Int>, some: Set<Int>) = ([], [])

    /// With more conditional steps the choices are too many, and the gate is not asked.
    private static let mostConditional = 14

    var isEmpty: Bool { always.isEmpty && conditional.isEmpty }
    var taken: [String] { (always + conditional.map(\.step)).sorted().map { all[$0].id } }

    /// What the verdicts rest on: the numbers of the steps.
    var bases: [(basis: Basis, place: Place)] {
        (always + conditional.map(\.step)).flatMap { place -> [(basis: Basis, place: Place)] in
            let step = all[place]
            let numbers = Array(step.gives.values) + Array(step.costs.values)
            return numbers.map { ($0.basis, $0.place) }
                + step.temptation.values.map { ($0.basis, $0.place) }
        }
    }

    init(_ steps: [Step], _ book: RuleBook) throws(PackagesProblem) {
        (all, plans) = (steps, StepNumbers(steps))
        for (place, step) in steps.enumerated() {
            guard let when = step.when else {
                always.append(place)
                continue
            }
            let rule = try book.condition(step.id, step.name, when, basis: step.basis, place: step.place)
            if rule.terms.isEmpty {
                outside.append(step.id)
            } else {
                conditional.append((place, rule))
            }
        }
        guard conditional.count <= Self.mostConditional else {
            outside += conditional.map { steps[$0.step].id }
            (conditional, always) = ([], [])
            return
        }
        for mask in 0..<(1 << conditional.count) {
            let chosen = conditional.indices.filter { mask >> $0 & 1 == 1 }.map { conditional[$0].step }
            let taken = plans.completed(always + chosen)
            if plans.hasOrder(taken, .points) { holding.points.insert(mask) }
            if plans.hasOrder(taken, .conceivable) { holding.some.insert(mask) }
        }
    }

    func restricted(to alternatives: [[Int]], of space: PackageSpace) -> FunnelSteps {
        var steps = self
        steps.conditional = conditional.map { ($0.step, $0.rule.restricted(to: alternatives, of: space)) }
        return steps
    }

    /// The packages for whose steps some order holds, in parts that exclude each other: the rules of each part.
    func classes(_ reading: Reading) -> [[PackageRule]] {
        if isEmpty { return [[]] }
        let masks = reading == .points ? holding.points : holding.some
        return masks.isEmpty ? [] : classes(masks, 0, [])
    }

    private func classes(
        _ masks: Set<Int>, _ depth: Int, _ rules: [PackageRule]
    ) -> [[PackageRule]] {
        // Where every further choice holds, nothing more has to be told apart.
        if masks.count == 1 << (conditional.count - depth) { return [rules] }
        guard depth < conditional.count else { return [] }
        let rule = conditional[depth].rule
        let without = masks.filter { $0 >> depth & 1 == 0 }
        // Nothing is left that the step belongs to.
        if rule.terms.isEmpty { return without.isEmpty ? [] : classes(without, depth + 1, rules) }
        let with = masks.filter { $0 >> depth & 1 == 1 }
        let left =
            without.isEmpty
            ? [] : classes(without, depth + 1, rules + [rule.excluding(whereItHolds: true)])
        let taken =
            with.isEmpty
            ? []
            : classes(with, depth + 1, rules + [rule.excluding(whereItHolds: false)])
        return left + taken
    }

    /// Who would stop or cheat in the least exposed order of the steps that a draft takes for certain.
    func blockers(_ reading: Reading) -> [FunnelFinding.Blocker] {
        let certain = conditional.filter { rule in rule.rule.terms.contains { !$0.bites.contains(false) } }
        return plans.blockers(plans.completed(always + certain.map(\.step)), reading)
    }
}

extension PackageRule {
    /// A rule that leaves out the packages where a condition holds, or the others. It has one term.
    fileprivate func excluding(whereItHolds holds: Bool) -> PackageRule {
        PackageRule(
            id: id, name: name, kind: .excludes(.combination, party: nil), basis: basis, place: place,
            terms: terms.map { ($0.scope, holds ? $0.bites : $0.bites.map { !$0 }) })
    }
}
