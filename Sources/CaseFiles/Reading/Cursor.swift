import CaseModel
import Numbers

/// What readers of one case share: the log, the ids, and what the frame says about the others.
final class ReadingContext {
    let log = ProblemLog()
    let registry = Registry()
    /// The language of plain labels.
    var language = Language.en
    var levels: [Case.Level] = []
    /// Every citation with its place.
    var citations: [(citation: Citation, place: Place)] = []
    /// Issues whose order is used in a comparison, and whether with a number.
    var orderedUses: [(issue: String, withNumber: Bool, place: Place)] = []
}

/// A node of a file with everything a reader needs: readers never touch the tree itself.
struct Cursor {
    let tree: Tree
    let file: String
    let context: ReadingContext

    var place: Place { Place(file: file, line: tree.line, column: tree.column) }

    func at(_ tree: Tree) -> Cursor { Cursor(tree: tree, file: file, context: context) }

    func fail(_ message: String, hint: String? = nil, detail: [String] = []) {
        context.log.add(Problem(place, message, hint: hint, detail: detail))
    }

    func warn(_ message: String, hint: String? = nil) {
        context.log.add(Problem(place, message, hint: hint, severity: .warning))
    }

    /// The scalar's text, or `nil` without a complaint.
    var scalar: String? {
        if case .scalar(let text, _) = tree.body { text } else { nil }
    }

    var isMap: Bool {
        if case .map = tree.body { true } else { false }
    }

    var isList: Bool {
        if case .list = tree.body { true } else { false }
    }

    /// The scalar's text; complains if the node is none.
    func text(_ what: String = "a text") -> String? {
        guard let scalar else {
            fail("\(what) is expected here, not a \(isList ? "list" : "mapping")", hint: "write \(what)")
            return nil
        }
        return scalar
    }

    /// The items of a list; complains if the node is none.
    func items(_ what: String = "a list") -> [Cursor] {
        guard case .list(let items) = tree.body else {
            fail("\(what) is expected here", hint: "write '[…]', or one '- …' per line")
            return []
        }
        return items.map(at)
    }

    /// One item or a list of them.
    var oneOrMore: [Cursor] { isList ? items() : [self] }

    /// The entries of a mapping with free keys.
    func entries(_ what: String = "a mapping") -> [(key: Cursor, value: Cursor)] {
        guard case .map(let entries) = tree.body else {
            fail("\(what) is expected here", hint: "write 'key: value'")
            return []
        }
        return entries.map { (at($0.key), at($0.value)) }
    }

    /// Reads a mapping with known keys; keys that `read` never asked for are reported with the nearest known name.
    ///
    /// A `note` may stand anywhere.
    func record<Value>(_ what: String, _ read: (Record) -> Value?) -> Value? {
        guard case .map(let entries) = tree.body else {
            fail(
                "\(what) is expected here, with its keys",
                hint: "write 'key: value', one per line or in braces")
            return nil
        }
        let record = Record(self, what, entries)
        let value = read(record)
        record.reportUnknown()
        return value
    }

    /// Reads a list of mappings.
    func records<Value>(_ what: String, _ read: (Record) -> Value?) -> [Value] {
        let article = "aeiou".contains(what.first ?? " ") ? "an" : "a"
        return items("a list of \(what)s").compactMap { $0.record("\(article) \(what)", read) }
    }
}

/// A mapping with known keys. Asking for a key makes it known, so there is one list of keys: the reader itself.
final class Record {
    let cursor: Cursor
    private let what: String
    private let entries: [(key: Tree, value: Tree)]
    private var known: [String] = []

    init(_ cursor: Cursor, _ what: String, _ entries: [(key: Tree, value: Tree)]) {
        (self.cursor, self.what, self.entries) = (cursor, what, entries)
    }

    var place: Place { cursor.place }
    var context: ReadingContext { cursor.context }

    func value(_ key: String) -> Cursor? {
        if !known.contains(key) { known.append(key) }
        return entries.first { entry in
            if case .scalar(let text, _) = entry.key.body { text == key } else { false }
        }.map { cursor.at($0.value) }
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> Cursor? {
        if let value = value(key) { return value }
        cursor.fail("\(what) needs '\(key)'", hint: "add '\(key): …'")
        return nil
    }

    /// Makes keys known that only some forms of the record read.
    func allow(_ keys: String...) { known += keys.filter { !known.contains($0) } }

    func has(_ key: String) -> Bool { value(key) != nil }

    fileprivate func reportUnknown() {
        for (key, _) in entries {
            let place = cursor.at(key)
            guard let name = place.scalar else {
                place.fail("a key must be a word", hint: "write 'key: value'")
                continue
            }
            guard !known.contains(name), name != "note" else { continue }
            let near = nearestName(to: name, among: known)
            place.fail(
                "\(what) has no key '\(name)'",
                hint: near.map { "did you mean '\($0)'?" } ?? "known keys: \(known.joined(separator: ", "))")
        }
    }
}
