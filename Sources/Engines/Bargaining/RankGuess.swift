import Numbers

/// Where utilities rank among the acceptable packages, guessed from a sample; guides exact counts and never replaces them.
struct RankGuess {
    /// For each party what the acceptable packages of the sample bring, worst first.
    private let sorted: [[Int]]
    /// How many packages one of the sample stands for.
    private let weight: Double

    /// Fewer hits than this tell nothing.
    private static let least = 30

    init(_ bargain: Bargain, _ frontier: Frontier, samples: Int = 4000) {
        let question = BargainQuestion(bargain, .acceptable, isOrdered: false)
        let source = Philox(seed: 1)
        var columns = [[Int]](repeating: [], count: bargain.parties)
        for sample in 0..<samples {
            let package = bargain.draw(UInt64(sample), source)
            guard let sums = question.sums(of: package) else { continue }
            for party in columns.indices { columns[party].append(sums[party]) }
        }
        sorted = columns.map { $0.sorted() }
        weight = Double(bargain.space.size) / Double(samples)
    }

    private var isUsable: Bool { sorted[0].count >= RankGuess.least }

    /// How many of the sample are better for a party.
    private func better(_ units: Int, _ party: Int) -> Int {
        var (low, high) = (0, sorted[party].count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[party][middle] <= units { low = middle + 1 } else { high = middle }
        }
        return sorted[party].count - low
    }

    /// The point whose greatest rank is probably the smallest; one from the middle if nothing is known.
    func likeliest(_ points: [Int], _ frontier: Frontier) -> Int {
        guard isUsable else { return points[points.count / 2] }
        func depth(_ point: Int) -> Int {
            (0..<frontier.parties).reduce(0) { max($0, better(frontier.units(point, $1), $1)) }
        }
        return points.map { (depth($0), $0) }.min { $0 < $1 }!.1
    }

    /// The largest of rising values that ranks beyond a depth in all likelihood: by twice the usual error.
    func surelyBeyond(_ depth: Rational, among values: [Int], _ party: Int) -> Int? {
        guard isUsable else { return nil }
        let bar = Double(depth) / weight
        return values.last { value in
            Double(better(value, party)) > bar + 2 * bar.squareRoot() + 2
        }
    }
}

extension Bargain {
    /// A package drawn evenly.
    func draw(_ sample: UInt64, _ source: Philox) -> [Int] {
        space.alternatives.enumerated().map { issue, count in
            source.index(below: count, sample: sample, dimension: issue, stream: .packageWorlds)
        }
    }
}

extension BargainQuestion {
    /// What a package brings each party; `nil` if it is not one of the set.
    func sums(of package: [Int]) -> [Int]? {
        if isEmpty { return nil }
        var sums = base
        for (issue, alternative) in package.enumerated() {
            for (party, value) in row(issue, alternative).enumerated() { sums[party] += value }
        }
        for block in blocks {
            for number in block.terms where bargain.holds(bargain.terms[number], in: package) {
                if bargain.units.amounts[number].isEmpty { return nil }
                for (party, amount) in bargain.units.amounts[number].enumerated() { sums[party] += amount }
            }
        }
        if let floors, zip(sums, floors).contains(where: { $0 < $1 }) { return nil }
        return sums
    }
}
