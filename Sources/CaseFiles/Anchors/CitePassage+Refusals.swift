extension TextLibrary {
    /// Why a passage could not be cut, and what to do.
    func refused(_ failure: PassageCutter.Failure, _ request: PassageRequest) -> Problem {
        func list(_ paragraphs: [Int]) -> String {
            Set(paragraphs).sorted().prefix(12).map { String($0) }.joined(separator: ", ")
                + (Set(paragraphs).count > 12 ? " …" : "")
        }
        return switch failure {
        case .noWords:
            refused("there are no words to look for", "give the words of the passage in quotation marks")
        case .notFound:
            refused(
                "these words do not stand in '\(request.source)' one after the other",
                "copy them from the text, or look for them: junktim find CASE \"words\"")
        case .elsewhere(let paragraphs):
            refused(
                "these words do not begin in paragraph \(request.paragraph ?? 0) of '\(request.source)'",
                "they stand in paragraph \(list(paragraphs))")
        case .several(let paragraphs):
            refused(
                "these words stand in several places of '\(request.source)'",
                "name the paragraph: --paragraph, one of \(list(paragraphs)); or give more words")
        case .oftenIn(let paragraph, let count):
            refused(
                "these words stand \(count) times in paragraph \(paragraph) of '\(request.source)'",
                "give more words, or choose one: --occurrence, from 1 to \(count)")
        case .noOccurrence(let count):
            refused(
                "the paragraph has these words \(count == 1 ? "once" : "\(count) times")",
                "choose from 1 to \(count)")
        case .noContinuation(let paragraph):
            refused(
                "paragraph \(paragraph) does not follow these words",
                "name a later paragraph of '\(request.source)'")
        case .endNotFound:
            refused(
                "the last words do not follow the first ones", "give words that stand behind the beginning")
        }
    }
}
