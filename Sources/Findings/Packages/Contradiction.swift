import CaseModel
import Engines
import Numbers

extension PackageFrame {
    /// Rules that together leave no package, as few of them as taking one after the other away allows; `nil` if a package is
    /// left.
    ///
    /// No rule of the list can be spared: without any one of them there is a package.
    func contradiction() throws(PackagesProblem) -> [String]? {
        let excluding = rules.filter { $0.excludes != nil }
        guard try isEmpty(excluding) else { return nil }
        var kept = Array(excluding.indices)
        for place in excluding.indices {
            let fewer = kept.filter { $0 != place }
            if try isEmpty(fewer.map { excluding[$0] }) { kept = fewer }
        }
        return kept.map { excluding[$0].id }
    }

    /// Whether rules leave no package.
    func isEmpty(_ rules: [PackageRule]) throws(PackagesProblem) -> Bool {
        var frame = self
        frame.rules = rules
        return frontier(try frame.bargain(), over: .allowed, steps: 5_000_000)?.count == 0
    }
}
