import CaseModel
import Engines
import Numbers

extension FunnelWay {
    /// The drafts by date that settle at least one of the issues, each sent through the gates.
    func drafts(_ theCase: Case) throws(PackagesProblem) -> [FunnelFinding.DraftPath] {
        let agenda = CodedAgenda(theCase)
        var paths: [FunnelFinding.DraftPath] = []
        for (draft, row) in zip(agenda.drafts, agenda.rows) where draft.kind.isText {
            let alternatives = frame.alternatives(row, agenda)
            let settled = zip(alternatives, frame.space.alternatives).count { $0.count < $1 }
            guard settled > 0 else { continue }
            let part = try restricted(to: alternatives)
            let (stop, stopForAny) = (try part.stop(.points), try part.stop(.conceivable))
            paths.append(
                .init(
                    draft: draft, settled: settled, stopsAt: stop, stopsForAny: stopForAny,
                    reason: try stop.map { kind throws(PackagesProblem) in try part.reason(kind, .points) },
                    reasonForAny: try stopForAny.map { kind throws(PackagesProblem) in
                        try part.reason(kind, .conceivable)
                    }))
        }
        return paths
    }

    /// The first gate that nothing passes.
    private func stop(_ reading: Reading) throws(PackagesProblem) -> Kind? {
        for kind in Kind.allCases where try isEmpty(kind, reading) { return kind }
        return nil
    }

    /// Why nothing passes a gate.
    private func reason(_ kind: Kind, _ reading: Reading) throws(PackagesProblem) -> FunnelFinding.Reason {
        switch kind {
        case .feasible: return .rules(try breaking(frame.rules(of: [.combination, .linkage])))
        case .lawful: return .rules(try breaking(frame.rules(of: [.norm])))
        case .acceptable:
            let lines = try breaking(frame.rules(of: [.redLine, .before]))
            return lines.isEmpty ? .parties(try unsatisfied(reading)) : .rules(lines)
        case .ratifiable: return .rules(try breaking(ratification))
        case .ordered: return .steps(steps.blockers(reading))
        case .credible: return .promise
        }
    }

    /// The rules that every completion breaks.
    private func breaking(_ rules: [PackageRule]) throws(PackagesProblem) -> [FunnelFinding.Named] {
        var names: [FunnelFinding.Named] = []
        for rule in rules where !rule.terms.isEmpty {
            if try frame.isEmpty([rule]) { names.append(.init(id: rule.id, name: rule.name)) }
        }
        return names
    }

    /// The parties whom no allowed completion satisfies.
    private func unsatisfied(_ reading: Reading) throws(PackagesProblem) -> [FunnelFinding.Named] {
        let bargain = try frame.bargain(reading)
        return zip(frame.parties, bargain.reservations).enumerated().compactMap { place, one in
            let best = bargain.extreme(of: place, isLargest: true, over: .allowed)
            guard let best, let least = one.1, best < least else { return nil }
            return FunnelFinding.Named(id: one.0.id, name: one.0.name)
        }
    }
}
