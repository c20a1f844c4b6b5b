/// Widths of letters, without access to fonts: shares of the font size, from the advance widths that common sans-serif
/// faces (DejaVu Sans, Helvetica, Arial) stay below.
enum LetterWidth {
    /// The width of a text at a font size.
    static func of(_ text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + share($1) } * size
    }

    /// The text shortened with an ellipsis so that it fits.
    static func shortened(_ text: String, to width: Double, size: Double) -> String {
        guard of(text, size: size) > width else { return text }
        var kept: [Character] = []
        var used = share("…") * size
        for character in text {
            let next = of(String(character), size: size)
            guard used + next <= width else { break }
            kept.append(character)
            used += next
        }
        while kept.last == " " { kept.removeLast() }
        return String(kept) + "…"
    }

    private static func share(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "'", ".", ",", ":", ";", "|", "!": 0.32
        case "f", "t", "r", "(", ")", "[", "]", "/", "-", " ": 0.42
        case "m", "w", "M", "W", "@", "…", "—", "→": 0.98
        default:
            scalar.properties.isUppercase ? 0.72 : scalar.value > 0x400 ? 0.68 : 0.6
        }
    }
}
