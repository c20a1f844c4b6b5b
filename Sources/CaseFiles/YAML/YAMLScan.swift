/// Looks through a text for what the YAML of a case must not hold: anchors, aliases, tags, complex keys,
/// directives, a second document, and nesting that no case needs.
///
/// It runs before the text is composed, because an alias that stands as a key can keep the composer busy for hours.
/// The rules follow where a value can begin (YAML 1.2, chapters 6 to 8); in doubt it refuses, and the hint says to
/// quote the text.
///
/// - Complexity: O(*bytes*).
struct YAMLScan {
    /// What was found, with line and column from 1.
    struct Finding: Equatable {
        enum Kind: Equatable {
            case anchor, alias, tag, complexKey, directive, secondDocument, nesting, mergeKey
        }

        let kind: Kind
        let line: Int
        let column: Int
    }

    private(set) var findings: [Finding] = []

    private let lines: [ArraySlice<Unicode.Scalar>]
    private var flowDepth = 0
    private var quote: Unicode.Scalar?
    /// While inside a block scalar, the indentation that its lines exceed.
    private var blockIndent: Int?
    private var sawContent = false
    private var lineNumber = 0
    private var start = 0

    init(_ text: String) {
        lines = Array(text.unicodeScalars).split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines {
            lineNumber += 1
            start = line.startIndex
            scan(line)
            if findings.count >= 20 { return }
        }
    }

    private mutating func report(_ kind: Finding.Kind, at index: Int) {
        findings.append(Finding(kind: kind, line: lineNumber, column: index - start + 1))
    }

    private mutating func scan(_ line: ArraySlice<Unicode.Scalar>) {
        var index = line.startIndex
        if quote == nil {
            let indent = line.prefix { $0 == " " }.count
            let isEmpty = line.dropFirst(indent).allSatisfy { $0 == "\r" || $0 == "\t" || $0 == " " }
            if let blockIndent {
                if isEmpty || indent > blockIndent { return }
                self.blockIndent = nil
            }
            if isEmpty { return }
            let marker = flowDepth == 0 ? scanMarker(line) : nil
            if marker == line.count { return }
            index += marker ?? indent
            scanValue(line, &index, indent: indent)
            sawContent = true
        }
        scanRest(line, &index)
    }

    /// Document markers and directives at the beginning of a line: how much of the line they take, if there is one.
    private mutating func scanMarker(_ line: ArraySlice<Unicode.Scalar>) -> Int? {
        let head = String(String.UnicodeScalarView(line.prefix(3)))
        let ends =
            line.count == 3 || line.dropFirst(3).first.map { " \t\r".unicodeScalars.contains($0) } ?? true
        if line.first == "%" {
            report(.directive, at: line.startIndex)
            return line.count
        }
        guard ends, head == "---" || head == "..." else { return nil }
        if sawContent { report(.secondDocument, at: line.startIndex) }
        return head == "..." ? line.count : 3
    }

    /// Everything behind the first value of a line.
    private mutating func scanRest(_ line: ArraySlice<Unicode.Scalar>, _ index: inout Int) {
        let indent = line.prefix { $0 == " " }.count
        // Right behind a quoted text or a sign of the flow style a comment needs no blank, and a colon neither.
        var isBehindToken = isBehindQuote(line, index)
        while index < line.endIndex {
            if let open = quote {
                skipQuoted(line, &index, open)
                isBehindToken = quote == nil
                continue
            }
            let scalar = line[index]
            let next = index + 1 < line.endIndex ? line[index + 1] : " "
            let before = index > line.startIndex ? line[index - 1] : " "
            let wasBehindToken = isBehindToken
            isBehindToken = false
            switch scalar {
            case "#" where before == " " || before == "\t" || wasBehindToken: return
            case "[" where flowDepth > 0 || isValueStart(line, index),
                "{" where flowDepth > 0 || isValueStart(line, index):
                openFlow(line, &index, indent)
                isBehindToken = isBehindQuote(line, index)
            case "]" where flowDepth > 0, "}" where flowDepth > 0:
                flowDepth -= 1
                index += 1
                isBehindToken = true
            case "," where flowDepth > 0:
                index += 1
                scanValue(line, &index, indent: indent)
                isBehindToken = isBehindQuote(line, index)
            case ":" where endsKey(next, wasBehindToken):
                index += 1
                scanValue(line, &index, indent: indent)
                isBehindToken = isBehindQuote(line, index)
            default: index += 1
            }
        }
    }

