public import Numbers

/// A JSON value whose keys stay in order, printed by our own hand so that the same answer gives the same bytes.
public indirect enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A measured number, at most 9 significant digits.
    case measured(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// One key with its value.
    public struct Member: Hashable, Sendable {
        public let key: String
        public let value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// An exact number as a string in lowest terms.
    public static func exact(_ value: Rational) -> JSON { .string("\(value)") }

    /// A range as `{"low", "high"}`.
    public static func range(_ interval: Interval) -> JSON {
        .object([Member("low", exact(interval.low)), Member("high", exact(interval.high))])
    }

    public static func strings(_ items: [String]) -> JSON { .array(items.map { .string($0) }) }

    /// The text with two blanks of indentation per level and a line break at the end.
    public var text: String {
        var out = ""
        write(to: &out, indent: 0)
        return out + "\n"
    }

    private func write(to out: inout String, indent: Int) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .integer(let value): out += String(value)
        case .measured(let value): out += NumberFormat.json(value)
        case .string(let value): Self.quote(value, to: &out)
        case .array(let items):
            Self.wrap(items, "[", "]", &out, indent) { item, out in item.write(to: &out, indent: indent + 2) }
        case .object(let members):
            Self.wrap(members, "{", "}", &out, indent) { member, out in
                Self.quote(member.key, to: &out)
                out += ": "
                member.value.write(to: &out, indent: indent + 2)
            }
        }
    }

    private static func wrap<Item>(
        _ items: [Item], _ open: String, _ close: String, _ out: inout String, _ indent: Int,
        _ body: (Item, inout String) -> Void
    ) {
        guard !items.isEmpty else {
            out += open + close
            return
        }
        out += open
        for (index, item) in items.enumerated() {
            out += (index == 0 ? "\n" : ",\n") + String(repeating: " ", count: indent + 2)
            body(item, &out)
        }
        out += "\n" + String(repeating: " ", count: indent) + close
    }

    private static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                let code = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
