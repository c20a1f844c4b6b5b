import CaseModel
import Findings
import Numbers

/// Where the outcome of a game changes, in words.
extension Words {
    /// "Russia at the later test of the promise"
    func set(_ set: Int, _ names: GameNames) -> String {
        let information = names.sets[set]
        let player = names.text(names.players[information.player], in: language)
        return pick(
            "\(player) at \(names.text(information.name, in: .en))",
            "\(player) (\(names.text(information.name, in: .de)))")
    }

    /// The value itself, or near what it lies.
    func at(_ threshold: SolveFinding.Threshold) -> String {
        threshold.isExact
            ? fraction(threshold.at.low)
            : pick("near ", "nahe ") + numbers.text(threshold.at.midpoint, places: 6)
    }

    /// "keep = 5/19: below attack, above wait".
    func sentence(_ threshold: SolveFinding.Threshold, _ names: GameNames) -> String {
        let equals = threshold.isExact ? "= " : ""
        return "\(threshold.parameter) \(equals)\(at(threshold)): "
            + pick("below ", "darunter ") + paths(threshold.below, besides: threshold.above, names)
            + pick("; above ", "; darüber ") + paths(threshold.above, besides: threshold.below, names)
    }

    /// Outcomes by what sets them apart from the others.
    private func paths(
        _ paths: [SolveFinding.Path], besides others: [SolveFinding.Path], _ names: GameNames
    ) -> String {
        let texts = paths.filter { !others.contains($0) }.map { path in
            let sets = path.actions.keys.sorted()
            let telling = sets.filter { set in others.contains { $0.actions[set] != path.actions[set] } }
            if sets.isEmpty { return pick("nobody is asked", "niemand wird gefragt") }
            return (telling.isEmpty ? sets : telling).map { set in
                let labels = path.actions[set]!.map { names.text(names.sets[set].actions[$0], in: language) }
                return "\(self.set(set, names)) " + labels.joined(separator: pick(" or ", " oder "))
            }.joined(separator: ", ")
        }
        return texts.isEmpty ? pick("nothing else", "nichts anderes") : texts.joined(separator: " / ")
    }
}
