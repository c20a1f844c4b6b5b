import CaseModel
import Foundation
import Support
import Testing

@testable import CaseFiles

@Suite("Text levels T and W")
struct TextLevelTests {
    @Test("There are known answers")
    func present() { #expect(KnownTexts.load().unicode.count == 22 && KnownTexts.load().anchor.count == 18) }

    @Test("Known answers", arguments: KnownTexts.load().unicode)
    func known(_ one: UnicodeCase) {
        let (a, b) = (text(one.a), text(one.b))
        #expect((a.bytes == b.bytes) == one.same_text)
        #expect((words(a) == words(b)) == one.same_words)
        #expect(words(a) == one.a_words)
        #expect(Array(a.bytes) == Array(one.a_T.utf8))
        #expect(String(decoding: a.bytes, as: UTF8.self).unicodeScalars.count == one.a_T_scalars)
        #expect(a.textHash.prefix(16) == one.a_T_sha256_16)
    }

    @Test(
        "The fast way gives what the definition gives, for texts of difficult characters", arguments: 0..<400)
    func definition(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var scalars = String.UnicodeScalarView()
        for _ in 0..<random.next(in: 1...120) { scalars.append(random.pick(Self.difficult)) }
        let text = String(scalars)
        for mode in [Source.ParagraphMode.line, .blank] {
            let fast = paragraphs(text, mode)
            let slow = SlowLevels.paragraphs(of: text, mode)
            #expect(fast.map { Array($0.utf8) } == slow.map { Array($0.utf8) }, "\(text.debugDescription)")
            for paragraph in slow {
                var table = WordTable()
                table.add(Array(paragraph.utf8), paragraph: 0)
                let words = (0..<table.count).map { table.word($0) }
                #expect(
                    words.map { Array($0.utf8) } == SlowLevels.words(of: paragraph).map { Array($0.utf8) },
                    "\(paragraph.debugDescription)")
            }
        }
    }

    @Test("Paragraphs: lines or blocks, and the rule that chooses")
    func modes() {
        let text = "one\ntwo\n\nthree\r\n\r\n\r\nfour"
        #expect(paragraphs(text, .line) == ["one", "two", "three", "four"])
        #expect(paragraphs(text, .blank) == ["one two", "three", "four"])
        #expect(LevelT.mode(of: Array(text.utf8)) == .blank)
        #expect(LevelT.mode(of: Array("a\nb\nc\nd\n".utf8)) == .line)
    }

    @Test("Hyphens at line ends are joined, suspended ones are not")
    func hyphens() {
        #expect(words(text("Verhand- lungen")) == ["verhandlungen"])
        #expect(words(text("Zoll- und Steuerfragen")) == ["zoll", "und", "steuerfragen"])
        #expect(words(text("A- Bb")) == ["a", "bb"])
        #expect(words(text("ab- cd- ef")) == ["abcd", "ef"])
    }

    @Test("Repeated paragraphs are counted but not citable; offsets count scalars")
    func repeats() {
        let text = SourceText(Array("Äpfel und Öl\nmehr\nÄpfel und Öl".utf8), mode: .line, repeats: [3])
        #expect(text.words.count == 4 && text.wordCount == 7)
        #expect(
            text.part(
                Int(text.words.places[2].lowerBound)..<Int(text.words.places[2].upperBound), paragraph: 0
            ).range == 10..<12)
        #expect(text.passage([.init(paragraph: 1, range: 10..<12)]) == "Öl")
        #expect(text.passage([.init(paragraph: 1, range: 10..<13)]) == nil)
        #expect(text.passage([.init(paragraph: 4, range: 0..<1)]) == nil)
    }

    private func text(_ text: String) -> SourceText { SourceText(Array(text.utf8), mode: .line) }

    private func paragraphs(_ text: String, _ mode: Source.ParagraphMode) -> [String] {
        let level = LevelT(text.utf8, mode)
        return level.paragraphs.indices.map { String(decoding: level[$0], as: UTF8.self) }
    }

    private func words(_ text: SourceText) -> [String] { (0..<text.words.count).map { text.words.word($0) } }

    /// Characters at which a level can go wrong, and enough letters between them.
    private static let difficult: [Unicode.Scalar] =
        Array("aäßẞAÄzбёЁйЙії'’ʼ`´-–—  \t\n\n\r.,;!?…„“»«²³¹⁴⁰½ªµ１Ωﬁﷺ漢가".unicodeScalars) + [
            "\u{300}", "\u{301}", "\u{308}", "\u{306}", "\u{483}", "\u{AD}", "\u{200B}", "\u{200D}",
            "\u{FEFF}", "\u{2028}",
            "\u{2029}", "\u{A0}", "\u{202F}", "\u{2009}", "\u{85}", "\u{B}", "\u{1E9E}", "\u{345}",
            "\u{2060}", "\u{202A}", "\u{212B}",
        ]
}

