import CaseModel

extension StabilityModel {
    /// The model with decision makers taken as one, and with factions of their own.
    func reshaped(_ choices: StabilityFinding.Choices, _ view: View) throws(NotAnswerable) -> StabilityModel {
        var model = self
        for index in decisionMakers.indices where decisionMakers[index].name == Label() {
            model.decisionMakers[index].name = view.case.actor(decisionMakers[index].id)?.name ?? Label()
        }
        let known = decisionMakers.map(\.id)
        let named =
            choices.merged.flatMap { $0.members + [$0.preferences] } + choices.split.map(\.decisionMaker)
        try view.require(
            .stability,
            Set(named).sorted().filter { !known.contains($0) }.map {
                .model(.unknownDecisionMaker($0, nearest: nearestName(to: $0, among: known)), place)
            })
        let reshaped = choices.merged.flatMap(\.members) + choices.split.map(\.decisionMaker)
        let twice = Set(reshaped).sorted().filter { id in reshaped.count { $0 == id } > 1 }
        try view.require(.stability, twice.map { .model(.reshapedTwice($0), place) })
        for split in choices.split {
            let own = options.filter { $0.isModelled && $0.of == split.decisionMaker }.map(\.id)
            try view.require(
                .stability,
                split.options.filter { !own.contains($0) }.map {
                    .model(.notItsOption($0, of: split.decisionMaker, own: own), place)
                })
        }
        for split in choices.split { model.split(split) }
        for merger in choices.merged { model.merge(merger) }
        return model
    }

    /// One decision maker in the place of several, with the preferences of one of them.
    private mutating func merge(_ merger: StabilityFinding.Merger) {
        guard let first = decisionMakers.firstIndex(where: { merger.members.contains($0.id) }),
            var joint = decisionMaker(merger.preferences)
        else { return }
        let id = merger.members.joined(separator: "+")
        joint.rename(id, Label(joining: decisionMakers.filter { merger.members.contains($0.id) }))
        for index in options.indices where merger.members.contains(options[index].of) {
            options[index].of = id
        }
        moves[id] = jointMoves(of: merger.members)
        // The joint one sees what any of them sees.
        let blind = merger.members.map { misperceived[$0] ?? [] }
        if blind.allSatisfy({ !$0.isEmpty }) { misperceived[id] = [.and(blind.map { .or($0) })] }
        for member in merger.members {
            moves[member] = nil
            misperceived[member] = nil
        }
        decisionMakers.insert(joint, at: first)
        decisionMakers.removeAll { merger.members.contains($0.id) && $0.id != id }
        for index in decisionMakers.indices {
            // Others feel for the joint one what they feel for the one whose preferences it has.
            decisionMakers[index].attitudes[id] = decisionMakers[index].attitudes[merger.preferences]
        }
    }

    /// What several can bring about together in graph form: the ends of sequences of their moves.
    private func jointMoves(of members: [String]) -> [Move] {
        let arcs = members.flatMap { moves[$0] ?? [] }
        return states.flatMap { start -> [Move] in
            var (reached, open): (Set<String>, [String]) = ([start], [start])
            while let state = open.popLast() {
                for arc in arcs where arc.from == state && reached.insert(arc.to).inserted {
                    open.append(arc.to)
                }
            }
            return reached.subtracting([start]).sorted().map { Move(from: start, to: $0) }
        }
    }

    /// A faction that controls some options of a decision maker and wishes what it wishes.
    private mutating func split(_ split: StabilityFinding.Split) {
        guard let index = decisionMakers.firstIndex(where: { $0.id == split.decisionMaker }) else { return }
        let known = decisionMakers.map(\.id)
        let id = (2...).lazy.map { "\(split.decisionMaker)-\($0)" }.first { !known.contains($0) }!
        var faction = decisionMakers[index]
        let name = faction.name
        faction.rename(id, Label(en: name.en.map { "\($0) (2)" }, de: name.de.map { "\($0) (2)" }))
        decisionMakers.insert(faction, at: index + 1)
        for option in options.indices
        where options[option].of == split.decisionMaker && split.options.contains(options[option].id) {
            options[option].of = id
        }
        misperceived[id] = misperceived[split.decisionMaker]
    }
}

extension StabilityModel.DecisionMaker {
    fileprivate mutating func rename(_ id: String, _ name: Label) {
        var renamed = StabilityModel.DecisionMaker(id: id, place: place)
        renamed.name = name
        renamed.preferences = preferences
        renamed.ranking = ranking
        renamed.weights = weights
        renamed.unknown = unknown
        renamed.attitudes = attitudes
        renamed.isIndifferent = isIndifferent
        self = renamed
    }
}

extension Label {
    /// The names of several as one; who has none is called by its id.
    fileprivate init(joining makers: [StabilityModel.DecisionMaker]) {
        func text(_ language: Language) -> String {
            makers.map { $0.name == Label() ? $0.id : $0.name.text(in: language) }.joined(separator: " + ")
        }
        self.init(en: text(.en), de: text(.de))
    }
}
