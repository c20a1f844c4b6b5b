import Foundation

/// How single letters and signs become part of a word at level W.
///
/// The table is filled by the definition itself, once, for the letters of most European languages; it spares the
/// look-ups and makes no rules of its own.
struct Folding {
    static let shared = Folding()

    /// What a scalar is to a word.
    enum Role: UInt8 {
        case boundary, letter, number
        /// A letter or number whose folding needs the whole word.
        case difficult
        case apostrophe
        /// A superscript digit: a mark of a footnote, dropped.
        case superscript
    }

    struct Entry {
        var role = Role.boundary
        var isLowercase = false
        /// The folded form in UTF-8, at most four bytes, the first lowest.
        var bytes: UInt32 = 0
        var count: UInt8 = 0
    }

    /// Latin and Cyrillic: U+0000–024F and U+0400–052F.
    private static let covered: [Range<UInt32>] = [0..<0x250, 0x400..<0x530]
    private let entries: [Entry]

    private init() {
        entries = (UInt32(0)..<0x530).map { value in
            guard Self.covered.contains(where: { $0.contains(value) }), let scalar = Unicode.Scalar(value)
            else { return Entry(role: .difficult) }
            return Self.entry(of: scalar)
        }
    }

    /// The entry of a scalar, from the table or from the definition.
    func callAsFunction(_ scalar: Unicode.Scalar) -> Entry {
        if scalar.value < 0x530 {
            let entry = entries[Int(scalar.value)]
            // The gap of the table is filled with entries that no folding can have.
            if entry.role != .difficult || entry.count > 0 { return entry }
        }
        return Entry(role: Self.role(of: scalar), isLowercase: scalar.properties.isLowercase)
    }

    private static func entry(of scalar: Unicode.Scalar) -> Entry {
        var entry = Entry(role: role(of: scalar), isLowercase: scalar.properties.isLowercase)
        guard entry.role == .difficult else { return entry }
        let isLetter = isLetter(scalar)
        let folded = Array(fold(String(scalar)).utf8)
        guard folded.count <= 4 else { return entry }
        entry.role = isLetter ? .letter : .number
        entry.count = UInt8(folded.count)
        for (index, byte) in folded.enumerated() { entry.bytes |= UInt32(byte) << (8 * UInt32(index)) }
        return entry
    }

    private static func role(of scalar: Unicode.Scalar) -> Role {
        if isApostrophe(scalar) { return .apostrophe }
        if isSuperscript(scalar) { return .superscript }
        return isLetter(scalar) || isNumber(scalar) ? .difficult : .boundary
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