    /// Whether a quoted text has just ended.
    private func isBehindQuote(_ line: ArraySlice<Unicode.Scalar>, _ index: Int) -> Bool {
        quote == nil && index > line.startIndex && (line[index - 1] == "\"" || line[index - 1] == "'")
    }

    /// Whether a colon ends a key, given what follows it.
    private func endsKey(_ next: Unicode.Scalar, _ isBehindToken: Bool) -> Bool {
        if next == " " || next == "\t" || next == "\r" { return true }
        return flowDepth > 0 && (isBehindToken || ",[]{}".unicodeScalars.contains(next))
    }

    private func isValueStart(_ line: ArraySlice<Unicode.Scalar>, _ index: Int) -> Bool {
        let before = line[..<index].last { $0 != " " && $0 != "\t" }
        return before == nil || before == ":" || before == "-" || before == "[" || before == "{"
            || before == ","
    }

    private mutating func openFlow(_ line: ArraySlice<Unicode.Scalar>, _ index: inout Int, _ indent: Int) {
        flowDepth += 1
        if flowDepth > Tree.depthLimit {
            if flowDepth == Tree.depthLimit + 1 { report(.nesting, at: index) }
        }
        index += 1
        scanValue(line, &index, indent: indent)
    }

    /// A place where a value can begin: after an indentation, a dash, a colon, a bracket or a comma.
    private mutating func scanValue(_ line: ArraySlice<Unicode.Scalar>, _ index: inout Int, indent: Int) {
        while index < line.endIndex {
            let scalar = line[index]
            let next = index + 1 < line.endIndex ? line[index + 1] : " "
            let isLast = next == " " || next == "\t" || next == "\r"
            switch scalar {
            case " ", "\t", "\r": index += 1
            case "-" where isLast && flowDepth == 0: index += 1
            case "?" where isLast:
                report(.complexKey, at: index)
                index += 1
            case "&":
                report(.anchor, at: index)
                index += 1
            case "*":
                report(.alias, at: index)
                index += 1
            case "!":
                report(.tag, at: index)
                index += 1
            case "<" where next == "<":
                report(.mergeKey, at: index)
                index += 2
            case "#":
                index = line.endIndex
                return
            case "\"", "'":
                quote = scalar
                index += 1
                skipQuoted(line, &index, scalar)
                return
            case "|" where flowDepth == 0, ">" where flowDepth == 0:
                blockIndent = parentIndent(line, upTo: index, indent)
                index = line.endIndex
                return
            default: return
            }
        }
    }

    /// The indentation that the lines of a block scalar exceed: that of the key or dash it belongs to.
    private func parentIndent(_ line: ArraySlice<Unicode.Scalar>, upTo index: Int, _ indent: Int) -> Int {
        var parent = indent
        var at = line.startIndex + indent
        while at + 1 < index, line[at] == "-", line[at + 1] == " " {
            let spaces = line[(at + 1)..<index].prefix { $0 == " " }.count
            guard at + 1 + spaces < index else { break }
            at += 1 + spaces
            parent = at - line.startIndex
        }
        return parent
    }

    private mutating func skipQuoted(
        _ line: ArraySlice<Unicode.Scalar>, _ index: inout Int, _ open: Unicode.Scalar
    ) {
        while index < line.endIndex {
            let scalar = line[index]
            if open == "\"", scalar == "\\" {
                index += 2
            } else if scalar == open {
                if open == "'", index + 1 < line.endIndex, line[index + 1] == "'" {
                    index += 2
                } else {
                    index += 1
                    quote = nil
                    return
                }
            } else {
                index += 1
            }
        }
        index = min(index, line.endIndex)
    }
}
