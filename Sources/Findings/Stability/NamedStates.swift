public import CaseModel
import Engines

extension StabilityFinding {
    /// A state that conclusions of authors speak of, seen from this viewpoint.
    public struct NamedState: Hashable, Sendable {
        public let options: [String]
        /// The conclusions that name it, as `s000.c7`.
        public let conclusions: [String]
        /// What everybody does there (Nash), and how it compares with today; `nil` where this viewpoint excludes the state.
        public let outlook: Outlook?
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
        /// Named states in which somebody's verdict differs.
        public let changedStates: [ChangedState]
    }

    public struct StatementChange: Hashable, Sendable {
        public let maker: Int
        public let slot: Int
        public let before: StabilityModel.Preference?
        public let now: StabilityModel.Preference?
    }

    public struct ChangedState: Hashable, Sendable {
        public let state: Int
        public let maker: Int
        public let staysNow: Bool
    }
}

extension Case {
    /// The states that conclusions of the authors speak of, each once, with the conclusions.
    func namedStates() -> [(options: [String], conclusions: [String])] {
        var found: [(options: [String], conclusions: [String])] = []
        for perspective in perspectives {
            for conclusion in perspective.conclusions {
                guard let test = conclusion.test, test.ask == Question.stability.rawValue,
                    let text = test.expects.first(where: { $0.key == "state" })?.value
                else { continue }
                let options = text.split { ",[] ".contains($0) }.map(String.init).sorted()
                let origin = "\(perspective.id).\(conclusion.id)"
                if let same = found.firstIndex(where: { $0.options == options }) {
                    found[same].conclusions.append(origin)
                } else {
                    found.append((options, [origin]))
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
                options: named.options, conclusions: named.conclusions,
                outlook: state.map { outlook($0, ways) })
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
        let (now, before) = (own.stableStates([.nash])[.nash]!, theirs.stableStates([.nash])[.nash]!)
        let named = view.base.namedStates().compactMap {
            try? state($0.options.isEmpty ? "none" : $0.options.joined(separator: ","))
        }
        return StabilityFinding.Branching(
            parent: parent, statements: changedStatements(other),
            changedVerdicts: now.stable.indices.map {
                own.model.feasible.count
                    - now.stable[$0].agreeing(with: before.stable[$0], among: own.model.feasible)
            },
            changedStates: named.flatMap { state in
                now.stable.indices.filter {
                    now.stable[$0].contains(state) != before.stable[$0].contains(state)
                }
                .map { .init(state: state, maker: $0, staysNow: now.stable[$0].contains(state)) }
            })
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
