import CaseModel
import Numbers

extension Cursor {
    /// An exact number.
    func number() -> Rational? {
        guard let text = text("a number") else { return nil }
        return number(text)
    }

    private func number(_ text: String) -> Rational? {
        do throws(NumberProblem) {
            return try Rational(reading: text)
        } catch {
            let hint =
                switch error {
                case .form: "write 12, -0.5 or 3/5"
                case .comma: "write a decimal point, and no marks between thousands"
                case .percent: "write 0.05 for 5 percent"
                case .digits: "at most \(Rational.digitLimit) digits"
                case .zeroDenominator: "nothing can be divided by zero"
                }
            fail("'\(text.prefix(60))' is no number", hint: hint)
            return nil
        }
    }

    /// A range `0.2..0.5`, or a single number.
    func interval() -> Interval? {
        guard let text = text("a range") else { return nil }
        guard let (low, high) = ends(of: text) else { return number(text).map { Interval($0) } }
        guard let low = number(low), let high = number(high) else { return nil }
        guard low <= high else {
            fail("the range '\(text)' runs backwards", hint: "write the smaller number first")
            return nil
        }
        return Interval(low, high)
    }

    private func ends(of text: String) -> (String, String)? {
        let scalars = Array(text.unicodeScalars)
        guard
            let dots = scalars.indices.dropLast().first(where: {
                scalars[$0] == "." && scalars[$0 + 1] == "."
            })
        else { return nil }
        func piece(_ part: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(part)) }
        return (piece(scalars[..<dots]), piece(scalars[(dots + 2)...]))
    }

    /// A number in any form: exact, a range, a point in a range, a triangle, or a level of the case.
    ///
    /// In braces `unit`, `about` and what the number rests on may stand beside it.
    func quantity() -> Quantity? { heldQuantity()?.value }

    /// A number in any form with what it rests on.
    func heldQuantity(inheriting inherited: Basis = Basis()) -> Held<Quantity>? {
        guard isMap else { return form().map { Held(Quantity($0), basis: inherited, place: place) } }
        return record("a number") { $0.heldQuantity(inheriting: inherited) }
    }

    /// A number in one word: exact, a range, or a level.
    fileprivate func form() -> Quantity.Form? {
        guard let text = text("a number") else { return nil }
        if let level = context.levels.first(where: { $0.word == text }) { return .level(text, level.range) }
        if let first = text.unicodeScalars.first, first.properties.isAlphabetic {
            let words = context.levels.map(\.word)
            let near = nearestName(to: text, among: words).map { "did you mean '\($0)'? " } ?? ""
            fail(
                "'\(text.prefix(60))' is neither a number nor a level of this case",
                hint: near
                    + (words.isEmpty
                        ? "define it under 'levels' in case.yaml"
                        : "levels: \(words.joined(separator: ", "))"))
            return nil
        }
        guard ends(of: text) != nil else { return number(text).map { .constant($0) } }
        return interval().map { .uniform($0) }
    }
}

extension Record {
    func quantity(_ key: String) -> Quantity? { value(key)?.quantity() }

    func heldQuantity(_ key: String, inheriting inherited: Basis = Basis()) -> Held<Quantity>? {
        value(key)?.heldQuantity(inheriting: inherited)
    }

    /// The number that this record is: `is`, or `point` and `range`, or `low`, `mode` and `high`.
    func heldQuantity(inheriting inherited: Basis) -> Held<Quantity>? {
        let basis = basis(inheriting: inherited)
        _ = optionalLabel("note")
        let (unit, isAbout) = (text("unit"), flag("about") ?? false)
        guard let form = quantityForm() else { return nil }
        return Held(Quantity(form, unit: unit, isAbout: isAbout), basis: basis, place: place)
    }

    private func quantityForm() -> Quantity.Form? {
        let whole = value("is")
        let (point, range) = (value("point"), value("range"))
        let (low, mode, high) = (value("low"), value("mode"), value("high"))
        switch (whole, point, range, low, mode, high) {
        case (let whole?, nil, nil, nil, nil, nil): return whole.form()
        case (nil, let point?, nil, nil, nil, nil): return point.number().map { .constant($0) }
        case (nil, nil, let range?, nil, nil, nil): return range.interval().map { .uniform($0) }
        case (nil, let point?, let range?, nil, nil, nil):
            guard let value = point.number(), let interval = range.interval() else { return nil }
            guard interval.contains(value) else {
                point.fail("the point \(value) lies outside its range", hint: "correct one of the two")
                return nil
            }
            return .pointInRange(value, interval)
        case (nil, nil, nil, let low?, let mode?, let high?):
            guard let a = low.number(), let m = mode.number(), let b = high.number() else { return nil }
            guard a <= m, m <= b else {
                low.fail("low, mode and high are not in this order", hint: "write the smallest as 'low'")
                return nil
            }
            return .triangle(low: a, mode: m, high: b)
        default:
            cursor.fail(
                "a number is expected here",
                hint: "write {point: 0.05, range: 0..0.15} or {low: 0.2, mode: 0.3, high: 0.5}")
            return nil
        }
    }

    /// A table from ids to numbers.
    func quantities(_ key: String, _ kind: Kind, inheriting inherited: Basis = Basis()) -> [String: Held<
        Quantity
    >] {
        table(key, kind) { $0.heldQuantity(inheriting: inherited) }
    }

    /// A table from ids of a kind to anything.
    func table<Value>(_ key: String, _ kind: Kind, _ read: (Cursor) -> Value?) -> [String: Value] {
        var result: [String: Value] = [:]
        for (name, cursor) in value(key)?.entries() ?? [] {
            guard let id = name.id() else { continue }
            context.registry.refer([kind], id, at: name.place)
            result[id] = read(cursor)
        }
        return result
    }
}
