import CaseModel
import Engines
import Numbers

extension TalksPlay {
    /// How many random changes a chain proposes, how warm it begins, and how often the mediator may go against votes.
    private static let plan = (proposals: 400, temperature: Rational(1, over: 10), overrides: 10)

    /// What a mediator makes of the text that the talks begin with; `nil` where nobody says what the status quo is.
    func mediation(_ theCase: Case) throws(NegotiateProblem) -> NegotiateFinding.Mediation? {
        guard let (package, id, name) = try start(theCase) else { return nil }
        do throws(TextProblem) {
            let single = try SingleText(bargain, start: package)
            let issues = Array(frame.issues.indices)
            let pairs = issues.flatMap { one in issues.filter { $0 > one }.map { [one, $0] } }
            let both = try SingleText(bargain, start: package, moves: single.moves + pairs)
            let utilities = bargain.utilities(of: package)
            return .init(
                start: .init(
                    id: id, name: name, package: frame.named(package), utilities: utilities,
                    toFrontier: points.toFrontier(utilities),
                    isAllowed: bargain.contains(package, in: .allowed)),
                single: answer(single.improved()), pairs: answer(both.improved()),
                annealed: try annealed(single))
        } catch {
            preconditionFailure("a package of the frame and moves of its issues")
        }
    }

    /// What may be without an agreement: the baseline in force, or the first one with a package.
    private var baseline: PackagesModel.Baseline? {
        frame.baseline ?? frame.baselines.first { $0.package != nil }
    }

    /// The text to begin with, and what it is called.
    private func start(_ theCase: Case) throws(NegotiateProblem) -> ([Int], String?, Label?)? {
        do throws(PackagesProblem) {
            if let asked = choices.start, asked != "baseline" { return try named(asked, theCase) }
            if let baseline, let package = baseline.package {
                return (
                    try PackageFrame.complete(package, frame.issues, of: baseline.id), baseline.id,
                    baseline.name
                )
            }
        } catch {
            throw .packages(error)
        }
        let now = frame.issues.map { issue in issue.statusQuo.flatMap { issue.index(of: $0) } }
        return now.contains(nil) ? nil : (now.compactMap(\.self), nil, nil)
    }

    private func named(
        _ asked: String, _ theCase: Case
    ) throws(PackagesProblem) -> ([Int], String?, Label?)? {
        if let baseline = frame.baselines.first(where: { $0.id == asked }), let package = baseline.package {
            return (try PackageFrame.complete(package, frame.issues, of: asked), asked, baseline.name)
        }
        let agenda = CodedAgenda(theCase)
        guard let place = agenda.drafts.firstIndex(where: { $0.id == asked }) else {
            throw .unknownDraft(asked, known: agenda.drafts.map(\.id) + frame.startNames)
        }
        let open = frame.alternatives(agenda.rows[place], agenda)
        // Open issues are as they are; where nobody says how, as the baseline has them.
        let package = zip(frame.issues, open).map { issue, kept -> Int? in
            let asIs = [issue.statusQuo, baseline?.package?[issue.id]].compactMap { name in
                name.flatMap { issue.index(of: $0) }
            }
            return kept.count == 1 ? kept[0] : asIs.first(where: kept.contains)
        }
        let unsettled = zip(frame.issues, package).filter { $0.1 == nil }.map(\.0.id)
        guard unsettled.isEmpty else { throw .openIssues(of: asked, unsettled) }
        return (package.compactMap(\.self), asked, agenda.drafts[place].name)
    }

    private func answer(_ found: TextRun) -> NegotiateFinding.TextAnswer {
        var text = found.start
        let changes = found.path.map { proposal in
            defer { text = proposal.text }
            let changed = text.indices.filter { text[$0] != proposal.text[$0] }
            return NegotiateFinding.TextChange(
                changes: changed.map { issue in
                    .init(
                        issue: frame.issues[issue].id,
                        alternative: frame.issues[issue].alternatives[proposal.text[issue]].id)
                }, gains: proposal.gains)
        }
        let utilities = bargain.utilities(of: found.text)
        return .init(
            changes: changes, proposals: found.proposals, blocked: found.blocked,
            blockedAlone: found.blockedAlone, end: frame.named(found.text), utilities: utilities,
            toFrontier: points.toFrontier(utilities), standing: standing(found.text))
    }

    /// Who stands against what, once no change is left that nobody is against.
    private func standing(_ text: [Int]) -> [NegotiateFinding.Standing] {
        let here = bargain.utilities(of: text)
        return frame.issues.indices.map { issue in
            var (wanted, against) = (0, frame.parties.map { _ in 0 })
            for choice in 0..<frame.space.alternatives[issue] where choice != text[issue] {
                var other = text
                other[issue] = choice
                guard bargain.contains(other, in: .allowed) else { continue }
                let gains = zip(bargain.utilities(of: other), here).map { $0 - $1 }
                guard gains.contains(where: { $0 > 0 }) else { continue }
                wanted += 1
                for party in gains.indices where gains[party] < 0 { against[party] += 1 }
            }
            return .init(issue: frame.issues[issue].id, wanted: wanted, against: against)
        }
    }

    private func annealed(_ text: SingleText) throws(TextProblem) -> NegotiateFinding.Annealed {
        var ends: [(utilities: [Rational], toFrontier: Rational?)] = []
        var overrides = 0
        for chain in 0..<choices.chains {
            let found = try text.annealed(
                Annealing(
                    proposals: Self.plan.proposals, temperature: Self.plan.temperature,
                    overrides: Self.plan.overrides,
                    seed: UInt64(bitPattern: Int64(choices.seed)) &+ UInt64(chain)))
            let utilities = bargain.utilities(of: found.text)
            ends.append((utilities, points.toFrontier(utilities)))
            overrides += found.overrides
        }
        let start = bargain.utilities(of: text.start)
        let parties = frame.parties.indices
        return .init(
            chains: choices.chains, proposals: Self.plan.proposals,
            means: parties.map { party in
                ends.reduce(Rational.zero) { $0 + $1.utilities[party] } / Rational(max(1, ends.count))
            },
            utilities: parties.map { party in
                Interval.hull(of: ends.map { $0.utilities[party] }) ?? Interval(start[party])
            },
            improved: ends.count { end in
                let gains = zip(end.utilities, start).map { $0 - $1 }
                return gains.allSatisfy { $0 >= 0 } && gains.contains { $0 > 0 }
            },
            onFrontier: points.whole == nil ? nil : ends.count { $0.toFrontier == 0 }, overrides: overrides)
    }
}

extension PackageFrame {
    /// The baselines that a mediator can begin with.
    fileprivate var startNames: [String] { baselines.filter { $0.package != nil }.map(\.id) }
}
