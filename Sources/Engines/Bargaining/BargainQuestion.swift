import Numbers

/// A bargain seen with one question: which packages count, which terms matter, and which issues hang together.
struct BargainQuestion: Sendable {
    let bargain: Bargain
    let set: PackageSet
    /// For each party the least utility that counts; `nil` if every utility does.
    let floors: [Int]?
    /// What every package brings each party before an issue is decided.
    let base: [Int]
    /// Whether a term forbids everything.
    let isEmpty: Bool
    /// Issues that share a term stand in one block, in the order in which they are decided.
    let blocks: [Block]

    /// Issues that can be decided without looking at the others.
    struct Block: Sendable {
        let issues: [Int]
        /// The terms inside, by their number in the bargain.
        let terms: [Int]
    }

    private static let openFloor = -4 * BargainUnits.limit

    /// The floors are what must be reached at least; by default the reservations if the set is the acceptable one. Who does not
    /// sweep the blocks need not have them ordered.
    init(_ bargain: Bargain, _ set: PackageSet, floors: [Int]? = nil, isOrdered: Bool = true) {
        (self.bargain, self.set) = (bargain, set)
        let asked =
            floors ?? (set == .acceptable ? bargain.units.reservations.map { $0 ?? Self.openFloor } : nil)
        self.floors = asked.flatMap { all in all.allSatisfy { $0 == Self.openFloor } ? nil : all }
        var base = [Int](repeating: 0, count: bargain.parties)
        var (isEmpty, open): (Bool, [Int]) = (false, [])
        for (number, term) in bargain.terms.enumerated() {
            if case .refused = term.effect, set == .feasible { continue }
            guard term.holds.contains(true) else { continue }
            guard term.holds.contains(false) else {
                if case .adds = term.effect {
                    for party in base.indices { base[party] += bargain.units.amounts[number][party] }
                } else {
                    isEmpty = true
                }
                continue
            }
            open.append(number)
        }
        (self.base, self.isEmpty) = (base, isEmpty)
        blocks = Self.blocks(bargain, open, isOrdered)
    }

    /// The connected parts of the interaction graph.
    private static func blocks(_ bargain: Bargain, _ terms: [Int], _ isOrdered: Bool) -> [Block] {
        var leader = Array(0..<bargain.space.issues)
        func find(_ issue: Int) -> Int {
            var issue = issue
            while leader[issue] != issue { issue = leader[issue] }
            return issue
        }
        for term in terms {
            let scope = bargain.terms[term].scope
            for issue in scope.dropFirst() { leader[find(issue)] = find(scope[0]) }
        }
        var members: [Int: [Int]] = [:]
        for issue in leader.indices { members[find(issue), default: []].append(issue) }
        return members.values.sorted { $0[0] < $1[0] }.map { issues in
            let inside = terms.filter { find(bargain.terms[$0].scope[0]) == find(issues[0]) }
            return Block(
                issues: inside.isEmpty || !isOrdered ? issues : BlockOrder(bargain, issues, inside).best(),
                terms: inside)
        }
    }

    /// The contributions of an alternative, one number for each party.
    func row(_ issue: Int, _ alternative: Int) -> ArraySlice<Int> {
        let units = bargain.units
        let start = (units.offsets[issue] + alternative) * bargain.parties
        return ArraySlice(units.rows[start..<start + bargain.parties])
    }

    /// The most that each party can get from an issue.
    func best(_ issue: Int) -> [Int] { extreme(issue, max) }

    /// The least that each party can get from an issue.
    func worst(_ issue: Int) -> [Int] { extreme(issue, min) }

    private func extreme(_ issue: Int, _ choose: (Int, Int) -> Int) -> [Int] {
        var result = Array(row(issue, 0))
        for alternative in 1..<max(1, bargain.space.alternatives[issue]) {
            for (party, value) in row(issue, alternative).enumerated() {
                result[party] = choose(result[party], value)
            }
        }
        return result
    }

    /// The most and the least that a block can bring each party, bonuses and penalties counted in full.
    func bounds(_ block: Block) -> (best: [Int], worst: [Int]) {
        var (best, worst) = (base.map { _ in 0 }, base.map { _ in 0 })
        for issue in block.issues {
            best = plus(best, self.best(issue))
            worst = plus(worst, self.worst(issue))
        }
        for term in block.terms {
            for (party, amount) in bargain.units.amounts[term].enumerated() {
                best[party] += max(0, amount)
                worst[party] += min(0, amount)
            }
        }
        return (best, worst)
    }
}

/// The sum of two vectors.
func plus(_ one: [Int], _ other: [Int]) -> [Int] { zip(one, other).map { $0 + $1 } }

/// The difference of two vectors.
func minus(_ one: [Int], _ other: [Int]) -> [Int] { zip(one, other).map { $0 - $1 } }
