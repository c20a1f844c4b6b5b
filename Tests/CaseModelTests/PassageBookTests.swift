import CaseModel
import Testing

@Suite("What entries rest on")
struct PassageBookTests {
    private let verdicts: [(id: String, verdict: Verdict)] = [
        ("a1", .exact), ("a2", .edited), ("a3", .lost), ("a4", .moved),
    ]

    private func anchor(_ id: String) -> Anchor {
        let marks = Anchor.Marks(
            words: 5, textHash: "", wordsHash: "", before: "", after: "", rival: 0,
            watch: Anchor.Watch(negations: 0, numbersHash: ""), sketch: [])
        return Anchor(
            id: id, source: "s1", place: Place(file: "anchors.tsv", line: 1, column: 1), revision: "",
            parts: [Anchor.Part(paragraph: 1, range: 0..<9)], marks: marks, state: .ok, by: "", on: "")
    }

    @Test("Known answer C07: an anchor that needs review does not count, one that counts is enough")
    func coverage() {
        let anchors = verdicts.map { anchor($0.id) }
        let checks = zip(anchors, verdicts).map { AnchorCheck($0, $1.verdict) }
        let book = PassageBook(anchors: anchors, sources: [], checks: checks)
        func holding(_ ids: String...) -> PassageBook.Holding {
            book.holding(of: Basis(citations: ids.map { .anchor(source: "s1", id: $0) }))
        }
        let claims = [holding("a1"), holding(), holding("a2"), holding("a3", "a4")]
        #expect(claims == [.cited, .uncited, .unconfirmed, .cited])
        #expect(claims.count { $0 == .cited } * 2 == claims.count)
    }
}
