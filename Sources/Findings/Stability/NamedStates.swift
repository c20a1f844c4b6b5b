public import CaseModel
import Engines

extension StabilityFinding {
    /// A state that conclusions of authors speak of, seen from this viewpoint.
    public struct NamedState: Hashable, Sendable {
        public let options: [String]
        /// The conclusions that name it, as `s000.c7`.
        public let conclusions: [String]
        /// What each of them concludes, and what it expects of the state.
        public let claims: [Claim]
        /// What everybody does there (Nash), and how it compares with today; `nil` where this viewpoint excludes the state.
        public let outlook: Outlook?
    }

    /// A conclusion that names a state.
    public struct Claim: Hashable, Sendable {
        public let conclusion: String
        public let text: Label
        /// Whom it expects to stay, or to leave; empty: everybody stays, or somebody leaves.
        public let makers: [String]
        public let expectsStaying: Bool
    }

    public struct Outlook: Hashable, Sendable {
        public let reading: StateReading
        /// Per decision maker: better than today, worse, or alike.
        public let gains: [Gain]
        /// Options whose direction decides who stays.
        public let hinges: [DirectionHinge]
        /// Shortest ways from today; `nil` where there is none, or today is the state.
        public let byImprovements: [Step]?
        public let jointly: [Step]?
    }

    public enum Gain: String, Hashable, Sendable { case better, worse, alike }

    /// How a branch differs from the perspective that it extends.
    public struct Branching: Hashable, Sendable {
        public let parent: String
        /// Statements that differ: whose, which slot, before and now.
        public let statements: [StatementChange]
        /// Per decision maker the number of states in which its verdict (Nash) differs.
        public let changedVerdicts: [Int]
        /// In how many states the two can be compared.
        public let comparable: Int
        /// How many states last before and now, per concept.
        public let lasting: [ChangedCount]
        /// Who stays today and did not, or the other way round, per concept.
        public let changedToday: [ChangedToday]
        /// Named states in which somebody's verdict differs.
        public let changedStates: [ChangedState]
    }

    public struct StatementChange: Hashable, Sendable {
        public let maker: Int
        public let slot: Int
        public let before: StabilityModel.Preference?
        public let now: StabilityModel.Preference?
    }

    public struct ChangedCount: Hashable, Sendable {
        public let concept: Concept
        public let before: Int
        public let now: Int
    }

    public struct ChangedToday: Hashable, Sendable {
        public let concept: Concept
        public let maker: Int
        public let staysNow: Bool
    }

    public struct ChangedState: Hashable, Sendable {
        public let state: Int
        public let maker: Int
        public let staysNow: Bool
    }
}

extension Case {
    /// The states that conclusions of the authors speak of, each once, with the conclusions.
    func namedStates() -> [(options: [String], claims: [StabilityFinding.Claim])] {
        var found: [(options: [String], claims: [StabilityFinding.Claim])] = []
        for perspective in perspectives {
            for conclusion in perspective.conclusions {
                guard let test = conclusion.test, test.ask == Question.stability.rawValue,
                    let text = test.expects.first(where: { $0.key == "state" })?.value
                else { continue }
                let options = text.split { ",[] ".contains($0) }.map(String.init).sorted()
                let expected = test.expects.first { $0.key == "stable" || $0.key == "unstable" }
                let makers = (expected?.value ?? "").split { ",[] ".contains($0) }.map(String.init)
                let claim = StabilityFinding.Claim(
                    conclusion: "\(perspective.id).\(conclusion.id)", text: conclusion.text,
                    makers: makers.filter { $0 != "true" && $0 != "false" },
                    expectsStaying: expected?.key == "stable" && expected?.value != "false")
                if let same = found.firstIndex(where: { $0.options == options }) {
                    found[same].claims.append(claim)
                } else {
                    found.append((options, [claim]))
                }
            }
        }
        return found
    }
}

