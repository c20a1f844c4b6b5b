public import CaseModel

extension TextLibrary {
    /// Looks up every anchor of a case in the texts at hand.
    ///
    /// - Returns: One check per anchor, in the order of the case; without its text an anchor is `unverifiable`.
    /// - Complexity: Linear in the texts, and for each anchor in the places where runs of its words stand.
    public mutating func verify(_ theCase: Case) -> [AnchorCheck] {
        theCase.anchors.map { anchor in
            // What a person marked as lost stays lost until a person confirms it.
            let isLost = anchor.state == .lost
            guard let source = theCase.source(anchor.source), let index = index(of: source) else {
                return AnchorCheck(anchor, isLost ? .lost : .unverifiable)
            }
            let found = index.find(anchor)
            let check = AnchorCheck(
                anchor, isLost ? .lost : found.verdict, places: found.places,
                changesMeaning: found.changesMeaning, copies: found.copies)
            tellDamage(of: check, index)
            return check
        }
    }

    /// A line whose passage is there, and which yet says something else of it, was changed by hand.
    private mutating func tellDamage(of check: AnchorCheck, _ index: PassageIndex) {
        let anchor = check.anchor
        guard check.verdict == .exact, anchor.revision == index.text.revision, let place = check.places.first
        else { return }
        let marks = index.marks(of: index.stretches(of: place), parts: anchor.parts)
        guard place != anchor.parts || !marks.agrees(with: anchor.marks) else { return }
        problems.append(
            Problem(
                anchor.place, "the line of '\(anchor.reference)' does not fit its passage",
                hint: "restore the line, or confirm it anew: junktim anchors confirm",
                severity: .warning))
    }

    /// Passages that are only named, and do not stand where they are said to.
    public mutating func misplaced(in theCase: Case) -> Set<Citation> {
        Set(namedPassages(of: theCase).filter { $0.parts == nil }.map(\.citation))
    }

    /// Passages that are named by paragraph and first words, where their text is at hand, and where each stands.
    mutating func namedPassages(of theCase: Case) -> [(citation: Citation, parts: [Anchor.Part]?)] {
        Set(theCase.items.flatMap(\.basis.citations)).compactMap { citation in
            guard case .passage(let id, let paragraph, let begins) = citation,
                let source = theCase.source(id),
                let index = index(of: source)
            else { return nil }
            var request = PassageRequest(source: id, words: begins)
            (request.isBeginning, request.paragraph, request.occurrence) = (true, paragraph, 1)
            let stretches = try? PassageCutter(index: index).stretches(of: request).get()
            return (citation, stretches.map { index.parts(of: $0) })
        }
    }

    /// The words of passages, at level T, for those whose text is at hand and where each stands now.
    public mutating func passages(of checks: [AnchorCheck], in theCase: Case) -> [String: String] {
        var found: [String: String] = [:]
        for source in theCase.sources {
            let mine = checks.filter { $0.anchor.source == source.id && $0.places.count == 1 }
            guard !mine.isEmpty, let index = index(of: source) else { continue }
            for check in mine { found[check.anchor.reference] = index.text.passage(check.places[0]) }
        }
        return found
    }
}

extension Anchor.Marks {
    /// Whether two lines say the same of a passage itself; its surroundings change with what may be cited beside it.
    fileprivate func agrees(with other: Anchor.Marks) -> Bool {
        words == other.words && textHash == other.textHash && wordsHash == other.wordsHash
            && sketch == other.sketch
            && watch.negations == other.watch.negations && watch.numbersHash == other.watch.numbersHash
    }
}
