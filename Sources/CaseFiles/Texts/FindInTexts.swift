public import CaseModel
import Foundation

/// Why nothing can be looked for.
public enum SearchProblem: Error, Hashable, Sendable {
    case noWords
    /// A star stands inside a word.
    case starInside(String)
    /// The issue has no entry in `vocabulary.yaml`.
    case noVocabulary(issue: String)
}

extension TextLibrary {
    /// The sentences of the texts at hand that hold all of some words.
    ///
    /// - Parameters:
    ///   - query: Words, with a star for anything at their end or beginning, and phrases in quotation marks; all of them
    ///     must stand in the sentence.
    ///   - theCase: The case whose sources are looked through.
    ///   - checks: What became of its anchors, to tell what is cited.
    /// - Returns: The sentences in the order of the sources.
    /// - Throws: ``SearchProblem`` if there is nothing to look for.
    public mutating func find(_ query: String, in theCase: Case, checks: [AnchorCheck]) throws(SearchProblem)
        -> [TextHit]
    {
        let phrases = Self.phrases(of: query)
        if let wrong = phrases.first(where: WordPattern.hasStarInside) { throw .starInside(wrong) }
        let patterns = phrases.compactMap { WordPattern($0) }
        guard !patterns.isEmpty else { throw .noWords }
        return find(TextQuery(patterns: patterns, needsAll: true), theCase, checks)
    }

    /// The sentences that speak of an issue, by the vocabulary of the case.
    public mutating func find(issue: String, in theCase: Case, checks: [AnchorCheck]) throws(SearchProblem)
        -> [TextHit]
    {
        let words = theCase.vocabulary.first { $0.issue == issue }?.all ?? []
        let patterns = words.compactMap { WordPattern($0) }
        guard !patterns.isEmpty else { throw .noVocabulary(issue: issue) }
        return find(TextQuery(patterns: patterns, needsAll: false), theCase, checks)
    }

    private mutating func find(_ query: TextQuery, _ theCase: Case, _ checks: [AnchorCheck]) -> [TextHit] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let cited = citedPlaces(in: theCase, checks)
        return theCase.sources.flatMap { source -> [TextHit] in
            guard let (bytes, repeats) = searchable(source) else { return [] }
            let mode = source.paragraphs ?? LevelT.mode(of: bytes)
            // Small texts are not worth a second thread.
            return query.hits(in: bytes, mode, parts: bytes.count < 1 << 20 ? 1 : cores)
                .filter { !repeats.contains($0.paragraph + 1) }
                .flatMap { Self.sentences(of: $0, source.id, query, cited[source.id] ?? []) }
        }
    }

    private typealias CitedPlace = (citation: Citation, parts: [Anchor.Part])

    /// Where something is cited, source by source: by an anchor that counts, or by paragraph and first words.
    private mutating func citedPlaces(in theCase: Case, _ checks: [AnchorCheck]) -> [String: [CitedPlace]] {
        var places: [String: [CitedPlace]] = [:]
        for check in checks where check.verdict.counts {
            let citation = Citation.anchor(source: check.anchor.source, id: check.anchor.id)
            places[check.anchor.source, default: []].append((citation, check.places.flatMap { $0 }))
        }
        for (citation, parts) in namedPassages(of: theCase) {
            places[citation.source, default: []].append((citation, parts ?? []))
        }
        return places
    }

    /// The sentences of a paragraph in which something was found.
    private static func sentences(
        of hit: TextQuery.Hit, _ source: String, _ query: TextQuery, _ cited: [CitedPlace]
    ) -> [TextHit] {
        Sentences.ranges(in: hit.text[...]).compactMap { range -> TextHit? in
            var words = WordTable()
            words.add(hit.text[range], paragraph: 0)
            guard query.matches(words) else { return nil }
            let begins = words.places[0].lowerBound..<words.places[min(2, words.count - 1)].upperBound
            func scalars(_ range: Range<Int>) -> Int { hit.text[range].count { $0 & 0xC0 != 0x80 } }
            let start = scalars(0..<range.lowerBound)
            let part = Anchor.Part(paragraph: hit.paragraph + 1, range: start..<start + scalars(range))
            let text = Array(hit.text[range])
            return TextHit(
                source: source, part: part,
                begins: String(
                    decoding: text[Int(begins.lowerBound)..<Int(begins.upperBound)], as: UTF8.self),
                text: String(decoding: text, as: UTF8.self),
                citations: cited.filter { $0.parts.contains { $0.overlaps(part) } }.map(\.citation))
        }
    }

    /// Words, and phrases that stand in quotation marks.
    private static func phrases(of query: String) -> [String] {
        query.split(omittingEmptySubsequences: false) { "\"„“”«»".contains($0) }.enumerated().flatMap {
            index, piece in
            index % 2 == 1 ? [String(piece)] : piece.split(whereSeparator: \.isWhitespace).map(String.init)
        }
    }
}

extension Anchor.Part {
    fileprivate func overlaps(_ other: Anchor.Part) -> Bool {
        paragraph == other.paragraph && range.overlaps(other.range)
    }
}
