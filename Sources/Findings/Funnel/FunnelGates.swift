import CaseModel
import Engines
import Numbers

extension FunnelWay {
    /// All gates in their order.
    func gates(_ seed: Int) throws(PackagesProblem) -> [FunnelFinding.Gate] {
        var gates: [FunnelFinding.Gate] = []
        for kind in Kind.allCases {
            let (points, some) = (try count(kind, .points, seed), try count(kind, .conceivable, seed))
            let reading: Reading? = !points.isZero ? .points : some.isZero ? nil : .conceivable
            let example = try reading.flatMap { reading throws(PackagesProblem) in
                try self.example(kind, reading)
            }
            gates.append(
                .init(
                    kind: kind, isAsked: isAsked(kind), atPoints: points, forSome: some, example: example,
                    nearestMiss: points.isZero ? try nearestMiss(kind) : nil,
                    grounding: .init(bases(of: kind).map(\.basis))))
        }
        return gates
    }

    /// How many packages pass a gate and all before it.
    func count(_ kind: Kind, _ reading: Reading, _ seed: Int) throws(PackagesProblem) -> PackagesFinding.Count
    {
        var sum = Rational.zero
        for (frame, set) in try frames(kind, reading) {
            switch frame.counted(try bargain(frame, kind, reading), set, seed) {
            case .exact(let number): sum += number
            case .estimate, .unknown: return .unknown
            }
        }
        return .exact(sum)
    }

    /// Whether nothing passes a gate and all before it; an open question counts as something.
    func isEmpty(_ kind: Kind, _ reading: Reading) throws(PackagesProblem) -> Bool {
        for (frame, set) in try frames(kind, reading) {
            let frontier = frame.frontier(try bargain(frame, kind, reading), over: set)
            if frontier?.count != 0 { return false }
        }
        return true
    }

    /// The first package that passes a gate and all before it.
    func example(_ kind: Kind, _ reading: Reading) throws(PackagesProblem) -> PackagesFinding.Package? {
        for (frame, set) in try frames(kind, reading) {
            let bargain = try bargain(frame, kind, reading)
            if let found = frame.frontier(bargain, over: set), found.count > 0 {
                return frame.example(of: found, bargain)
            }
        }
        return nil
    }

    /// Packages in parts that exclude each other, with the rules that hold up to a gate.
    private func frames(
        _ kind: Kind, _ reading: Reading
    ) throws(PackagesProblem) -> [(frame: PackageFrame, set: PackageSet)] {
        switch kind {
        case .feasible, .lawful: return [(frame, .feasible)]
        case .acceptable: return [(frame, .acceptable)]
        case .ratifiable: return [(frame.adding(ratification), .acceptable)]
        case .ordered, .credible:
            let more = kind == .credible ? promises : []
            return steps.classes(reading).map { (frame.adding(ratification + $0 + more), .acceptable) }
        }
    }

    private func bargain(_ frame: PackageFrame, _ kind: Kind, _ reading: Reading) throws(PackagesProblem)
        -> Bargain
    {
        switch kind {
        case .feasible: try frame.bargain(.points, excluding: [.combination, .linkage])
        case .lawful: try frame.bargain(.points, excluding: [.combination, .linkage, .norm])
        case .acceptable, .ratifiable, .ordered, .credible: try frame.bargain(reading)
        }
    }

    /// A package that came as far as this gate and no further; before acceptance the one that needs the least given way.
    private func nearestMiss(_ kind: Kind) throws(PackagesProblem) -> PackagesFinding.Package? {
        if kind == .acceptable {
            return try PackagePoints(frame, try frame.bargain(), withFallback: false).concession?.example
        }
        guard let before = Kind.allCases.last(where: { $0 < kind }) else { return nil }
        return try example(before, .points)
    }
}

extension FunnelFinding.Kind: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}

extension PackageFrame {
    /// The rules that exclude in one of these ways.
    func rules(of kinds: [PackagesFinding.RuleKind]) -> [PackageRule] {
        // A filter over these rules brings the compiler's optimiser down (Swift 6.3.1).
        var found: [PackageRule] = []
        for rule in rules {
            guard let kind = rule.excludes, kinds.contains(kind) else { continue }
            found.append(rule)
        }
        return found
    }

    /// The same with more rules.
    func adding(_ more: [PackageRule]) -> PackageFrame {
        var frame = self
        frame.rules += more
        return frame
    }
}
