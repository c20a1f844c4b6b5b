import CaseFiles
import CaseModel
import Numbers
import Support
import Testing

@testable import Engines
@testable import Findings

@Suite("Negotiate: talks")
struct NegotiateFindingTests {
    // MARK: Laws over seeds

    /// A model of three issues with weights, directions and reservations drawn from a seed.
    private func model(_ seed: UInt64, audience: String = "public") -> CaseText {
        var generator = SplitMix64(seed: seed)
        let sizes = [2, 3, 4]
        let issues = sizes.enumerated().map { place, size in
            let alternatives = (0..<size).map { "{id: a\($0), name: a\($0)}" }.joined(separator: ", ")
            return
                "  - {id: i\(place), name: i, kind: ordinal, statusQuo: a0, alternatives: [\(alternatives)], basis: own}"
        }.joined(separator: "\n")
        let parties = (0..<2).map { party in
            let weights = sizes.indices.map { "i\($0): \(generator.next(in: 1...9))" }.joined(separator: ", ")
            let values = sizes.indices.map { issue in
                let rises = generator.next(in: 0...3) == 0 ? party == 0 : party == 1
                return "i\(issue): \(rises ? "rising" : "falling")"
            }.joined(separator: ", ")
            return
                "  - {id: p\(party), audience: \(audience), weights: {\(weights)}, values: {\(values)}, reservation: \(generator.next(in: 1...19))/20, basis: own}"
        }.joined(separator: "\n")
        return CaseText([
            "issues.yaml": "issues:\n\(issues)\n", "models/packages.yaml": "parties:\n\(parties)\n",
        ])
    }

    private func finding(
        _ text: CaseText, _ choices: NegotiateFinding.Choices = .init(), showingInternal: Bool = false
    ) throws -> NegotiateFinding {
        let view = View(
            try text.read().case, from: Viewpoint(perspective: nil), showingInternal: showingInternal)
        return try NegotiateFinding(of: view, choices)
    }

    private func quick(rounds: Int = 40) -> NegotiateFinding.Choices {
        var choices = NegotiateFinding.Choices()
        (choices.rounds, choices.chains) = (rounds, 2)
        return choices
    }

