import CaseFiles
import CaseModel
import Numbers
import Support
import Testing

@testable import Findings

@Suite("Negotiate: the record")
struct NegotiateRecordTests {
    private static let frame = [
        "actors.yaml": """
        - {id: up, name: up, kind: state, ideal: {water: a0, fish: a0}, basis: own}
        - {id: down, name: down, kind: state, ideal: {water: a4, fish: a4}, basis: own}
        - {id: third, name: third, kind: state}

        """,
        "issues.yaml": "issues:\n"
            + ["water", "fish", "toll"].map { name in
                let list = (0...4).map { "{id: a\($0), name: a\($0)}" }.joined(separator: ", ")
                return
                    "  - {id: \(name), name: \(name), kind: ordinal, statusQuo: a2, alternatives: [\(list)], basis: own}"
            }.joined(separator: "\n") + "\n",
        "sources.yaml": """
        - {id: paper, title: A, kind: article, published: 2026-01, language: en, paragraphs: line}
        - {id: other, title: B, kind: article, published: 2026-01, language: en, paragraphs: line}

        """,
    ]

    /// A statement as a line of a file.
    private func line(
        _ id: String, _ holder: String, _ issue: String, _ value: String, _ date: String,
        via: String = "paper"
    ) -> String {
        "- {id: \(id), holder: \(holder), via: [\(holder), \(via)], on: i:\(issue), value: \(value), said: \(date), basis: own}"
    }

    private func record(_ lines: [String]) throws -> NegotiateFinding.Record {
        let text = CaseText(Self.frame).with(["statements/me/all.yaml": lines.joined(separator: "\n") + "\n"])
        let view = View(try text.read().case, from: Viewpoint(perspective: nil))
        return try NegotiateFinding(of: view).record
    }

