import CaseModel
import Numbers

/// Reads one utility function of negmas: a sum over the issues in their order, or hyper-rectangles.
///
/// Weights and values are taken as they are. A discount around the function is kept and not applied. A function that is
/// given as program text is refused.
struct NegmasUtility {
    let issues: [BargainingDomain.Issue]
    let log: DomainLog

    private static let additive = "LinearAdditiveUtilityFunction"
    private static let boxes = "HyperRectangleUtilityFunction"
    private static let discounts: Set<String> = ["ExponentialDiscUFun", "LinDiscUFun", "LinearDiscUFun"]

    static func isKnown(_ name: String) -> Bool {
        name == additive || name == boxes || discounts.contains(name)
    }

    func party(_ body: Cursor, name: String) -> BargainingDomain.Party {
        var party = BargainingDomain.Party(name: name, place: body.place)
        var inner = body
        var depth = 0
        while let kind = inner.className, Self.discounts.contains(kind), depth < Tree.depthLimit {
            if let factor = inner.child("discount")?.domainNumber("the discount") {
                log.noteDiscount(factor, inner.place)
                party.discount = factor
            }
            guard let next = inner.needed("ufun", "a discounted function") else { break }
            (inner, depth) = (next, depth + 1)
        }
        if let own = (body.child("name") ?? inner.child("name"))?.nameWithoutPath, !own.isEmpty {
            party.name = own
        }
        party.constant = inner.child("bias")?.domainNumber("the bias") ?? 0
        switch inner.className {
        case Self.additive: readSum(inner, into: &party)
        case Self.boxes: NegmasBoxes(issues: issues).read(inner, into: &party)
        case let kind:
            if depth == 0 || kind != nil {
                inner.fail("'\(kind ?? "")' cannot be read", hint: "write \(Self.additive) or \(Self.boxes)")
            }
            NegmasBoxes(issues: issues).makeEmpty(&party)
        }
        party.reservation = reservation(inner, body, party)
        return party
    }

    private func readSum(_ body: Cursor, into party: inout BargainingDomain.Party) {
        let weights = body.child("weights").map { inOrder($0, "weights") }
        if weights == nil { body.warn("the function has no weights", hint: "each issue weighs 1") }
        let values = body.needed("values", "the function").map { inOrder($0, "values") }
        for (position, issue) in issues.enumerated() {
            party.weights.append(weights.map { $0[position]?.domainNumber("a weight") ?? 0 } ?? 1)
            let function = values?[position] ?? nil
            party.values.append(
                function.flatMap { self.values($0, of: issue) } ?? issue.values.map { _ in 0 })
        }
    }

    /// One entry per issue: a list in the order of the issues, or a mapping by their names.
    private func inOrder(_ cursor: Cursor, _ what: String) -> [Cursor?] {
        if cursor.isMap { return issues.map { cursor.needed($0.name, "'\(what)'") } }
        let items = cursor.items("a list of \(what)")
        if items.count != issues.count {
            cursor.fail(
                "\(items.count) \(what) stand here for \(issues.count) issues", hint: "write one per issue")
        }
        return issues.indices.map { items.indices.contains($0) ? items[$0] : nil }
    }

    private func values(_ body: Cursor, of issue: BargainingDomain.Issue) -> [Rational]? {
        func number(_ key: String, _ standard: Rational?) -> Rational? {
            guard body.child(key) != nil || standard == nil else { return standard }
            return body.needed(key, "the function")?.domainNumber("'\(key)'")
        }
        switch body.className {
        case "TableFun", nil:
            return table(
                body.className == nil ? body.child("mapping") ?? body : body.needed("mapping", "a table"),
                issue)
        case "ConstFun": return number("bias", nil).map { constant in issue.values.map { _ in constant } }
        case "IdentityFun": return line(1, 0, issue, body)
        case "LinearFun": return number("slope", nil).flatMap { line($0, 0, issue, body) }
        case "AffineFun":
            guard let slope = number("slope", nil), let bias = number("bias", 0) else { return nil }
            return line(slope, bias, issue, body)
        case "LambdaFun":
            body.fail("'LambdaFun' is program text, which is never run", hint: "write it as a TableFun")
            return nil
        case let kind?:
            body.fail("the function '\(kind)' cannot be read", hint: "write TableFun, AffineFun or LinearFun")
            return nil
        }
    }

    private func table(_ mapping: Cursor?, _ issue: BargainingDomain.Issue) -> [Rational]? {
        guard let mapping else { return nil }
        let lookup = ValueLookup(issue)
        var numbers: [Int: Rational] = [:]
        for (key, value) in mapping.entries("a table of values") {
            guard let text = key.scalar, let position = lookup.position(of: text) else {
                key.fail("'\(issue.name)' has no value '\(key.scalar ?? "")'", hint: "correct the name")
                continue
            }
            numbers[position] = value.domainNumber("a value")
        }
        for (position, value) in issue.values.enumerated() where numbers[position] == nil {
            mapping.fail(
                "the value '\(value.name)' of '\(issue.name)' is missing", hint: "add it to the table")
        }
        return issue.values.indices.map { numbers[$0] ?? 0 }
    }

    private func line(
        _ slope: Rational, _ bias: Rational, _ issue: BargainingDomain.Issue, _ body: Cursor
    ) -> [Rational]? {
        let numbers = issue.numbers.compactMap(\.self)
        guard numbers.count == issue.values.count else {
            body.fail(
                "'\(issue.name)' has values that are no numbers", hint: "write the values as a TableFun")
            return nil
        }
        return numbers.map { slope * $0 + bias }
    }

    private func reservation(
        _ inner: Cursor, _ outer: Cursor, _ party: BargainingDomain.Party
    ) -> BargainingDomain.Reservation {
        if let outcome = outer.child("reserved_outcome") ?? inner.child("reserved_outcome") {
            let chosen = inOrder(outcome, "reserved values").enumerated().map { position, cursor -> Int? in
                guard let text = cursor?.scalar else { return nil }
                if let found = ValueLookup(issues[position]).position(of: text) { return found }
                cursor?.fail("'\(issues[position].name)' has no value '\(text)'", hint: "correct the name")
                return nil
            }
            let package = chosen.compactMap(\.self)
            return package.count == issues.count ? .package(package) : .unknown
        }
        let value = outer.child("reserved_value") ?? inner.child("reserved_value")
        let isInfinite = ["-.inf", "-.Inf", "-.INF", "-inf", "-Infinity"].contains(value?.scalar ?? "")
        guard let value, !isInfinite else {
            log.noteNoReservation(party.name, outer.place)
            return .unknown
        }
        return value.domainNumber("the reserved value").map { .utility($0) } ?? .unknown
    }
}
