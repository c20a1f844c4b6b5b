import CaseModel
import Numbers

/// An issue as a GENIUS file tells it, in a domain or in a profile.
struct GeniusIssue {
    enum Kind: Hashable { case discrete, integer, real }

    struct Item {
        let index: String?
        let value: String
        let evaluation: String?
        let place: Place
    }

    let index: String?
    let name: String
    let place: Place
    let kind: Kind
    var items: [Item] = []
    /// Bounds of a range, as written.
    var bounds: (low: Rational, high: Rational)?
    var evaluator: XMLElement?
    /// The weights from the root down to here, multiplied; `nil` where one is missing.
    var weight: Rational?
}

/// Takes the issues out of the tree of objectives of a GENIUS file.
struct GeniusTree {
    let log: DomainLog
    private(set) var issues: [GeniusIssue] = []

    /// - Parameters:
    ///   - root: The element `utility_space`, or the template around it.
    ///   - isWeighed: Whether the file has weights: a profile that is a sum.
    ///   - log: Told what is wrong with it.
    init(_ root: XMLElement, isWeighed: Bool, log: DomainLog) {
        self.log = log
        collect(root, weight: 1, isRoot: true, isWeighed: isWeighed)
        if issues.count > domainIssueLimit {
            log.fail(
                root.place, "there are more than \(domainIssueLimit) issues", "leave out what does not matter"
            )
            issues.removeLast(issues.count - domainIssueLimit)
        }
        checkDoubles()
    }

    private func checkDoubles() {
        var (names, indices): ([String: GeniusIssue], [String: GeniusIssue]) = ([:], [:])
        for issue in issues {
            if let other = names.updateValue(issue, forKey: issue.name) {
                log.fail(
                    issue.place, "the issue '\(issue.name)' stands here for the second time",
                    "its first place is \(other.place); give every issue a name of its own")
            }
            if let index = issue.index, let other = indices.updateValue(issue, forKey: index) {
                log.fail(
                    issue.place,
                    "the index '\(issue.index ?? "")' of '\(issue.name)' belongs to '\(other.name)'",
                    "weights are joined by index: give every issue one of its own")
            }
        }
    }

    /// Nested objectives only group issues; their weights are multiplied into those of the issues.
    private mutating func collect(_ element: XMLElement, weight: Rational?, isRoot: Bool, isWeighed: Bool) {
        let weights = Dictionary(grouping: element.children("weight")) { weight in
            weight.text("index").map { "#\($0)" } ?? weight.text("name") ?? ""
        }
        for child in element.children where ["issue", "objective", "utility_space"].contains(child.name) {
            // What stands directly below the file's root has nothing beside it to weigh against.
            let isTop = isRoot && child.name != "issue"
            let own = isTop || !isWeighed ? 1 : self.weight(of: child, weights)
            let product = own.flatMap { own in weight.map { $0 * own } }
            if child.name == "issue" {
                if let issue = issue(child, weight: product) { issues.append(issue) }
            } else {
                collect(
                    child, weight: product, isRoot: isTop && child.name == "utility_space",
                    isWeighed: isWeighed)
            }
        }
    }

    /// The weight with the same index, else one without an index and with the same name.
    private func weight(of child: XMLElement, _ known: [String: [XMLElement]]) -> Rational? {
        let name = child.text("name") ?? ""
        let weights = child.text("index").flatMap { known["#\($0)"] } ?? known[name] ?? []
        guard let weight = weights.first else {
            log.fail(
                child.place, "'\(name)' has no weight",
                "add <weight index=\"\(child.text("index") ?? "1")\" value=\"…\"/> beside it")
            return nil
        }
        if weights.count > 1 {
            log.fail(
                weights[1].place, "'\(name)' has a weight already, at \(weight.place)",
                "delete one of the two")
        }
        return number(weight, "value", "the weight of '\(name)'")
    }

    private func issue(_ element: XMLElement, weight: Rational?) -> GeniusIssue? {
        guard let name = element.text("name") else {
            log.fail(element.place, "an issue has no name", "add name=\"…\"")
            return nil
        }
        guard let kind = kind(element, name) else { return nil }
        var issue = GeniusIssue(
            index: element.text("index"), name: name, place: element.place, kind: kind, weight: weight)
        issue.evaluator = element.children("evaluator").first
        guard kind == .discrete else {
            issue.bounds = bounds(element, name)
            return issue
        }
        var known: [String: Place] = [:]
        for item in element.children("item") {
            guard let value = item.text("value") else {
                log.fail(item.place, "an item of '\(name)' has no value", "add value=\"…\"")
                continue
            }
            if let earlier = known.updateValue(item.place, forKey: value) {
                log.fail(
                    item.place, "the value '\(value)' of '\(name)' stands here for the second time",
                    "it stands at \(earlier), too; delete one of the two")
                continue
            }
            issue.items.append(
                .init(
                    index: item.text("index"), value: value, evaluation: item.text("evaluation"),
                    place: item.place))
        }
        return issue
    }

    /// Any of the three attributes may be missing; without all of them the content decides.
    private func kind(_ element: XMLElement, _ name: String) -> GeniusIssue.Kind? {
        let words = ["type", "vtype", "etype"].compactMap { element.text($0)?.lowercased() }
        guard let word = words.first(where: { $0 != "issue" }) else {
            return element.children("item").isEmpty ? .integer : .discrete
        }
        switch word {
        case "discrete": return .discrete
        case "integer": return .integer
        case "real": return .real
        default:
            log.fail(
                element.place, "the type '\(word)' of '\(name)' is not known",
                "write discrete, integer or real")
            return nil
        }
    }

    /// Either attributes of the issue or a child `range`.
    private func bounds(_ element: XMLElement, _ name: String) -> (low: Rational, high: Rational)? {
        let holder = element.children("range").first ?? element
        let low = number(holder, "lowerbound", "the lower bound of '\(name)'")
        let high = number(holder, "upperbound", "the upper bound of '\(name)'")
        guard let low, let high else { return nil }
        guard low <= high else {
            log.fail(
                holder.place, "the bounds of '\(name)' run backwards", "write the smaller one as lowerbound")
            return nil
        }
        return (low, high)
    }

    private func number(_ element: XMLElement, _ attribute: String, _ what: String) -> Rational? {
        element.domainNumber(attribute, what, log)
    }
}

extension XMLElement {
    /// The number in an attribute; complains if there is none.
    func domainNumber(_ attribute: String, _ what: String, _ log: DomainLog) -> Rational? {
        guard let text = text(attribute) else {
            log.fail(place, "\(what) is missing", "add \(attribute)=\"…\"")
            return nil
        }
        guard let number = CaseFiles.domainNumber(text) else {
            log.fail(place, "\(what) is no number: '\(text.prefix(60))'", "write 12, -0.5 or 1.5e-3")
            return nil
        }
        return number
    }
}
