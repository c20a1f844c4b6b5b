import CaseModel
import Foundation
import Support
import Testing

@testable import CaseFiles

/// Probabilities that do not sum to 1 are refused, and the hint offers an exact repair.
@Suite struct LotteryTests {
    private func problems(_ probabilities: [String]) -> [Problem] {
        let branches = probabilities.enumerated().map { "\"b\($0)\" \($1)" }.joined(separator: " ")
        let ends = String(repeating: " t \"\" 0", count: probabilities.count)
        return GameFileSample("EFG 2 R \"\" { } c \"\" 1 \"\" { \(branches) } 0\(ends)").problems
    }

    @Test(
        "The hint says how much is missing, and what to write",
        arguments: [
            ("0.333333 0.333333 0.333333", "1/1000000 is missing; write 1/3, 1/3, 1/3"),
            ("0.33 0.33 0.33", "1/100 is missing; write 1/3, 1/3, 1/3"),
            ("0.3 0.3 0.3", "1/10 is missing; write 1/3, 1/3, 1/3"),
            ("0.33 0.66", "1/100 is missing; write 1/3, 2/3"),
            ("0.5 0.333333 0.166666", "1/1000000 is missing; write 1/2, 1/3, 1/6"),
            ("1/2 0.33333 0.16666", "1/100000 is missing; write 1/2, 1/3, 1/6"),
            ("0.17 0.17 0.17 0.17 0.17 0.17", "1/50 is too much; write 1/6, 1/6, 1/6, 1/6, 1/6, 1/6"),
            ("0.144 0.857 0.000 0.002", "3/1000 is too much; write 144/1003, 857/1003, 0, 2/1003"),
            ("0.5 0.4", "1/10 is missing; write 5/9, 4/9"),
            ("1/2 1/3", "1/6 is missing; write 3/5, 2/5"),
            ("1 1 0", "1 is too much; write 1/2, 1/2, 0"),
            ("0 0", "give at least one of them a probability above 0"),
            ("0.99999", "1/100000 is missing; write 1"),
        ])
    func repair(probabilities: String, hint: String) {
        #expect(problems(probabilities.split(separator: " ").map(String.init)).map(\.hint) == [hint])
    }

    @Test("What is proposed is accepted", arguments: 0..<200)
    func accepted(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let spelt = (0..<random.next(in: 1...12)).map { _ in
            random.pick(["\(random.next(in: 0...99))/100", "0.\(random.next(in: 0...9_999))", "0", "1/7"])
        }
        guard let hint = problems(spelt).first?.hint, let found = hint.range(of: "write ") else { return }
        #expect(problems(hint[found.upperBound...].split(separator: ", ").map(String.init)) == [])
    }

    @Test("Many branches are not all written out; a sum that is not short is given roundly")
    func long() {
        let many = problems(Array(repeating: "0.06", count: 16))
        #expect(many.map(\.hint) == ["1/25 is missing; divide each of them by 24/25"])
        let tiny = problems(["1e-40", "1"])
        #expect(tiny.map(\.message) == ["the probabilities sum to about 1, not to 1"])
        #expect(tiny.map(\.hint) == ["about 1e-40 is too much; write them over one common denominator"])
    }

    @Test("Negative probabilities; one above 1 beside them; misspelt ones are not summed")
    func negative() {
        #expect(problems(["-1/2", "3/2"]).map(\.message) == ["a probability is negative"])
        #expect(problems(["1/2", "0,5"]).map(\.message).first == "no comma stands between actions")
        #expect(problems(["1/2", "50%"]).map(\.message) == ["'50%' is no number"])
    }

    @Test("Sums and numbers that would take hours are refused")
    func costly() throws {
        let fractions = (0..<2_000).map { "\"b\" 1/\(1_000_000_000_000_037 + 2 * $0)" }
        let long = (0..<500).map { "\"b\" 1e-\(1_000 + $0)" }
        for branches in [fractions, long] {
            let text = "EFG 2 R \"\" { } c \"\" 1 \"\" { \(branches.joined(separator: " ")) } 0"
            let log = GameFileLog(Array(text.utf8), file: "g.efg")
            var scanner = GameFileScanner(log)
            scanner.work = ExactWork(rest: 10_000_000)
            _ = try scanner.take()
            #expect {
                _ = try TreeFileReader.read(scanner)
            } throws: { error in
                (error as? GameFileFault)?.message
                    == "the file holds too many long numbers to be read exactly"
            }
        }
    }
}
