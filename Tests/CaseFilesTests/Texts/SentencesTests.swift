import Testing

@testable import CaseFiles

@Suite("Sentences")
struct SentencesTests {
    /// Each text is written with a bar where a sentence should end.
    @Test(
        "Borders",
        arguments: [
            "Das gilt. | Es gilt auch morgen! | Wirklich? | Ja …",
            "Am 6. Januar und am 14./15. Dezember 2025 traf man sich. | Danach nicht mehr.",
            "Das war am 13.3. 2025 in Djidda. | Es folgte ein Treffen am 1.6. in Istanbul.",
            "Der Stand von 2025. | Januar war kalt.",
            "Siehe z.B. Art. 157 und Pkt. 6, gem. Abs. 2, d.h. nichts. | Ende.",
            "J. D. Vance sprach mit Dr. Meier über 30 Mrd. Euro usw. bis zuletzt.",
            "Er sagte: „Wir bleiben.“ | Dann ging er.",
            "Die Fußnote steht hier.¹² | Und hier² nicht.",
            "Er zögert ... und geht. | Sie wartet ... | Dann kommt sie.",
            "The U.S. said no. | Mr. Smith left vs. stayed.",
            "Об этом сказано в ст. 5. | Срок не назван.",
            "Це сталося 24 лютого 2022. | Потім 6 січня.",
            "Ein Stück ohne Ende",
        ])
    func borders(_ marked: String) {
        let wanted = marked.split(separator: "|").map {
            String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        let text = Array(wanted.joined(separator: " ").utf8)
        let found = Sentences.ranges(in: text[...]).map { String(decoding: text[$0], as: UTF8.self) }
        #expect(found == wanted)
    }

    @Test("A stretch that ends in the middle of a sentence is not complete")
    func complete() {
        func isComplete(_ text: String) -> Bool { Sentences.isComplete(Array(text.utf8)[...]) }
        #expect(
            isComplete("Ende.¹²") && isComplete("„Ende.“") && isComplete("darunter:")
                && !isComplete("in die Enge getrieben, das"))
    }
}
