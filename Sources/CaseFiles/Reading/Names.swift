import CaseModel

/// What an id may look like: `[a-z][a-z0-9]*(-[a-z0-9]+)*`, at most 40 characters.
enum Names {
    static let lengthLimit = 40

    /// Words of the grammar and of the format, which would be ambiguous as ids.
    static let reserved: Set<String> = [
        "not", "and", "or", "if", "iff", "in", "all", "any", "none", "base", "own", "silent", "unreported",
    ]

    static func isForm(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= lengthLimit
        else { return false }
        var wasHyphen = false
        for byte in text.utf8 {
            let isHyphen = byte == UInt8(ascii: "-")
            guard isHyphen || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) else {
                return false
            }
            if isHyphen, wasHyphen { return false }
            wasHyphen = isHyphen
        }
        return !wasHyphen
    }

    /// A well-formed id that means the same, if there is one.
    static func repaired(_ text: String) -> String? {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let id = words.joined(separator: "-")
        return isForm(id) && !reserved.contains(id) ? id : nil
    }
}

extension Cursor {
    /// An id, in its form and not a reserved word; alternatives may be reserved words, because they are looked up
    /// only inside their issue.
    func id(allowingReserved: Bool = false) -> String? {
        guard let text = text("an id") else { return nil }
        guard Names.isForm(text) else {
            let repaired = Names.repaired(text)
            fail(
                "'\(text.prefix(60))' is no id",
                hint: (repaired.map { "write '\($0)': " } ?? "")
                    + "an id is lower-case letters and digits, joined by single hyphens, at most "
                    + "\(Names.lengthLimit) characters, and begins with a letter")
            return nil
        }
        guard allowingReserved || !Names.reserved.contains(text) else {
            fail("'\(text)' has a meaning of its own and cannot be an id", hint: "choose a longer word")
            return nil
        }
        return text
    }

    /// A new id of a kind; complains if it is taken.
    func newID(_ kind: Kind, within scope: String? = nil) -> String? {
        guard let id = id(allowingReserved: kind == .alternative) else {
            // Whoever uses the name as it was meant made no mistake.
            if let meant = scalar.flatMap(Names.repaired) {
                _ = context.registry.define(kind, scope.map { "\($0).\(meant)" } ?? meant, at: place)
            }
            return nil
        }
        guard kind != .alternative || (id != "silent" && id != "unreported") else {
            fail("'\(id)' is a state of a term and cannot be an alternative", hint: "choose another word")
            return nil
        }
        let full = scope.map { "\($0).\(id)" } ?? id
        if let earlier = context.registry.define(kind, full, at: place) {
            fail("the id '\(id)' is taken: \(earlier)", hint: "give each \(kind.rawValue) an id of its own")
            return nil
        }
        return id
    }

    /// A bare id that must name something of one of these kinds.
    func reference(_ kinds: Kind..., isLoose: Bool = false) -> String? {
        guard let id = id() else { return nil }
        context.registry.refer(kinds, id, at: place, isLoose: isLoose)
        return id
    }

    /// An alternative of an issue.
    func alternative(of issue: String) -> String? {
        guard let id = id(allowingReserved: true) else { return nil }
        context.registry.refer([.alternative], "\(issue).\(id)", at: place)
        return id
    }

    /// A typed reference such as `p:us28`; the prefix may be left out where only one kind can stand.
    func prefixed(_ prefix: String, _ kind: Kind, isRequired: Bool = true) -> String? {
        guard let text = text("a reference") else { return nil }
        let head = prefix + ":"
        guard text.hasPrefix(head) || !isRequired else {
            fail("'\(text)' needs its prefix", hint: "write '\(head)\(text)'")
            return nil
        }
        let id = text.hasPrefix(head) ? String(text.dropFirst(head.count)) : text
        context.registry.refer([kind], id, at: place)
        return id
    }
}

extension Record {
    /// The id of a new thing.
    func newID(_ kind: Kind, within scope: String? = nil) -> String? {
        required("id")?.newID(kind, within: scope)
    }

    func reference(_ key: String, _ kinds: Kind...) -> String? {
        guard let cursor = value(key), let id = cursor.id() else { return nil }
        context.registry.refer(kinds, id, at: cursor.place)
        return id
    }

    /// References as one id or a list of them.
    func references(_ key: String, _ kinds: Kind...) -> [String] {
        value(key)?.oneOrMore.compactMap { cursor in
            guard let id = cursor.id() else { return nil }
            context.registry.refer(kinds, id, at: cursor.place)
            return id
        } ?? []
    }

    func prefixed(_ key: String, _ prefix: String, _ kind: Kind) -> String? {
        value(key)?.prefixed(prefix, kind, isRequired: false)
    }

    func allPrefixed(_ key: String, _ prefix: String, _ kind: Kind) -> [String] {
        value(key)?.oneOrMore.compactMap { $0.prefixed(prefix, kind, isRequired: false) } ?? []
    }
}
