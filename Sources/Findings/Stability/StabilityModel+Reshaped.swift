import CaseModel

extension StabilityModel {
    /// The model with decision makers taken as one, and with factions of their own.
    func reshaped(_ choices: StabilityFinding.Choices, _ view: View) throws(NotAnswerable) -> StabilityModel {
        var model = self
        let known = decisionMakers.map(\.id)
        let named = choices.merged.flatMap { $0.members + [$0.preferences] } + choices.split.map(\.decisionMaker)
        try view.require(
            .stability,
            named.filter { !known.contains($0) }.map {
                .model(.unknownDecisionMaker($0, nearest: nearestName(to: $0, among: known)), place)
            })
        let options = options.filter(\.isModelled).map(\.id)
        try view.require(
            .stability,
            choices.split.flatMap(\.options).filter { !options.contains($0) }.map {
                .model(.unknownState($0, nearest: nearestName(to: $0, among: options)), place)
            })
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
        joint.rename(id)
        for index in options.indices where merger.members.contains(options[index].of) { options[index].of = id }
        moves[id] = merger.members.flatMap { moves[$0] ?? [] }
        for member in merger.members {
            moves[member] = nil
            misperceived[member] = nil
        }
        decisionMakers.insert(joint, at: first)
        decisionMakers.removeAll { merger.members.contains($0.id) && $0.id != id }
    }

    /// A faction that controls some options of a decision maker and wishes what it wishes.
    private mutating func split(_ split: StabilityFinding.Split) {
        guard let index = decisionMakers.firstIndex(where: { $0.id == split.decisionMaker }) else { return }
        let id = "\(split.decisionMaker)-2"
        var faction = decisionMakers[index]
        faction.rename(id)
        decisionMakers.insert(faction, at: index + 1)
        for option in options.indices
        where options[option].of == split.decisionMaker && split.options.contains(options[option].id) {
            options[option].of = id
        }
        misperceived[id] = misperceived[split.decisionMaker]
    }
}

extension StabilityModel.DecisionMaker {
    fileprivate mutating func rename(_ id: String) {
        var renamed = StabilityModel.DecisionMaker(id: id, place: place)
        renamed.preferences = preferences
        renamed.ranking = ranking
        renamed.weights = weights
        renamed.unknown = unknown
        renamed.attitudes = attitudes
        renamed.isIndifferent = isIndifferent
        self = renamed
    }
}
