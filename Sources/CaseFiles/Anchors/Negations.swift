/// Words that turn a sentence round, in the folded form of level W (an apostrophe inside a word is dropped).
///
/// The number of them in a passage is kept with its anchor: a passage that lost or gained one is flagged.
enum Negations {
    private static let words: Set<String> = [
        // German; all forms of "kein" are found by their stem.
        "nicht", "nichts", "nie", "niemals", "niemand", "niemandem", "niemanden", "niemandes", "ohne",
        "weder", "noch",
        // English; contractions are found by their end.
        "not", "no", "never", "none", "nobody", "nothing", "without", "cannot", "neither", "nor",
        // Russian
        "не", "ни", "нет", "никогда", "никто", "ничто", "ничего", "без",
        // Ukrainian
        "ні", "немає", "нема", "ніколи", "ніхто", "ніщо", "нічого",
    ]

    /// English contractions without their apostrophe.
    private static let contractions: Set<String> = [
        "aint", "arent", "cant", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent", "isnt",
        "mightnt",
        "mustnt", "neednt", "oughtnt", "shant", "shouldnt", "wasnt", "werent", "wont", "wouldnt",
    ]

    static func contain(_ word: String) -> Bool {
        words.contains(word) || contractions.contains(word) || word.hasPrefix("kein")
    }
}
