import CaseModel
import Engines

extension StabilityFinding {
    /// In how many variants of the model each state lasts.
    public struct Robustness: Hashable, Sendable {
        /// Whose preferences were tried.
        public let authors: [String]
        public let concepts: [Concept]
        /// Ways in which options can be changed: as written, all both ways, and each two-way option made one-way.
        public let reversibilities: Int
        /// Authors × concepts × reversibilities.
        public let variants: Int
        /// The states that last in most variants, the most robust first.
        public let leading: [Survivor]
        /// The state that was asked for, or today's.
        public let asked: Survivor?
    }

    public struct Survivor: Hashable, Sendable {
        public let state: Int
        public let variants: Int
    }

    /// An option whose direction decides whether everybody stays who left, or who leaves among those who stayed.
    public struct DirectionHinge: Hashable, Sendable {
        public let option: String
        /// Who would stay, or leave, if the option went the other way.
        public let maker: Int
        /// Whether it would then stay.
        public let wouldStay: Bool
        /// Whether the option would go one way only then.
        public let isOneWay: Bool
    }
}

/// How many states are listed.
private let listedSurvivors = 10

extension ConflictInputs {
    /// The same conflict where options go other ways.
    func with(directions: [StabilityModel.Direction]) -> OptionConflict? {
        guard let options else { return nil }
        return OptionConflict(options.model.redirected(directions.map(\.engine)), ranks: options.ranks)
    }

    /// As written, all both ways, and each two-way option made one-way.
    fileprivate var variants: [[StabilityModel.Direction]] {
        let written = frame.options.map(\.direction)
        let free = written.map { _ in StabilityModel.Direction.both }
        var variants = [written]
        if free != written { variants.append(free) }
        for index in written.indices where written[index] == .both {
            var one = written
            one[index] = .forward
            variants.append(one)
        }
        return variants
    }

    /// The direction that decides about a state: changing one option's direction turns a verdict (Nash).
    func directionHinges(_ state: Int) -> [StabilityFinding.DirectionHinge] {
        guard let options, !needsGraph else { return [] }
        let written = frame.options.map(\.direction)
        func stays(_ conflict: OptionConflict, _ i: Int) -> Bool {
            conflict.improvements(of: i, from: state).isEmpty
        }
        let now = source.decisionMakers.indices.map { stays(options, $0) }
        return written.indices.flatMap { index -> [StabilityFinding.DirectionHinge] in
            var other = written
            other[index] = written[index] == .both ? .forward : .both
            guard let changed = with(directions: other) else { return [] }
            return now.indices.filter { stays(changed, $0) != now[$0] }.map {
                .init(
                    option: frame.options[index].id, maker: $0, wouldStay: !now[$0],
                    isOneWay: other[index] != .both)
            }
        }
    }
}

/// In how many variants each state lasts: every author's preferences, every concept of sequences, other directions.
func robustness(_ asked: Int?, _ view: View, _ own: ConflictInputs, _ choices: StabilityFinding.Choices)
    -> StabilityFinding.Robustness?
{
    guard own.options != nil, !own.needsGraph else { return nil }
    let authors = authorInputs(view, choices).compactMap { author, inputs -> (String, ConflictInputs)? in
        guard let inputs, !inputs.needsGraph, inputs.frame.options.map(\.id) == own.frame.options.map(\.id)
        else { return nil }
        return (author.id, inputs)
    }
    let profiles = authors.isEmpty ? [("", own)] : authors
    var (counts, variants, reversibilities): ([Int: Int], Int, Int) = ([:], 0, 0)
    for (_, inputs) in profiles {
        let directions = inputs.variants
        reversibilities = max(reversibilities, directions.count)
        for direction in directions {
            guard let conflict = inputs.with(directions: direction) else { continue }
            for answer in conflict.stableStates().values {
                variants += 1
                answer.equilibria.forEach { counts[$0, default: 0] += 1 }
            }
        }
    }
    return StabilityFinding.Robustness(
        authors: authors.map(\.0), concepts: StabilityConcept.sequential.map { .init($0) },
        reversibilities: reversibilities, variants: variants,
        leading: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(listedSurvivors)
            .map { .init(state: $0.key, variants: $0.value) },
        asked: asked.map { .init(state: $0, variants: counts[$0] ?? 0) })
}
