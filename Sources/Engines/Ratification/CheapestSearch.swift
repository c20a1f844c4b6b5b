import Numbers

/// The cheapest winning coalition by branch and bound, member after member.
///
/// The bound lets every leaf be bought alone and in fractions, so it is never above the true price.
struct CheapestSearch {
    private let game: SimpleGame
    private let prices: [Rational]
    private let order: [Int]
    /// For each axis the places in `order` by price for a unit of weight.
    private let bargains: [[Int]]
    private let isWhole: Bool
    private var budget: Budget
    private var sums: [Int]
    private var isTaken: [Bool]
    private var best: (cost: Rational, members: [Int])?

    init(_ game: SimpleGame, _ prices: [Rational], _ budget: Budget) {
        (self.game, self.prices, self.budget) = (game, prices, budget)
        let totals = game.axes.map { Rational(max(1, $0.reduce(0, +))) }
        let uses = (0..<game.members).map { member in
            game.axes.indices.reduce(Rational.zero) { $0 + Rational(game.axes[$1][member]) / totals[$1] }
        }
        // Cheap for what they bring first, so that the first coalition found is a good one.
        let order = (0..<game.members).filter { uses[$0] > 0 }.sorted {
            let (a, b) = (prices[$0] * uses[$1], prices[$1] * uses[$0])
            return a != b ? a < b : $0 < $1
        }
        self.order = order
        bargains = game.axes.map { axis in
            order.indices.filter { axis[order[$0]] > 0 }.sorted {
                let (a, b) = (order[$0], order[$1])
                return prices[a] * Rational(axis[b]) < prices[b] * Rational(axis[a])
            }
        }
        isWhole = prices.allSatisfy(\.isInteger)
        sums = game.axes.map { _ in 0 }
        isTaken = order.map { _ in false }
    }

    /// - Returns: `nil` if the budget did not last.
    mutating func run() -> Flips? {
        var (place, cost) = (0, Rational.zero)
        repeat {
            guard budget.spend() else { return nil }
            if isWorthwhile(place, cost) {
                // First with the member, later without.
                isTaken[place] = true
                move(order[place], 1)
                cost += prices[order[place]]
                place += 1
                continue
            }
            while place > 0, !isTaken[place - 1] { place -= 1 }
            guard place > 0 else { break }
            isTaken[place - 1] = false
            move(order[place - 1], -1)
            cost -= prices[order[place - 1]]
        } while true
        return best.map { .least($0.members.sorted(), cost: $0.cost) } ?? .impossible
    }

    /// Whether members from a place on may make the coalition win for less than the best; one that wins is kept.
    private mutating func isWorthwhile(_ place: Int, _ cost: Rational) -> Bool {
        guard var bound = bound(game.gate, place) else { return false }
        // Where all prices are whole, so is the price of a coalition.
        if isWhole { bound = -(-bound).floor }
        if let best, cost + bound >= best.cost { return false }
        if game.gate.isMet(by: sums) {
            best = (cost, (0..<place).filter { isTaken[$0] }.map { order[$0] })
            return false
        }
        return place < order.count
    }

    private mutating func move(_ member: Int, _ sign: Int) {
        for axis in sums.indices { sums[axis] += sign * game.axes[axis][member] }
    }

    /// No more than the least that members from a place on have to be paid; `nil` if they do not suffice.
    private func bound(_ gate: Gate, _ place: Int) -> Rational? {
        guard case .atLeast(let least, let parts) = gate else {
            guard case .reaches(let axis, let threshold) = gate else { return 0 }
            return bound(axis, threshold - sums[axis], place)
        }
        let bounds = parts.compactMap { bound($0, place) }.sorted()
        return bounds.count < least ? nil : least == 0 ? 0 : bounds[least - 1]
    }

    private func bound(_ axis: Int, _ missing: Int, _ place: Int) -> Rational? {
        var (missing, cost) = (missing, Rational.zero)
        for other in bargains[axis] where other >= place && missing > 0 {
            let weight = game.axes[axis][order[other]]
            cost += prices[order[other]] * Rational(min(missing, weight), over: weight)
            missing -= weight
        }
        return missing > 0 ? nil : cost
    }
}
