import CaseModel
import Foundation

/// Level T, "the same text": the form in which passages are sliced and hashed (`Guides/Methods.md`, text levels).
///
/// A text at level T is a list of paragraphs in NFC, without invisible characters, with single spaces. Offsets
/// count Unicode scalars.
enum LevelT {
    /// The paragraphs of a text, each in UTF-8.
    ///
    /// - Complexity: Linear; a line of plain letters and signs takes a path without any Unicode table.
    static func paragraphs(of text: some BidirectionalCollection<UInt8>, _ mode: Source.ParagraphMode) -> [[UInt8]] {
        var assembly = ParagraphAssembly(mode: mode)
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            forEachLine(in: line) { assembly.add($0) }
        }
        return assembly.finish()
    }

    /// The automatic rule where no mode is given: blocks if at least a quarter of the lines are empty.
    static func mode(of text: some BidirectionalCollection<UInt8>) -> Source.ParagraphMode {
        var (lines, empty) = (0, 0)
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            forEachLine(in: line) {
                lines += 1
                if $0.isEmpty { empty += 1 }
            }
        }
        return empty * 4 >= lines ? .blank : .line
    }

    /// Gives the lines at level T that one stretch between line feeds holds: mostly one.
    static func forEachLine(in line: some BidirectionalCollection<UInt8>, _ body: ([UInt8]) -> Void) {
        var out: [UInt8] = []
        out.reserveCapacity(line.count)
        if appendPlain(line, to: &out) { return body(out) }
        // A carriage return before the line feed is part of the break.
        let text = line.last == 0x0D ? Array(line.dropLast()) : Array(line)
        normal(String(decoding: text, as: UTF8.self)).forEach(body)
    }

    /// Copies a line of plain characters with single spaces; `false` if it holds others.
    ///
    /// Plain are ASCII, Latin and Cyrillic letters that are their own NFC form, and common punctuation.
    private static func appendPlain(_ line: some Collection<UInt8>, to out: inout [UInt8]) -> Bool {
        var isSpace = false
        var bytes = line.makeIterator()
        while let byte = bytes.next() {
            if byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C {
                isSpace = true
                continue
            }
            if byte == 0x0D {
                // Only the carriage return before the line feed is plain: what follows it is nothing.
                guard bytes.next() == nil else { return false }
                break
            }
            if isSpace, !out.isEmpty { out.append(0x20) }
            isSpace = false
            out.append(byte)
            switch byte {
            case ..<0x80: continue
            // C2 80–9F are controls (among them a line break), C2 A0 is a space and C2 AD the soft hyphen.
            case 0xC2: guard let next = bytes.next(), next > 0xA0, next != 0xAD, out.take(next) else { return false }
            // Latin to U+02FF, and Cyrillic without its combining marks (U+0483–0489).
            case 0xC3...0xCB, 0xD0, 0xD1, 0xD3:
                guard let next = bytes.next(), out.take(next) else { return false }
            case 0xD2:
                guard let next = bytes.next(), next >= 0x8A, out.take(next) else { return false }
            // U+2010–2027 and U+2030–203F without the breaks and marks between them.
            case 0xE2:
                guard bytes.next() == 0x80, out.take(0x80), let last = bytes.next(),
                    (0x90...0xA7).contains(last) || (0xB0...0xBF).contains(last), out.take(last)
                else { return false }
            default: return false
            }
        }
        return true
    }

    /// The definition, step by step; several lines where the text holds other line breaks than the line feed.
    static func normal(_ text: String) -> [[UInt8]] {
        var scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars.filter { !isInvisible($0) }[...]
        var lines: [[UInt8]] = []
        var line = String.UnicodeScalarView()
        func close() { lines.append(Array(String(line).utf8)) }
        var isSpace = false
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\r", "\n", "\u{2028}", "\u{2029}":
                close()
                if scalar == "\u{2029}" { lines.append([]) }
                if scalar == "\r", scalars.first == "\n" { scalars.removeFirst() }
                (line, isSpace) = (.init(), false)
            case _ where scalar.properties.isWhitespace: isSpace = true
            default:
                if isSpace, !line.isEmpty { line.append(" ") }
                isSpace = false
                line.append(scalar)
            }
        }
        close()
        return lines
    }

    /// Soft hyphens, zero-width characters and marks of direction.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension [UInt8] {
    /// Appends a continuation byte; `false` if it is none.
    fileprivate mutating func take(_ byte: UInt8) -> Bool {
        append(byte)
        return byte & 0xC0 == 0x80
    }
}

/// Puts lines together to paragraphs.
struct ParagraphAssembly {
    let mode: Source.ParagraphMode
    private var paragraphs: [[UInt8]] = []
    private var current: [UInt8] = []

    init(mode: Source.ParagraphMode) { self.mode = mode }

    mutating func add(_ line: [UInt8]) {
        switch mode {
        case .line:
            if !line.isEmpty { paragraphs.append(line) }
        case .blank where line.isEmpty: close()
        case .blank:
            if !current.isEmpty { current.append(0x20) }
            current += line
        }
    }

    private mutating func close() {
        if !current.isEmpty { paragraphs.append(current) }
        current = []
    }

    mutating func finish() -> [[UInt8]] {
        close()
        return paragraphs
    }
}
