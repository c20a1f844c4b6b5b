import Numbers

/// One party in a negotiation: its tactic, and what it has seen.
struct Negotiator {
    let table: OfferTable
    let party: Int
    let rounds: Int
    private let tactic: Tactic
    private let best: Int
    private let least: Int
    /// The demand in units; no offer below it is made or accepted.
    private var demand: Int
    private var exponent: Rational
    /// What the exploiter has been brought to ask for.
    private var raised = Int.min
    /// What the best offer of all others was worth.
    private var bestHeard = Int.min
    /// What each other party's offers were worth to this one, in order.
    private var heard: [[Int]]
    private var lastSpeaker: Int?
    private var models: [FrequencyModel]
    private var distinct: [Set<Int32>]
    /// How many of its own packages MiCRO has offered.
    private var spoken = 0
    /// A demand that it does not go above, since it has shown goodwill.
    var ceiling = Int.max

    init(_ table: OfferTable, party: Int, tactic: Tactic, rounds: Int) {
        (self.table, self.party, self.tactic, self.rounds) = (table, party, tactic, rounds)
        best = table.sorted[party][0]
        least = min(best, max(table.floor(of: party), table.sorted[party][table.count - 1]))
        demand = best
        exponent = 1
        if case .exploiter(let exploiter) = tactic { exponent = exploiter.exponent }
        heard = (0..<table.parties).map { _ in [] }
        models = (0..<table.parties).map { _ in FrequencyModel(table.bargain.space.alternatives) }
        distinct = (0..<table.parties).map { _ in [] }
    }

    /// Whether no package is worth the reservation.
    var isHopeless: Bool { best < table.floor(of: party) }

    /// Listens to another party's offer.
    mutating func hear(_ number: Int, from other: Int) {
        lastSpeaker = other
        bestHeard = max(bestHeard, table.units(number, of: party))
        models[other].note(table.ranks[number])
        switch tactic {
        case .titForTat, .exploiter: heard[other].append(table.units(number, of: party))
        case .micro: distinct[other].insert(Int32(number))
        case .timeDependent: break
        }
    }

    /// The place in its order of the package that it would offer now, before ties are broken; it accepts from there up.
    mutating func place(round: Int) -> Int {
        let place: Int
        switch tactic {
        case .timeDependent(let time):
            place = timePlace(time.exponent, time.firstStep, round)
        case .titForTat(let reciprocity):
            reply(reciprocity)
            place = table.lastPlace(of: party) { $0 >= demand }
        case .exploiter(let exploiter):
            place = exploit(exploiter, round)
        case .micro:
            place = microPlace()
        }
        guard table.sorted[party][place] > ceiling else { return place }
        return table.lastPlace(of: party) { $0 >= ceiling }
    }

    private func timePlace(_ exponent: Rational, _ firstStep: Rational, _ round: Int) -> Int {
        let words = exponent.words ?? (1, 1)
        let curve = AspirationCurve(
            best: best, least: least, firstStep: firstStep, exponent: (words.numerator, words.denominator),
            rounds: rounds)
        let level = curve.level(round: round)
        return table.lastPlace(of: party) { level.isReached(by: $0) }
    }

    /// Lowers or raises the demand by what the last speaker's move was worth.
    private mutating func reply(_ reciprocity: Reciprocity) {
        guard let lastSpeaker, heard[lastSpeaker].count > 1 else { return }
        let offers = heard[lastSpeaker]
        let (last, before) = (offers[offers.count - 1], offers[offers.count - 2])
        switch reciprocity {
        case .absolute: demand -= last - before
        case .averaged(let window):
            let span = min(window, offers.count - 1)
            demand -= (last - offers[offers.count - 1 - span]) / span
        case .relative:
            let (new, old) = (Rational(last - least), Rational(before - least))
            guard new > 0, old > 0 else { break }
            let share = Rational(demand - least) * old / new
            // Rounded up: in doubt it asks for more.
            demand = least + ((-(-share).floor).exactInt ?? best - least)
        }
        demand = min(max(demand, least), best)
    }

    private mutating func exploit(_ exploiter: Exploiter, _ round: Int) -> Int {
        let range = Rational(best - least)
        switch concession(exploiter.window) {
        case let gain? where Rational(gain) > exploiter.threshold * range:
            exponent = exploiter.hardened(exponent)
            let margin = (exploiter.margin * range).floor.exactInt ?? 0
            raised = min(best, bestHeard + margin)
        case let gain? where gain <= 0:
            let below = table.lastPlace(of: party) { $0 >= demand } + 1
            let next = below < table.count ? table.sorted[party][below] : demand
            demand = max(least, min(next, demand))
            return table.lastPlace(of: party) { $0 >= demand }
        default: break
        }
        let place = timePlace(exponent, 0, round)
        demand = max(table.sorted[party][place], raised)
        return table.lastPlace(of: party) { $0 >= demand }
    }

    /// What the last speaker's offers have gained over a window, in units; `nil` while it has made too few.
    private func concession(_ window: Int) -> Int? {
        guard let lastSpeaker, heard[lastSpeaker].count > window else { return nil }
        let offers = heard[lastSpeaker]
        return offers[offers.count - 1] - offers[offers.count - 1 - window]
    }

    private func microPlace() -> Int {
        let others = distinct.indices.filter { $0 != party }.map { distinct[$0].count }.min() ?? 0
        let next = spoken <= others ? spoken : spoken - 1
        let worst = table.lastPlace(of: party) { $0 >= least }
        return min(max(0, next), worst)
    }

    /// The offer at a place of its order: of those that are worth the same to it, the one that the others seem to like best.
    mutating func offer(at place: Int) -> Int {
        if case .micro = tactic {
            spoken = max(spoken, place + 1)
            return Int(table.orders[party][place])
        }
        let (sorted, order) = (table.sorted[party], table.orders[party])
        var first = place
        while first > 0, sorted[first - 1] == sorted[place] { first -= 1 }
        if first == place { return Int(order[place]) }
        var (choice, most) = (Int(order[first]), Int.min)
        for candidate in first...place {
            let number = Int(order[candidate])
            let liking = models.indices.reduce(0) { sum, other in
                other == party ? sum : sum + models[other].estimate(table.ranks[number])
            }
            if liking > most { (choice, most) = (number, liking) }
        }
        return choice
    }

    /// Whether it agrees to an offer when it would itself offer what stands at a place of its order.
    func accepts(_ number: Int, insteadOf place: Int) -> Bool {
        let worth = table.units(number, of: party)
        return worth >= table.sorted[party][place] && worth >= table.floor(of: party)
    }
}
