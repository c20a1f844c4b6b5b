public import CaseModel
public import Numbers

extension GuaranteeFinding {
    /// From the clauses of a promise to its strength: model G9.
    ///
    /// A lever stands at the low end of what nobody disputes where no clause pulls it, and at the high end of what the
    /// viewpoint allows where every one of its clauses is stated; several clauses of one lever pull it in equal parts. All
    /// other numbers stand at their points.
    public struct ClauseDesign: Sendable {
        public let game: String
        public let title: Label
        public let parameters: [SolveFinding.ParameterValue]
        public let levers: [Lever]
        /// The clauses that pull a lever, in the order of the checklist.
        public let clauses: [Guarantee.Clause]
        /// With no clause stated, and with every one.
        public let bare: Strength
        public let whole: Strength
        /// Clauses without which not even all the others deter; empty if all together do not deter.
        public let needed: [String]
        /// The smallest sets of clauses that deter; empty if none does.
        public let smallest: [[String]]
        public let promises: [DesignedPromise]
        /// Drafts whose terms the game's file maps to levers.
        public let drafts: [DraftedStrength]
        public let grounding: Grounding
    }

    /// A parameter that clauses or the terms of drafts move.
    public struct Lever: Hashable, Sendable {
        public let parameter: String
        public let none: Rational
        public let full: Rational
        public let clauses: [String]
    }

    /// How strong a promise is, and how strong it would have to be.
    public struct Strength: Hashable, Sendable {
        /// The chance that the promise holds when it is tested.
        public let value: Rational
        /// The chance at which the challenger is deterred, `g / (g + c)`.
        public let bar: Rational
        /// Whether the game ends without an attack; `nil` where the challenger could as well do either.
        public let deters: Bool?
    }

    /// A draft by its terms, wherever the game's file maps their alternatives to levers.
    public struct DraftedStrength: Sendable {
        public let draft: Proposal
        /// How far each lever is pulled, 0 for nothing and 1 for all; the whole range where the draft is open.
        public let pulls: [(lever: String, pull: Interval)]
        public let least: Strength
        public let most: Strength

        public var deters: Bool? {
            least.deters == true ? true : most.deters == false ? false : nil
        }
    }

    /// A promise of the case held against the design.
    public struct DesignedPromise: Sendable {
        public let guarantee: Guarantee
        /// With nothing but what is stated, and with everything that is not denied.
        public let least: Strength
        public let most: Strength
        public let clauses: [JudgedClause]
        /// Smallest sets of further clauses that deter together with what is stated; empty if none does.
        public let completions: [[String]]
        /// How far each lever would have to move alone, those first that have the least way to go.
        public let crossings: [SolveFinding.Threshold]

        /// Whether it deters in every reading, in none (`false`), or only in some (`nil`).
        public var deters: Bool? {
            least.deters == true ? true : most.deters == false ? false : nil
        }
    }

    public struct JudgedClause: Hashable, Sendable {
        public let id: String
        public let state: Guarantee.ClauseState
        public let lever: String
        /// Whether this clause, stated beside those that are, would deter.
        public let wouldSuffice: Bool
    }
}

extension GuaranteeFinding.ClauseDesign {
    init(_ model: GameModel, _ view: View, _ choices: GuaranteeFinding.Choices) throws(Refused) {
        let desk = try DesignDesk(model, view, choices)
        let all = Set(desk.clauses.map(\.id))
        (game, title) = (model.id, model.name ?? Label(en: model.id, de: model.id))
        (parameters, levers, clauses) = (desk.bench.parameters, desk.levers, desk.clauses)
        (bare, whole) = (try desk.strength([]), try desk.strength(all))
        var needed: [String] = []
        if whole.deters == true {
            for clause in desk.clauses where try desk.strength(all.subtracting([clause.id])).deters != true {
                needed.append(clause.id)
            }
        }
        self.needed = needed
        smallest = try desk.completions(of: [], among: desk.clauses.map(\.id))
        var promises: [GuaranteeFinding.DesignedPromise] = []
        for guarantee in view.case.guarantees where model.suits(guarantee) {
            promises.append(try .init(guarantee, desk))
        }
        self.promises = promises
        drafts = try desk.drafts(model, view)
        grounding = .init(model.parameters.map(\.held.basis))
    }
}

extension GuaranteeFinding.DesignedPromise {
    fileprivate init(_ guarantee: Guarantee, _ desk: DesignDesk) throws(Refused) {
        func having(_ states: [Guarantee.ClauseState]) -> Set<String> {
            Set(desk.clauses.map(\.id).filter { states.contains(guarantee.clauses[$0] ?? .unreported) })
        }
        let (stated, denied) = (having([.stated]), having([.denied]))
        let open = desk.clauses.map(\.id).filter { !denied.contains($0) }
        self.guarantee = guarantee
        (least, most) = (try desk.strength(stated), try desk.strength(Set(open)))
        var judged: [GuaranteeFinding.JudgedClause] = []
        for clause in desk.clauses {
            judged.append(
                .init(
                    id: clause.id, state: guarantee.clauses[clause.id] ?? .unreported,
                    lever: clause.lever ?? "",
                    wouldSuffice: try desk.strength(stated.union([clause.id])).deters == true))
        }
        clauses = judged
        guard least.deters != true else {
            (completions, crossings) = ([], [])
            return
        }
        // What the promise excludes is added only if nothing else will do.
        let missing = desk.clauses.map(\.id).filter { !stated.contains($0) }
        let allowed = try desk.completions(of: stated, among: missing.filter { !denied.contains($0) })
        completions = allowed.isEmpty ? try desk.completions(of: stated, among: missing) : allowed
        crossings = desk.crossings(stated)
    }
}

extension GameModel {
    /// Whether the game speaks of a promise with these clauses: what is open there suits every game.
    fileprivate func suits(_ guarantee: Guarantee) -> Bool {
        when.allSatisfy { clause, state in
            let actual = guarantee.clauses[clause] ?? .unreported
            return actual == state || actual != .stated && actual != .denied
        }
    }
}
