public import CaseModel
import Engines
public import Numbers

extension SequenceFinding {
    /// A conclusion of the perspective that says which of two steps has to come first.
    public struct ConclusionAnswer: Sendable {
        public let id: String
        public let text: Label
        public let before: String
        public let after: String
        /// The steps that it is held against, those that they wait for among them.
        public let steps: [String]
        /// The least exposure once begun as the conclusion has it, and the other way round; `nil` where there is none.
        public let exposure: Rational?
        public let otherwise: Rational?
        /// Whether every order that is least exposed once begun is as it says; `nil` if that is not decided.
        public let holds: Bool?
        public let reason: Reason?
        public let basis: Basis

        /// Why a conclusion is neither borne out nor refuted, or needs no numbers.
        public enum Reason: String, Hashable, Sendable {
            /// Both ways are equally exposed.
            case tie
            /// What waits for what allows one way alone.
            case byPrecedence
            /// It names a step that is not there, or nobody gains or loses by its steps.
            case notJudged
        }
    }

    /// Two steps in the order that a conclusion expects.
    struct ExpectedOrder {
        let before: String
        let after: String

        init?(_ test: Conclusion.Test?) {
            guard let test, test.ask == "order",
                let before = test.expects.first(where: { $0.key == "before" })?.value,
                let after = test.expects.first(where: { $0.key == "after" })?.value
            else { return nil }
            (self.before, self.after) = (before, after)
        }
    }
}

extension View {
    /// The first pair of steps that a conclusion puts in order, whoever draws it.
    func disputedPair(among steps: [String]) -> (conclusion: String, pair: [String])? {
        for perspective in self.case.perspectives {
            for conclusion in perspective.conclusions {
                guard let expected = SequenceFinding.ExpectedOrder(conclusion.test),
                    steps.contains(expected.before), steps.contains(expected.after),
                    expected.before != expected.after
                else { continue }
                return ("\(perspective.id).\(conclusion.id)", [expected.before, expected.after])
            }
        }
        return nil
    }

    /// The conclusions of the perspective about orders, held against the steps that each names.
    func conclusions(_ choices: SequenceFinding.Choices) -> [SequenceFinding.ConclusionAnswer] {
        guard let id = viewpoint.perspective, let perspective = self.case.perspective(id) else { return [] }
        return perspective.conclusions.compactMap { conclusion in
            guard let test = conclusion.test, let expected = SequenceFinding.ExpectedOrder(test) else {
                return nil
            }
            let names = test.under.map { text in text.split { $0 == "," || $0.isWhitespace }.map(String.init)
            }
            let trial = try? OrderTrial(self.case, names, expected, choices)
            return SequenceFinding.ConclusionAnswer(conclusion, expected, trial)
        }
    }
}

/// Two ways to order two steps among those that a conclusion names.
private struct OrderTrial {
    let steps: [String]
    let exposures: [Rational?]
    let isPossible: [Bool]

    init(
        _ theCase: Case, _ names: [String]?, _ expected: SequenceFinding.ExpectedOrder,
        _ choices: SequenceFinding.Choices
    ) throws(SequenceProblem) {
        let selection = try StepSelection(theCase, names.map { .named($0) } ?? .all)
        // Discounts of parties that these steps do not touch are of no account here.
        var own = choices
        let steps = selection.taken.map(\.step)
        let named = Set(steps.flatMap { $0.by + $0.numbered })
        own.discounts = choices.discounts.filter { named.contains($0.key) }
        let frame = try SequenceFrame(steps, theCase, own)
        let known = theCase.steps.map(\.id)
        let first = try frame.place(expected.before, known: known)
        let second = try frame.place(expected.after, known: known)
        if first == second { throw .sameStep(expected.before) }
        self.steps = steps.map(\.id)
        let plans = [try frame.plan(first, before: second), try frame.plan(second, before: first)]
        isPossible = plans.map { $0 != nil }
        var exposures: [Rational?] = []
        for plan in plans {
            guard let plan else {
                exposures.append(nil)
                continue
            }
            let search = try frame.search(plan)
            exposures.append(
                try frame.asked { () throws(StepProblem) in
                    try search.leastExposure(under: frame.guarantee, over: .onceBegun).value
                })
        }
        self.exposures = exposures
    }
}

extension SequenceFinding.ConclusionAnswer {
    fileprivate init(
        _ conclusion: Conclusion, _ expected: SequenceFinding.ExpectedOrder, _ trial: OrderTrial?
    ) {
        (id, text, basis) = (conclusion.id, conclusion.text, conclusion.basis)
        (before, after, steps) = (expected.before, expected.after, trial?.steps ?? [])
        (exposure, otherwise) = (trial?.exposures[0] ?? nil, trial?.exposures[1] ?? nil)
        guard let trial else {
            (holds, reason) = (nil, .notJudged)
            return
        }
        if let possible = trial.isPossible.firstIndex(of: false) {
            (holds, reason) = (possible == 1, .byPrecedence)
        } else if let exposure, let otherwise, exposure != otherwise {
            (holds, reason) = (exposure < otherwise, nil)
        } else {
            (holds, reason) = (nil, .tie)
        }
    }
}
