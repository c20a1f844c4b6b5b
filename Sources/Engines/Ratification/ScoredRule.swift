import Numbers

/// How leaves are joined.
indirect enum Gate: Hashable, Sendable {
    /// The sum along an axis is so much or more.
    case reaches(axis: Int, Int)
    /// So many of the parts are met; of no parts 0 is always met and 1 never.
    case atLeast(Int, [Gate])

    static let always = Gate.atLeast(0, [])
    static let never = Gate.atLeast(1, [])
}

/// A rule in whole numbers: along each axis every member brings a score, and leaves ask for sums.
///
/// A share of those who vote is a sum too: a yes brings the denominator, a member who leaves the base the
/// numerator, a no nothing, and the numerator for everybody is what must be reached.
struct ScoredRule: Hashable, Sendable {
    /// For each axis, ballot and member what it brings; a no brings nothing.
    private(set) var axes: [[[Int]]] = []
    private(set) var gate = Gate.always
    private let members: Int

    init(_ rule: VotingRule, members: Int) throws(VotingProblem) {
        self.members = members
        gate = try gate(of: rule, at: [])
    }

    private mutating func gate(of rule: VotingRule, at path: [Int]) throws(VotingProblem) -> Gate {
        switch rule {
        case .consent(let member):
            return .reaches(axis: axis([(member, 1)]) { $0 == .yes ? $1 : 0 }, 1)
        case .noObjection(let member):
            return .reaches(axis: axis([(member, 1)]) { $0 == .no ? 0 : $1 }, 1)
        case .all(let parts): return .atLeast(parts.count, try gates(of: parts, at: path))
        case .any(let parts): return .atLeast(1, try gates(of: parts, at: path))
        case .atLeast(let least, let parts): return .atLeast(least, try gates(of: parts, at: path))
        case .weight(let electorate, let threshold):
            return try weightGate(electorate, threshold, at: path)
        case .share(let electorate, let threshold, let base):
            return try shareGate(electorate, threshold, base, at: path)
        }
    }

    private mutating func gates(of parts: [VotingRule], at path: [Int]) throws(VotingProblem) -> [Gate] {
        var gates: [Gate] = []
        for (place, part) in parts.enumerated() { gates.append(try gate(of: part, at: path + [place])) }
        return gates
    }

    private mutating func weightGate(
        _ electorate: Electorate, _ threshold: Threshold, at path: [Int]
    ) throws(VotingProblem) -> Gate {
        guard let weights = WholeWeights(electorate) else { throw .tooLarge(at: path) }
        // What no sum reaches, and what every sum does, needs no exact figure.
        let total = Rational(weights.total)
        if !threshold.isMet(by: total / weights.scale) { return .never }
        if threshold.isMet(by: 0) { return .always }
        let least = weights.least(threshold)
        return .reaches(axis: axis(weights.pairs) { $0 == .yes ? $1 : 0 }, least)
    }

    private mutating func shareGate(
        _ electorate: Electorate, _ threshold: Threshold, _ base: ShareBase, at path: [Int]
    ) throws(VotingProblem) -> Gate {
        guard let weights = WholeWeights(electorate), let share = threshold.amount.words,
            weights.fits(times: share.denominator)
        else { throw .tooLarge(at: path) }
        let (above, below) = (share.numerator, share.denominator)
        if weights.total == 0 { return .never }
        let isStrict = if case .above = threshold { 1 } else { 0 }
        let wanted = axis(weights.pairs) { ballot, weight in
            ballot == .yes ? below * weight : base.counts(ballot) ? 0 : above * weight
        }
        let enough = Gate.reaches(axis: wanted, above * weights.total + isStrict)
        // Where nobody votes, nothing is passed; a base of all members has somebody.
        if base == .members || isStrict == 1 { return enough }
        return .atLeast(2, [enough, .reaches(axis: axis(weights.pairs) { $0 == .yes ? $1 : 0 }, 1)])
    }

    /// The number of the axis with these scores, a new one if none has them.
    private mutating func axis(_ pairs: [(member: Int, weight: Int)], _ score: (Ballot, Int) -> Int) -> Int {
        var table = Ballot.allCases.map { _ in Array(repeating: 0, count: members) }
        for (member, weight) in pairs {
            for ballot in Ballot.allCases { table[ballot.rawValue][member] = score(ballot, weight) }
        }
        if let known = axes.firstIndex(of: table) { return known }
        axes.append(table)
        return axes.count - 1
    }
}

/// Weights as whole multiples of one fraction.
private struct WholeWeights {
    let pairs: [(member: Int, weight: Int)]
    let scale: Rational
    let total: Int
    private static let limit = 1 << 40

    /// - Returns: `nil` if the sum does not fit.
    init?(_ electorate: Electorate) {
        var scale = Rational.one
        for weight in electorate.weights {
            guard let below = (weight * scale).words?.denominator else { return nil }
            scale *= Rational(below)
        }
        let total = electorate.weights.reduce(Rational.zero, +) * scale
        guard total < Rational(WholeWeights.limit), let sum = total.exactInt else { return nil }
        (self.scale, self.total) = (scale, sum)
        pairs = zip(electorate.members, electorate.weights).map { ($0, ($1 * scale).exactInt!) }
    }

    func fits(times factor: Int) -> Bool {
        Rational(total) * Rational(factor) < Rational(1 << 60)
    }

    /// The smallest whole sum that meets a threshold which some sum meets.
    func least(_ threshold: Threshold) -> Int {
        let amount = (threshold.amount * scale).floor
        let isEnough = threshold.isMet(by: amount / scale)
        return amount.exactInt! + (isEnough ? 0 : 1)
    }
}
