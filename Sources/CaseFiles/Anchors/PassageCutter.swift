import CaseModel

/// Finds a passage that somebody means, and cuts it as an anchor.
struct PassageCutter {
    let index: PassageIndex
    private var text: SourceText { index.text }

    /// Why a passage cannot be cut.
    enum Failure: Error, Hashable {
        case noWords
        case notFound
        /// The words are there, but not in the paragraph that was named.
        case elsewhere([Int])
        /// Several places have the words; the paragraphs are named.
        case several([Int])
        case endNotFound
        /// The paragraph has the words so many times.
        case oftenIn(Int, Int)
        /// The paragraph has the words only so many times.
        case noOccurrence(Int)
        /// There is no such paragraph behind the words.
        case noContinuation(Int)
    }

    /// The stretches of words of the passage.
    func stretches(of request: PassageRequest) -> Result<[Range<Int>], Failure> {
        var table = WordTable()
        let given = LevelT(request.words.utf8, .blank)
        for index in given.paragraphs.indices { table.add(given[index], paragraph: index) }
        guard table.count > 0 else { return .failure(.noWords) }
        return place(of: table, request).flatMap { found in
            if let ends = request.ends { return extended(found, to: ends) }
            if let paragraph = request.continues { return continued(found, in: paragraph) }
            if request.isVerbatim { return .success(found) }
            return .success(wholeSentences(found, keepingStart: request.isBeginning))
        }
    }

    // MARK: Finding the words

    private func place(of words: WordTable, _ request: PassageRequest) -> Result<[Range<Int>], Failure> {
        let all = places(of: words)
        guard let first = all.first else { return .failure(.notFound) }
        let paragraphs = all.map { paragraph(of: $0[0].lowerBound) }
        guard let wanted = request.paragraph else {
            return all.count == 1 ? .success(first) : .failure(.several(paragraphs))
        }
        let inside = all.filter { paragraph(of: $0[0].lowerBound) == wanted }
        guard let only = inside.first else { return .failure(.elsewhere(paragraphs)) }
        if let occurrence = request.occurrence {
            return (1...inside.count).contains(occurrence)
                ? .success(inside[occurrence - 1]) : .failure(.noOccurrence(inside.count))
        }
        return inside.count == 1 ? .success(only) : .failure(.oftenIn(wanted, inside.count))
    }

    private func paragraph(of word: Int) -> Int { Int(text.words.paragraphs[word]) + 1 }

    /// Every place where the words stand one after the other; a footnote may cut them once.
    private func places(of words: WordTable) -> [[Range<Int>]] {
        (0..<index.count).compactMap { match(words, from: 0, at: $0, gaps: 1) }
    }

    private func match(_ words: WordTable, from first: Int, at start: Int, gaps: Int) -> [Range<Int>]? {
        var (given, here) = (first, start)
        while given < words.count, here < index.count,
            words.joined(given..<given + 1) == text.words.joined(here..<here + 1)
        {
            (given, here) = (given + 1, here + 1)
        }
        if given == words.count { return [start..<here] }
        // At the end of a paragraph the words may go on behind what stands between.
        guard gaps > 0, here > start, here < index.count, index.endOfParagraph(here - 1) == here else {
            return nil
        }
        for next in index.paragraphStarts(after: here, within: GappedPlaces.widestGap) {
            if let rest = match(words, from: given, at: next, gaps: gaps - 1) { return [start..<here] + rest }
        }
        return nil
    }

    // MARK: Ends

    private func extended(_ found: [Range<Int>], to ends: String) -> Result<[Range<Int>], Failure> {
        var table = WordTable()
        let level = LevelT(ends.utf8, .blank)
        for index in level.paragraphs.indices { table.add(level[index], paragraph: index) }
        let (start, least) = (found[0].lowerBound, (found.last?.upperBound ?? 0) - table.count)
        let last = (max(start, least)..<max(start, least, index.count)).first {
            table.count > 0 && match(table, from: 0, at: $0, gaps: 0) != nil
        }
        return last.map { .success(withoutFootnotes(start..<$0 + table.count)) } ?? .failure(.endNotFound)
    }

    /// The passage to the end of its paragraph, and on to the end of a sentence in another one.
    private func continued(_ found: [Range<Int>], in paragraph: Int) -> Result<[Range<Int>], Failure> {
        let next = (0..<index.count).first { self.paragraph(of: $0) == paragraph }
        guard let next, let last = found.last, next >= last.upperBound else {
            return .failure(.noContinuation(paragraph))
        }
        let first = last.lowerBound..<index.endOfParagraph(last.upperBound - 1)
        return .success(found.dropLast() + [first, next..<endOfSentence(next)])
    }

    /// A run of words without the footnotes that cut a sentence between its ends.
    private func withoutFootnotes(_ words: Range<Int>) -> [Range<Int>] {
        let last = paragraph(of: words.upperBound - 1) - 1
        var isOpen = false
        var (stretches, start) = ([Range<Int>](), words.lowerBound)
        while start < words.upperBound {
            let (paragraph, end) = (
                paragraph(of: start) - 1, min(index.endOfParagraph(start), words.upperBound)
            )
            if paragraph == last || !isOpen || !isFootnote(paragraph) {
                isOpen = !Sentences.isComplete(text.bytes[text.paragraphs[paragraph]])
                if let last = stretches.last, last.upperBound == start {
                    stretches[stretches.count - 1] = last.lowerBound..<end
                } else {
                    stretches.append(start..<end)
                }
            }
            start = end
        }
        return stretches
    }

