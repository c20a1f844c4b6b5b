import Numbers

/// Goes through the numbers of members that each class may send, heavy classes first.
struct MinimalSearch {
    private let game: SimpleGame
    private let classes: [[Int]]
    private let columns: [[Int]]
    /// What all classes from a place on can add together.
    private let rest: [[Int]]
    private let triangle: PascalTriangle<Rational>
    private let limit: Int
    private var budget: Budget
    /// How many members each class sends, and what they add.
    private var chosen: [Int]
    private var sums: [Int]
    /// Whether more members of a class are not needed: it has made the coalition win.
    private var isEnough: [Bool]
    private var count = Rational.zero
    private var examples: [[Int]] = []
    private var classCounts: [[Int: Rational]]

    /// - Returns: `nil` if the budget did not even last for counting the members of each class.
    init?(_ game: SimpleGame, limit: Int, budget: Budget) {
        (self.game, self.limit, self.budget) = (game, limit, budget)
        // Who adds nothing is in no minimal coalition.
        classes = game.classes.filter { game.column($0[0]).contains { $0 > 0 } }
        columns = classes.map { game.column($0[0]) }
        var rest = [game.axes.map { _ in 0 }]
        for (members, column) in zip(classes, columns).reversed() {
            rest.append(zip(rest.last!, column).map { $0 + $1 * members.count })
        }
        self.rest = rest.reversed()
        let rows = classes.map(\.count)
        guard let triangle = PascalTriangle<Rational>(rows: rows, budget: &self.budget) else { return nil }
        self.triangle = triangle
        chosen = classes.map { _ in 0 }
        sums = game.axes.map { _ in 0 }
        isEnough = classes.map { _ in false }
        classCounts = classes.map { _ in [:] }
    }

    /// - Returns: `nil` if the budget did not last.
    mutating func run() -> MinimalCoalitions? {
        var place = 0
        repeat {
            guard budget.spend() else { return nil }
            if game.gate.isMet(by: sums) {
                if isMinimal { take() }
            } else if place < classes.count, game.gate.isMet(by: sums, adding: rest[place]) {
                // First the class sends nobody.
                place += 1
                continue
            }
            place = advance(from: place)
        } while place > 0
        return MinimalCoalitions(count: count, examples: examples, memberCounts: memberCounts)
    }

    /// The place after the last class that can send one more, all later ones sending nobody; 0 if none can.
    private mutating func advance(from end: Int) -> Int {
        for place in (0..<end).reversed() {
            if chosen[place] < classes[place].count, !isEnough[place] {
                chosen[place] += 1
                for axis in sums.indices { sums[axis] += columns[place][axis] }
                isEnough[place] = game.gate.isMet(by: sums)
                return place + 1
            }
            for axis in sums.indices { sums[axis] -= columns[place][axis] * chosen[place] }
            (chosen[place], isEnough[place]) = (0, false)
        }
        return 0
    }

    private var isMinimal: Bool {
        chosen.indices.allSatisfy { place in
            chosen[place] == 0 || !game.gate.isMet(by: sums, adding: columns[place], times: -1)
        }
    }

    private mutating func take() {
        let sent = classes.indices.filter { chosen[$0] > 0 }
        let size = chosen.reduce(0, +)
        var ways = Rational.one
        for place in sent where chosen[place] < classes[place].count {
            ways *= triangle[classes[place].count][chosen[place]]
        }
        count += ways
        // Each member of a class is in the share of them that are sent.
        for place in sent {
            let isWhole = chosen[place] == classes[place].count
            let share = isWhole ? 1 : Rational(chosen[place], over: classes[place].count)
            classCounts[place][size, default: 0] += isWhole ? ways : ways * share
        }
        if examples.count < limit { list(sent) }
    }

    private var memberCounts: [[Int: Rational]] {
        var all = Array(repeating: [Int: Rational](), count: game.members)
        for (members, counts) in zip(classes, classCounts) {
            for member in members { all[member] = counts }
        }
        return all
    }

    /// All choices of members for the numbers sent, the last class moving fastest, as far as the limit goes.
    private mutating func list(_ sent: [Int]) {
        var choices = sent.map { Array(0..<chosen[$0]) }
        repeat {
            let members = zip(sent, choices).flatMap { place, choice in choice.map { classes[place][$0] } }
            examples.append(members.sorted())
        } while examples.count < limit && MinimalSearch.next(&choices, sent.map { classes[$0].count })
    }

    private static func next(_ choices: inout [[Int]], _ sizes: [Int]) -> Bool {
        for place in choices.indices.reversed() {
            let (size, many) = (sizes[place], choices[place].count)
            if let moving = (0..<many).last(where: { choices[place][$0] < size - many + $0 }) {
                choices[place][moving] += 1
                for later in moving + 1..<many { choices[place][later] = choices[place][later - 1] + 1 }
                return true
            }
            choices[place] = Array(0..<many)
        }
        return false
    }
}
