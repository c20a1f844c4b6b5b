import CaseModel
import Findings
import Numbers

extension StabilityFinding.StateList {
    var json: JSON {
        .object([.init("count", .integer(count)), .init("decimals", .array(decimals.map { .integer($0) }))])
    }
}

extension StabilityFinding.Patterns {
    var json: JSON {
        .object([
            .init("concept", .string(concept.rawValue)), .init("count", .integer(count)),
            .init("complete", .bool(isComplete)),
            .init(
                "leading",
                .array(
                    leading.map {
                        .object([
                            .init("taken", .strings($0.taken)), .init("notTaken", .strings($0.notTaken)),
                            .init("open", .strings($0.open)), .init("covers", .integer($0.covers)),
                            .init("first", .integer($0.first)),
                        ])
                    })),
        ])
    }
}

extension StabilityFinding.Ways {
    /// Steps to every state, by the decimal of the state.
    var distances: JSON {
        func table(_ steps: [Int: Int]) -> JSON {
            .object(steps.sorted { $0.key < $1.key }.map { .init("\($0.key)", .integer($0.value)) })
        }
        return .object([
            .init("state", .integer(start)), .init("moves", table(moves)),
            .init("improvements", table(improvements)),
            .init("coalitionMoves", coalitionMoves.map { table($0) } ?? .null),
        ])
    }
}

extension StabilityFinding.Robustness {
    var json: JSON {
        func survivor(_ own: StabilityFinding.Survivor) -> JSON {
            .object([
                .init("decimal", .integer(own.state)), .init("variants", .integer(own.variants)),
                .init("share", .exact(Rational(own.variants, over: max(variants, 1)))),
            ])
        }
        return .object([
            .init("authors", .strings(authors)), .init("concepts", .strings(concepts.map(\.rawValue))),
            .init("reversibilities", .integer(reversibilities)), .init("variants", .integer(variants)),
            .init("asked", asked.map(survivor) ?? .null), .init("leading", .array(leading.map(survivor))),
        ])
    }
}

extension StabilityFinding.Cell {
    var word: String {
        switch self {
        case .stays: "stays"
        case .leaves: "leaves"
        case .excluded: "excluded"
        case .notAnswerable: "notAnswerable"
        }
    }
}

extension StabilityFinding.Edits {
    var json: JSON {
        if case .found(let list) = self { .array(list.map(\.json)) } else { .null }
    }

    var word: String {
        switch self {
        case .found: "found"
        case .notEnough: "notEnough"
        case .undecided: "undecided"
        case .noStatements: "noStatements"
        }
    }
}

extension StabilityFinding.Edit {
    var json: JSON {
        let word =
            switch kind {
            case .dropped: "drop"
            case .negated: "negate"
            case .first: "first"
            case .last: "last"
            }
        return .object([
            .init("slot", .integer(slot)), .init("statement", .string("\(preference)")),
            .init("edit", .string(word)),
        ])
    }
}
