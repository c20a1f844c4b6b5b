import CaseFiles
import CaseModel
import Foundation
import Testing

/// A game file written into a test; marks such as 1️⃣ stand where a problem is expected.
struct GameFileSample {
    let marked: String

    init(_ marked: String) { self.marked = marked }

    private static let signs = ["1️⃣", "2️⃣", "3️⃣"]

    private static func unmarked(_ text: String) -> String {
        signs.reduce(text) { $0.replacingOccurrences(of: $1, with: "") }
    }

    var bytes: [UInt8] { Array(Self.unmarked(marked).utf8) }

    /// Where the marks stand, in the order of their numbers.
    var marks: [Place] {
        Self.signs.compactMap { sign in
            guard let found = marked.range(of: sign) else { return nil }
            let before = Self.unmarked(String(marked[..<found.lowerBound])).unicodeScalars
            let line = before.split(separator: "\n", omittingEmptySubsequences: false)
            return Place(file: "g.efg", line: line.count, column: (line.last?.count ?? 0) + 1)
        }
    }

    func read() throws -> GameForm { try readGameFile(bytes, named: "g.efg") }

    func tree() throws -> TreeForm {
        guard case .tree(let tree) = try read() else { throw WrongKind() }
        return tree
    }

    func table() throws -> TableForm {
        guard case .table(let table) = try read() else { throw WrongKind() }
        return table
    }

    var problems: [Problem] {
        do throws(CaseError) {
            _ = try readGameFile(bytes, named: "g.efg")
            return []
        } catch {
            return error.problems
        }
    }

    struct WrongKind: Error {}
}

/// One mistake: the file, the message at its mark, and the hint.
struct GameFileMistake: CustomTestStringConvertible, Sendable {
    let text: String
    let message: String
    let hint: String

    init(_ text: String, _ message: String, _ hint: String) {
        (self.text, self.message, self.hint) = (text, message, hint)
    }

    var testDescription: String { message }

    /// The mistake is found at its place, and nothing else is complained of.
    func expect() {
        let sample = GameFileSample(text)
        let problems = sample.problems
        #expect(problems.map(\.place) == sample.marks, "\(problems.map(\.description))")
        #expect(problems.first?.message == message)
        #expect(problems.first?.hint == hint)
    }
}
