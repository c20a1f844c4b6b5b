public import Numbers

/// What cannot be played out.
public enum OfferProblem: Error, Hashable, Sendable {
    /// There are more packages than the table may hold; the number is that limit.
    case tooManyPackages(limit: Int)
    /// No package belongs to the set.
    case noPackage
    /// A party's utilities and reservation have no common unit that fits a machine word.
    case tooLarge(party: Int)
    /// There are not as many tactics as parties, or fewer than two parties.
    case wrongTactics
    /// A party that is not there, or a package that the table does not hold.
    case unknownMove
    /// A tactic's numbers are out of their range.
    case wrongNumbers(party: Int)
    /// No round, or more than 2³⁰.
    case wrongRounds
}

/// Every package of a set with what it is worth to each party, and each party's order of them.
///
/// - Complexity: O(parties · packages · log packages) to make, 20 bytes for each party and package.
public struct OfferTable: Sendable {
    public let bargain: Bargain
    /// How many packages there are.
    public let count: Int
    /// The rank of each package in the enumeration, ascending.
    let ranks: [Int]
    /// What one unit of each party is, 1 over this number: so small that the reservation, too, is whole.
    let scales: [Int]
    /// What each party has without an agreement, in units.
    let reservations: [Int?]
    /// In units, one party behind the other.
    let utilities: ContiguousArray<Int>
    /// Each party's packages, best first; equal ones in the order of enumeration.
    let orders: [[Int32]]
    /// The utilities in that order.
    let sorted: [[Int]]

    public var parties: Int { bargain.parties }

    /// - Throws: `tooManyPackages` if the whole space is larger than the limit, `noPackage`, or `tooLarge`.
    public init(
        _ bargain: Bargain, over set: PackageSet = .allowed, limit: Int = 1 << 20
    ) throws(OfferProblem) {
        guard let size = bargain.space.size.exactInt, size <= min(limit, Int(Int32.max)) else {
            throw .tooManyPackages(limit: limit)
        }
        var strides = bargain.space.alternatives.map { _ in 1 }
        for issue in strides.indices.dropLast().reversed() {
            strides[issue] = strides[issue + 1] * bargain.space.alternatives[issue + 1]
        }
        let parties = bargain.parties
        var (ranks, sums): ([Int], ContiguousArray<Int>) = ([], [])
        let scan = PackageScan(BargainQuestion(bargain, set, isOrdered: false))
        scan.run { sum in
            var rank = 0
            for issue in strides.indices { rank += scan.package[issue] * strides[issue] }
            ranks.append(rank)
            for party in 0..<parties { sums.append(sum[party]) }
        }
        if ranks.isEmpty { throw .noPackage }
        let count = ranks.count
        let factors = try OfferTable.factors(bargain)
        var utilities = ContiguousArray<Int>(repeating: 0, count: sums.count)
        for place in 0..<count {
            for party in 0..<parties {
                utilities[party * count + place] = sums[place * parties + party] * factors[party]
            }
        }
        let scales = zip(bargain.units.scales, factors).map { $0 * $1 }
        reservations = zip(bargain.reservations, scales).map { reservation, scale in
            reservation.flatMap { ($0 * Rational(scale)).exactInt }
        }
        self.scales = scales
        orders = (0..<parties).map { party in
            let mine = utilities[party * count..<(party + 1) * count]
            let keyed = mine.enumerated().map { (-$0.element, Int32($0.offset)) }
            return keyed.sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.1)
        }
        sorted = orders.enumerated().map { party, order in order.map { utilities[party * count + Int($0)] } }
        (self.bargain, self.count, self.ranks, self.utilities) = (bargain, count, ranks, utilities)
    }

    /// By how much each party's units must be divided so that its reservation is whole.
    private static func factors(_ bargain: Bargain) throws(OfferProblem) -> [Int] {
        var factors: [Int] = []
        for (party, scale) in bargain.units.scales.enumerated() {
            let units = (bargain.reservations[party] ?? 0) * Rational(scale)
            let most = bargain.contributions[party].reduce(Rational.zero) { sum, values in
                sum + (values.map(\.magnitude).max() ?? 0)
            }
            let added = bargain.terms.reduce(most) { sum, term in
                if case .adds(let amounts) = term.effect { sum + amounts[party].magnitude } else { sum }
            }
            guard let factor = units.words?.denominator,
                max(added * Rational(scale), units.magnitude) * Rational(factor)
                    < Rational(BargainUnits.limit),
                Rational(scale) * Rational(factor) < Rational(BargainUnits.limit)
            else { throw .tooLarge(party: party) }
            factors.append(factor)
        }
        return factors
    }

    /// A package by its number in the table.
    ///
    /// - Precondition: There is such a number.
    public func package(_ number: Int) -> [Int] { bargain.space.package(at: Rational(ranks[number])) }

    /// The number of a package; `nil` if the table does not hold it.
    public func number(of package: [Int]) -> Int? {
        guard bargain.space.contains(package), let rank = bargain.space.rank(of: package).exactInt else {
            return nil
        }
        var (low, high) = (0, count - 1)
        while low < high {
            let middle = (low + high) / 2
            if ranks[middle] < rank { low = middle + 1 } else { high = middle }
        }
        return ranks[low] == rank ? low : nil
    }

    /// What a package is worth to each party.
    ///
    /// - Precondition: There is such a number.
    public func utilities(_ number: Int) -> [Rational] {
        (0..<parties).map { value(units(number, of: $0), of: $0) }
    }

    func value(_ units: Int, of party: Int) -> Rational { Rational(units, over: scales[party]) }

    @inline(__always)
    func units(_ number: Int, of party: Int) -> Int { utilities[party * count + number] }

    /// The least that a party agrees to, in units: its reservation, or what the worst package brings if it has none.
    func floor(of party: Int) -> Int {
        reservations[party] ?? sorted[party][count - 1]
    }

    /// The last place in a party's order whose utility passes; 0 if not even the first one does.
    @inline(__always)
    func lastPlace(of party: Int, where passes: (Int) -> Bool) -> Int {
        sorted[party].withUnsafeBufferPointer { sorted in
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if passes(sorted[middle]) { low = middle + 1 } else { high = middle }
            }
            return max(0, low - 1)
        }
    }
}
