import Numbers

extension Bargain {
    /// The bargain of some of the parties, red lines of all of them kept as far as the set asks for them.
    ///
    /// Without parties there is one to whom everything is worth nothing.
    func projected(to kept: [Int], times sign: Rational = 1, _ set: PackageSet) -> Bargain {
        let terms = terms.compactMap { term -> PackageTerm? in
            let effect: PackageTerm.Effect
            switch term.effect {
            case .forbids: effect = .forbids
            case .refused:
                if set == .feasible { return nil }
                effect = .forbids
            case .adds(let amounts):
                if kept.isEmpty { return nil }
                effect = .adds(kept.map { amounts[$0] * sign })
            }
            return PackageTerm(scope: term.scope, holds: term.holds, effect: effect)
        }
        let tables =
            kept.isEmpty
            ? [space.alternatives.map { Array(repeating: Rational.zero, count: $0) }]
            : kept.map { contributions[$0].map { $0.map { $0 * sign } } }
        do {
            return try Bargain(space: space, contributions: tables, terms: terms)
        } catch {
            preconditionFailure("the parts of a bargain that fits do fit")
        }
    }
}
