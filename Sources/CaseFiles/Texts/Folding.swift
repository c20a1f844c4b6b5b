import Foundation

/// How single letters and signs become part of a word at level W.
///
/// The table is filled by the definition itself, once, for the letters of most European languages; it spares the
/// look-ups and makes no rules of its own.
struct Folding {
    static let shared = Folding()

    /// What a scalar is to a word.
    enum Role: UInt8 {
        case boundary, space, letter, number
        /// A letter or number whose folding needs the whole word.
        case difficult
        case apostrophe
        /// A superscript digit: a mark of a footnote, dropped.
        case superscript
    }

    struct Entry {
        var role = Role.boundary
        /// Whether level T leaves the scalar as it is, whatever stands beside it.
        var isPlain = false
        var isLowercase = false
        /// How many bytes of `bytes` are the folded form.
        var count: UInt8 = 0
        /// The folded form in UTF-8, at most four bytes, the first lowest.
        var bytes: UInt32 = 0
    }

    /// Latin and Cyrillic: U+0000–024F and U+0400–052F; the gap between them is never looked up.
    static let end: UInt32 = 0x530
    static func covers(_ value: UInt32) -> Bool { value < 0x250 || (0x400..<end).contains(value) }
    let entries: [Entry]

    private init() {
        entries = (UInt32(0)..<Self.end).map { value in
            guard Self.covers(value), let scalar = Unicode.Scalar(value) else { return Entry() }
            return Self.entry(of: scalar)
        }
    }

    /// The entry of a scalar, by definition.
    static func entry(of scalar: Unicode.Scalar) -> Entry {
        var entry = Entry(
            role: role(of: scalar), isPlain: isPlain(scalar), isLowercase: scalar.properties.isLowercase)
        guard entry.role == .difficult, covers(scalar.value) else { return entry }
        let folded = Array(fold(String(scalar)).utf8)
        guard folded.count <= 4 else { return entry }
        entry.role = isLetter(scalar) ? .letter : .number
        entry.count = UInt8(folded.count)
        for (index, byte) in folded.enumerated() { entry.bytes |= UInt32(byte) << (8 * UInt32(index)) }
        return entry
    }

    private static func role(of scalar: Unicode.Scalar) -> Role {
        if isApostrophe(scalar) { return .apostrophe }
        if isSuperscript(scalar) { return .superscript }
        if scalar.properties.isWhitespace { return .space }
        return isLetter(scalar) || isNumber(scalar) ? .difficult : .boundary
    }

    /// Letters of the table without marks that combine, and common punctuation; no line breaks, no invisible characters.
    static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0xA0, 0xAD: false
        case 0..<0x250, 0x400..<0x483, 0x48A..<0x530: true
        case 0x2010...0x2027, 0x2030...0x205E, 0x2070...0x209C, 0x20A0...0x20BF: true
        default: false
        }
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019: true
        default: false
        }
    }

    static func isSuperscript(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: true
        default: false
        }
    }

    /// The definition: without marks of footnotes and apostrophes, NFKC, full case folding, NFC, ё as е.
    static func fold(_ word: String) -> String {
        let kept = word.unicodeScalars.filter { !isSuperscript($0) && !isApostrophe($0) }
        let folded = String(String.UnicodeScalarView(kept)).precomposedStringWithCompatibilityMapping
            .folding(options: .caseInsensitive, locale: nil).precomposedStringWithCanonicalMapping
        return String(String.UnicodeScalarView(folded.unicodeScalars.map { $0 == "ё" ? "е" : $0 }))
    }
}
