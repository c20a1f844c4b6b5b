import Numbers

/// A walk along the solutions of the logit equations, by arclength.
struct LogitWalk {
    private let system: LogitSystem
    private(set) var events: [LogitBranch.Event] = []
    private(set) var steps = 0
    private(set) var budget: Budget
    private var here: Place
    /// Where the last step began, and how long it was.
    private var last: (place: Place, length: Double)?
    private var length = 0.05

    /// A point of the branch and the direction onward there.
    private struct Place {
        /// The logarithms of all probabilities, and `lambda`.
        var point: [Double]
        var tangent: [Double]
        /// The determinant of the slopes, bordered by the last tangent: its sign, and the logarithm of its magnitude.
        var orientation: Int
        var depth: Double
        /// How many of Newton's corrections it took to get here.
        var rounds = 0

        var lambda: Double { point[point.count - 1] }
        var isRising: Bool { tangent[tangent.count - 1] > 0 }
    }

    init(_ system: LogitSystem, _ budget: Budget) {
        (self.system, self.budget) = (system, budget)
        // The first tangent only has to point to greater lambda.
        let rising = Array(repeating: 0, count: system.unknowns) + [1.0]
        here = Place(point: system.start, tangent: rising, orientation: 0, depth: 0)
    }

    var point: [Double] { here.point }

    /// Beyond this many times the inverse range of payoffs only rounding is followed.
    private static let greatestLambda = 1e7
    private static let tolerance = 1e-5

    mutating func follow(to target: Double?) -> LogitBranch.Ending {
        guard let start = place(at: here.point, after: here.tangent) else { return .lost }
        here = start
        while true {
            if target == nil, system.agentRegret(point) < Self.tolerance { return .settled }
            if here.lambda > Self.greatestLambda { return .lost }
            guard budget.spend(max(1, system.unknowns * system.unknowns * system.unknowns / 20_000)) else {
                return .budget
            }
            guard let next = step(length, from: here) else {
                length /= 2
                if length < 1e-9 { return .lost }
                continue
            }
            if let target, next.lambda >= target { return settle(on: target, from: next.point) }
            steps += 1
            addEvents(next)
            (last, here) = ((here, length), next)
            if next.rounds <= 3 { length *= 1.4 }
            if next.rounds >= 5 { length *= 0.7 }
        }
    }

    private mutating func addEvents(_ next: Place) {
        if here.isRising != next.isRising {
            let lambda = located(within: next) { $0.isRising != here.isRising }
            events.append(.init(kind: .turn, lambda: lambda))
        }
        if here.orientation != next.orientation {
            let lambda = located(within: next) { $0.orientation != here.orientation }
            events.append(.init(kind: .bifurcation, lambda: lambda))
        } else if let last, last.place.orientation == here.orientation,
            here.depth < min(last.place.depth, next.depth),
            here.depth < max(last.place.depth, next.depth) + Self.dip, let lambda = bottom(last, next)
        {
            events.append(.init(kind: .bifurcation, lambda: lambda))
        }
    }

    /// Where within a step something happens, by cutting it again and again.
    private func located(within next: Place, _ hasHappened: (Place) -> Bool) -> Double {
        var (short, long) = (0.0, length)
        var (before, after) = (here.lambda, next.lambda)
        for _ in 0..<30 {
            // Just where branches cross there is no tangent; then a little aside.
            let cuts = [0.5, 0.35, 0.65].lazy.map { short + $0 * (long - short) }
            guard let (cut, place) = cuts.compactMap({ cut in step(cut, from: here).map { (cut, $0) } }).first
            else { break }
            if hasHappened(place) {
                (long, after) = (cut, place.lambda)
            } else {
                (short, before) = (cut, place.lambda)
            }
        }
        return (before + after) / 2
    }

