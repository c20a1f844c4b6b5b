/// HTML or SVG that is safe by construction: text and attributes can only enter escaped.
struct Markup: Sendable {
    private(set) var raw: String

    private init(raw: String) { self.raw = raw }

    static let nothing = Markup(raw: "")

    /// Text of people, escaped.
    static func text(_ text: String) -> Markup { Markup(raw: escaped(text)) }

    /// Markup of our own that holds nothing from outside: styles and scripts.
    static func trusted(_ text: StaticString) -> Markup { Markup(raw: "\(text)") }

    static func all(_ parts: [Markup]) -> Markup { Markup(raw: parts.map(\.raw).joined()) }

    /// An element with its attributes and content.
    static func tag(_ name: StaticString, _ attributes: [(String, String)] = [], _ content: [Markup])
        -> Markup
    {
        Markup(raw: "<\(name)\(list(attributes))>" + content.map(\.raw).joined() + "</\(name)>")
    }

    static func tag(_ name: StaticString, _ attributes: [(String, String)] = [], _ text: String) -> Markup {
        tag(name, attributes, [.text(text)])
    }

    /// An element without content: `<br>` in HTML, closed with a slash so that SVG takes it too.
    static func void(_ name: StaticString, _ attributes: [(String, String)] = []) -> Markup {
        Markup(raw: "<\(name)\(list(attributes))/>")
    }

    /// A whole page.
    static func page(_ html: Markup) -> String { "<!DOCTYPE html>\n" + html.raw + "\n" }

    private static func list(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
