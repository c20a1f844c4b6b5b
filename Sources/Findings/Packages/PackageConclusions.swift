public import CaseModel
import Engines
import Numbers

extension PackagesFinding {
    /// A conclusion of the perspective that says something about packages, held against them.
    public struct ConclusionAnswer: Sendable {
        public let id: String
        public let text: Label
        public let expects: Expectation
        public let under: Formula?
        /// How many packages meet the condition and are acceptable at the points.
        public let acceptable: Count
        /// Whether that is as the conclusion says; `nil` where nothing is acceptable in any case, or the condition is not
        /// decided by these issues.
        public let holds: Bool?
        public let reason: Reason?
        public let basis: Basis
    }

    public enum Expectation: String, Hashable, Sendable { case empty, nonEmpty }

    /// Why a conclusion is neither borne out nor refuted.
    public enum Reason: String, Hashable, Sendable {
        /// Nothing is acceptable at all, so that an empty part says nothing.
        case nothingAcceptable
        /// The condition speaks of issues outside the package.
        case otherIssues
        /// Rules in force leave no such package, whatever anybody wants: the conclusion is put in, not found.
        case byRules
    }
}

extension PackageFrame {
    func conclusions(
        _ view: View, _ choices: PackagesFinding.Choices
    ) throws(PackagesProblem) -> [PackagesFinding.ConclusionAnswer] {
        guard let id = view.viewpoint.perspective, let perspective = view.case.perspective(id) else {
            return []
        }
        let book = RuleBook(view.case, issues, space, view.case.packages!, view, choices.leftOut)
        let all = counted(try bargain(), .acceptable, choices.seed)
        var answers: [PackagesFinding.ConclusionAnswer] = []
        for conclusion in perspective.conclusions {
            guard let test = conclusion.test, test.ask == "packages", let expects = test.expectation else {
                continue
            }
            var (count, reason): (PackagesFinding.Count, PackagesFinding.Reason?) = (all, nil)
            if let under = test.condition {
                if let condition = try book.condition(conclusion, outside: under) {
                    var frame = self
                    frame.rules += [condition]
                    let inside = try frame.bargain()
                    count = counted(inside, .acceptable, choices.seed)
                    let left = frontier(inside, over: .allowed)
                    if expects == .empty, left?.count == 0 { reason = .byRules }
                } else {
                    reason = .otherIssues
                }
                if all.isZero, reason == nil { reason = .nothingAcceptable }
            }
            answers.append(
                .init(
                    id: conclusion.id, text: conclusion.text, expects: expects, under: test.condition,
                    acceptable: count,
                    holds: reason == nil || reason == .byRules ? count.isZero == (expects == .empty) : nil,
                    reason: reason, basis: conclusion.basis))
        }
        return answers
    }
}

extension Conclusion.Test {
    fileprivate var expectation: PackagesFinding.Expectation? {
        let keys = expects.map(\.key)
        return keys.contains("empty")
            ? .empty : keys.contains("nonEmpty") || keys.contains("contains") ? .nonEmpty : nil
    }
}
