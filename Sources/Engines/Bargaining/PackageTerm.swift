public import Numbers

/// What is said about several issues at once: a linkage, a red line, a bonus or a penalty.
///
/// Hyper-rectangles (Ito, Klein & Hattori 2008) are terms that add a bonus inside a box.
public struct PackageTerm: Hashable, Sendable {
    /// What follows where a term holds.
    public enum Effect: Hashable, Sendable {
        /// The package is impossible for everybody.
        case forbids
        /// The package crosses a red line of one party, whatever else it brings.
        case refused(by: Int)
        /// Each party's utility changes by its amount.
        case adds([Rational])
    }

    /// The issues that the term speaks of, each once.
    public let scope: [Int]
    /// For each combination of the scope's alternatives, the last issue of the scope running fastest, whether the term holds.
    public let holds: [Bool]
    public let effect: Effect

    public init(scope: [Int], holds: [Bool], effect: Effect) {
        (self.scope, self.holds, self.effect) = (scope, holds, effect)
    }

    /// A term that holds where a predicate over the alternatives of its scope does.
    ///
    /// - Complexity: One call for each combination of the scope's alternatives.
    public init(
        scope: [Int], in space: PackageSpace, effect: Effect, where predicate: ([Int]) -> Bool
    ) {
        let part = PackageSpace(scope.map { space.alternatives[$0] })
        var choices = scope.map { _ in 0 }
        var holds: [Bool] = []
        repeat { holds.append(predicate(choices)) } while part.advance(&choices)
        self.init(scope: scope, holds: holds, effect: effect)
    }

    /// A term that holds inside a box: for each issue of the scope, the alternatives that count.
    public init(box: [(issue: Int, alternatives: Set<Int>)], in space: PackageSpace, effect: Effect) {
        self.init(scope: box.map(\.issue), in: space, effect: effect) { choices in
            zip(box, choices).allSatisfy { $0.alternatives.contains($1) }
        }
    }
}

extension PackageSpace {
    /// Goes to the next package of the enumeration; `false` after the last.
    func advance(_ package: inout [Int]) -> Bool {
        for issue in package.indices.reversed() {
            package[issue] += 1
            if package[issue] < alternatives[issue] { return true }
            package[issue] = 0
        }
        return false
    }
}
