import Numbers
import Support
import Testing

@testable import Engines

@Suite("Distances, movement, drift")
struct AgendaDistanceTests {
    private static func tenths(_ values: Int...) -> IssueScale {
        IssueScale(positions: values.map { Rational($0, over: 10) })
    }

    // Territory, forces, troops, alliance.
    private let scales = [tenths(0, 5, 10), tenths(0, 4, 8, 10), tenths(0, 5, 10), tenths(0, 6, 10)]
    private let first: [CodedTerm] = [
        .stated(.alternative(2)), .stated(.alternative(2)), .stated(.alternative(2)),
        .stated(.alternative(2)),
    ]
    private let second: [CodedTerm] = [
        .stated(.alternative(1)), .stated(.alternative(1)), .silent,
        .ambiguous([.alternative(0), .alternative(1)]),
    ]
    private let third: [CodedTerm] = [
        .conditional(.alternative(1), otherwise: nil), .stated(.alternative(1)), .stated(.alternative(1)),
        .silent,
    ]
    private let u = Yardstick(
        ideal: Array(repeating: .stated(.alternative(0)), count: 4), weights: [40, 20, 30, 10])
    private let r = Yardstick(
        ideal: [
            .stated(.alternative(2)), .stated(.alternative(3)), .stated(.alternative(2)),
            .stated(.alternative(2)),
        ],
        weights: [30, 20, 30, 20])

    private func at(_ low: Int, _ high: Int, over: Int = 10) -> Interval {
        Interval(Rational(low, over: over), Rational(high, over: over))
    }

