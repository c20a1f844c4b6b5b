import CaseModel
import Numbers

/// How files of other programs are walked: keys that are not asked for are passed over.
extension Cursor {
    /// The value of a key; `nil` if it is missing or says that there is none.
    func child(_ key: String) -> Cursor? {
        guard case .map(let entries) = tree.body else { return nil }
        for entry in entries {
            guard case .scalar(key, _) = entry.key.body else { continue }
            return entry.value.isNothing ? nil : at(entry.value)
        }
        return nil
    }

    /// The same under the first of several spellings that is there.
    func child(anyOf keys: String...) -> Cursor? {
        for key in keys { if let found = child(key) { return found } }
        return nil
    }

    func needed(_ key: String, _ what: String) -> Cursor? {
        if let found = child(key) { return found }
        fail("\(what) needs '\(key)'", hint: "add '\(key)'")
        return nil
    }

    /// A name with single blanks.
    func domainName(_ what: String) -> String? {
        guard let text = text(what) else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.isEmpty { fail("\(what) is empty", hint: "write a name") }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// An exact number; complains about everything else, infinite ones too.
    func domainNumber(_ what: String) -> Rational? {
        guard let text = text(what) else { return nil }
        if let number = CaseFiles.domainNumber(text) { return number }
        fail("\(what) is no number: '\(text.prefix(60))'", hint: "write 12, -0.5 or 1.5e-3")
        return nil
    }

    /// The class that a file names, without its modules.
    var className: String? {
        child(anyOf: "type", "__python_class__")?.scalar.flatMap { name in
            name.split(separator: ".").last.map(String.init)
        }
    }

    /// The last part of a name that may be a path on another machine.
    var nameWithoutPath: String? {
        scalar?.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { name in
            name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}

extension BargainingDomain.Issue {
    /// Numbers of values; `nil` where one is none.
    var numbers: [Rational?] { values.map { $0.number ?? domainNumber($0.name) } }
}

/// Finds values of an issue by name, else by number: `1` and `1.0` are one, and keys of JSON are texts.
struct ValueLookup {
    private let byName: [String: Int]
    private let byNumber: [Rational: Int]

    init(_ issue: BargainingDomain.Issue) {
        byName = Dictionary(issue.values.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let numbers = issue.numbers.enumerated().compactMap { index, number in number.map { ($0, index) } }
        byNumber = Dictionary(numbers) { first, _ in first }
    }

    func position(of text: String) -> Int? {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return byName[name] ?? domainNumber(name).flatMap { byNumber[$0] }
    }
}
