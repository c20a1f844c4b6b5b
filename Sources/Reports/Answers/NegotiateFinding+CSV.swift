import CaseModel
public import Findings
import Numbers

extension NegotiateFinding {
    /// The path of the talks asked for, if it may be told; else the matrix of tactics.
    public func csv(_ words: Words) -> String {
        guard case .success(let talks) = talks else { return CSV(["round"]).text }
        let issues = talks.issues.map(\.id)
        let parties = talks.parties.map(\.id)
        if let path = talks.asked?.path {
            var table = CSV(["round", "party", "act"] + parties + issues)
            for offer in path {
                table.add(
                    [.count(offer.round), .text(offer.party), .text(offer.act.rawValue)]
                        + numbers(offer.utilities, parties.count) + choices(offer.package, issues.count))
            }
            return table.text
        }
        var table = CSV(parties.map { "\($0).tactic" } + ["agreed", "round"] + parties + issues)
        for run in talks.matrix {
            let isAgreed = run.outcome.agreement != nil
            table.add(
                run.tactics.map { .text($0.rawValue) } + [.text(isAgreed ? "yes" : "no")]
                    + [run.outcome.round.map { .count($0) } ?? .text("")]
                    + numbers(run.outcome.utilities, parties.count)
                    + choices(run.outcome.agreement, issues.count))
        }
        return table.text
    }

    private func numbers(_ values: [Rational]?, _ count: Int) -> [CSV.CSVCell] {
        values?.map { .text("\($0)") } ?? Array(repeating: .text(""), count: count)
    }

    private func choices(_ package: PackagesFinding.Package?, _ count: Int) -> [CSV.CSVCell] {
        package?.choices.map { .text($0.alternative) } ?? Array(repeating: .text(""), count: count)
    }
}
