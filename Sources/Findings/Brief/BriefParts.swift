import CaseModel
import Numbers

/// The answers that a brief chooses from; a report has them already.
struct BriefAnswers {
    let comparison: Result<Comparison, NotAnswerable>
    let promises: Result<GuaranteeReading, NotAnswerable>
    let bars: Result<LegalBars, NotAnswerable>
    let guarantee: Result<GuaranteeFinding, NotAnswerable>
    let packages: Result<PackagesFinding, NotAnswerable>
    let funnel: Result<FunnelFinding, NotAnswerable>

    /// Asks what a brief chooses from.
    ///
    /// - Parameters:
    ///   - view: The case as somebody sees it.
    ///   - draws: How many draws the games are answered with; a brief tells none.
    init(of view: View, draws: Int) {
        comparison = Result { () throws(NotAnswerable) in try Comparison(of: view) }
        promises = Result { () throws(NotAnswerable) in try GuaranteeReading(of: view) }
        bars = Result { () throws(NotAnswerable) in try LegalBars(of: view) }
        var choices = GuaranteeFinding.Choices()
        choices.draws = draws
        var packaging = PackagesFinding.Choices()
        packaging.worlds = min(packaging.worlds, draws)
        packages = Result { [packaging] () throws(NotAnswerable) in try PackagesFinding(of: view, packaging) }
        funnel = Result { () throws(NotAnswerable) in try FunnelFinding(of: view) }
        guarantee = Result { [choices] () throws(NotAnswerable) in try GuaranteeFinding(of: view, choices) }
    }
}

/// Chooses the lines of a brief from the answers of the other questions.
struct BriefParts {
    private let view: View
    private let addressee: Actor?
    private let comparison: Result<Comparison, NotAnswerable>
    private let promises: Result<GuaranteeReading, NotAnswerable>
    private let bars: Result<LegalBars, NotAnswerable>
    private let guarantee: Result<GuaranteeFinding, NotAnswerable>
    private let packages: Result<PackagesFinding, NotAnswerable>
    private let funnel: Result<FunnelFinding, NotAnswerable>
    private var theCase: Case { view.case }

    init(_ view: View, _ addressee: Actor?, _ answers: BriefAnswers) {
        (self.view, self.addressee) = (view, addressee)
        (comparison, promises, bars) = (answers.comparison, answers.promises, answers.bars)
        (guarantee, packages, funnel) = (answers.guarantee, answers.packages, answers.funnel)
    }

    var gates: [LegalBars.Gate] {
        if case .success(let bars) = bars { bars.gates } else { [] }
    }

    func lines(of kind: Brief.Section.Kind) -> [Brief.Line] {
        let found = found(kind)
        return found.isEmpty ? [line(.nothingSeen, [])] : found
    }

    private func found(_ kind: Brief.Section.Kind) -> [Brief.Line] {
        switch kind {
        case .bottomLine: answered(comparison, bottomLine)
        case .drafts: stops + answered(comparison, drafts)
        case .disagreements: disagreements
        case .guarantees: tested + answered(promises, guarantees)
        case .options: options
        case .signs: signs
        case .people: people
        case .open: open
        }
    }

    /// The lines, or what is missing for them.
    private func answered<Found>(
        _ result: Result<Found, NotAnswerable>, _ lines: (Found) -> [Brief.Line]
    ) -> [Brief.Line] {
        switch result {
        case .success(let found): lines(found)
        case .failure(let refused): [line(.missing(refused), [])]
        }
    }

    private func line(_ content: Brief.Content, _ grounds: [(basis: Basis, place: Place)]) -> Brief.Line {
        Brief.Line(content: content, evidence: Support(grounds, taking: view.seen.take.sources))
    }

    /// The gates at which the drafts stop, if somebody says what packages are worth to whom.
    private var stops: [Brief.Line] {
        guard case .success(let found) = funnel, !found.drafts.isEmpty else { return [] }
        let stops = found.drafts.suffix(Brief.newest).map {
            Brief.Stop(draft: $0.draft, gate: $0.stopsAt, even: $0.stopsForAny)
        }
        return [Brief.Line(content: .stops(stops), evidence: found.restsOn)]
    }

    // MARK: What the newest texts carry

    /// The newest texts that say anything, by their numbers.
    private func newest(_ comparison: Comparison) -> [Int] {
        comparison.drafts.indices.filter {
            comparison.drafts[$0].proposal.kind.isText && comparison.drafts[$0].coverage.addressed > 0
        }.suffix(Brief.newest)
    }

