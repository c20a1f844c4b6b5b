import Numbers

@testable import Engines

/// Alternating offers once more, in the plainest words: lists of packages, fractions, and the whole past.
struct PlainNegotiation {
    let bargain: Bargain
    let tactics: [Tactic]
    let rounds: Int
    let packages: [(package: [Int], utilities: [Rational])]
    /// Everything offered so far.
    var past: [(party: Int, package: [Int])] = []
    /// What tit-for-tat and the exploiter ask for, and how hard the exploiter has become.
    var demands: [Rational]
    var exponents: [Rational]
    var raised: [Rational?]

    init(_ bargain: Bargain, _ tactics: [Tactic], rounds: Int) {
        (self.bargain, self.tactics, self.rounds) = (bargain, tactics, rounds)
        let packages = bargain.all(in: .allowed)
        self.packages = packages
        demands = tactics.indices.map { party in packages.map { $0.utilities[party] }.max()! }
        exponents = tactics.map { if case .exploiter(let one) = $0 { one.exponent } else { 1 } }
        raised = tactics.map { _ in nil }
    }

    /// One over the finest part of a party's numbers.
    private func unit(_ party: Int) -> Rational {
        let scale = Rational(bargain.units.scales[party])
        return scale * Rational(((bargain.reservations[party] ?? 0) * scale).words!.denominator)
    }
    private func mine(_ party: Int) -> [Rational] { packages.map { $0.utilities[party] } }
    private func best(_ party: Int) -> Rational { mine(party).max()! }
    private func floor(_ party: Int) -> Rational { bargain.reservations[party] ?? mine(party).min()! }
    private func least(_ party: Int) -> Rational { min(best(party), max(floor(party), mine(party).min()!)) }
    private func closest(_ party: Int, above demand: Rational) -> Rational {
        mine(party).filter { $0 >= demand }.min() ?? best(party)
    }

    /// The least utility above a demand that falls with time.
    private func timed(_ party: Int, _ exponent: Rational, _ firstStep: Rational, _ round: Int) -> Rational {
        let (best, range) = (best(party), best(party) - least(party))
        let (top, bottom) = exponent.words!
        return mine(party).filter { utility in
            // (best - u) / range <= k + (1 - k) τ^(1/e)
            if best - utility <= firstStep * range { return true }
            if firstStep == 1 || round == 0 || range == 0 { return false }
            let share = ((best - utility) / range - firstStep) / (1 - firstStep)
            return power(share, top) <= power(Rational(round, over: rounds), bottom)
        }.min()!
    }

    mutating func demand(_ party: Int, _ round: Int) -> Rational {
        let others = past.filter { $0.party != party }
        let speaker = others.last?.party
        let heard = others.filter { $0.party == speaker }.map { bargain.utilities(of: $0.package)[party] }
        let (best, least) = (best(party), least(party))
        switch tactics[party] {
        case .timeDependent(let time): return timed(party, time.exponent, time.firstStep, round)
        case .micro:
            let counts = tactics.indices.filter { $0 != party }.map { other in
                Set(past.filter { $0.party == other }.map(\.package)).count
            }
            let own = Set(past.filter { $0.party == party }.map(\.package)).count
            let order = mine(party).sorted(by: >).filter { $0 >= least }
            return order[min(own <= counts.min()! ? own : own - 1, order.count - 1)]
        case .titForTat(let reciprocity):
            guard heard.count > 1 else { return closest(party, above: demands[party]) }
            let (last, before) = (heard[heard.count - 1], heard[heard.count - 2])
            switch reciprocity {
            case .absolute: demands[party] -= last - before
            case .relative:
                guard last > least, before > least else { break }
                let scale = unit(party)
                let share = (demands[party] - least) * (before - least) / (last - least)
                demands[party] = least - (-(share * scale)).floor / scale
            case .averaged(let window):
                let span = min(window, heard.count - 1)
                let scale = unit(party)
                let mean = (last - heard[heard.count - 1 - span]) / Rational(span) * scale
                demands[party] -= (mean >= 0 ? mean.floor : -(-mean).floor) / scale
            }
            demands[party] = min(max(demands[party], least), best)
            return closest(party, above: demands[party])
        case .exploiter(let exploiter):
            if heard.count > exploiter.window {
                let gain = heard[heard.count - 1] - heard[heard.count - 1 - exploiter.window]
                if gain > exploiter.threshold * (best - least) {
                    exponents[party] = exploiter.hardened(exponents[party])
                    let scale = unit(party)
                    let seen = others.map { bargain.utilities(of: $0.package)[party] }.max()!
                    let margin = (exploiter.margin * (best - least) * scale).floor / scale
                    raised[party] = max(raised[party] ?? seen, min(best, seen + margin))
                } else if gain <= 0 {
                    let here = closest(party, above: demands[party])
                    let order = mine(party).sorted(by: >)
                    let next = order.lastIndex(of: here)! + 1
                    let below = next < order.count ? order[next] : demands[party]
                    demands[party] = max(least, min(below, demands[party]))
                    return closest(party, above: demands[party])
                }
            }
            let curve = timed(party, exponents[party], 0, round)
            demands[party] = max(curve, raised[party] ?? curve)
            return closest(party, above: demands[party])
        }
    }

