public import CaseModel
import Engines

extension SequenceFinding {
    /// A step that is taken.
    public struct TakenStep: Hashable, Sendable {
        public let step: Step
        public let reason: Reason

        public var id: String { step.id }
    }

    /// Why a step is taken.
    public enum Reason: Hashable, Sendable {
        /// All are.
        case all
        /// It belongs to every settlement.
        case always
        /// Its condition holds.
        case holds
        case named
        /// These steps wait for it.
        case neededBy([String])
    }

    /// A step that is left out.
    public struct LeftOutStep: Hashable, Sendable {
        public let step: Step
        public let reason: LeftOutReason
    }

    public enum LeftOutReason: Hashable, Sendable {
        case notNamed
        /// The draft or package settles its issues otherwise.
        case otherwise
        /// Whether it belongs to it hangs on these issues, which are open there.
        case open([String])
    }
}

/// Which steps of a case are taken, and why.
struct StepSelection: Sendable {
    private(set) var taken: [SequenceFinding.TakenStep] = []
    private(set) var leftOut: [SequenceFinding.LeftOutStep] = []

    init(_ theCase: Case, _ choice: SequenceFinding.StepChoice) throws(SequenceProblem) {
        let known = theCase.steps.map(\.id)
        var reasons: [String: SequenceFinding.Reason] = [:]
        var out: [String: SequenceFinding.LeftOutReason] = [:]
        switch choice {
        case .all: for id in known { reasons[id] = .all }
        case .named(let names):
            for name in names {
                guard known.contains(name) else { throw .unknownStep(name, known: known) }
                reasons[name] = .named
            }
        case .draft, .package:
            let (agenda, row) = try Self.row(theCase, choice)
            for step in theCase.steps {
                switch Self.belonging(of: step, agenda, row) {
                case .takes(let reason): reasons[step.id] = reason
                case .leaves(let reason): out[step.id] = reason
                }
            }
        }
        addNeeds(of: theCase.steps, to: &reasons)
        for step in theCase.steps {
            if let reason = reasons[step.id] {
                taken.append(.init(step: step, reason: reason))
            } else {
                leftOut.append(.init(step: step, reason: out[step.id] ?? .notNamed))
            }
        }
        if taken.isEmpty { throw .nothingTaken }
    }

    /// What taken steps wait for comes along, and what that waits for.
    private func addNeeds(of steps: [Step], to reasons: inout [String: SequenceFinding.Reason]) {
        var (waiting, names) = (steps.map(\.id).filter { reasons[$0] != nil }, [String: [String]]())
        while let id = waiting.popLast() {
            for need in steps.first(where: { $0.id == id })?.after ?? [] {
                if reasons[need] == nil {
                    reasons[need] = .neededBy([])
                    waiting.append(need)
                }
                if case .neededBy = reasons[need] { names[need, default: []].append(id) }
            }
        }
        for (need, ids) in names {
            reasons[need] = .neededBy(steps.map(\.id).filter(ids.contains))
        }
    }

    /// What a draft or package says on every issue.
    private static func row(
        _ theCase: Case, _ choice: SequenceFinding.StepChoice
    ) throws(SequenceProblem) -> (CodedAgenda, [CodedTerm]) {
        let agenda = CodedAgenda(theCase)
        guard case .package(let choices) = choice else {
            guard case .draft(let id) = choice, let place = agenda.drafts.firstIndex(where: { $0.id == id })
            else {
                let name = if case .draft(let id) = choice { id } else { "" }
                throw .unknownDraft(name, known: agenda.drafts.map(\.id))
            }
            return (agenda, agenda.rows[place])
        }
        var settled: [(issue: String, alternative: Int)] = []
        for (name, alternative) in choices.sorted(by: { $0.key < $1.key }) {
            guard let issue = theCase.issue(name), issue.isNegotiable else {
                throw .unknownIssue(name, known: theCase.issues.filter(\.isNegotiable).map(\.id))
            }
            guard let index = issue.index(of: alternative) else {
                throw .unknownAlternative(alternative, issue: name, known: issue.alternatives.map(\.id))
            }
            settled.append((name, index))
        }
        return (agenda, agenda.row(of: settled))
    }

    private enum Belonging {
        case takes(SequenceFinding.Reason)
        case leaves(SequenceFinding.LeftOutReason)
    }

    private static func belonging(of step: Step, _ agenda: CodedAgenda, _ row: [CodedTerm]) -> Belonging {
        guard let when = step.when else { return .takes(.always) }
        switch agenda.verdict(when, row) {
        case .bears: return .takes(.holds)
        case .bearsNot: return .leaves(.otherwise)
        case .open(let ambiguous, let unsaid): return .leaves(.open(ambiguous + unsaid))
        case .notAddressed, .notJudged:
            let issues = agenda.condition(when)?.issues.map { agenda.issues[$0].id } ?? []
            return .leaves(.open(issues))
        }
    }
}
