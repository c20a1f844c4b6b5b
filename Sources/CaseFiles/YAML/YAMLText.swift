import CaseModel
import Yams

/// The one door to the YAML library: bytes of a file in, a tree with places out, or what is wrong.
struct YAMLText {
    /// The most bytes that a file of a case may have.
    static let sizeLimit = 16 * 1_024 * 1_024

    let file: String
    let log: ProblemLog
    /// Whether a value may be missing, as in files that programs write.
    var mayHoldNothing = false

    /// The tree of a file; `nil` if it holds nothing, or if something is wrong with its form.
    func tree(of bytes: [UInt8]) -> Tree? {
        guard let text = text(of: bytes), passesScan(text) else { return nil }
        do {
            guard let node = try Yams.compose(yaml: text) else { return nil }
            var room = bytes.count + 1
            guard let tree = Tree(node, room: &room) else {
                add(1, 1, "the file repeats its own parts", hint: "write them out; aliases are not used")
                return nil
            }
            return isSound(tree) ? tree : nil
        } catch {
            report(error, in: text)
            return nil
        }
    }

    private func place(_ line: Int, _ column: Int) -> Place { Place(file: file, line: line, column: column) }

    private func add(_ line: Int, _ column: Int, _ message: String, hint: String) {
        log.add(Problem(place(line, column), message, hint: hint))
    }

    private func text(of bytes: [UInt8]) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let (line, column) = firstInvalid(bytes)
            add(line, column, "the text is not valid UTF-8", hint: "save the file as UTF-8")
            return nil
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            add(1, 1, "the file begins with a byte-order mark", hint: "save the file as UTF-8 without it")
            return nil
        }
        var (line, column) = (1, 1)
        var afterReturn = false
        for scalar in text.unicodeScalars {
            // Other signs that YAML takes for line breaks would let the scan and the parser see different lines.
            if afterReturn && scalar != "\n" || scalar == "\u{2028}" || scalar == "\u{2029}" {
                add(
                    line, column, "this kind of line break is not used",
                    hint: "save the file with plain line ends")
                return nil
            }
            afterReturn = scalar == "\r"
            let isControl =
                scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar) || scalar.value == 0x7F
            if isControl || (0x80...0x9F).contains(scalar.value) {
                let code = String(scalar.value, radix: 16, uppercase: true)
                add(line, column, "the control character U+\(code) stands in the text", hint: "delete it")
                return nil
            }
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return text
    }

    private func firstInvalid(_ bytes: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        for row in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            guard String(validating: row, as: UTF8.self) == nil else {
                line += 1
                continue
            }
            let sound = String(decoding: row, as: UTF8.self).unicodeScalars.prefix { $0 != "\u{FFFD}" }
            return (line, sound.count + 1)
        }
        return (line, 1)
    }

    private func passesScan(_ text: String) -> Bool {
        let findings = YAMLScan(text).findings
        for finding in findings {
            let (message, hint) = explain(finding.kind)
            add(finding.line, finding.column, message, hint: hint)
        }
        return findings.isEmpty
    }

    private func explain(_ kind: YAMLScan.Finding.Kind) -> (String, String) {
        switch kind {
        case .anchor:
            (
                "'&' at the start of a value marks a YAML anchor",
                "put the text in quotes; anchors are not used"
            )
        case .alias:
            ("'*' at the start of a value marks a YAML alias", "put the text in quotes; aliases are not used")
        case .tag:
            ("'!' at the start of a value marks a YAML tag", "put the text in quotes; tags are not used")
        case .complexKey:
            ("'?' at the start of a line marks a YAML complex key", "write 'key: value', or quote the text")
        case .directive: ("'%' at the start of a line marks a YAML directive", "delete the line")
        case .secondDocument: ("a second document begins here", "one file holds one document: split the file")
        case .nesting: ("the nesting is deeper than \(Tree.depthLimit)", "no part of a case is that deep")
        case .mergeKey: ("'<<' is a YAML merge key", "write the keys out; merge keys are not used")
        }
    }

    /// Control characters, which a quoted text can smuggle in, and marks that turn the direction of writing.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2028, 0x2029, 0x2066...0x2069, 0xFEFF:
            true
        default: false
        }
    }

    /// Looks for what the composer lets through: missing values and nesting that is too deep.
    private func isSound(_ tree: Tree) -> Bool {
        var sound = true
        tree.visit { node, depth in
            if depth > Tree.depthLimit {
                add(
                    node.line, node.column, "the nesting is deeper than \(Tree.depthLimit)",
                    hint: "no part of a case is that deep")
                sound = false
                return false
            }
            if !mayHoldNothing, node.isNothing, case .scalar(let text, _) = node.body {
                let what = text.isEmpty ? "the value is missing" : "'\(text)' is no value"
                add(
                    node.line, node.column, what,
                    hint: "leave the key out, or put the text in quotes; numbers have a decimal point")
                sound = false
            }
            if case .scalar(let text, _) = node.body,
                let hidden = text.unicodeScalars.first(where: Self.isHidden)
            {
                let code = String(hidden.value, radix: 16, uppercase: true)
                add(
                    node.line, node.column, "the text holds the invisible character U+\(code)",
                    hint: "delete it; text is written in the order in which it is read")
                sound = false
            }
            return true
        }
        return sound
    }

    private func report(_ error: any Error, in text: String) {
        guard let error = error as? YamlError else {
            add(1, 1, "the file cannot be read as YAML", hint: "check its form")
            return
        }
        switch error {
        case .duplicatedKeysInMapping(let duplicates, let context):
            add(
                context.mark.line, context.mark.column,
                "'\(duplicates.first ?? "")' is written twice in one place",
                hint: "delete one of the two; this file was not read further")
        case .scanner(_, let problem, let mark, _) where problem.contains("nesting level"),
            .parser(_, let problem, let mark, _) where problem.contains("nesting level"):
            add(
                mark.line, mark.column, "the nesting is deeper than \(Tree.depthLimit)",
                hint: "no part of a case is that deep")
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            add(
                mark.line, mark.column, "this is not YAML: \(problem)",
                hint:
                    "look at the indentation, the brackets and the quotes; text with ': ' or ' #' needs quotes"
            )
        default:
            add(1, 1, "the file cannot be read as YAML", hint: "check its form")
        }
    }
}

extension Tree {
    /// A node of the library as a tree of ours; `nil` if it has more nodes than there is room for.
    ///
    /// A text without aliases cannot have more nodes than bytes.
    fileprivate init?(_ node: Node, room: inout Int) {
        room -= 1
        guard room > 0 else { return nil }
        (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        switch node {
        case .scalar(let scalar):
            body = .scalar(scalar.string, isQuoted: scalar.style != .plain)
        case .sequence(let sequence):
            var items: [Tree] = []
            for item in sequence {
                guard let tree = Tree(item, room: &room) else { return nil }
                items.append(tree)
            }
            body = .list(items)
        case .mapping(let mapping):
            var entries: [(key: Tree, value: Tree)] = []
            for entry in mapping {
                guard let key = Tree(entry.key, room: &room), let value = Tree(entry.value, room: &room)
                else { return nil }
                entries.append((key, value))
            }
            body = .map(entries)
        case .alias:
            return nil
        }
    }
}
