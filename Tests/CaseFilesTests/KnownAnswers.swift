import Foundation
import Testing

/// A known answer of the file `KnownAnswers/texts.json`.
struct UnicodeCase: Decodable, Sendable, CustomTestStringConvertible {
    let id, why, a, b: String
    let same_text, same_words: Bool
    let a_T, a_T_sha256_16: String
    let a_T_scalars: Int
    let a_words: [String]
    var testDescription: String { "\(id) \(why)" }
}

struct AnchorCase: Decodable, Sendable, CustomTestStringConvertible {
    struct Modes: Decodable, Sendable { let original, edited: String }

    let id, why: String
    let paragraph_mode: Modes
    let original_marked, edited_marked: String
    let expect_status: [String]
    let expect_meaning_flag: Bool?
    let original_words: [Int]
    let edited_words: [Int]?
    let passage_T, passage_T_sha256_16: String
    let edited_T: String?
    var testDescription: String { "\(id) \(why)" }
}

struct KnownTexts: Decodable {
    let unicode: [UnicodeCase]
    let anchor: [AnchorCase]

    static func load() -> KnownTexts {
        let file = Bundle.module.url(
            forResource: "texts", withExtension: "json", subdirectory: "KnownAnswers")
        guard let file, let data = try? Data(contentsOf: file),
            let known = try? JSONDecoder().decode(KnownTexts.self, from: data)
        else { return KnownTexts(unicode: [], anchor: []) }
        return known
    }
}
