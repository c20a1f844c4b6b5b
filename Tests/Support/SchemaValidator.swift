public import Foundation

/// Validates JSON against the subset of JSON Schema (2020-12) that the answers' schemas use: `type`, `enum`,
/// `pattern`, `minimum`, `maximum`, `required`, `properties`, `additionalProperties`, `items`, `anyOf`, `$ref` into `$defs`.
///
/// A keyword outside the subset is a mistake of the schema and is reported as such.
public struct SchemaValidator {
    private let schema: [String: Any]
    private static let known: Set<String> = [
        "$schema", "title", "type", "enum", "pattern", "minimum", "maximum", "required", "properties",
        "additionalProperties",
        "items", "anyOf", "$ref", "$defs",
    ]

    public init(_ json: Data) throws {
        schema = (try JSONSerialization.jsonObject(with: json) as? [String: Any]) ?? [:]
    }

    /// What does not fit, each with its path; empty if everything does.
    public func problems(in value: Any) -> [String] { check(value, schema, "$") }

    private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        var problems = schema.keys.filter { !Self.known.contains($0) }.sorted().map {
            "\(path): unknown keyword \($0)"
        }
        if let reference = schema["$ref"] as? String {
            guard let target = resolve(reference) else { return ["\(path): no \(reference)"] }
            problems += check(value, target, path)
        }
        if let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map({ [$0] }),
            !types.contains(where: { isType(value, $0) })
        {
            problems.append("\(path): not \(types.joined(separator: " or "))")
        }
        if let allowed = schema["enum"] as? [String], !allowed.contains((value as? String) ?? "") {
            problems.append("\(path): '\(value)' is not among \(allowed)")
        }
        if let pattern = schema["pattern"] as? String, let text = value as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            problems.append("\(path): '\(text)' does not match \(pattern)")
        }
        if let minimum = schema["minimum"] as? Double, let number = value as? Double, number < minimum {
            problems.append("\(path): \(value) is below \(schema["minimum"] ?? "")")
        }
        if let maximum = schema["maximum"] as? Double, let number = value as? Double, number > maximum {
            problems.append("\(path): \(value) is above \(schema["maximum"] ?? "")")
        }
        if let choices = schema["anyOf"] as? [[String: Any]],
            !choices.contains(where: { check(value, $0, path).isEmpty })
        {
            problems.append("\(path): fits none of the choices")
        }
        if let object = value as? [String: Any] { problems += checkObject(object, schema, path) }
        if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
            for (index, item) in array.enumerated() { problems += check(item, items, "\(path)[\(index)]") }
        }
        return problems
    }

    private func checkObject(_ object: [String: Any], _ schema: [String: Any], _ path: String) -> [String] {
        let required = schema["required"] as? [String] ?? []
        var problems = required.filter { object[$0] == nil }.map { "\(path): '\($0)' is missing" }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            let place = "\(path).\(key)"
            if let property = properties[key] {
                problems += check(value, property, place)
            } else if let others = schema["additionalProperties"] as? [String: Any] {
                problems += check(value, others, place)
            } else if schema["additionalProperties"] as? Bool == false {
                problems.append("\(place): not allowed")
            }
        }
        return problems
    }

    private func resolve(_ reference: String) -> [String: Any]? {
        let name = reference.split(separator: "/").last.map(String.init) ?? ""
        return (schema["$defs"] as? [String: [String: Any]])?[name]
    }

    private func isType(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": isBoolean(value)
        case "integer": value is Int && !isBoolean(value)
        case "number": value is Double && !isBoolean(value)
        default: false
        }
    }

    private func isBoolean(_ value: Any) -> Bool {
        guard let number = value as? NSNumber else { return value is Bool }
        return String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
    }
}
