import CaseModel
import Engines
import Numbers

/// To which end of each issue the actors pull, read from their ideals.
///
/// On an issue an actor pulls to the end from which its ideal lies on the one side of all other ideals that differ; where no
/// other differs, to the end on whose half its ideal lies. If all its known ends are the same, that is its side, and it counts
/// on the other issues, too: an assumption, which each move names. Without an ideal nothing is known.
struct PoleBook {
    private let ideals: [String: [Interval?]]

    init(_ theCase: Case, _ agenda: CodedAgenda) {
        var ideals: [String: [Interval?]] = [:]
        for actor in theCase.actors {
            switch actor.ideal {
            case nil: continue
            case .proposal(let id):
                guard let draft = agenda.drafts.firstIndex(where: { $0.id == id }) else { continue }
                ideals[actor.id] = zip(agenda.rows[draft], agenda.scales).map {
                    $0.position(on: $1, conditional: .hull)
                }
            case .settled(let choices):
                ideals[actor.id] = zip(agenda.issues, agenda.scales).map { issue, scale in
                    choices[issue.id].flatMap {
                        code(.stated(.alternative($0)), issue).position(on: scale)
                    }
                }
            }
        }
        self.ideals = ideals
    }

    func pole(of actor: String, on issue: Int) -> (end: NegotiateFinding.Pole, isOfSide: Bool)? {
        if let end = ownPole(of: actor, on: issue) { return (end, false) }
        return side(of: actor).map { ($0, true) }
    }

    /// The end that all its known poles share.
    func side(of actor: String) -> NegotiateFinding.Pole? {
        guard let ideal = ideals[actor] else { return nil }
        let ends = Set(ideal.indices.compactMap { ownPole(of: actor, on: $0) })
        return ends.count == 1 ? ends.first : nil
    }

    private func ownPole(of actor: String, on issue: Int) -> NegotiateFinding.Pole? {
        guard let mine = ideals[actor]?[issue] else { return nil }
        let others = ideals.filter { $0.key != actor }.compactMap(\.value[issue])
        let isBelow = others.contains { mine.high < $0.low }
        let isAbove = others.contains { mine.low > $0.high }
        if isBelow != isAbove { return isBelow ? .first : .last }
        if isBelow { return nil }
        let half = Rational(1, over: 2)
        return mine.high < half ? .first : mine.low > half ? .last : nil
    }
}
