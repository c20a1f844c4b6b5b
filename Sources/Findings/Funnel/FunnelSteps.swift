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

    var isEmpty: Bool { all.isEmpty }
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
    }

    func restricted(to alternatives: [[Int]], of space: PackageSpace) -> FunnelSteps {
        var steps = self
        steps.conditional = conditional.map { ($0.step, $0.rule.restricted(to: alternatives, of: space)) }
        return steps
    }

    /// The packages for whose steps some order holds, in parts that exclude each other: the rules of each part.
    func classes(_ reading: Reading) -> [[PackageRule]] {
        if all.isEmpty { return [[]] }
        return classes(reading, 0, [], [])
    }

    private func classes(
        _ reading: Reading, _ depth: Int, _ chosen: [Int], _ rules: [PackageRule]
    ) -> [[PackageRule]] {
        guard depth < conditional.count else { return holds(chosen, reading) ? [rules] : [] }
        let (step, rule) = conditional[depth]
        // Nothing left that the step belongs to, or nothing else.
        if rule.terms.isEmpty { return classes(reading, depth + 1, chosen, rules) }
        let without = classes(reading, depth + 1, chosen, rules + [rule.excluding(whereItHolds: true)])
        let with = classes(
            reading, depth + 1, chosen + [step], rules + [rule.excluding(whereItHolds: false)])
        return without + with
    }

    /// Whether the steps have an order that holds: at the points, or for some numbers.
    private func holds(_ chosen: [Int], _ reading: Reading) -> Bool {
        plans.hasOrder(plans.completed(always + chosen), reading)
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