    @Test("Whatever is agreed is acceptable to all, and where nothing is acceptable nothing is agreed")
    func agreements() throws {
        var (agreed, hopeless, off) = (0, 0, 0)
        for seed in 1...40 {
            let text = model(UInt64(seed))
            let found = try finding(text, quick())
            let talks = try found.talks.get()
            let packages = try PackagesFinding(
                of: View(try text.read().case, from: Viewpoint(perspective: nil)))
            #expect(talks.hasAcceptable == !packages.gates.acceptable.isZero, "seed \(seed)")
            let least = talks.parties.map { $0.reservation!.pointOrMidpoint.value }
            for outcome in talks.matrix.map(\.outcome) + talks.goodwill.flatMap({ [$0.without, $0.with] }) {
                let utilities = try #require(outcome.utilities)
                #expect(zip(utilities, least).allSatisfy { $0 >= $1 }, "seed \(seed)")
                if outcome.agreement == nil { #expect(utilities == least) } else { agreed += 1 }
                // On the frontier if and only if it is one of its points.
                if let far = outcome.toFrontier {
                    #expect((far == 0) == packages.frontier!.utilities.contains(utilities), "seed \(seed)")
                    if far > 0 { off += 1 }
                }
            }
            if talks.hasAcceptable == false {
                hopeless += 1
                #expect(talks.matrix.allSatisfy { $0.outcome.agreement == nil })
            }
        }
        #expect(agreed > 300 && hopeless > 3 && off > 3, "\(agreed), \(hopeless), \(off)")
    }

    @Test(
        "A step's changes are the difference of the same talks with it and without, and its fate says who agrees"
    )
    func goodwill() throws {
        var fates: Set<NegotiateFinding.Fate> = []
        for seed in 1...60 {
            let talks = try finding(model(UInt64(seed)), quick()).talks.get()
            #expect(talks.goodwill.count == 12)
            for price in talks.goodwill {
                fates.insert(price.fate)
                let place = price.party == "p0" ? 0 : 1
                guard price.fate != .tooLarge else {
                    let least = talks.parties[place].reservation!.pointOrMidpoint.value
                    #expect(worth(try #require(price.step), talks, place) < least)
                    continue
                }
                let changes = zip(price.with.utilities!, price.without.utilities!).map { $0 - $1 }
                #expect(price.changes == changes)
                for (effect, change) in zip(price.effects, changes) {
                    #expect((effect == .more) == (change > 0) && (effect == .less) == (change < 0))
                }
                #expect((price.without.agreement != nil) == (price.fate == .agreed || price.fate == .lost))
                #expect((price.with.agreement != nil) == (price.fate == .agreed || price.fate == .reached))
                // Of the packages that give up a tenth at most, the step is the one that gives up most.
                if let step = price.step { #expect(1 - worth(step, talks, place) <= Rational(1, over: 10)) }
                // The talks without the step stand in the matrix, too.
                let names: [NegotiateFinding.TacticName] =
                    place == 0 ? [.linear, price.against] : [price.against, .linear]
                let same = talks.matrix.first { $0.tactics == names }
                #expect(same?.outcome == price.without)
            }
        }
        #expect(
            fates.isSuperset(of: [.agreed, .neither, .tooLarge])
                && !fates.isDisjoint(with: [.lost, .reached]), "\(fates)")
    }

    private func worth(
        _ package: PackagesFinding.Package, _ talks: NegotiateFinding.Talks, _ party: Int
    ) -> Rational {
        package.choices.enumerated().reduce(.zero) { sum, choice in
            let place = talks.issues[choice.offset].index(of: choice.element.alternative)!
            return sum + talks.parties[party].contributions[choice.offset][place]
        }
    }

    @Test("A mediated text never hurts anybody and ends where every single change hurts somebody")
    func mediation() throws {
        var (changed, more) = (0, 0)
        for seed in 1...40 {
            let talks = try finding(model(UInt64(seed)), quick()).talks.get()
            let mediation = try #require(talks.mediation)
            #expect(
                mediation.start.id == nil
                    && mediation.start.package.choices.allSatisfy { $0.alternative == "a0" })
            for text in [mediation.single, mediation.pairs] {
                var utilities = mediation.start.utilities
                for change in text.changes {
                    #expect(change.gains.allSatisfy { $0 >= 0 } && change.gains.contains { $0 > 0 })
                    utilities = zip(utilities, change.gains).map { $0 + $1 }
                }
                #expect(
                    utilities == text.utilities
                        && text.utilities == (0..<2).map { worth(text.end, talks, $0) })
                for standing in text.standing {
                    // Every wanted change has somebody against it, so there are at least as many votes as changes.
                    #expect(standing.against.reduce(0, +) >= standing.wanted, "seed \(seed)")
                }
            }
            changed += mediation.single.changes.count
            if mediation.pairs.utilities != mediation.single.utilities { more += 1 }
        }
        #expect(changed > 10 && more > 2, "\(changed), \(more)")
    }

    @Test("What is internal is told with '--internal' alone: rounds, paths, and what no agreement is worth")
    func withheld() throws {
        var choices = quick()
        choices.tactics = ["p0": .exploiter, "p1": .conceder]
        var lost = 0
        for seed in 1...50 {
            let text = model(UInt64(seed), audience: "internal")
            let hidden = try finding(text, choices)
            let open = try finding(text, choices, showingInternal: true)
            let (some, all) = (try hidden.talks.get(), try open.talks.get())
            #expect(hidden.withholds && !open.withholds && hidden.limits.contains(.internalRuns))
            #expect(some.parties.allSatisfy { $0.reservation == nil } && some.asked?.path == nil)
            #expect(all.asked?.path?.isEmpty == false)
            let runs = zip(some.matrix, all.matrix)
            for (mine, whole) in runs {
                #expect(mine.outcome.round == nil && whole.outcome.round != nil)
                #expect(mine.outcome.agreement == whole.outcome.agreement)
                #expect((mine.outcome.utilities == nil) == (mine.outcome.agreement == nil))
            }
            for (mine, whole) in zip(some.goodwill, all.goodwill) {
                #expect(mine.effects == whole.effects && mine.fate == whole.fate)
                let isHidden = [.lost, .reached, .tooLarge].contains(mine.fate)
                #expect((mine.changes == nil) == isHidden)
                if mine.fate == .lost || mine.fate == .reached { lost += 1 }
            }
        }
        #expect(lost > 2, "\(lost)")
    }

    // MARK: Small cases

    @Test(
        "A run in full: offers that never fall below what the speaker has without, up to the last acceptance")
    func path() throws {
        var choices = quick()
        choices.tactics = ["p0": .conceder]
        for seed in 1...20 {
            let talks = try finding(model(UInt64(seed)), choices).talks.get()
            let asked = try #require(talks.asked)
            let path = try #require(asked.path)
            #expect(asked.run.tactics == [.conceder, .linear])
            let same = talks.matrix.first { $0.tactics == asked.run.tactics }
            #expect(same?.outcome == asked.run.outcome)
            #expect(path.last?.round == asked.run.outcome.round && path.first?.round == 1)
            #expect((path.last?.act == .accept) == (asked.run.outcome.agreement != nil))
            if path.last?.act == .accept { #expect(path.last?.package == asked.run.outcome.agreement) }
        }
    }

    @Test("What cannot be played is refused, and says why")
    func refusals() throws {
        func problem(_ text: CaseText, _ choices: NegotiateFinding.Choices) throws -> [NotAnswerable.Missing]
        {
            let view = View(try text.read().case, from: Viewpoint(perspective: nil))
            do throws(NotAnswerable) {
                _ = try NegotiateFinding(of: view, choices)
                return []
            } catch {
                return error.missing
            }
        }
        var choices = NegotiateFinding.Choices()
        choices.tactics = ["nobody": .micro]
        #expect(
            try problem(model(1), choices)
                == [.negotiate(.unknownParty("nobody", known: ["p0", "p1"]), nil)])
        choices = .init()
        choices.start = "paper"
        #expect(try problem(model(1), choices) == [.package(.unknownDraft("paper", known: []), nil)])
        #expect(try problem(CaseText([:]), .init()) == [.packages, .datedStatements])
        let red = model(1).files["models/packages.yaml"]!.replacing(
            "basis: own}", with: "basis: own, red: [i0 = a0, i0 = a1]}")
        let refused = try problem(model(1).with(["models/packages.yaml": red]), .init())
        guard case .negotiate(.nothingAllowed, _?)? = refused.first else {
            Issue.record("\(refused)")
            return
        }
        choices = .init()
        choices.packages.issues = .all
        let view = View(try readUkraine().case, from: Viewpoint(perspective: nil))
        #expect(throws: NotAnswerable.self) { _ = try NegotiateFinding(of: view, choices) }
    }
}
