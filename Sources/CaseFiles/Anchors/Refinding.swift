import CaseModel

/// What became of a passage in a text: the verdict, and where it stands now.
struct Refinding {
    var verdict: Verdict
    /// The words of the passage where it is, or may be; empty if nowhere. Ambiguous: one entry for each candidate.
    var candidates: [[Range<Int>]] = []
    /// The same as an anchor writes them.
    var places: [[Anchor.Part]] = []
    /// Whether negations or numbers are not those of the passage as it was cut.
    var changesMeaning = false
    /// How often the very words stand in the text.
    var copies = 0
}

extension PassageIndex {
    /// Finds the passage of an anchor again (`Guides/Methods.md`, re-finding).
    ///
    /// The order: the same place of the same text; the same words anywhere; nothing for fewer than five words; what
    /// the sketch holds together. A high score alone never suffices: surroundings must pin it, and no rival may be near.
    func find(_ anchor: Anchor) -> Refinding {
        let copies = placesOfWords(of: anchor)
        if let here = untouched(anchor) {
            return Refinding(
                verdict: .exact, candidates: [here], places: [anchor.parts], copies: max(1, copies.count))
        }
        guard !copies.isEmpty else { return findBySketch(anchor) }
        guard let place = choose(among: copies, anchor) else {
            return Refinding(
                verdict: .ambiguous, candidates: copies, places: copies.map { parts(of: $0) },
                copies: copies.count)
        }
        let same = partsWithText(of: anchor, place)
        let verdict: Verdict = same == nil ? .retyped : isOldPlace(place, anchor) ? .exact : .moved
        return Refinding(
            verdict: verdict, candidates: [place], places: [same ?? parts(of: place)], copies: copies.count)
    }

    /// The words of the passage if its text and its place are those that were cut; `nil` where the place may no longer be
    /// cited, because its paragraph repeats others.
    private func untouched(_ anchor: Anchor) -> [Range<Int>]? {
        guard anchor.revision == text.revision, textHash(of: anchor.parts) == anchor.marks.textHash else {
            return nil
        }
        let here = stretches(of: anchor.parts)
        return here.count == anchor.parts.count ? here : nil
    }

    private func textHash(of parts: [Anchor.Part]) -> String? {
        text.passage(parts).map { text.hasher.hex(Array($0.utf8), 16) }
    }

    // MARK: The same words

    /// The one place among those with the same words that is meant: the old one, or the one whose surroundings fit best.
    private func choose(among places: [[Range<Int>]], _ anchor: Anchor) -> [Range<Int>]? {
        guard places.count > 1 else { return places.first }
        let fits = places.map { fit(of: $0, anchor) }
        for (place, fit) in zip(places, fits)
        where fit == 2 && isOldPlace(place, anchor) && partsWithText(of: anchor, place) != nil {
            return place
        }
        let best = fits.max() ?? 0
        let top = zip(places, fits).filter { $0.1 == best }
        return best > 0 && top.count == 1 ? top.first?.0 : nil
    }

    /// How many of the two surroundings are those of the anchor.
    private func fit(of place: [Range<Int>], _ anchor: Anchor) -> Int {
        let (first, last) = (place.first?.lowerBound ?? 0, place.last?.upperBound ?? 0)
        return (before(first) == anchor.marks.before ? 1 : 0) + (after(last) == anchor.marks.after ? 1 : 0)
    }

    private func isOldPlace(_ place: [Range<Int>], _ anchor: Anchor) -> Bool {
        if let first = anchor.marks.watch.firstWord { return place.first?.lowerBound == first }
        return parts(of: place).map(\.range.lowerBound) == anchor.parts.map(\.range.lowerBound)
            && parts(of: place).map(\.paragraph) == anchor.parts.map(\.paragraph)
    }

    /// The parts of a place if its text is the anchor's, with or without closing marks that were selected with it.
    private func partsWithText(of anchor: Anchor, _ place: [Range<Int>]) -> [Anchor.Part]? {
        var slices = place.flatMap { self.slices(of: $0) }
        guard let last = slices.popLast() else { return nil }
        let next = place.last.flatMap {
            $0.upperBound < count ? Int(text.words.places[$0.upperBound].lowerBound) : nil
        }
        let farthest = min(
            next ?? .max, last.range.upperBound + Self.longestClosing,
            text.paragraphs[last.paragraph].upperBound)
        for end in last.range.upperBound...max(last.range.upperBound, farthest) {
            let all = slices + [(last.paragraph, last.range.lowerBound..<end)]
            if text.hasher.hex(text.joined(all.map(\.range)), 16) == anchor.marks.textHash {
                return all.map { text.part($0.range, paragraph: $0.paragraph) }
            }
        }
        return nil
    }

    /// How many bytes of closing punctuation a selection may hold.
    private static let longestClosing = 12

    /// All places where exactly the words of the anchor stand.
    ///
    /// The sketch tells where to look: a place that has the words has all runs of the sketch.
    func placesOfWords(of anchor: Anchor) -> [[Range<Int>]] {
        let marks = anchor.marks
        guard marks.words > 0, marks.words <= count else { return [] }
        guard anchor.parts.count == 1 else { return GappedPlaces(index: self, anchor: anchor).all() }
        guard marks.words >= Self.run, !marks.sketch.isEmpty else {
            return (0...count - marks.words).map { [$0..<$0 + marks.words] }
                .filter { wordsHash($0) == marks.wordsHash }
        }
        return starts(of: marks).map { [$0..<$0 + marks.words] }.filter { wordsHash($0) == marks.wordsHash }
    }

