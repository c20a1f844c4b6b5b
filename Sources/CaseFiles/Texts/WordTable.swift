/// Level W, "the same words": the folded words of a text and where each stands (`Guides/Methods.md`, text levels).
///
/// The folded words lie one after the other, each followed by a space: any run of words is a slice of bytes,
/// already joined as it is hashed.
struct WordTable {
    private(set) var folded: [UInt8] = []
    /// Where each word begins in `folded`, and behind the last the end.
    private(set) var starts: [Int32] = [0]
    /// Where each word stands in the text, in bytes.
    private(set) var places: [Range<Int32>] = []
    private(set) var paragraphs: [Int32] = []

    var count: Int { places.count }

    /// The bytes of the words of a range, joined by spaces.
    func joined(_ range: Range<Int>) -> ArraySlice<UInt8> {
        range.isEmpty ? [] : folded[Int(starts[range.lowerBound])..<Int(starts[range.upperBound]) - 1]
    }

    func word(_ index: Int) -> String { String(decoding: joined(index..<index + 1), as: UTF8.self) }

    /// Whether a word holds letters of both the Latin and the Cyrillic script.
    func mixesScripts(_ index: Int) -> Bool {
        let word = joined(index..<index + 1)
        guard word.contains(where: { (0x61...0x7A).contains($0) }) else { return false }
        return word.contains { (0xD0...0xD3).contains($0) }
    }

    /// Forgets everything, and keeps the room for what comes next.
    mutating func removeAll() { removeAll(behind: 0) }

    private mutating func removeAll(behind count: Int) {
        let excess = places.count - count
        folded.removeLast(folded.count - Int(starts[count]))
        starts.removeLast(excess)
        places.removeLast(excess)
        paragraphs.removeLast(excess)
    }

    /// Adds the words of a paragraph at level T.
    ///
    /// - Parameters:
    ///   - text: The paragraph.
    ///   - offset: Where the paragraph begins in its text.
    ///   - paragraph: Its number.
    mutating func add(_ text: some Collection<UInt8>, at offset: Int = 0, paragraph: Int) {
        if text.withContiguousStorageIfAvailable({ _ = scan($0, offset, paragraph, onlyPlain: false) }) == nil
        {
            Array(text).withUnsafeBufferPointer { _ = scan($0, offset, paragraph, onlyPlain: false) }
        }
    }

    /// Adds the words of a line as it is in a file; `false`, and nothing added, if it must be brought to level T first.
    mutating func addPlain(_ line: UnsafeBufferPointer<UInt8>, paragraph: Int) -> Bool {
        let before = count
        if scan(line, 0, paragraph, onlyPlain: true) { return true }
        removeAll(behind: before)
        return false
    }

    private mutating func scan(
        _ text: UnsafeBufferPointer<UInt8>, _ offset: Int, _ paragraph: Int, onlyPlain: Bool
    ) -> Bool {
        let isDone = Folding.shared.entries.withUnsafeBufferPointer { entries in
            let scan = WordScan(scalars: ScalarScan(text: text, entries: entries))
            return scan.run(onlyPlain: onlyPlain) { word, range, joins in
                if joins {
                    folded.removeLast()
                    starts.removeLast()
                    let start = places.removeLast().lowerBound
                    places.append(start..<Int32(offset + range.upperBound))
                } else {
                    places.append(Int32(offset + range.lowerBound)..<Int32(offset + range.upperBound))
                    paragraphs.append(Int32(paragraph))
                }
                folded.append(contentsOf: word)
                starts.append(Int32(folded.count))
            }
        }
        return isDone
    }
}
