import CaseModel
import Numbers

/// The hyper-rectangles of a non-linear GENIUS profile.
///
/// A utility is the sum of what the satisfied ones are worth, over `maxutility`. A rectangle is satisfied when every
/// `INCLUDES` holds the issue's number within its bounds and every `EXCLUDES` outside of them.
///
/// - Source: Ito, Hattori & Klein, *Multi-issue negotiation protocol for agents: exploring nonlinear utility spaces*
///   (IJCAI 2007), for the model.
struct GeniusBoxes {
    let root: XMLElement
    let domain: [BargainingDomain.Issue]
    let template: [GeniusIssue]
    let log: DomainLog
    /// The numbers of each issue; `nil` where a value is none.
    private let numbers: [[Rational]?]

    init(
        root: XMLElement, domain: [BargainingDomain.Issue], template: [GeniusIssue], log: DomainLog
    ) {
        (self.root, self.domain, self.template, self.log) = (root, domain, template, log)
        numbers = domain.map { issue in
            let numbers = issue.numbers.compactMap(\.self)
            return numbers.count == issue.values.count ? numbers : nil
        }
    }

    func read() -> [BargainingDomain.Box] {
        guard let utility = root.descendants("utility").first else {
            log.fail(
                root.place, "the profile has no 'utility'",
                "a non-linear profile holds <utility maxutility=\"…\">")
            return []
        }
        guard let most = utility.domainNumber("maxutility", "maxutility", log) else { return [] }
        guard most > 0 else {
            log.fail(utility.place, "maxutility is not above zero", "write what the best outcome is worth")
            return []
        }
        let functions = utility.descendants("ufun")
        return functions.flatMap { function -> [BargainingDomain.Box] in
            let aggregation = function.text("aggregation")?.lowercased() ?? "sum"
            guard aggregation == "sum" else {
                log.fail(
                    function.place, "the aggregation '\(aggregation)' cannot be read",
                    "only sums are additive")
                return []
            }
            let weight =
                function.text("weight") == nil ? 1 : function.domainNumber("weight", "the weight", log) ?? 1
            return function.descendants("hyperRectangle").compactMap { box($0, weight / most) }
        }
    }

    private func box(_ element: XMLElement, _ share: Rational) -> BargainingDomain.Box? {
        guard let utility = element.domainNumber("utility", "the utility of a rectangle", log) else {
            return nil
        }
        var allowed: [Int: Set<Int>] = [:]
        for bound in element.children {
            let isIncluding = bound.name == "INCLUDES"
            guard isIncluding || bound.name == "EXCLUDES" else {
                log.fail(bound.place, "'\(bound.name)' is no bound", "write INCLUDES or EXCLUDES")
                continue
            }
            guard let (issue, inside) = inside(bound) else { continue }
            let all = Set(domain[issue].values.indices)
            allowed[issue] = (allowed[issue] ?? all).intersection(
                isIncluding ? inside : all.subtracting(inside))
        }
        return .init(allowed: allowed, adds: utility * share)
    }

    /// The issue of a bound and the values within it.
    private func inside(_ bound: XMLElement) -> (Int, Set<Int>)? {
        let index = bound.text("index") ?? ""
        guard let issue = template.firstIndex(where: { $0.index == index }) else {
            let known = template.compactMap(\.index).joined(separator: ", ")
            log.fail(bound.place, "there is no issue with the index '\(index)'", "indices: \(known)")
            return nil
        }
        let name = domain[issue].name
        let low = bound.domainNumber("min", "the lower bound on '\(name)'", log)
        let high = bound.domainNumber("max", "the upper bound on '\(name)'", log)
        guard let low, let high else { return nil }
        guard let numbers = numbers[issue] else {
            log.fail(
                bound.place, "'\(name)' has values that are no numbers", "a rectangle is a range of numbers")
            return nil
        }
        return (issue, Set(numbers.indices.filter { low <= numbers[$0] && numbers[$0] <= high }))
    }
}