    /// Where a window of the passage's length holds every run of the sketch.
    private func starts(of marks: Anchor.Marks) -> [Int] {
        let all = marks.sketch.map { positions[$0] ?? [] }
        guard let rarest = all.min(by: { $0.count < $1.count }) else { return [] }
        var starts: Set<Int> = []
        for position in rarest {
            let first = max(0, position - marks.words + Self.run)
            for start in first...position where start + marks.words <= count && !starts.contains(start) {
                let window = start...start + marks.words - Self.run
                if all.allSatisfy({ Self.holds($0, window) }) { starts.insert(start) }
            }
        }
        return starts.sorted()
    }

    /// Whether ascending numbers hold one of a range.
    private static func holds(_ numbers: [Int], _ range: ClosedRange<Int>) -> Bool {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] <= range.upperBound
    }

    // MARK: Most of the words

    private func findBySketch(_ anchor: Anchor) -> Refinding {
        let (marks, size) = (anchor.marks, anchor.marks.sketch.count)
        guard marks.words >= 5 else { return Refinding(verdict: .lost) }
        let places = scored(marks.sketch, length: marks.words).enumerated().sorted {
            ($1.element.hits, $0.element.words.count, $0.offset) < (
                $0.element.hits, $1.element.words.count, $1.offset
            )
        }.map(\.element)
        // Less than a quarter of the sketch is nobody's passage; so there is no rival to weigh either.
        guard let best = places.first, best.hits * 4 >= size else { return Refinding(verdict: .lost) }
        let (words, isPinned) = pin(best.words, marks)
        let second =
            places.filter {
                $0.words.upperBound <= words.lowerBound || $0.words.lowerBound >= words.upperBound
            }
            .map(\.hits).max() ?? 0
        let hasRival =
            (best.hits - second) * 5 < size && second * 4 >= size
            || marks.rival >= 25 && best.hits * 100 <= (marks.rival + 10) * size
        let verdict: Verdict =
            if hasRival { .ambiguous } else if best.hits * 2 >= size {
                isPinned ? .edited : .weak
            } else { isPinned ? .weak : .lost }
        guard verdict != .lost else { return Refinding(verdict: .lost) }
        let now = watch([words])
        let isOther =
            now.negations != marks.watch.negations || now.numbersHash != marks.watch.numbersHash
        return Refinding(
            verdict: verdict, candidates: [[words]], places: [parts(of: [words])], changesMeaning: isOther)
    }

    /// Moves the ends of a place to where the passage's surroundings are; tells whether one of them was found.
    private func pin(_ place: Range<Int>, _ marks: Anchor.Marks) -> (Range<Int>, Bool) {
        var (first, last, isPinned) = (place.lowerBound, place.upperBound, false)
        let reach = marks.words / 2 + 2
        for word in stride(from: max(1, first - reach), through: min(count, first + reach), by: 1)
        where word < last && before(word) == marks.before {
            (first, isPinned) = (word, true)
            break
        }
        for word in stride(from: max(first + 1, last - reach), through: min(count - 1, last + reach), by: 1)
        where after(word) == marks.after {
            (last, isPinned) = (word, true)
            break
        }
        return (first..<last, isPinned)
    }
}

// MARK: - From words to the text and back

extension PassageIndex {
    /// The slices of the text that hold a run of words, one for each paragraph, in bytes.
    ///
    /// A paragraph without words, or one that repeats others, is no part of a passage that runs past it.
    func slices(of words: Range<Int>) -> [(paragraph: Int, range: Range<Int>)] {
        var (slices, start) = ([(paragraph: Int, range: Range<Int>)](), words.lowerBound)
        while start < words.upperBound {
            let end = min(endOfParagraph(start), words.upperBound)
            let range = Int(text.words.places[start].lowerBound)..<Int(text.words.places[end - 1].upperBound)
            let paragraph = Int(text.words.paragraphs[start])
            // Between two paragraphs of one passage nothing is left out but the break.
            let whole = text.paragraphs[paragraph]
            let from = start == words.lowerBound ? range.lowerBound : whole.lowerBound
            slices.append((paragraph, from..<(end == words.upperBound ? range.upperBound : whole.upperBound)))
            start = end
        }
        return slices
    }

    /// Where stretches of words stand, as an anchor writes it.
    func parts(of stretches: [Range<Int>]) -> [Anchor.Part] {
        stretches.flatMap { slices(of: $0) }.map { text.part($0.range, paragraph: $0.paragraph) }
    }

    /// The words that stand in the parts of a passage.
    func stretches(of parts: [Anchor.Part]) -> [Range<Int>] {
        parts.compactMap { part in
            guard let bytes = text.bytes(of: part) else { return nil }
            let first = firstWord(from: bytes.lowerBound)
            let end = firstWord(from: bytes.upperBound)
            return first < end ? first..<end : nil
        }
    }

    /// The first word that begins at a byte or behind it.
    func firstWord(from byte: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if Int(text.words.places[middle].lowerBound) < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