    @Test("By hand: four moves of which the two harder ones follow on concessions, one chance in six")
    func byHand() throws {
        let record = try record([
            // Upstream begins at the status quo, then gives way twice; each time downstream asks for more.
            line("d1", "down", "water", "a3", "2025-01-01"), line("d2", "down", "fish", "a2", "2025-01-01"),
            line("u1", "up", "water", "a1", "2025-01-02"), line("u2", "up", "water", "a2", "2025-02-01"),
            line("d3", "down", "water", "a4", "2025-02-11"), line("d4", "down", "toll", "a2", "2025-06-01"),
        ])
        let pair = try #require(record.pairs.first { $0.mover == "down" })
        // d1 is harder than the status quo, d2 is the same, d3 harder, d4 the same; u1 goes away, u2 comes nearer.
        #expect(pair.moves.map(\.kind) == [.harder, .same, .harder, .same])
        #expect(pair.moves.map(\.enters) == [true, true, false, true])
        #expect(pair.moves.map(\.isPoleOfSide) == [false, false, false, true])
        #expect(pair.concessions.map(\.statements) == [["u2"]])
        #expect(pair.concessions[0].before == Interval(Rational(1, over: 2)))
        #expect(pair.concessions[0].after == Interval(Rational(1, over: 4)))
        let test = try #require(pair.tests?.first)
        #expect(
            [test.harderAfter, test.harderOtherwise, test.othersAfter, test.othersOtherwise] == [1, 1, 0, 2])
        // One of four moves comes after: in half of all ways it is one of the two harder ones.
        #expect(test.chance == Rational(1, over: 2) && test.days == 30)
        #expect(pair.hardened.map(\.days) == [10...10] && pair.gave.map(\.days) == [31...31])
        let other = try #require(record.pairs.first { $0.mover == "up" })
        #expect(other.tests == nil && other.concessions.isEmpty)
    }

    @Test(
        "Only one source is read at a time, dates must be certain, and unknown poles are said to be unknown")
    func caution() throws {
        let told = try record([
            line("d1", "down", "water", "a2", "2025-01"), line("d2", "down", "water", "a4", "2025-01-15"),
            line("d3", "down", "fish", "a2", "2025-01-01"),
            line("d4", "down", "fish", "a4", "2025-02-01", via: "other"),
            line("t1", "third", "water", "a2", "2025-01-01"),
            line("t2", "third", "water", "a4", "2025-03-01"),
            line("d5", "down", "toll", "{ambiguous: [a1, a4]}", "2025-02-01"),
        ])
        let down = try #require(told.voices.first { $0.actor == "down" && $0.source == "paper" })
        #expect(down.unordered == 2 && down.moves.map(\.statements) == [["d3"], ["d5"]])
        // From the status quo to somewhere between its near side and its far side is no certain shift.
        #expect(down.moves.map(\.kind) == [.same, .same])
        let elsewhere = try #require(told.voices.first { $0.source == "other" })
        #expect(elsewhere.moves.map(\.kind) == [.harder] && elsewhere.moves[0].enters)
        let third = try #require(told.voices.first { $0.actor == "third" })
        #expect(third.side == nil && third.moves.map(\.kind) == [.unmeasured, .unmeasured])
        // What cannot be called harder can come nearer all the same.
        #expect(told.pairs.filter { $0.giver == "third" && $0.source == "other" }.isEmpty)
    }

    @Test("Moves, concessions and the test against their definition, one exact day and one place at a time")
    func definition() throws {
        var (tested, given, harder) = (0, 0, 0)
        for seed in 1...25 {
            var generator = SplitMix64(seed: UInt64(seed))
            struct Said { let holder, issue: String, place, day: Int }
            var said: [Said] = []
            for day in 0..<24 {
                said.append(
                    Said(
                        holder: generator.next(in: 0...1) == 0 ? "up" : "down",
                        issue: generator.next(in: 0...1) == 0 ? "water" : "fish",
                        place: generator.next(in: 0...4), day: day))
            }
            let lines = said.map { one in
                let (month, day) = (one.day / 3 + 1, one.day % 3 * 10 + 1)
                return line(
                    "x\(one.day)", one.holder, one.issue, "a\(one.place)",
                    "2025-0\(month)-" + (day < 10 ? "0" : "") + "\(day)")
            }
            let record = try record(lines.shuffled(&generator))
            for (mover, giver) in [("up", "down"), ("down", "up")] {
                func before(_ one: Said, of holder: String) -> Int? {
                    said.last { $0.holder == holder && $0.issue == one.issue && $0.day < one.day }?.place
                }
                let moves = said.filter { $0.holder == mover }.map { one -> Int in
                    (one.place - (before(one, of: mover) ?? 2)) * (mover == "up" ? -1 : 1)
                }
                let gave = said.filter { $0.holder == giver }.filter { one in
                    guard let goal = before(one, of: mover) else { return false }
                    return abs(one.place - goal) < abs((before(one, of: giver) ?? 2) - goal)
                }
                guard let pair = record.pairs.first(where: { $0.mover == mover }) else {
                    Issue.record("seed \(seed)")
                    continue
                }
                #expect(
                    pair.moves.map(\.kind) == moves.map { $0 > 0 ? .harder : $0 < 0 ? .softer : .same },
                    "seed \(seed)")
                #expect(pair.concessions.map(\.statements) == gave.map { ["x\($0.day)"] }, "seed \(seed)")
                given += gave.count
                harder += moves.count { $0 > 0 }
                #expect((pair.tests != nil) == (moves.count >= 3 && !gave.isEmpty))
                let counts = pair.tests?.map { $0.harderAfter + $0.harderOtherwise }
                #expect(counts.map(Set.init) == pair.tests.map { _ in [moves.count { $0 > 0 }] })
                for test in pair.tests ?? [] {
                    tested += 1
                    #expect(test.chance > 0 && test.chance <= 1 && test.possiblyAfter == test.harderAfter)
                }
            }
        }
        #expect(tested > 100 && given > 100 && harder > 100, "\(tested), \(given), \(harder)")
    }

    @Test(
        "The shipped case: from 2024 to 2026 the sides of s001 are dated, and no hardening surely follows within 30 days"
    )
    func ukraine() throws {
        let view = View(try readUkraine().case, from: Viewpoint(perspective: "s001"))
        let record = try NegotiateFinding(of: view).record
        let russia = try #require(record.voices.first { $0.actor == "ru" })
        #expect(russia.side == .first && russia.source == "s001")
        #expect(record.voices.first { $0.actor == "ua" }?.side == .last)
        #expect(record.voices.first { $0.actor == "us" }?.side == nil)
        let pair = try #require(record.pairs.first { $0.mover == "ru" && $0.giver == "us" })
        let tests = try #require(pair.tests)
        #expect(tests.map(\.days) == [30, 90, 180] && tests[0].harderAfter == 0)
        // On 12 February 2025 membership in NATO was given up for Ukraine, before the Russian demands of March.
        let first = try #require(pair.hardened.first)
        #expect(pair.concessions[first.concession].issue == "alignment")
        #expect(pair.concessions[first.concession].date.text == "2025-02-12" && first.days == 17...47)
    }
}

extension Array {
    /// In an order drawn from the generator.
    fileprivate func shuffled(_ generator: inout SplitMix64) -> [Element] {
        var list = self
        for place in list.indices.reversed().dropLast() {
            list.swapAt(place, generator.next(in: 0...place))
        }
        return list
    }
}