    /// Of the packages worth exactly so much, the one that the others seem to like best.
    private func offer(_ party: Int, _ utility: Rational) -> [Int] {
        let equal = packages.filter { $0.utilities[party] == utility }.map(\.package)
        if case .micro = tactics[party] {
            let said = past.filter { $0.party == party }.map(\.package)
            let order = packages.enumerated().sorted {
                $0.element.utilities[party] != $1.element.utilities[party]
                    ? $0.element.utilities[party] > $1.element.utilities[party] : $0.offset < $1.offset
            }.map(\.element.package)
            let counts = tactics.indices.filter { $0 != party }.map { other in
                Set(past.filter { $0.party == other }.map(\.package)).count
            }
            let worst = order.lastIndex { bargain.utilities(of: $0)[party] >= least(party) }!
            return order[min(Set(said).count <= counts.min()! ? Set(said).count : Set(said).count - 1, worst)]
        }
        let likings = equal.map { package in
            tactics.indices.filter { $0 != party }.reduce(0) { sum, other in
                sum + liking(past.filter { $0.party == other }.map(\.package), package)
            }
        }
        return equal[likings.firstIndex(of: likings.max()!)!]
    }

    private func liking(_ offers: [[Int]], _ package: [Int]) -> Int {
        if offers.isEmpty { return 0 }
        return package.indices.reduce(0) { sum, issue in
            let values = offers.map { $0[issue] }
            let weight = 1 + zip(values, values.dropFirst()).count { $0 == $1 }
            let most = Set(values).map { value in values.count { $0 == value } }.max()!
            return sum + weight * ((values.count { $0 == package[issue] } << 20) / most)
        }
    }

    /// The moves, as party, act, package and demand, and the agreement.
    mutating func run() -> (moves: [(Int, OfferMove.Act, [Int], Rational)], agreement: [Int]?) {
        var moves: [(Int, OfferMove.Act, [Int], Rational)] = []
        var (standing, agreed): ([Int]?, Int) = (nil, 0)
        for round in 0..<rounds {
            for party in tactics.indices {
                if best(party) < floor(party) { return (moves + [(party, .end, [], floor(party))], nil) }
                let demand = demand(party, round)
                if let package = standing, bargain.utilities(of: package)[party] >= max(demand, floor(party))
                {
                    moves.append((party, .accept, package, demand))
                    agreed += 1
                    if agreed == tactics.count - 1 { return (moves, package) }
                } else {
                    let package = offer(party, demand)
                    moves.append((party, .offer, package, demand))
                    (standing, agreed) = (package, 0)
                    past.append((party, package))
                }
            }
        }
        return (moves, nil)
    }
}