extension ConflictInputs {
    /// The states that conclusions speak of, seen from here.
    func namedStates(_ theCase: Case, _ ways: JointWays?) -> [StabilityFinding.NamedState] {
        guard options != nil else { return [] }
        return theCase.namedStates().map { named in
            let state = try? state(named.options.isEmpty ? "none" : named.options.joined(separator: ","))
            return StabilityFinding.NamedState(
                options: named.options, conclusions: named.claims.map(\.conclusion),
                claims: named.claims, outlook: state.map { outlook($0, ways) })
        }
    }

    private func outlook(_ state: Int, _ ways: JointWays?) -> StabilityFinding.Outlook {
        let today = statusQuo.map(classOf)
        return StabilityFinding.Outlook(
            reading: reading(of: state, [.nash]),
            gains: source.decisionMakers.indices.map { i in
                guard let today else { return .alike }
                let (now, then) = (conflict.rank(i, index(today)), conflict.rank(i, index(state)))
                return then > now ? .better : then < now ? .worse : .alike
            },
            hinges: directionHinges(state),
            byImprovements: today.flatMap { $0 == state ? nil : steps($0, state, credible: true) },
            jointly: ways?.path(to: state))
    }

    /// How this perspective differs from its parent.
    func branching(_ view: View, _ choices: StabilityFinding.Choices) -> StabilityFinding.Branching? {
        guard let id = view.viewpoint.perspective, let parent = view.base.perspective(id)?.parent,
            !needsGraph,
            let own = options
        else { return nil }
        let viewpoint = Viewpoint(perspective: parent, scenario: view.viewpoint.scenario)
        guard let other = try? prepareStability(View(view.base, from: viewpoint), choices),
            let theirs = other.options, theirs.model.owners == own.model.owners
        else { return nil }
        let (all, former) = (own.stableStates(), theirs.stableStates())
        let (now, before) = (all[.nash]!, former[.nash]!)
        var common = own.model.feasible
        common.formIntersection(theirs.model.feasible)
        let named = view.base.namedStates().compactMap {
            try? state($0.options.isEmpty ? "none" : $0.options.joined(separator: ","))
        }
        return StabilityFinding.Branching(
            parent: parent, statements: changedStatements(other),
            changedVerdicts: now.stable.indices.map {
                common.count - now.stable[$0].agreeing(with: before.stable[$0], among: common)
            },
            comparable: common.count,
            lasting: StabilityConcept.sequential.map {
                .init(
                    concept: .init($0), before: former[$0]!.equilibria.count, now: all[$0]!.equilibria.count)
            },
            changedToday: changedToday(all, former, other),
            changedStates: named.flatMap { state in
                now.stable.indices.filter {
                    now.stable[$0].contains(state) != before.stable[$0].contains(state)
                }
                .map { .init(state: state, maker: $0, staysNow: now.stable[$0].contains(state)) }
            })
    }

    /// Where both start from the same state: whose verdict on it differs.
    private func changedToday(
        _ now: [StabilityConcept: StableStates], _ before: [StabilityConcept: StableStates],
        _ other: ConflictInputs
    ) -> [StabilityFinding.ChangedToday] {
        guard let today = statusQuo, other.statusQuo == today else { return [] }
        return StabilityConcept.sequential.flatMap { concept in
            source.decisionMakers.indices.compactMap { i in
                let stays = now[concept]!.stable[i].contains(today)
                guard before[concept]!.stable[i].contains(today) != stays else { return nil }
                return .init(concept: .init(concept), maker: i, staysNow: stays)
            }
        }
    }

    private func changedStatements(_ other: ConflictInputs) -> [StabilityFinding.StatementChange] {
        source.decisionMakers.indices.flatMap { i -> [StabilityFinding.StatementChange] in
            func table(_ origin: PreferenceOrigin) -> [Int: StabilityModel.Preference] {
                Dictionary(uniqueKeysWithValues: origin.statements.map { ($0.slot, $0.held.value) })
            }
            let (before, now) = (table(other.origins[i]), table(origins[i]))
            return Set(before.keys).union(now.keys).sorted().filter { before[$0] != now[$0] }.map {
                .init(maker: i, slot: $0, before: before[$0], now: now[$0])
            }
        }
    }
}
