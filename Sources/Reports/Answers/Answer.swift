import CaseModel
public import Findings

/// A finding that can be shown in every form.
public protocol Answer: Finding {
    /// The answer in one sentence.
    func summary(_ words: Words) -> String
    /// The answer as text for a terminal.
    func text(_ words: Words) -> String
    /// The object `data` of the answer in JSON.
    func data() -> JSON
    /// The answer as a table of comma-separated values.
    func csv(_ words: Words) -> String
    /// The seed of the random draws in the answer, if there were any.
    var seed: Int? { get }
    /// What several viewpoints say in one table, never added up; `nil` for questions without one.
    static func sideBySide(_ answers: [(perspective: String, answer: Self)], _ words: Words) -> String?
}

extension Answer {
    public var seed: Int? { nil }

    public static func sideBySide(_ answers: [(perspective: String, answer: Self)], _ words: Words) -> String?
    {
        nil
    }

    /// The table of this answer and others of its kind.
    fileprivate func table(_ responses: [Response], _ words: Words) -> String? {
        Self.sideBySide(
            responses.compactMap { response in
                guard case .success(let answer as Self) = response.result else { return nil }
                return (response.perspective, answer)
            }, words)
    }

    /// The end of an answer as text: what it rests on, by which method, and what bounds it.
    func footing(_ words: Words) -> [String] {
        let head = [
            "", "\(words(.restsOn)): \(words.sentence(restsOn))",
            "\(words(.method)): \(words.name(method)) (\(words.status(method.status)))",
        ]
        return limits.isEmpty
            ? head : head + ["", words(.limits)] + limits.map { "  - \(words.sentence($0))" }
    }
}

/// The version of the program.
public let junktimVersion = "0.1.0"

/// An answer for each viewpoint that was asked for.
public struct Response: Sendable {
    /// The base is `base`.
    public let perspective: String
    public let result: Result<any Answer, NotAnswerable>

    public init(perspective: String, result: Result<any Answer, NotAnswerable>) {
        self.perspective = perspective
        self.result = result
    }
}

/// Answers of one question put into a form.
public struct Rendering: Sendable {
    public let question: Question
    /// `nil` for a file that stands alone.
    public let caseID: String?
    public let fingerprint: String
    public let words: Words
    /// Whether all perspectives were asked; then the answers stand in a list.
    public let isAll: Bool
    public let responses: [Response]

    public init(
        question: Question, caseID: String?, fingerprint: String, words: Words, isAll: Bool,
        responses: [Response]
    ) {
        (self.question, self.caseID, self.fingerprint) = (question, caseID, fingerprint)
        (self.words, self.isAll, self.responses) = (words, isAll, responses)
    }

    /// The answers as text, each under its viewpoint.
    public var text: String {
        let parts = responses.compactMap { response -> String? in
            guard case .success(let answer) = response.result else { return nil }
            return isAll ? "== \(response.perspective)\n\n" + answer.text(words) : answer.text(words)
        }
        return (isAll ? sideBySide : "") + parts.joined(separator: "\n")
    }

    /// What several viewpoints say in one table, where the question has one.
    private var sideBySide: String {
        let answers = responses.compactMap { try? $0.result.get() }
        return answers.first?.table(responses, words).map { $0 + "\n" } ?? ""
    }

    /// The tables one after the other; with several viewpoints the first column names them.
    public var csv: String {
        let parts = responses.compactMap { response -> String? in
            guard case .success(let answer) = response.result else { return nil }
            let table = answer.csv(words)
            return isAll ? Self.prefixed(table, response.perspective, "perspective") : table
        }
        // One header is enough: all tables have the same.
        return parts.enumerated().map { index, table in
            index == 0 ? table : String(table.drop { $0 != "\r\n" }.dropFirst())
        }.joined()
    }

    private static func prefixed(_ table: String, _ id: String, _ header: String) -> String {
        var (isFirst, inQuotes, atStart) = (true, false, true)
        var out = ""
        for character in table {
            if atStart, !inQuotes {
                out += (isFirst ? header : id) + ","
                (isFirst, atStart) = (false, false)
            }
            out.append(character)
            if character == "\"" { inQuotes.toggle() }
            if character == "\r\n", !inQuotes { atStart = true }
        }
        return out
    }

