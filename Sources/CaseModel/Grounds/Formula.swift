public import Numbers

/// A condition over options, issues and circumstances: the one grammar of expressions of a case.
public indirect enum Formula: Hashable, Sendable {
    case atom(Atom)
    case not(Formula)
    case and([Formula])
    case or([Formula])
    /// `first if second`: true when the second is false or the first is true.
    case onlyIf(Formula, Formula)
    case iff(Formula, Formula)

    /// What a condition is made of.
    public enum Atom: Hashable, Sendable {
        case option(String)
        /// An option by its number from 1.
        case optionNumber(Int)
        /// `issue = alternative`, or `issue in {…}` with several.
        case settled(issue: String, among: [String])
        case atLeast(issue: String, Bound)
        case atMost(issue: String, Bound)
    }

    /// The other side of a comparison.
    public enum Bound: Hashable, Sendable {
        case alternative(String)
        case number(Rational)
    }

    /// Whether the formula is true, given which atoms are.
    public func holds(_ truth: (Atom) -> Bool) -> Bool {
        switch self {
        case .atom(let atom): truth(atom)
        case .not(let part): !part.holds(truth)
        case .and(let parts): parts.allSatisfy { $0.holds(truth) }
        case .or(let parts): parts.contains { $0.holds(truth) }
        case .onlyIf(let then, let condition): !condition.holds(truth) || then.holds(truth)
        case .iff(let left, let right): left.holds(truth) == right.holds(truth)
        }
    }

    /// The atoms in order of appearance, repeated ones too.
    public var atoms: [Atom] {
        switch self {
        case .atom(let atom): [atom]
        case .not(let part): part.atoms
        case .and(let parts), .or(let parts): parts.flatMap(\.atoms)
        case .onlyIf(let left, let right), .iff(let left, let right): left.atoms + right.atoms
        }
    }

    /// The issues that the formula speaks of, each once, in order of appearance.
    public var issues: [String] {
        var seen: [String] = []
        for atom in atoms {
            if let issue = atom.issue, !seen.contains(issue) { seen.append(issue) }
        }
        return seen
    }
}

extension Formula.Atom {
    /// The issue that the atom speaks of; `nil` for an option.
    public var issue: String? {
        switch self {
        case .option, .optionNumber: nil
        case .settled(let issue, _), .atLeast(let issue, _), .atMost(let issue, _): issue
        }
    }
}

extension Formula: CustomStringConvertible {
    /// The formula in the grammar of the case, with no more parentheses than it needs.
    public var description: String { text(within: 0) }

    /// Binding strength: `if`/`iff` 0, `or` 1, `and` 2, `not` 3.
    private func text(within strength: Int) -> String {
        let (own, body): (Int, String) =
            switch self {
            case .atom(let atom): (4, atom.description)
            case .not(let part): (3, "not " + part.text(within: 3))
            case .and(let parts): (2, parts.map { $0.text(within: 3) }.joined(separator: " and "))
            case .or(let parts): (1, parts.map { $0.text(within: 2) }.joined(separator: " or "))
            case .onlyIf(let left, let right): (0, "\(left.text(within: 1)) if \(right.text(within: 1))")
            case .iff(let left, let right): (0, "\(left.text(within: 1)) iff \(right.text(within: 1))")
            }
        return own < strength ? "(\(body))" : body
    }
}

extension Formula.Atom: CustomStringConvertible {
    public var description: String {
        switch self {
        case .option(let id): id
        case .optionNumber(let number): "\(number)"
        case .settled(let issue, let among):
            among.count == 1 ? "\(issue) = \(among[0])" : "\(issue) in {\(among.joined(separator: ", "))}"
        case .atLeast(let issue, let bound): "\(issue) >= \(bound)"
        case .atMost(let issue, let bound): "\(issue) <= \(bound)"
        }
    }
}

extension Formula.Bound: CustomStringConvertible {
    public var description: String {
        switch self {
        case .alternative(let id): id
        case .number(let value): NumberFormat.plain.text(value, places: Rational.digitLimit)
        }
    }
}
