/// Where the sentences of a paragraph at level T end.
///
/// A rule of thumb for German, English, Russian and Ukrainian prose, not a grammar: whoever cuts a passage sees it and
/// can name other ends.
enum Sentences {
    /// The sentences of a paragraph in bytes of it, without the spaces between them.
    static func ranges(in text: ArraySlice<UInt8>) -> [Range<Int>] {
        let scalars = Scalars(text)
        var ranges: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < scalars.count {
            if isTerminator(scalars[index]), let end = end(from: index, scalars) {
                ranges.append(scalars.bytes(start..<end))
                start = min(end + 1, scalars.count)
                index = start
            } else {
                index += 1
            }
        }
        if start < scalars.count { ranges.append(scalars.bytes(start..<scalars.count)) }
        return ranges
    }

    /// Whether a stretch of text closes with the end of a sentence, not in the middle of one.
    static func isComplete(_ text: ArraySlice<UInt8>) -> Bool {
        let scalars = Scalars(text)
        var index = scalars.count - 1
        while index >= 0, isClosing(scalars[index]) || Folding.isSuperscript(scalars[index]) { index -= 1 }
        return index >= 0 && (isTerminator(scalars[index]) || scalars[index] == ":" || scalars[index] == ";")
    }

    /// The end behind a terminator with what closes there; `nil` if the sentence goes on.
    private static func end(from terminator: Int, _ text: Scalars) -> Int? {
        var end = terminator + 1
        while end < text.count,
            isTerminator(text[end]) || isClosing(text[end]) || Folding.isSuperscript(text[end])
        {
            end += 1
        }
        guard end < text.count else { return end }
        guard text[end] == " " else { return nil }
        if text[terminator] == ".", isAbbreviation(before: terminator, text) { return nil }
        let next = text.firstOfWord(after: end)
        if text[terminator] == "…" || terminator > 0 && text[terminator] == "." && text[terminator - 1] == "."
        {
            return next.properties.isUppercase ? end : nil
        }
        return next.properties.isLowercase ? nil : end
    }

    private static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "!" || scalar == "?" || scalar == "…"
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", ")", "]", "»", "«", "“", "”", "’", "*", ">": true
        default: false
        }
    }

    /// Whether the period belongs to the word before it: an abbreviation, an initial, an ordinal before a month.
    private static func isAbbreviation(before period: Int, _ text: Scalars) -> Bool {
        var start = period
        while start > 0, !" (./–-".unicodeScalars.contains(text[start - 1]) { start -= 1 }
        let word = text.string(start..<period).lowercased()
        if word.unicodeScalars.count == 1, word.unicodeScalars.allSatisfy(Folding.isLetter) { return true }
        if !word.isEmpty, word.allSatisfy({ ("0"..."9").contains($0) }) {
            let next = text.word(after: period + 1).lowercased()
            // "13.3. 2025" goes on, and so does "6. Januar"; "2025. Januar" does not.
            return next.first.map { ("0"..."9").contains($0) } ?? false
                || word.utf8.count <= 2 && months.contains(where: next.hasPrefix)
        }
        let isBeforeNumber =
            text.word(after: period + 1).first.map { ("0"..."9").contains($0) || "§IVX".contains($0) }
            ?? false
        return abbreviations.contains(word) || isBeforeNumber && beforeNumbers.contains(word)
    }

    /// Abbreviations only where a number follows: "no. 5", but "they said no."
    private static let beforeNumbers: Set<String> = [
        "art", "bd", "fig", "kap", "chap", "no", "nos", "op", "para", "sec", "st", "vol", "рис", "ст",
    ]

    private static let abbreviations: Set<String> = [
        "abs", "bzgl", "bzw", "ca", "co", "dr", "ebd", "ed", "eds", "etc", "etw", "evtl", "ggf",
        "gem", "gen", "hrsg", "inkl", "insb", "jh", "lt", "max", "min", "mio", "mr", "mrd", "mrs", "ms",
        "nr", "pkt", "pp", "prof", "russ", "sog", "stellv", "str", "tel", "ukr", "usw", "vgl", "vs", "ziff",
        "zit", "гг", "др", "им", "ред", "см", "стр", "тыс", "млн", "млрд", "тис",
    ]

    /// How the names of months begin in the four languages; an ordinal before one ends no sentence.
    private static let months = [
        "jan", "feb", "mär", "mar", "apr", "mai", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov",
        "dez", "dec",
        "jahrhundert", "янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
        "січ", "лют", "бер",
        "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру",
    ]
}

/// The scalars of a stretch of UTF-8, and where each begins.
private struct Scalars {
    private var scalars: [Unicode.Scalar] = []
    private var offsets: [Int] = []

    init(_ text: ArraySlice<UInt8>) {
        var offset = text.startIndex
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            scalars.append(scalar)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(text.endIndex)
    }

    var count: Int { scalars.count }
    subscript(index: Int) -> Unicode.Scalar { scalars[index] }

    func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    /// The first letter or digit from an index on.
    func firstOfWord(after index: Int) -> Unicode.Scalar {
        scalars[index...].first { Folding.isLetter($0) || Folding.isNumber($0) } ?? " "
    }

    /// The run without spaces behind an index, after spaces.
    func word(after index: Int) -> String {
        String(String.UnicodeScalarView(scalars[index...].drop { $0 == " " }.prefix { $0 != " " }))
    }
}