    /// The passage widened to the borders of its sentences.
    private func wholeSentences(_ found: [Range<Int>], keepingStart: Bool) -> [Range<Int>] {
        var stretches = found
        if !keepingStart {
            let first = stretches.removeFirst()
            stretches = comingFrom(startOfSentence(first.lowerBound)..<first.upperBound) + stretches
        }
        let last = stretches.removeLast()
        return stretches + goingOn(last.lowerBound..<endOfSentence(last.upperBound - 1))
    }

    /// The sentences of the paragraph in which a word stands.
    private func sentences(around word: Int) -> [Range<Int>] {
        Sentences.ranges(in: text.bytes[text.paragraphs[Int(text.words.paragraphs[word])]])
    }

    private func startOfSentence(_ word: Int) -> Int {
        let place = Int(text.words.places[word].lowerBound)
        return sentences(around: word).first { $0.contains(place) }.map {
            index.firstWord(from: $0.lowerBound)
        } ?? word
    }

    private func endOfSentence(_ word: Int) -> Int {
        let place = Int(text.words.places[word].lowerBound)
        return sentences(around: word).first { $0.contains(place) }.map {
            index.firstWord(from: $0.upperBound)
        } ?? word + 1
    }

    /// A sentence that its paragraph leaves open goes on where the next paragraph of running text begins in lower case.
    private func goingOn(_ words: Range<Int>) -> [Range<Int>] {
        let last = Int(text.words.paragraphs[words.upperBound - 1])
        guard index.endOfParagraph(words.upperBound - 1) == words.upperBound,
            !Sentences.isComplete(text.bytes[text.paragraphs[last]]), !isFootnote(last)
        else { return [words] }
        for next in index.paragraphStarts(after: words.upperBound - 1, within: GappedPlaces.widestGap) {
            let paragraph = Int(text.words.paragraphs[next])
            if isFootnote(paragraph) { continue }
            guard beginsLowercase(paragraph) else { break }
            let rest = next..<endOfSentence(next)
            return next == words.upperBound ? [words.lowerBound..<rest.upperBound] : [words, rest]
        }
        return [words]
    }

    /// The mirror of ``goingOn(_:)``: a paragraph that begins in lower case takes up the sentence that one before left open.
    private func comingFrom(_ words: Range<Int>) -> [Range<Int>] {
        let paragraph = Int(text.words.paragraphs[words.lowerBound])
        guard words.lowerBound > 0,
            index.firstWord(from: text.paragraphs[paragraph].lowerBound) == words.lowerBound,
            beginsLowercase(paragraph), !isFootnote(paragraph)
        else { return [words] }
        for end in index.paragraphEnds(before: words.lowerBound, within: GappedPlaces.widestGap) {
            let before = Int(text.words.paragraphs[end - 1])
            if isFootnote(before) { continue }
            guard !Sentences.isComplete(text.bytes[text.paragraphs[before]]) else { break }
            let start = startOfSentence(end - 1)
            return end == words.lowerBound ? [start..<words.upperBound] : [start..<end, words]
        }
        return [words]
    }

    /// A paragraph that begins with the mark of a footnote.
    private func isFootnote(_ paragraph: Int) -> Bool {
        let start = String(decoding: text.bytes[text.paragraphs[paragraph]].prefix(24), as: UTF8.self)
            .unicodeScalars
        guard let first = start.first else { return false }
        if Folding.isSuperscript(first) || first == "*" || first == "[" { return true }
        let digits = start.prefix { ("0"..."9").contains($0) }.count
        return (1...3).contains(digits) && start.dropFirst(digits).first == " "
    }

    /// Whether a paragraph begins in the middle of a sentence; a list item does not, although its first word may be small.
    private func beginsLowercase(_ paragraph: Int) -> Bool {
        let start = String(decoding: text.bytes[text.paragraphs[paragraph]].prefix(24), as: UTF8.self)
            .unicodeScalars
        return start.first { !"*_„“”\"'«»‚‘’([".unicodeScalars.contains($0) }?.properties.isLowercase ?? false
    }

    // MARK: Cutting

    /// The anchor of a passage; closing marks that were selected with the words belong to it.
    func cut(_ stretches: [Range<Int>], _ request: PassageRequest, of source: Source, id: String) -> Anchor {
        var slices = stretches.flatMap { index.slices(of: $0) }
        if let last = slices.popLast() {
            let closing = closingMarks(
                request.ends ?? request.words, behind: last.range.upperBound, in: last.paragraph)
            slices.append((last.paragraph, last.range.lowerBound..<last.range.upperBound + closing))
        }
        let parts = slices.map { text.part($0.range, paragraph: $0.paragraph) }
        return Anchor(
            id: id, source: source.id, place: Place(file: AnchorsFile.name, line: 1, column: 1),
            revision: text.revision,
            parts: parts, marks: index.marks(of: stretches, parts: parts), state: .ok, by: request.by,
            on: request.on)
    }

    /// How many bytes of closing marks the selection shares with the text.
    private func closingMarks(_ selection: String, behind end: Int, in paragraph: Int) -> Int {
        let level = LevelT(selection.utf8, .blank)
        guard let chosen = level.paragraphs.indices.last.map({ level[$0] }) else { return 0 }
        var table = WordTable()
        table.add(chosen, paragraph: 0)
        guard let last = table.places.last else { return 0 }
        let marks = chosen.dropFirst(Int(last.upperBound))
        let there = text.bytes[end..<text.paragraphs[paragraph].upperBound]
        return marks.isEmpty || !there.starts(with: marks) ? 0 : marks.count
    }
}
