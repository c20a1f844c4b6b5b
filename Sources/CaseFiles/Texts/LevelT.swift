import CaseModel
import Foundation

/// Level T, "the same text": the form in which passages are sliced and hashed (`Guides/Methods.md`, text levels).
///
/// A text at level T is a list of paragraphs in NFC, without invisible characters, with single spaces. Offsets
/// count Unicode scalars.
struct LevelT {
    /// The paragraphs in UTF-8, joined by line feeds.
    private(set) var bytes: [UInt8] = []
    /// Where each paragraph stands in `bytes`.
    private(set) var paragraphs: [Range<Int>] = []
    private let mode: Source.ParagraphMode
    /// Where the paragraph begins to which lines are being added.
    private var open: Int?

    /// Brings a text to level T.
    ///
    /// - Complexity: Linear; a line of plain letters and signs takes a path without any Unicode table.
    init(_ text: some Sequence<UInt8>, _ mode: Source.ParagraphMode) {
        self.mode = mode
        Self.withLines(of: text) { add($0) }
        close()
    }

    /// The text of a paragraph, counted from 0.
    subscript(paragraph: Int) -> ArraySlice<UInt8> { bytes[paragraphs[paragraph]] }

    /// The automatic rule where no mode is given: blocks if at least a quarter of the lines are empty.
    static func mode(of text: some Sequence<UInt8>) -> Source.ParagraphMode {
        var (lines, empty) = (0, 0)
        withLines(of: text) { line in
            for one in normal(line) {
                lines += 1
                if one.isEmpty { empty += 1 }
            }
        }
        return empty * 4 >= lines ? .blank : .line
    }

    /// Gives what stands between line feeds, without a carriage return at the end; nothing behind the last line feed.
    static func withLines(of text: some Sequence<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        func split(_ text: UnsafeBufferPointer<UInt8>) {
            var start = 0
            while start < text.count {
                let rest = UnsafeBufferPointer(rebasing: text[start...])
                let length = rest.firstIndex(of: 0x0A) ?? rest.count
                let isReturn = length > 0 && rest[length - 1] == 0x0D
                body(UnsafeBufferPointer(rebasing: rest[..<(isReturn ? length - 1 : length)]))
                start += length + 1
            }
        }
        if text.withContiguousStorageIfAvailable(split) == nil { Array(text).withUnsafeBufferPointer(split) }
    }

    // MARK: Lines to paragraphs

    private mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
        begin()
        let start = bytes.count
        if appendPlain(line) { return settle(from: start) }
        bytes.removeLast(bytes.count - start)
        for (index, one) in Self.normal(line).enumerated() {
            if index > 0 { begin() }
            let start = bytes.count
            bytes += one
            settle(from: start)
        }
    }

    /// Puts what separates the next line from what is there.
    private mutating func begin() {
        if open != nil { bytes.append(0x20) } else if !bytes.isEmpty { bytes.append(0x0A) }
    }

    /// Takes a line that was appended into its paragraph; an empty one closes it.
    private mutating func settle(from start: Int) {
        if bytes.count == start {
            if !bytes.isEmpty { bytes.removeLast() }
            return close()
        }
        open = open ?? start
        if mode == .line { close() }
    }

    private mutating func close() {
        if let start = open { paragraphs.append(start..<bytes.count) }
        open = nil
    }

    // MARK: One line

    /// Copies a line of plain characters with single spaces; `false` if it holds others.
    private mutating func appendPlain(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        Folding.shared.entries.withUnsafeBufferPointer { entries in
            let scan = ScalarScan(text: line, entries: entries)
            let start = bytes.count
            var (position, from, isSpace) = (0, 0, false)
            while position < line.count {
                let (entry, width) = scan.entry(at: position)
                if !entry.isPlain { return false }
                if entry.role == .space {
                    bytes.append(contentsOf: line[from..<position])
                    (isSpace, from) = (true, position + width)
                } else if isSpace {
                    if bytes.count > start { bytes.append(0x20) }
                    isSpace = false
                }
                position += width
            }
            bytes.append(contentsOf: line[from..<position])
            return true
        }
    }

    /// The definition, step by step; several lines where the text holds other line breaks than the line feed.
    static func normal(_ line: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        let text = String(decoding: line, as: UTF8.self)
        var scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars.filter { !isInvisible($0) }[
            ...]
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