    @Test("Known answer C01: distances in points with coverage")
    func distances() {
        func found(_ row: [CodedTerm], _ yardstick: Yardstick) -> AgendaDistance {
            DraftTable.distance(of: row, to: yardstick, on: scales)
        }
        #expect(found(first, u).points == Interval(96) && found(first, u).coverage == 1)
        #expect(found(first, r).points == Interval(4) && found(first, r).coverage == 1)
        #expect(
            found(second, u).points == at(2_800, 3_400, over: 70)
                && found(second, u).coverage == Rational(7, over: 10))
        #expect(
            found(second, r).points == at(3_500, 4_700, over: 70)
                && found(second, r).coverage == Rational(7, over: 10))
        #expect(
            found(third, u).points == at(4_300, 4_300, over: 90)
                && found(third, u).coverage == Rational(9, over: 10))
        #expect(
            found(third, r).points == at(105, 105, over: 2)
                && found(third, r).coverage == Rational(8, over: 10))
        #expect(found(second, u).perIssue == [at(5, 5), at(4, 4), nil, at(0, 6)])
        #expect(found(second, r).perIssue == [at(5, 5), at(6, 6), nil, at(4, 10)])
        // The second draft looks nearer to U than the third only because it leaves the heaviest disputed issue open.
        #expect(
            found(second, u).envelope == at(28, 64, over: 1)
                && found(third, u).envelope == at(43, 53, over: 1))
    }

    @Test("Known answer C01: movement, what appeared, what is gone, what became silent")
    func movement() {
        func moved(_ before: [CodedTerm], _ after: [CodedTerm], _ yardstick: Yardstick) -> [Interval?] {
            DraftTable.movement(
                from: before.map { FilledTerm($0) }, to: after.map { FilledTerm($0) }, towards: yardstick,
                on: scales
            ).perIssue
        }
        #expect(moved(first, second, u) == [at(5, 5), at(4, 4), nil, at(4, 10)])
        #expect(moved(first, second, r) == [at(-5, -5), at(-4, -4), nil, at(-10, -4)])
        #expect(moved(second, third, u) == [at(0, 0), at(0, 0), nil, nil])
        #expect(moved(second, third, r) == [at(0, 0), at(0, 0), nil, nil])
        #expect(DraftTable.step(from: first, to: second, on: scales).becameSilent == [2])
        let step = DraftTable.step(from: second, to: third, on: scales)
        #expect(step.becameSilent == [3] && step.entered == [2] && step.left == [3])
        let all = DraftTable.appearances(in: [first, second, third], on: scales)
        func of(_ issue: Int, _ alternative: Int) -> Appearance? {
            all.first { $0.issue == issue && $0.reading == .alternative(alternative) }
        }
        #expect(of(1, 1)?.first == 1 && of(2, 1)?.first == 2)
        #expect(of(0, 2)?.last == 0 && of(0, 2)?.isGone == true && of(3, 2)?.isGone == true)
        #expect(of(1, 1)?.isGone == false)
    }

    @Test(
        "Known answers C02 and C04: without order 0 or 1; where nothing is said, no distance and coverage 0")
    func edges() {
        let nominal = IssueScale(nominal: 3)
        func distance(_ first: CodedTerm, _ second: CodedTerm) -> Interval? {
            nominal.distance(first, second)
        }
        #expect(distance(.stated(.alternative(0)), .stated(.alternative(0))) == Interval(0))
        #expect(distance(.stated(.alternative(0)), .stated(.alternative(1))) == Interval(1))
        #expect(distance(.stated(.alternative(1)), .stated(.alternative(2))) == Interval(1))
        #expect(distance(.ambiguous([]), .stated(.alternative(2))) == Interval(0, 1))
        #expect(distance(.denied([0, 1]), .stated(.alternative(2))) == Interval(0))
        #expect(distance(.denied([2]), .stated(.alternative(2))) == Interval(1))
        #expect(distance(.silent, .stated(.alternative(2))) == nil && distance(.unreported, .silent) == nil)
        let one = DraftTable.distance(
            of: [.silent], to: Yardstick(ideal: [.stated(.alternative(0))], weights: [1]),
            on: [Self.tenths(0, 10)])
        #expect(one.points == nil && one.coverage == 0 && one.envelope == Interval(0, 100))
        let unasked = DraftTable.distance(
            of: [.silent], to: Yardstick(ideal: [.silent], weights: [1]), on: [Self.tenths(0, 10)])
        #expect(unasked.points == nil && unasked.coverage == 0 && unasked.envelope == nil)
    }

    @Test("Known answer C05: points that split and merge, by links and not by numbers")
    func points() {
        let found = PointLineage(
            before: ["1", "2", "3"], after: ["1a", "1b", "2"],
            links: [("1", "1a"), ("1", "1b"), ("2", "2"), ("3", "2")])
        #expect(found.split == ["1": ["1a", "1b"]] && found.merged == ["2": ["2", "3"]])
        #expect(found.dropped == [] && found.new == [])
        let bare = PointLineage(before: ["1", "2"], after: ["2", "3"], links: [("2", "2")])
        #expect(bare.dropped == ["1"] && bare.new == ["3"])
    }

    @Test(
        "A way there and back: much variation, no net change, one reversal; silence in between does not count"
    )
    func paths() throws {
        let there: [CodedTerm] = [
            .stated(.alternative(0)), .silent, .stated(.alternative(2)), .stated(.alternative(0)),
        ]
        let path = try #require(DraftTable.path(of: there, on: Self.tenths(0, 5, 10)))
        #expect(
            path.variation == Interval(2) && path.net == Interval(0) && path.reversals == 1
                && path.drafts == [0, 2, 3])
        #expect(DraftTable.path(of: [.silent, .stated(.alternative(1))], on: Self.tenths(0, 5, 10)) == nil)
    }

    @Test(
        "A step: the mean of signed shifts, the scope beside it, and under how many weightings it points where"
    )
    func step() {
        let found = DraftTable.step(from: first, to: second, on: scales)
        #expect(found.compared == [0, 1, 3])
        // −0.5, −0.4 and −1 to −0.4: all towards the first pole, whatever the weights.
        #expect(found.position == Interval(Rational(-19, over: 30), Rational(-13, over: 30)))
        #expect(found.shares.first == 1 && found.shares.last == 0)
        #expect(DraftTable.step(from: [.silent], to: [.silent], on: [scales[0]]).position == nil)
    }

    @Test("The three rules for silence: skipped, as things are, as the draft before had it")
    func silence() {
        let rows: [[CodedTerm]] = [
            [.stated(.alternative(2)), .ambiguous([.alternative(0), .alternative(1)])],
            [.silent, .unreported], [.unreported, .stated(.alternative(1))],
        ]
        let scales = [Self.tenths(0, 5, 10), Self.tenths(0, 5, 10)]
        func filled(_ rule: SilenceRule) -> [[FilledTerm]] {
            DraftTable.filled(rows, by: rule, statusQuo: [1, nil], parents: [nil, 0, 1])
        }
        func step(_ rule: SilenceRule, _ from: Int, _ to: Int) -> DraftStep {
            DraftTable.step(from: filled(rule)[from], to: filled(rule)[to], on: scales)
        }
        #expect(filled(.skip).map { $0.map(\.term) } == rows)
        #expect(step(.skip, 0, 1).position == nil)
        // The status quo of the first issue is half way; the second has none.
        #expect(step(.statusQuo, 0, 1).position == Interval(Rational(-1, over: 2)))
        #expect(filled(.statusQuo)[1][1] == FilledTerm(.unreported))
        // What is handed down has not moved, even where it can be read in several ways.
        #expect(step(.inherited, 0, 1).position == Interval(0))
        let inherited = filled(.inherited)[2][0]
        #expect(inherited.term == .stated(.alternative(2)) && inherited.origin == .inherited(0))
        #expect(step(.inherited, 1, 2).shifts == [Interval(0), Interval(0, Rational(1, over: 2))])
        // Scope is what the drafts say themselves, under every rule.
        for rule in SilenceRule.allCases {
            #expect(step(rule, 0, 1).left == [0, 1] && step(rule, 0, 1).becameSilent == [0])
            #expect(step(rule, 1, 2).entered == [1])
        }
    }

    @Test("Lines of a lineage and their order, however the drafts are numbered")
    func lines() {
        // 2 → 0 → 3 and 2 → 1; 4 stands alone.
        let parents: [Int?] = [2, 2, nil, 0, nil]
        #expect(DraftTable.lines(parents) == [[2, 1], [2, 0, 3]])
        let rows = parents.map { _ in [CodedTerm.unreported] }
        var said = rows
        said[2] = [.stated(.alternative(1))]
        let filled = DraftTable.filled(said, by: .inherited, statusQuo: [nil], parents: parents)
        #expect(filled.map { $0[0].term.state.isAddressed } == [true, true, true, true, false])
        #expect(filled[3][0].origin == .inherited(2))
    }

    @Test("Likeness: one less the mean distance over what both address")
    func likeness() {
        let found = DraftTable.similarities(of: [first, second, third], on: scales)
        // Distances 0.5, 0.4 and 0.4 to 1.
        #expect(found[1][0].compared == 3)
        #expect(found[1][0].share == Interval(Rational(11, over: 30), Rational(17, over: 30)))
        #expect(found[2][1].share == Interval(1) && found[2][1].compared == 2)
        #expect(DraftTable.similarities(of: [[.silent], [.silent]], on: [scales[0]])[1][0].share == nil)
    }

    @Test(
        "Laws: a distance lies inside its envelope, and both ends are reached by readings", arguments: 0..<200
    )
    func laws(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        func term(_ count: Int) -> CodedTerm {
            func any() -> Reading { .alternative(random.next(in: 0...count - 1)) }
            switch random.next(in: 0...5) {
            case 0: return .silent
            case 1: return .unreported
            case 2: return .ambiguous((0..<random.next(in: 0...3)).map { _ in any() })
            case 3: return .conditional(any(), otherwise: any())
            case 4: return .denied([random.next(in: 0...count - 1)])
            default: return .stated(any())
            }
        }
        let scales = (0..<5).map { _ in
            random.next(in: 0...3) == 0
                ? IssueScale(nominal: 4) : IssueScale(positions: (0...3).map { Rational($0, over: 3) })
        }
        let (row, ideal) = (scales.map { term($0.count) }, scales.map { term($0.count) })
        let yardstick = Yardstick(ideal: ideal, weights: scales.map { _ in Rational(random.next(in: 0...9)) })
        let found = DraftTable.distance(of: row, to: yardstick, on: scales)
        if let envelope = found.envelope {
            #expect(envelope.low >= 0 && envelope.high <= 100)
            if let points = found.points {
                // Σ w·d over all lies between what is addressed alone and that with everything open at its worst.
                #expect(points.low * found.coverage == envelope.low)
                #expect(points.high * found.coverage + 100 * (1 - found.coverage) == envelope.high)
            }
        }
        // The fast way against the definition; a denominator too large for it takes the other road.
        let far = IssueScale(positions: [0, Rational(1, over: 1 << 31), 1, 1])
        for (more, place) in [([], []), ([far], [CodedTerm.stated(.alternative(1))])] {
            let found = DraftTable.similarities(of: [row + place, ideal + place], on: scales + more)[1][0]
            #expect(
                found
                    == DraftTable.similarity(
                        ideal + place, row + place, on: scales + more, conditional: .value))
        }
        for issue in scales.indices {
            guard let distance = found.perIssue[issue] else { continue }
            let pair = DraftTable.similarities(of: [[row[issue]], [ideal[issue]]], on: [scales[issue]])[1][0]
            #expect(pair.share == Interval(.one) - distance)
            if let any = found.anyWeights {
                #expect(any.low <= 100 * distance.low && 100 * distance.high <= any.high)
            }
            let exhaustive = try pairs(row[issue], ideal[issue], scales[issue])
            #expect(exhaustive.allSatisfy(distance.contains), "\(row[issue]) \(ideal[issue])")
            #expect(exhaustive.max() == distance.high)
            if scales[issue].positions == nil { #expect(exhaustive.min() == distance.low) }
        }
    }

    /// The distances of all pairs of readings.
    private func pairs(_ first: CodedTerm, _ second: CodedTerm, _ scale: IssueScale) throws -> [Rational] {
        let all = (0..<scale.count).map { Reading.alternative($0) }
        let (ones, others) = (first.readings(on: scale) ?? all, second.readings(on: scale) ?? all)
        return ones.flatMap { one in
            others.map { other -> Rational in
                guard let here = scale.position(of: one), let there = scale.position(of: other) else {
                    return one == other ? 0 : 1
                }
                return (here.low - there.low).magnitude
            }
        }
    }
}
