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
    private var numbers: [[[Int]]: Int] = [:]
    /// How many axes times members there may be: 128 megabytes.
    private static let mostScores = 1 << 22

    init(_ rule: VotingRule, members: Int) throws(VotingProblem) {
        self.members = members
        gate = try gate(of: rule, at: [])
        numbers = [:]
    }

    private mutating func gate(of rule: VotingRule, at path: [Int]) throws(VotingProblem) -> Gate {
        switch rule {
        case .consent(let member): return try consents([member], 1, at: path)
        case .noObjection(let member): return try silences([member], 1, at: path)
        case .all(let parts): return try gate(of: parts, least: nil, at: path)
        case .any(let parts): return try gate(of: parts, least: 1, at: path)
        case .atLeast(let least, let parts):
            var gates: [Gate] = []
            for (place, part) in parts.enumerated() { gates.append(try gate(of: part, at: path + [place])) }
            return .atLeast(least, gates)
        case .weight(let electorate, let threshold):
            return try weightGate(electorate, threshold, at: path)
        case .share(let electorate, let threshold, let base):
            return try shareGate(electorate, threshold, base, at: path)
        }
    }

    /// All parts or any: single members in them are one head count, so that no rule can tell them apart.
    private mutating func gate(
        of parts: [VotingRule], least: Int?, at path: [Int]
    ) throws(VotingProblem) -> Gate {
        var (gates, saying, silent): ([Gate], Set<Int>, Set<Int>) = ([], [], [])
        for (place, part) in parts.enumerated() {
            switch part {
            case .consent(let member): saying.insert(member)
            case .noObjection(let member): silent.insert(member)
            default: gates.append(try gate(of: part, at: path + [place]))
            }
        }
        if !saying.isEmpty { gates.append(try consents(saying, least ?? saying.count, at: path)) }
        if !silent.isEmpty { gates.append(try silences(silent, least ?? silent.count, at: path)) }
        return .atLeast(least ?? gates.count, gates)
    }

    private mutating func consents(
        _ members: Set<Int>, _ least: Int, at path: [Int]
    ) throws(VotingProblem) -> Gate {
        .reaches(axis: try axis(members.map { ($0, 1) }, at: path) { $0 == .yes ? $1 : 0 }, least)
    }

    private mutating func silences(
        _ members: Set<Int>, _ least: Int, at path: [Int]
    ) throws(VotingProblem) -> Gate {
        .reaches(axis: try axis(members.map { ($0, 1) }, at: path) { $0 == .no ? 0 : $1 }, least)
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
        return .reaches(axis: try axis(weights.pairs, at: path) { $0 == .yes ? $1 : 0 }, least)
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
        let wanted = try axis(weights.pairs, at: path) { ballot, weight in
            ballot == .yes ? below * weight : base.counts(ballot) ? 0 : above * weight
        }
        let enough = Gate.reaches(axis: wanted, above * weights.total + isStrict)
        // Where nobody votes, nothing is passed; a base of all members has somebody.
        if base == .members || isStrict == 1 { return enough }
        let somebody = try axis(weights.pairs, at: path) { $0 == .yes ? $1 : 0 }
        return .atLeast(2, [enough, .reaches(axis: somebody, 1)])
    }

    /// The number of the axis with these scores, a new one if none has them.
    private mutating func axis(
        _ pairs: [(member: Int, weight: Int)], at path: [Int], _ score: (Ballot, Int) -> Int
    ) throws(VotingProblem) -> Int {
        var table = Ballot.allCases.map { _ in Array(repeating: 0, count: members) }
        for (member, weight) in pairs {
            for ballot in Ballot.allCases { table[ballot.rawValue][member] = score(ballot, weight) }
        }
        if let known = numbers[table] { return known }
        guard (axes.count + 1) * members <= ScoredRule.mostScores else { throw .tooLarge(at: path) }
        numbers[table] = axes.count
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
