import CaseModel
import Yams

/// The one door to the YAML library: bytes of a file in, a tree with places out, or what is wrong.
struct YAMLText {
    /// The most bytes that a file of a case may have.
    static let sizeLimit = 16 * 1_024 * 1_024

    let file: String
    let log: ProblemLog

    /// The tree of a file; `nil` if it holds nothing, or if something is wrong with its form.
    func tree(of bytes: [UInt8]) -> Tree? {
        guard let text = text(of: bytes), passesScan(text) else { return nil }
        do {
            guard let node = try Yams.compose(yaml: text) else { return nil }
            let tree = Tree(node)
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
        for scalar in text.unicodeScalars {
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
            if case .scalar(let text, isQuoted: false) = node.body,
                ["", "~", "null", "Null", "NULL"].contains(text)
            {
                let what = text.isEmpty ? "the value is missing" : "'\(text)' is no value"
                add(node.line, node.column, what, hint: "leave the key out, or put the text in quotes")
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
    /// A node of the library as a tree of ours.
    fileprivate init(_ node: Node) {
        (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        switch node {
        case .scalar(let scalar):
            body = .scalar(scalar.string, isQuoted: scalar.style != .plain)
        case .sequence(let sequence):
            body = .list(sequence.map { Tree($0) })
        case .mapping(let mapping):
            body = .map(mapping.map { (Tree($0.key), Tree($0.value)) })
        case .alias:
            // The scan lets no alias through; an empty scalar is refused like a missing value.
            body = .scalar("", isQuoted: false)
        }
    }
}