    /// One object with the keys in the order of `Guides/JSON.md`.
    public var json: String { JSON.object(isAll ? allMembers : singleMembers).text }

    private func head(perspective: String) -> [JSON.Member] {
        [
            .init("junktim", .string(junktimVersion)), .init("question", .string(question.rawValue)),
            .init(
                "case",
                caseID.map {
                    .object([.init("id", .string($0)), .init("fingerprint", .string(fingerprint))])
                } ?? .null),
            .init("perspective", .string(perspective)),
        ]
    }

    private var singleMembers: [JSON.Member] {
        guard let first = responses.first, case .success(let answer) = first.result else { return [] }
        return head(perspective: first.perspective) + [.init("method", method(answer))] + body(answer)
            + [.init("seed", answer.seed.map { .integer($0) } ?? .null)]
    }

    private var allMembers: [JSON.Member] {
        let answers = responses.compactMap { try? $0.result.get() }
        let entries = responses.map { response -> JSON in
            let id = JSON.Member("id", .string(response.perspective))
            switch response.result {
            case .success(let answer): return .object([id] + body(answer))
            case .failure(let refused):
                return .object([
                    id, .init("summary", .string(words.reason(refused))), .init("data", .null),
                    .init("restsOn", .array([])), .init("limits", .array([])),
                ])
            }
        }
        let number = words.count(answers.count, ("viewpoint", "Sichtweise"), ("viewpoints", "Sichtweisen"))
        return head(perspective: "all") + [
            .init("method", answers.first.map(method) ?? .null),
            .init("summary", .string(words.pick("Answered from \(number).", "Beantwortet von \(number)."))),
            .init("data", .object([.init("perspectives", .array(entries))])), .init("restsOn", .array([])),
            .init("limits", .array([])),
            .init("seed", answers.lazy.compactMap(\.seed).first.map { .integer($0) } ?? .null),
        ]
    }

    private func body(_ answer: any Answer) -> [JSON.Member] {
        [
            .init("summary", .string(answer.summary(words))), .init("data", answer.data()),
            .init("restsOn", support(answer.restsOn, answer.passages)),
            .init("limits", .strings(answer.limits.map { words.sentence($0) })),
        ]
    }

    private func method(_ answer: any Answer) -> JSON {
        .object([
            .init("name", .string(words.name(answer.method))), .init("source", .string(answer.method.source)),
            .init("status", .string(answer.method.status.rawValue)),
        ])
    }

    /// Each passage once, as a reader may see it.
    private func citations(_ support: Support, _ passages: PassageBook) -> [JSON] {
        var seen: Set<Citation> = []
        return support.citations.filter { seen.insert(passages.shown($0)).inserted }.map { $0.json(passages) }
    }

    private func support(_ support: Support, _ passages: PassageBook) -> JSON {
        .array(
            citations(support, passages)
                + support.own.map { .object([.init("own", .string("\($0)"))]) }
                + support.uncited.map { .object([.init("uncited", .string("\($0)"))]) }
                + support.premises.map { .object([.init("premise", .string($0))]) })
    }
}

extension Citation {
    /// A passage as an answer names it: where it stands and what became of it.
    func json(_ passages: PassageBook) -> JSON {
        switch passages.shown(self) {
        case .anchor(let source, let id):
            .object([
                .init("anchor", .string("\(source)#\(id)")),
                .init("paragraph", passages.entry(of: self).map { .integer($0.paragraph) } ?? .null),
                .init("status", .string(passages.entry(of: self)?.status ?? "unverifiable")),
            ])
        case .withheld(let source):
            .object([.init("source", .string(source)), .init("status", .string("closed"))])
        case .passage(let source, let paragraph, let begins):
            .object([
                .init("source", .string(source)), .init("paragraph", .integer(paragraph)),
                .init("begins", .string(begins)), .init("status", .string("unverified")),
            ])
        }
    }
}

extension PassageBook.Entry {
    /// The verdict, or the state of the anchor where nobody could look.
    var status: String {
        if let verdict = check?.verdict, verdict != .unverifiable { return verdict.rawValue }
        return anchor.state == .ok ? Verdict.unverifiable.rawValue : anchor.state.rawValue
    }
}
