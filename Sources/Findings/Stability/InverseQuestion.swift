public import CaseModel
import Engines
import Numbers

extension StabilityFinding {
    /// For which preferences a state would last.
    public struct Inverse: Hashable, Sendable {
        public let state: Int
        public let concept: Concept
        /// Per decision maker.
        public let places: [Place]
        /// Per decision maker the fewest changed statements with which it stays.
        public let edits: [Edits]
        /// Whether the state lasts under the concept once every order is changed as told, by the engine that answers the question forwards.
        public let isConfirmed: Bool
    }

    /// How high the state has to stand in somebody's order.
    public struct Place: Hashable, Sendable {
        public let maker: Int
        /// Groups of tied states, without the state itself.
        public let groups: Int
        public let below: Int
        public let needed: Int
        /// How many states have to be overtaken, and the first of them.
        public let overtaken: Int
        public let firstOvertaken: [Int]

        public var isStable: Bool { below >= needed }
        /// In how many of the `groups + 1` places the state is stable.
        public var stablePlaces: Int { groups + 1 - needed }
    }

    /// The fewest changed statements, at most two.
    public enum Edits: Hashable, Sendable {
        /// These; none where it stays as it is.
        case found([Edit])
        case notEnough
        /// The budget ended first.
        case undecided
        /// It has no statements that could be changed.
        case noStatements
    }

    /// One change of one statement.
    public struct Edit: Hashable, Sendable {
        public let slot: Int
        public let preference: StabilityModel.Preference
        public let kind: Kind

        public enum Kind: Hashable, Sendable {
            /// Left out.
            case dropped
            /// Turned into its opposite.
            case negated
            /// Put on top of all others.
            case first
            /// Put below all others.
            case last
        }
    }
}

extension ConflictInputs {
    /// For which preferences a state would last.
    ///
    /// The places are exact for one decision maker at a time while the orders of the others stay as they are; whether all changes together
    /// do it is asked of the forward engine and told.
    func inverse(_ decimal: Int, _ concept: StabilityFinding.Concept) -> StabilityFinding.Inverse {
        let (state, engine) = (index(decimal), StabilityConcept(concept))
        let states =
            options.flatMap { needsGraph ? nil : $0.model.feasible.members } ?? Array(0..<frame.states)
        func places(_ conflict: some Conflict) -> [InversePlace] {
            source.decisionMakers.indices.map {
                conflict.inversePlace(of: state, for: $0, under: engine, states: states)
            }
        }
        let found = places(conflict)
        return StabilityFinding.Inverse(
            state: decimal, concept: concept,
            places: found.map { place in
                .init(
                    maker: place.decisionMaker, groups: place.groups, below: place.below,
                    needed: place.needed,
                    overtaken: place.overtaken.count,
                    firstOvertaken: place.overtaken.prefix(3).map { self.decimal($0) })
            },
            edits: found.map { place in
                place.isStable ? .found([]) : fewestEdits(state, place.decisionMaker, engine)
            },
            isConfirmed: confirmed(found, state, engine, conflict))
    }

    private func confirmed(
        _ places: [InversePlace], _ state: Int, _ concept: StabilityConcept, _ conflict: some Conflict
    ) -> Bool {
        var changed = conflict
        for place in places where !place.isStable {
            let rivals = place.overtaken.map { changed.rank(place.decisionMaker, $0) }
            changed = changed.raising(state, of: place.decisionMaker, above: rivals.max() ?? 0)
        }
        return places.indices.allSatisfy {
            changed.certificate(state, for: $0, under: concept).isStable ?? false
        }
    }

    /// The fewest changes of statements with which a decision maker stays, at most two.
    private func fewestEdits(_ state: Int, _ i: Int, _ concept: StabilityConcept) -> StabilityFinding.Edits {
        guard let options, !needsGraph, !origins[i].statements.isEmpty else { return .noStatements }
        var budget = Budget(editBudget / options.model.states)
        let statements = origins[i].statements
        typealias Edited = (edits: [StabilityFinding.Edit], list: [PreferenceOrigin.Statement])
        func edited(_ start: Edited) -> [Edited] {
            let kinds: [StabilityFinding.Edit.Kind] = [.dropped, .last, .first, .negated]
            return kinds.flatMap { kind in
                start.list.indices.compactMap { place in
                    let statement = start.list[place]
                    guard !start.edits.contains(where: { $0.slot == statement.slot }) else { return nil }
                    var list = start.list
                    list.remove(at: place)
                    switch kind {
                    case .dropped: break
                    case .last: list.append(statement)
                    case .first: list.insert(statement, at: 0)
                    case .negated:
                        list.insert(
                            .init(
                                slot: statement.slot, formula: .not(statement.formula), held: statement.held),
                            at: place)
                    }
                    let edit = StabilityFinding.Edit(
                        slot: statement.slot, preference: statement.held.value, kind: kind)
                    return (start.edits + [edit], list)
                }
            }
        }
        func stays(_ edited: Edited) -> Bool {
            with(order: edited.list.map(\.formula), of: i).certificate(state, for: i, under: concept).isStable
                ?? false
        }
        let one = edited(([], statements))
        for candidate in [one, one.flatMap(edited)].joined() {
            guard budget.spend() else { return .undecided }
            if stays(candidate) { return .found(candidate.edits) }
        }
        return .notEnough
    }
}

/// How many ranks are computed for changed statements.
private let editBudget = 1 << 27
