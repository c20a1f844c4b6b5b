/// The states of a block's terms while its issues are decided one after the other.
///
/// A state is the class of every open term, packed into one word: what the issues decided so far still mean for the others.
/// Terms that are decided leave the state, and their effect is taken at once.
struct TermSteps {
    private let bargain: Bargain
    private let order: [Int]
    private let terms: [Int]
    private let diagrams: [TermDiagram]
    /// How many issues are decided.
    private var level = 0
    /// How many issues of each term were decided before the present one.
    private var depths: [Int]
    /// The place of each open term in the key before the present issue, and after it; 0 where it is not open.
    private var before: [UInt]
    private var after: [UInt]
    private var classes: [Int]
    /// The terms that the present issue moves.
    private var moving: [Int] = []
    /// The classes after the last alternative that was tried.
    private(set) var amounts: [Int]

    let startKey: UInt = 0

    init(_ bargain: Bargain, _ order: [Int], _ terms: [Int]) {
        var place = [Int](repeating: 0, count: bargain.space.issues)
        for (number, issue) in order.enumerated() { place[issue] = number }
        (self.bargain, self.order, self.terms) = (bargain, order, terms)
        diagrams = terms.map { TermDiagram(bargain.terms[$0], in: bargain.space, order: place) }
        depths = terms.map { _ in -1 }
        before = terms.map { _ in 0 }
        after = before
        classes = diagrams.map(\.start)
        amounts = [Int](repeating: 0, count: bargain.parties)
    }

    /// How many alternatives the present issue has.
    var alternatives: Int { bargain.space.alternatives[order[level - 1]] }

    /// Goes to the next issue; `false` if the states no longer fit a word.
    mutating func advance() -> Bool {
        for number in moving { depths[number] += 1 }
        level += 1
        let issue = order[level - 1]
        moving = diagrams.indices.filter { diagrams[$0].issues.contains(issue) }
        for number in moving where depths[number] < 0 { depths[number] = 0 }
        before = after
        var radix: UInt = 1
        for number in diagrams.indices {
            let isMoving = moving.contains(number)
            let depth = depths[number] + (isMoving ? 1 : 0)
            guard depth > 0, depth < diagrams[number].issues.count else {
                after[number] = 0
                continue
            }
            after[number] = radix
            let (product, overflow) =
                radix.multipliedReportingOverflow(by: UInt(diagrams[number].classes[depth]))
            guard !overflow, product <= UInt(Int.max) else { return false }
            radix = product
        }
        return true
    }

    /// Takes up a state before the present issue.
    mutating func open(_ key: UInt) {
        for number in diagrams.indices {
            if before[number] > 0 {
                let depth = depths[number]
                classes[number] = Int(key / before[number] % UInt(diagrams[number].classes[depth]))
            } else if depths[number] <= 0 {
                classes[number] = diagrams[number].start
            } else {
                classes[number] = TermDiagram.never
            }
        }
    }

    /// The state after an alternative; what terms add is left in `amounts`. `nil` if a term excludes it.
    mutating func key(after alternative: Int) -> UInt? {
        for party in amounts.indices { amounts[party] = 0 }
        var key: UInt = 0
        for number in diagrams.indices where after[number] > 0 && !moving.contains(number) {
            key += after[number] * UInt(classes[number])
        }
        for number in moving {
            let next = diagrams[number].next(depths[number], classes[number], alternative)
            if next == TermDiagram.always {
                let added = bargain.units.amounts[terms[number]]
                if added.isEmpty { return nil }
                for party in amounts.indices { amounts[party] += added[party] }
            } else if next != TermDiagram.never {
                key += after[number] * UInt(next)
            }
        }
        return key
    }

    /// What the terms that a state leaves undecided may still bring each party at most and at least.
    ///
    /// Asked after `advance`, of a state after the present issue.
    func stillOpen(_ key: UInt) -> (most: [Int], least: [Int]) {
        var (most, least) = (amounts.map { _ in 0 }, amounts.map { _ in 0 })
        for number in diagrams.indices {
            let depth = depths[number] + (moving.contains(number) ? 1 : 0)
            let isOpen =
                after[number] > 0
                ? key / after[number] % UInt(diagrams[number].classes[depth]) != 0
                : depth <= 0
            guard isOpen else { continue }
            for (party, amount) in bargain.units.amounts[terms[number]].enumerated() {
                most[party] += max(0, amount)
                least[party] += min(0, amount)
            }
        }
        return (most, least)
    }
}
