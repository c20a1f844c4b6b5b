/// Where in the case's files something stands; line and column count from 1, columns in Unicode scalars.
public struct Place: Hashable, Sendable {
    public let file: String
    public let line: Int
    public let column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension Place: CustomStringConvertible, Comparable {
    /// `actors.yaml:3:5`, as editors understand it.
    public var description: String { "\(file):\(line):\(column)" }

    public static func < (left: Place, right: Place) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

/// A passage of a source. The text itself is never part of a case.
public enum Citation: Hashable, Sendable {
    /// A line of `anchors.tsv`, written `s1#a3`.
    case anchor(source: String, id: String)
    /// A passage that has not been cut yet: its paragraph and its first words.
    case passage(source: String, paragraph: Int, begins: String)
    /// A passage of a closed source: it counts, and its place stays in the house.
    case withheld(source: String)

    public var source: String {
        switch self {
        case .anchor(let source, _), .passage(let source, _, _), .withheld(let source): source
        }
    }
}

extension Citation: Comparable {
    /// By source, then passages by paragraph, then anchors by number.
    public static func < (left: Citation, right: Citation) -> Bool { left.order < right.order }

    private var order: (String, Int, Int, String) {
        switch self {
        case .passage(let source, let paragraph, let begins): (source, 0, paragraph, begins)
        case .anchor(let source, let id): (source, 1, Int(id.dropFirst()) ?? 0, id)
        case .withheld(let source): (source, 2, 0, "")
        }
    }
}

/// What something rests on: passages, the analyst's own assumption, or nothing yet.
public struct Basis: Hashable, Sendable {
    public var citations: [Citation]
    /// `basis: own`. Beside citations it means that the passages suggest the thing and the analyst fixed it.
    public var isOwn: Bool
    /// The premise of a perspective that put the thing there (`s003.p7`), if one did.
    public var premise: String?

    public init(citations: [Citation] = [], isOwn: Bool = false, premise: String? = nil) {
        self.citations = citations
        self.isOwn = isOwn
        self.premise = premise
    }

    /// How the basis counts in a coverage.
    public enum Kind: Hashable, Sendable, CaseIterable { case cited, own, uncited }

    public var kind: Kind { isOwn ? .own : citations.isEmpty ? .uncited : .cited }
}

/// A value together with what it rests on and where it stands.
public struct Held<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var basis: Basis
    public var place: Place

    public init(_ value: Value, basis: Basis, place: Place) {
        self.value = value
        self.basis = basis
        self.place = place
    }
}

/// Whether something may leave the house: internal things are left out of reports unless asked for.
public enum Audience: String, Hashable, Sendable, CaseIterable {
    case `public`, `internal`, `private`
}