    /// Where in the last step and the next the determinant touches zero without a change of its sign, as it does where two
    /// directions open at once; `nil` if it only comes near.
    private func bottom(_ last: (place: Place, length: Double), _ next: Place) -> Double? {
        func place(_ way: Double) -> Place? {
            way < last.length ? step(way, from: last.place) : step(way - last.length, from: here)
        }
        var (low, high) = (0.0, last.length + length)
        var deepest = here
        for _ in 0..<40 {
            let width = high - low
            // Just where branches cross there is no tangent; then a little aside.
            func near(_ share: Double) -> Place? {
                [0, 0.05, -0.05, 0.1].lazy.compactMap { place(low + (share + $0) * width) }.first
            }
            guard let left = near(0.382), let right = near(0.618) else { break }
            for one in [left, right] where one.depth < deepest.depth { deepest = one }
            if left.depth < right.depth { high = low + 0.618 * width } else { low += 0.382 * width }
        }
        return deepest.depth < min(last.place.depth, next.depth) + Self.zero ? deepest.lambda : nil
    }

    /// So much less than at both ends is zero: the logarithm of a ten-thousandth.
    private static let zero = -9.2
    /// So much less than at one end makes it worth looking.
    private static let dip = -1.5

    /// One step: along the tangent, back to the branch, and the tangent there; `nil` if it was too long.
    private func step(_ length: Double, from place: Place) -> Place? {
        let guess = zip(place.point, place.tangent).map { $0 + length * $1 }
        guard let (point, rounds) = corrected(guess, along: place.tangent),
            var next = self.place(at: point, after: place.tangent)
        else { return nil }
        next.rounds = rounds
        // A sharp bend, or a long way back, may be another branch.
        let way = zip(guess, point).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        return way < 0.3 * length && isStraight(place.tangent, next.tangent) ? next : nil
    }

    /// Whether a direction continues the last one, also in the probabilities alone, of which `lambda` may be a thousandfold.
    private func isStraight(_ tangent: [Double], _ turned: [Double]) -> Bool {
        let bend = zip(tangent, turned).reduce(0) { $0 + $1.0 * $1.1 }
        let (before, after) = (tangent.dropLast(), turned.dropLast())
        func size(_ list: some Sequence<Double>) -> Double { list.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        let change = size(zip(before, after).map { $0 - $1 })
        return bend > 0.97 && change < 0.5 * max(size(before), size(after)) + 1e-3
    }

    /// Newton's method on the plane through a guess across a direction, with the number of rounds.
    private func corrected(_ guess: [Double], along direction: [Double]) -> (point: [Double], rounds: Int)? {
        var point = guess
        var last = Double.infinity
        for round in 1...6 {
            let (errors, slopes) = system.equations(point)
            let matrix = FloatingSystem(slopes + [direction])
            guard matrix.determinantSign != 0 else { return nil }
            let change = matrix.solution(errors + [0])
            for place in point.indices { point[place] -= change[place] }
            guard point.allSatisfy(\.isFinite) else { return nil }
            let size = change.reduce(0) { max($0, abs($1)) }
            if size < 1e-9 * (1 + abs(point[system.unknowns])) { return (point, round) }
            // What does not shrink wanders off, as near another branch.
            guard size < 0.5 * last else { return nil }
            last = size
        }
        return nil
    }

    /// The direction of the branch at a point, onward, and the determinant that is only zero where others cross.
    private func place(at point: [Double], after tangent: [Double]) -> Place? {
        let matrix = FloatingSystem(system.equations(point).slopes + [tangent])
        guard matrix.determinantSign != 0 else { return nil }
        let direction = matrix.solution(Array(repeating: 0, count: system.unknowns) + [1])
        let size = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard size.isFinite, size > 0 else { return nil }
        return Place(
            point: point, tangent: direction.map { $0 / size }, orientation: matrix.determinantSign,
            depth: matrix.determinantLog)
    }

    /// Goes from the far side of a value of `lambda` to the branch at that value.
    private mutating func settle(on target: Double, from next: [Double]) -> LogitBranch.Ending {
        let share = (target - here.lambda) / max(next[system.unknowns] - here.lambda, .leastNormalMagnitude)
        let guess = zip(point, next).map { $0 + share * ($1 - $0) }
        let straight = Array(repeating: 0.0, count: system.unknowns) + [1]
        guard let (end, _) = corrected(guess, along: straight) else { return .lost }
        here.point = end
        return .reached
    }
}