    private func bottomLine(_ comparison: Comparison) -> [Brief.Line] {
        let texts = newest(comparison)
        let common = comparison.issues.indices.compactMap { CommonGround($0, texts, comparison) }
        let plain = common.filter { $0.isPlain && $0.value != nil }
        let readable = common.filter { !$0.isPlain && $0.value != nil }
        let apart = common.filter { $0.value == nil }
        func grounds(_ found: [CommonGround]) -> [(basis: Basis, place: Place)] { found.flatMap(\.grounds) }
        func alike(_ found: [CommonGround]) -> [Brief.Alike] {
            found.compactMap { one in
                one.value.map { Brief.Alike(issue: one.issue, value: $0, texts: one.speaking) }
            }
        }
        let all = texts.map { (comparison.drafts[$0].proposal.basis, comparison.drafts[$0].proposal.place) }
        var lines = [
            line(.settledAlike(alike(plain), texts: texts.count), plain.isEmpty ? all : grounds(plain))
        ]
        if !apart.isEmpty { lines.append(line(.contradictory(apart.map(\.issue)), grounds(apart))) }
        if let gap = apart.filter({ $0.gap > 0 }).max(by: { $0.gap < $1.gap }), let ends = gap.ends {
            lines.append(
                line(
                    .widestGap(
                        issue: gap.issue, ends.0.draft, ends.0.alternative, ends.1.draft, ends.1.alternative),
                    gap.grounds))
        }
        lines += unstated
        if !readable.isEmpty { lines.append(line(.readableAlike(alike(readable)), grounds(readable))) }
        return lines + agreement
    }

    /// What everybody could accept, if somebody says what packages are worth to whom.
    private var agreement: [Brief.Line] {
        guard case .success(let found) = packages else { return [] }
        let asksLess = zip(found.parties, found.concession?.byParty ?? []).filter { $0.1 > 0 }.map(\.0.name)
        return [
            Brief.Line(
                content: .agreement(
                    of: found.gates.packages, acceptable: found.gates.acceptable,
                    certain: found.ranges.certain, conceivable: found.ranges.conceivable,
                    asksLess: asksLess),
                evidence: found.restsOn)
        ]
    }

    /// Clauses that no draft on the table states.
    private var unstated: [Brief.Line] {
        guard case .success(let found) = promises else { return [] }
        let drafts = found.promises.filter { $0.draft?.kind.isText ?? false }
        let missing = found.clauses.filter { clause in
            !drafts.isEmpty && !drafts.contains { $0.stated.contains(clause.id) }
        }
        guard !missing.isEmpty else { return [] }
        let cited = Set(found.clauses.flatMap(\.basis.citations).map(\.source))
        let owners = theCase.sources.map(\.id).filter(cited.contains)
        return [
            line(
                .statedByNone(missing, checklistOf: owners),
                drafts.map { ($0.guarantee.basis, $0.guarantee.place) } + missing.map { ($0.basis, $0.place) }
            )
        ]
    }

    /// The newest texts, the one that says most first, with what stands in their way.
    private func drafts(_ comparison: Comparison) -> [Brief.Line] {
        let order = newest(comparison).sorted { a, b in
            let (one, other) = (
                comparison.drafts[a].coverage.addressed, comparison.drafts[b].coverage.addressed
            )
            return one == other ? a > b : one > other
        }
        return order.map { index in
            let draft = comparison.drafts[index]
            var grounds = [(draft.proposal.basis, draft.proposal.place)]
            var (stuck, open): ([LegalBars.Flag], Int) = ([], 0)
            if case .success(let bars) = bars {
                let flags = bars.drafts.first { $0.proposal.id == draft.proposal.id }?.gravest
                (stuck, open) = flags ?? ([], 0)
                grounds += stuck.map { bars.gates[$0.gate] }.map {
                    ($0.basis, $0.place)
                }
            }
            return line(
                .draft(
                    draft.proposal, addressed: draft.coverage.addressed, of: comparison.issues.count,
                    stuck: stuck, open: open),
                grounds)
        }
    }

    // MARK: What is disputed, promised, possible

