import Engines
import Numbers
import Support
import Testing

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
            DraftTable.movement(from: before, to: after, towards: yardstick, on: scales)
        }
        #expect(moved(first, second, u) == [at(5, 5), at(4, 4), nil, at(4, 10)])
        #expect(moved(first, second, r) == [at(-5, -5), at(-4, -4), nil, at(-10, -4)])
        #expect(moved(second, third, u) == [at(0, 0), at(0, 0), nil, nil])
        #expect(moved(second, third, r) == [at(0, 0), at(0, 0), nil, nil])
        #expect(DraftTable.step(from: first, to: second, on: scales).becameSilent == [2])
        let step = DraftTable.step(from: second, to: third, on: scales)
        #expect(step.becameSilent == [3] && step.entered == [2] && step.left == [3])
        let none = Array(repeating: [[Int]](repeating: [], count: 4), count: 3)
        let table = DraftTable(
            scales: scales, terms: [first, second, third].map { $0.map { [$0] } },
            unnamed: [.silent, .silent, .silent],
            conditions: none)
        let all = table.appearances()
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
        for issue in scales.indices {
            guard let distance = found.perIssue[issue] else { continue }
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