/// The levels as they are defined, step by step on the scalars of the whole text.
enum SlowLevels {
    static func paragraphs(of text: String, _ mode: Source.ParagraphMode) -> [String] {
        let dropped: Set<UInt32> = Set(
            [0xAD, 0x2060, 0xFEFF, 0x61C] + Array(0x200B...0x200F) + Array(0x202A...0x202E)
                + Array(0x2066...0x2069))
        var scalars: [Unicode.Scalar] = text.precomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !dropped.contains($0.value)
        }
        scalars = replace(scalars, ["\r", "\n"], ["\n"])
        scalars = replace(scalars, ["\r"], ["\n"])
        scalars = replace(scalars, ["\u{2028}"], ["\n"])
        scalars = replace(scalars, ["\u{2029}"], ["\n", "\n"])
        let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(whereSeparator: \.properties.isWhitespace).map { string($0) }.joined(separator: " ")
        }
        if mode == .line { return lines.filter { !$0.isEmpty } }
        return lines.split(separator: "", omittingEmptySubsequences: true).map { $0.joined(separator: " ") }
    }

    static func words(of paragraph: String) -> [String] {
        let scalars = Array(paragraph.unicodeScalars)
        var found: [(text: String, range: Range<Int>)] = []
        var index = 0
        while index < scalars.count {
            var end = index
            while end < scalars.count {
                let inWord =
                    isWord(scalars[end])
                    || Folding.isApostrophe(scalars[end]) && end > index
                        && Folding.isLetter(before(scalars, end))
                        && end + 1 < scalars.count && Folding.isLetter(scalars[end + 1])
                        && !Folding.isApostrophe(scalars[end + 1])
                if !inWord { break }
                end += 1
            }
            if end > index {
                let word = Folding.fold(string(scalars[index..<end]))
                if !word.isEmpty { found.append((word, index..<end)) }
                index = end
            } else {
                index += 1
            }
        }
        return joined(found, scalars)
    }

    private static func before(_ scalars: [Unicode.Scalar], _ index: Int) -> Unicode.Scalar {
        scalars[index - 1]
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        (Folding.isLetter(scalar) || Folding.isNumber(scalar)) && !Folding.isApostrophe(scalar)
    }

    private static func joined(_ found: [(text: String, range: Range<Int>)], _ scalars: [Unicode.Scalar])
        -> [String]
    {
        let conjunctions = [
            "und", "oder", "bis", "sowie", "bzw", "beziehungsweise", "and", "or", "и", "или", "і", "й", "та",
            "або", "чи",
        ]
        var (words, index) = ([String](), 0)
        while index < found.count {
            let end = found[index].range.upperBound
            if index + 1 < found.count, found[index + 1].range.lowerBound == end + 2, scalars[end] == "-",
                scalars[end + 1] == " ",
                scalars[end + 2].properties.isLowercase, !conjunctions.contains(found[index + 1].text)
            {
                words.append(found[index].text + found[index + 1].text)
                index += 2
            } else {
                words.append(found[index].text)
                index += 1
            }
        }
        return words
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static func replace(_ scalars: [Unicode.Scalar], _ old: [Unicode.Scalar], _ new: [Unicode.Scalar])
        -> [Unicode.Scalar]
    {
        var (out, index) = ([Unicode.Scalar](), 0)
        while index < scalars.count {
            if scalars[index...].starts(with: old) {
                out += new
                index += old.count
            } else {
                out.append(scalars[index])
                index += 1
            }
        }
        return out
    }
}
