import CaseModel
public import Findings

extension CitedPassage: Answer {
    public func summary(_ words: Words) -> String {
        let size = words.count(anchor.marks.words, ("word", "Wort"), ("words", "Wörtern"))
        return isKnown
            ? words.pick(
                "\(anchor.reference) cites this passage of \(size) already.",
                "\(anchor.reference) zitiert diese Stelle von \(size) schon.")
            : words.pick(
                "\(anchor.reference) now cites a passage of \(size).",
                "\(anchor.reference) zitiert nun eine Stelle von \(size).")
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words), "  \(place)", "  " + words.quoted(text)]
        if anchor.isParagraphOnly {
            lines.append(
                words.pick(
                    "  This is more than \(Anchor.longestPassage) words and counts as a paragraph only; '--ends' ends it earlier.",
                    "  Das sind mehr als \(Anchor.longestPassage) Wörter und gilt nur als Absatz; „--ends“ beendet sie früher."
                ))
        }
        if let next = anchor.parts.dropFirst().first {
            lines.append(
                words.pick(
                    "  The sentence goes on in paragraph \(next.paragraph). If that is wrong, name the right one with '--continues', or the end with '--ends'.",
                    "  Der Satz geht in Absatz \(next.paragraph) weiter. Wenn das falsch ist: den richtigen mit „--continues“ oder das Ende mit „--ends“ nennen."
                ))
        }
        if let print = fingerprint {
            lines += [
                words.pick(
                    "  For sources.yaml, so that the text is known again:",
                    "  Für sources.yaml, damit der Text wiedererkannt wird:"),
                "    \(Self.yaml(print))",
            ]
        }
        return (lines + ["", "cite: [\(anchor.reference)]"]).joined(separator: "\n") + "\n"
    }

    static func yaml(_ print: Source.Fingerprint) -> String {
        let members = [
            print.bytes.map { "bytes: \"h:\($0)\"" }, print.text.map { "text: \"h:\($0)\"" },
            print.words.map { "words: \($0)" },
            print.converter.map { "converter: \($0)" },
        ]
        return "fingerprint: {\(members.compactMap { $0 }.joined(separator: ", "))}"
    }

    public func data() -> JSON {
        .object([
            .init("reference", .string(anchor.reference)), .init("line", .string(line)),
            .init("where", .string(place)),
            .init("words", .integer(anchor.marks.words)), .init("known", .bool(isKnown)),
            .init("fingerprint", fingerprint.map { .string(Self.yaml($0)) } ?? .null),
        ])
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV(["reference", "where", "words"])
        csv.add([.text(anchor.reference), .text(place), .number("\(anchor.marks.words)")])
        return csv.text
    }
}
