import Numbers
import Support

@testable import Engines

extension Bargain {
    /// A small bargain with terms of every kind, full of ties.
    static func small(
        seed: Int, parties: Int? = nil, terms termCount: Int? = nil, hasReservations: Bool = true
    ) -> Bargain {
        var random = SplitMix64(seed: UInt64(seed) &* 7919 &+ 5)
        let parties = parties ?? 1 + random.next(in: 0...4)
        let space = PackageSpace((0..<random.next(in: 1...6)).map { _ in random.next(in: 1...4) })
        let reach = random.pick([1, 3, 10, 60])
        let contributions = (0..<parties).map { _ in
            space.alternatives.map { count in
                (0..<count).map { _ in
                    Rational(random.next(in: -reach / 3...reach), over: random.pick([1, 1, 2, 3]))
                }
            }
        }
        let terms = (0..<(termCount ?? random.next(in: 0...5))).map { _ in
            PackageTerm.random(&random, space, parties: parties, reach: reach)
        }
        let reservations = (0..<parties).map { _ in
            hasReservations && random.next(in: 0...3) > 0
                ? Rational(random.next(in: 0...reach * space.issues / 2), over: 2) : nil
        }
        do {
            return try Bargain(
                space: space, contributions: contributions, terms: terms, reservations: reservations)
        } catch { fatalError("\(error)") }
    }

    /// The generated domains of the known answers: weights from 1 to 10 times values from 0 to 1000.
    static func generated(
        issues: Int, values: Int = 10, parties: Int, reservations: [Rational?]? = nil
    ) throws -> Bargain {
        var random = SplitMix64(seed: UInt64(20_260_101 + 10 * issues + parties))
        func below(_ bound: UInt64) -> Int { Int((random.next() >> 33) % bound) }
        let tables = (0..<parties).map { _ in
            let weights = (0..<issues).map { _ in 1 + below(10) }
            return weights.map { weight in (0..<values).map { _ in Rational(weight * below(1001)) } }
        }
        return try Bargain(
            space: PackageSpace(Array(repeating: values, count: issues)), contributions: tables,
            reservations: reservations)
    }

    /// Every package of a set with what it is worth, straight from the definitions.
    func all(in set: PackageSet) -> [(package: [Int], utilities: [Rational])] {
        var package = space.alternatives.map { _ in 0 }
        var found: [(package: [Int], utilities: [Rational])] = []
        repeat {
            if contains(package, in: set) { found.append((package, utilities(of: package))) }
        } while space.advance(&package)
        return found
    }

    /// The frontier of a set, straight from the definition: points with all their packages.
    func definedFrontier(of set: PackageSet) -> [(utilities: [Rational], packages: [[Int]])] {
        let all = all(in: set)
        let points = Dictionary(grouping: all, by: \.utilities)
        return points.filter { utilities, _ in
            !points.keys.contains { other in
                other != utilities && zip(other, utilities).allSatisfy { $0 >= $1 }
            }
        }.map { ($0, $1.map(\.package)) }.sorted { $1.utilities.lexicographicallyPrecedes($0.utilities) }
    }
}

extension PackageTerm {
    static func random(
        _ random: inout SplitMix64, _ space: PackageSpace, parties: Int, reach: Int
    ) -> PackageTerm {
        var issues = Array(0..<space.issues)
        var scope: [Int] = []
        for _ in 0..<random.next(in: 0...min(3, issues.count)) {
            scope.append(issues.remove(at: random.next(in: 0...(issues.count - 1))))
        }
        let often = random.pick([2, 3, 8])
        let effect: Effect =
            switch random.next(in: 0...3) {
            case 0: .forbids
            case 1: .refused(by: random.next(in: 0...(parties - 1)))
            default: .adds((0..<parties).map { _ in Rational(random.next(in: -reach...reach), over: 2) })
            }
        return PackageTerm(scope: scope, in: space, effect: effect) { _ in random.next(in: 0...often) == 0 }
    }
}
