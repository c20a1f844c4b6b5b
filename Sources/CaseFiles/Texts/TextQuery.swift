import CaseModel
import Foundation
import Synchronization

/// What is looked for in texts, and the paragraphs that have it.
struct TextQuery: Sendable {
    let patterns: [WordPattern]
    /// Whether every pattern must be in the paragraph, or one is enough.
    let needsAll: Bool

    /// A paragraph that has what is looked for.
    struct Hit {
        /// From 0.
        let paragraph: Int
        /// At level T.
        let text: [UInt8]
    }

    /// The hits of a text in its order.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8.
    ///   - mode: How it falls into paragraphs.
    ///   - parts: Into how many parts the text is cut, to look through them at the same time.
    /// - Returns: One hit per paragraph.
    /// - Complexity: Linear; a hundred megabytes take well under a second on two cores.
    func hits(in text: [UInt8], _ mode: Source.ParagraphMode, parts: Int) -> [Hit] {
        let borders = Self.borders(of: text, mode, parts)
        let found = Mutex<[Int: (hits: [Hit], paragraphs: Int)]>([:])
        DispatchQueue.concurrentPerform(iterations: borders.count - 1) { index in
            let part = text.withUnsafeBufferPointer { buffer in
                search(UnsafeBufferPointer(rebasing: buffer[borders[index]..<borders[index + 1]]), mode)
            }
            found.withLock { $0[index] = part }
        }
        var (hits, before) = ([Hit](), 0)
        let parts = found.withLock { $0 }
        for index in 0..<borders.count - 1 {
            guard let part = parts[index] else { continue }
            hits += part.hits.map { Hit(paragraph: $0.paragraph + before, text: $0.text) }
            before += part.paragraphs
        }
        return hits
    }

    /// Where a text can be cut without cutting a paragraph: behind a line feed, behind two where blocks are paragraphs.
    private static func borders(of text: [UInt8], _ mode: Source.ParagraphMode, _ parts: Int) -> [Int] {
        var borders = [0]
        for part in 1..<max(1, parts) {
            var position = max(borders[borders.count - 1] + 1, text.count / parts * part)
            while position < text.count,
                text[position - 1] != 0x0A || mode == .blank && (position < 2 || text[position - 2] != 0x0A)
            {
                position += 1
            }
            if position < text.count { borders.append(position) }
        }
        return borders + [text.count]
    }

    private func search(_ text: UnsafeBufferPointer<UInt8>, _ mode: Source.ParagraphMode) -> (
        hits: [Hit], paragraphs: Int
    ) {
        var (hits, count, table) = ([Hit](), 0, WordTable())
        func look(_ paragraph: @autoclosure () -> ArraySlice<UInt8>) {
            defer { count += 1 }
            if matches(table) { hits.append(Hit(paragraph: count, text: Array(paragraph()))) }
        }
        func lookAtLevelT(_ text: UnsafeBufferPointer<UInt8>) {
            let level = LevelT(text, mode)
            for index in level.paragraphs.indices {
                table.removeAll()
                table.add(level[index], paragraph: 0)
                look(level[index])
            }
        }
        guard mode == .line else {
            lookAtLevelT(text)
            return (hits, count)
        }
        LevelT.withLines(of: text) { line in
            table.removeAll()
            guard table.addPlain(line, paragraph: 0) else { return lookAtLevelT(line) }
            let isEmpty = line.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
            if !isEmpty { look(LevelT(line, mode)[0]) }
        }
        return (hits, count)
    }

    /// Whether a paragraph or a sentence has what is looked for.
    func matches(_ table: WordTable) -> Bool {
        needsAll ? patterns.allSatisfy { $0.isIn(table) } : patterns.contains { $0.isIn(table) }
    }
}
