public import CaseModel
import Engines
import Numbers

/// How talks would run with set tactics, what a first step costs, what a mediator makes of a text, and who moved in the record.
///
/// Runs of stylised tactics, no forecast: nobody in a case is said to negotiate so.
public struct NegotiateFinding: Finding {
    public let question = Question.negotiate
    public let perspective: String?
    public let choices: Choices
    /// Or why there are none.
    public let talks: Result<Talks, NotAnswerable>
    public let record: Record
    /// All actors and issues, for their names.
    public let actors: [Actor]
    public let agenda: [Agenda.Issue]
    /// Whether reservations, and what follows from them at once, stay in the house.
    public let withholds: Bool
    public let restsOn: Support
    public let method = Method.alternatingOffers
    public let limits: [Limit]
    public let passages: PassageBook

    /// Asks the question of a view.
    ///
    /// - Throws: ``NotAnswerable`` if the question names what is not there, if the case contradicts itself, or if it tells neither
    ///   what packages are worth nor dated positions on ordered issues.
    public init(of view: View, _ choices: Choices = Choices()) throws(NotAnswerable) {
        try view.require(.negotiate, [])
        let reading = RecordReading(view.case)
        record = reading.record()
        (self.choices, perspective) = (choices, view.viewpoint.perspective)
        (actors, agenda) = (view.case.actors, view.case.issues)
        let played: (talks: Talks, frame: PackageFrame)?
        do throws(NotAnswerable) {
            let found = try Self.talks(view, choices)
            (talks, played) = (.success(found.talks), found)
        } catch {
            guard !error.isOfQuestion, !record.voices.isEmpty, choices.tactics.isEmpty else {
                throw record.voices.isEmpty ? error.addingDatedStatements : error
            }
            (talks, played) = (.failure(error), nil)
        }
        withholds = played?.frame.withholds(view) ?? false
        let grounds =
            played.map { played in
                played.frame.parties.flatMap(\.bases) + played.frame.rules.map { ($0.basis, $0.place) }
            } ?? []
        restsOn = Support(grounds + reading.grounds, taking: view.seen.take.sources)
        passages = view.passages
        limits =
            Self.limits(played, record, choices, withholds: withholds) + restsOn.limits(passages)
            + view.limits
    }

    private static func talks(
        _ view: View, _ choices: Choices
    ) throws(NotAnswerable) -> (talks: Talks, frame: PackageFrame) {
        func refused(_ problem: NegotiateProblem) -> NotAnswerable {
            let place = problem.isOfQuestion ? nil : view.case.packages?.place
            let missing: NotAnswerable.Missing =
                if case .packages(let inner) = problem { .package(inner, place) } else {
                    .negotiate(problem, place)
                }
            return NotAnswerable(
                question: .negotiate, perspective: view.viewpoint.perspective, missing: [missing])
        }
        try view.require(.negotiate, view.case.packages == nil ? [.packages] : [])
        do throws(NegotiateProblem) {
            let frame = try PackageFrame.fitted(view, choices.packages)
            let play = try TalksPlay(frame, choices, withholds: frame.withholds(view))
            return (
                Talks(
                    issues: frame.issues,
                    parties: frame.parties.map { .init($0, showsInternal: view.showsInternal) },
                    parameters: frame.parameters, baseline: frame.baseline, packages: play.table.count,
                    hasAcceptable: play.points.acceptable.map { $0.count > 0 }, matrix: play.matrix,
                    asked: play.asked, goodwill: play.goodwill,
                    mediation: try play.mediation(view.case)), frame
            )
        } catch {
            throw refused(error)
        }
    }

    private static func limits(
        _ played: (talks: Talks, frame: PackageFrame)?, _ record: Record, _ choices: Choices, withholds: Bool
    ) -> [Limit] {
        var limits: [Limit] = []
        if let (talks, frame) = played {
            limits.append(.stylisedTactics)
            if withholds { limits.append(.internalRuns) }
            if talks.packages > choices.rounds {
                limits.append(.slowDescent(packages: talks.packages, rounds: choices.rounds))
            }
            if frame.allowance.wasCutShort { limits.append(.sweepsCutShort) }
            if !frame.rounded.isEmpty { limits.append(.roundedNumbers(of: frame.rounded)) }
        }
        if record.pairs.contains(where: { $0.tests != nil }) { limits.append(.movesTakenAsIndependent) }
        let sided = record.voices.flatMap(\.moves).count(where: \.isPoleOfSide)
        return sided > 0 ? limits + [.polesBySide(moves: sided)] : limits
    }
}

extension PackageFrame {
    fileprivate static func fitted(
        _ view: View, _ choices: PackagesFinding.Choices
    ) throws(NegotiateProblem) -> PackageFrame {
        do throws(PackagesProblem) {
            return try PackageFrame(view, choices).fitted()
        } catch {
            throw .packages(error)
        }
    }

    /// Whether how far some party would go stays in the house.
    fileprivate func withholds(_ view: View) -> Bool {
        !view.showsInternal && parties.contains { $0.audience != .public }
    }
}

extension NotAnswerable {
    /// Whether the question names something wrong, and the case is as it may be.
    fileprivate var isOfQuestion: Bool {
        missing.contains { one in
            switch one {
            case .package(let problem, _): problem.isOfQuestion
            case .negotiate(let problem, _): problem.isOfQuestion
            default: false
            }
        }
    }

    /// Of a case that tells nothing of packages, dated statements would have said something, too.
    fileprivate var addingDatedStatements: NotAnswerable {
        missing == [.packages]
            ? NotAnswerable(
                question: question, perspective: perspective, missing: missing + [.datedStatements]) : self
    }
}