    /// The claims that most sources contradict each other on, at most three.
    private var disagreements: [Brief.Line] {
        let sources = Set(theCase.sources.map(\.id))
        let stances = theCase.statements.filter { sources.contains($0.holder) }
        let found = theCase.claims.compactMap {
            claim -> (claim: Claim, pro: [Statement], con: [Statement])? in
            let own = stances.filter { $0.about == .claim(claim.id) && $0.voice == .own }
            func side(_ stance: Statement.Stance) -> [Statement] {
                let all = own.filter { $0.content == .stance(stance) }
                return all.enumerated().filter { place, one in
                    !all.prefix(place).contains { $0.holder == one.holder }
                }.map(\.element)
            }
            let divided = Set(side(.for).map(\.holder)).intersection(side(.against).map(\.holder))
            let pro = side(.for).filter { !divided.contains($0.holder) }
            let con = side(.against).filter { !divided.contains($0.holder) }
            return pro.isEmpty || con.isEmpty ? nil : (claim, pro, con)
        }
        func weight(_ one: (claim: Claim, pro: [Statement], con: [Statement])) -> (Int, Int, Int) {
            let plain = (one.pro + one.con).count { !$0.isReserved }
            return (min(one.pro.count, one.con.count), plain, one.claim.decides == nil ? 0 : 1)
        }
        return found.enumerated().sorted { first, second in
            let (a, b) = (weight(first.element), weight(second.element))
            return a == b ? first.offset < second.offset : a > b
        }.prefix(3).map { one in
            let (claim, pro, con) = one.element
            return line(
                .disagreement(claim, for: pro.map(\.holder), against: con.map(\.holder)),
                (claim.basis.kind == .uncited ? [] : [(claim.basis, claim.place)])
                    + (pro + con).map { ($0.basis, $0.place) })
        }
    }

    /// Where the promises of the newest texts stand.
    private func guarantees(_ reading: GuaranteeReading) -> [Brief.Line] {
        let drafts = reading.promises.filter { $0.draft?.kind.isText ?? false }.sorted {
            ($0.draft?.date?.first ?? .min, $0.guarantee.id) < (
                $1.draft?.date?.first ?? .min, $1.guarantee.id
            )
        }
        return drafts.suffix(3).reversed().compactMap { promise in
            promise.draft.map { draft in
                line(
                    .promise(draft, promise.axes, lacksGuarantor: promise.empty.contains(.guarantor)),
                    [(promise.guarantee.basis, promise.guarantee.place)])
            }
        }
    }

    /// Whether the promise deters where it is put to the test.
    private var tested: [Brief.Line] {
        guard case .success(let found) = guarantee, let trial = found.trial,
            let game = theCase.games.first(where: { $0.id == trial.game })
        else { return [] }
        let tested = trial.verdicts.map { Brief.Tested(given: $0.given, isCredible: $0.isCredible) }
        return [line(.tested(trial.title, trial.names, tested), game.bases)]
    }

    private var options: [Brief.Line] {
        guard let addressee else { return [line(.nobodyAddressed, [])] }
        let own = theCase.options.filter { $0.of == addressee.id }
        guard !own.isEmpty else { return [line(.noOptions, [(addressee.basis, addressee.place)])] }
        let shown = own.prefix(3).map { line(.option($0), [($0.basis, $0.place)]) }
        return own.count > 3
            ? shown + [line(.moreOptions(own.count - 3), own.dropFirst(3).map { ($0.basis, $0.place) })]
            : shown
    }

    // MARK: What to watch, whom it touches, what is open

    /// What falls due next, then what would settle an open prediction; at most three.
    private var signs: [Brief.Line] {
        let open = theCase.predictions.filter { ($0.resolved?.outcome ?? .open) == .open }
        let dated = open.filter { $0.due != nil }.sorted {
            ($0.due?.last ?? .max, $0.id) < ($1.due?.last ?? .max, $1.id)
        }
        let today = theCase.frame.asOf.last ?? .min
        let due =
            dated.filter { $0.due?.last ?? .max >= today } + dated.filter { $0.due?.last ?? .max < today }
        let undated = open.filter { $0.due == nil }.sorted {
            ($0.made?.first ?? .min, $1.id) > ($1.made?.first ?? .min, $0.id)
        }
        return (due.map { (Brief.Content.due($0), $0) } + undated.map { (.sign($0), $0) }).prefix(3).map {
            line($0.0, [($0.1.basis, $0.1.place)])
        }
    }

    private var people: [Brief.Line] {
        let told = theCase.indicators.filter { !$0.told.isEmpty }
        func isKnown(_ one: Indicator) -> Bool { one.told.contains { $0.value != .unknown } }
        return (told.filter(isKnown) + told.filter { !isKnown($0) }).prefix(3).map { one in
            line(.people(one), one.told.map { ($0.basis, $0.place) })
        }
    }

    private var open: [Brief.Line] {
        let hidden = view.limits.compactMap { limit -> Int? in
            if case .internalLeftOut(let number) = limit { number } else { nil }
        }.reduce(0, +)
        let reported = theCase.proposals.count { $0.extent == .reported }
        let told =
            reported > 0 ? [line(.throughOthers(reported, of: theCase.proposals.count), [])] : []
        return [line(.notYetAnswered, [])] + told + (hidden > 0 ? [line(.withheld(hidden), [])] : [])
    }
}
