import CaseModel

/// The text of a source, ready to be cited: paragraphs at level T and words at level W.
///
/// It is read from where its owner keeps it, and never becomes part of a case.
struct SourceText: Sendable {
    /// The paragraphs at level T in UTF-8, joined by line feeds: what the fingerprint `text` is taken of.
    let bytes: [UInt8]
    /// Where each paragraph stands in `bytes`.
    let paragraphs: [Range<Int>]
    /// The words that may be cited: those of paragraphs that repeat others are left out.
    let words: WordTable
    /// All words, repeats included.
    let wordCount: Int
    /// SHA-256 of `bytes`, hexadecimal.
    let textHash: String
    let hasher: PassageHasher

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8; a byte-order mark is dropped.
    ///   - mode: How it falls into paragraphs; without one the automatic rule decides.
    ///   - repeats: Paragraphs from 1 that repeat others.
    ///   - key: The key of a confidential source; its hashes tell nothing to those who do not have it.
    /// - Complexity: Linear.
    init(_ text: [UInt8], mode: Source.ParagraphMode?, repeats: [Int] = [], key: [UInt8]? = nil) {
        let level = LevelT(text, mode ?? LevelT.mode(of: text))
        var (words, repeated) = (WordTable(), WordTable())
        for (index, range) in level.paragraphs.enumerated() {
            if repeats.contains(index + 1) {
                repeated.add(level[index], paragraph: index)
            } else {
                words.add(level[index], at: range.lowerBound, paragraph: index)
            }
        }
        hasher = PassageHasher(key: key)
        (bytes, paragraphs, self.words) = (level.bytes, level.paragraphs, words)
        wordCount = words.count + repeated.count
        textHash = hasher.hex(level.bytes)
    }

    /// What an anchor names as its revision.
    var revision: String { String(textHash.prefix(12)) }

    /// A part of a paragraph in bytes; `nil` if it leaves the paragraph.
    func bytes(of part: Anchor.Part) -> Range<Int>? {
        guard paragraphs.indices.contains(part.paragraph - 1) else { return nil }
        let paragraph = paragraphs[part.paragraph - 1]
        guard let start = offset(ofScalar: part.range.lowerBound, in: paragraph, from: paragraph.lowerBound),
            let end = offset(ofScalar: part.range.count, in: paragraph, from: start)
        else { return nil }
        return start..<end
    }

    private func offset(ofScalar count: Int, in paragraph: Range<Int>, from start: Int) -> Int? {
        var (position, left) = (start, count)
        while left > 0 {
            guard position < paragraph.upperBound else { return nil }
            position += 1
            while position < paragraph.upperBound, bytes[position] & 0xC0 == 0x80 { position += 1 }
            left -= 1
        }
        return position
    }

    /// A range of bytes inside one paragraph as a part, counted in scalars.
    func part(_ range: Range<Int>, paragraph: Int) -> Anchor.Part {
        func scalars(_ range: Range<Int>) -> Int { bytes[range].count { $0 & 0xC0 != 0x80 } }
        let start = scalars(paragraphs[paragraph].lowerBound..<range.lowerBound)
        return Anchor.Part(paragraph: paragraph + 1, range: start..<start + scalars(range))
    }

    /// The passage at level T, its parts joined by line feeds; `nil` if it is not there.
    func passage(_ parts: [Anchor.Part]) -> String? {
        let ranges = parts.compactMap { bytes(of: $0) }
        guard ranges.count == parts.count else { return nil }
        return String(decoding: joined(ranges), as: UTF8.self)
    }

    /// Slices of the text joined by line feeds.
    func joined(_ ranges: [Range<Int>]) -> [UInt8] {
        Array(ranges.map { bytes[$0] }.joined(separator: [0x0A]))
    }
}
