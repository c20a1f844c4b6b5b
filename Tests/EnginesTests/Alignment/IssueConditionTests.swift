import Numbers
import Support
import Testing

@testable import Engines

@Suite("Conditions under every reading")
struct IssueConditionTests {
    private let scales = [IssueScale(positions: [0, Rational(1, over: 2), 1]), IssueScale(nominal: 3)]

    @Test("Met, unmet, or open with what it hangs on")
    func verdicts() {
        let low = IssueCondition.among(issue: 0, [0, 1])
        func verdict(_ condition: IssueCondition, _ first: CodedTerm, _ second: CodedTerm = .silent)
            -> ConditionVerdict
        { condition.verdict(on: [first, second], scales) }
        #expect(verdict(low, .stated(.alternative(1))) == .met)
        #expect(verdict(low, .stated(.alternative(2))) == .unmet)
        #expect(verdict(low, .ambiguous([.alternative(0), .alternative(1)])) == .met)
        #expect(
            verdict(low, .ambiguous([.alternative(1), .alternative(2)])) == .open(ambiguous: [0], unsaid: []))
        #expect(verdict(low, .denied([2])) == .met)
        #expect(verdict(low, .unreported) == .open(ambiguous: [], unsaid: [0]))
        #expect(
            verdict(low, .conditional(.alternative(0), otherwise: .alternative(2)))
                == .open(ambiguous: [0], unsaid: []))
        // What is known decides it, whatever is left open.
        #expect(verdict(.any([low, .among(issue: 1, [0])]), .stated(.alternative(0))) == .met)
        #expect(verdict(.all([low, .among(issue: 1, [0])]), .stated(.alternative(2))) == .unmet)
        // The same issue twice: one reading at a time.
        #expect(verdict(.any([low, .not(low)]), .silent) == .met)
    }

    @Test("Numbers: bounds inside a stretch split it")
    func numbers() {
        let scale = [IssueScale(positions: [0, 1])]
        func verdict(_ low: Int, _ high: Int, _ range: (Int, Int)) -> ConditionVerdict {
            let condition = IssueCondition.within(
                issue: 0, Interval(Rational(low, over: 10), Rational(high, over: 10)))
            return condition.verdict(
                on: [.stated(.range(Interval(Rational(range.0, over: 10), Rational(range.1, over: 10))))],
                scale)
        }
        #expect(verdict(0, 6, (2, 5)) == .met)
        #expect(verdict(0, 6, (7, 9)) == .unmet)
        #expect(verdict(0, 6, (5, 7)) == .open(ambiguous: [0], unsaid: []))
        // To exclude one number leaves all the others.
        let half = IssueScale(positions: [0, Rational(1, over: 2), 1])
        func excluding(_ range: Interval) -> ConditionVerdict {
            IssueCondition.within(issue: 0, range).verdict(on: [.denied([1])], [half])
        }
        #expect(excluding(Interval(Rational(1, over: 2))) == .unmet)
        #expect(excluding(Interval(0, Rational(1, over: 2))) == .open(ambiguous: [0], unsaid: []))
        // A hole in the middle is found, too.
        #expect(verdict(4, 5, (2, 8)) == .open(ambiguous: [0], unsaid: []))
    }

    @Test("When the budget ends, the verdict is open")
    func budget() {
        let many = Array(repeating: IssueScale(nominal: 4), count: 12)
        let condition = IssueCondition.any([
            .all((0..<12).map { .among(issue: $0, [0]) }),
            .not(.all((0..<12).map { .among(issue: $0, [0]) })),
        ])
        let row = Array(repeating: CodedTerm.silent, count: 12)
        #expect(condition.verdict(on: row, many, budget: 5) == .open(ambiguous: [], unsaid: Array(0..<12)))
        #expect(condition.verdict(on: row, many) == .met)
    }

    @Test("Against trying every way, over seeds", arguments: 0..<200)
    func everyWay(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let scales = (0..<4).map { _ in IssueScale(nominal: random.next(in: 2...4)) }
        func condition(_ depth: Int) -> IssueCondition {
            let issue = random.next(in: 0...3)
            switch depth == 0 ? 0 : random.next(in: 0...3) {
            case 1: return .not(condition(depth - 1))
            case 2: return .all((0..<random.next(in: 1...3)).map { _ in condition(depth - 1) })
            case 3: return .any((0..<random.next(in: 1...3)).map { _ in condition(depth - 1) })
            default:
                return .among(
                    issue: issue, Set((0..<scales[issue].count).filter { _ in random.next(in: 0...1) == 0 }))
            }
        }
        let formula = condition(3)
        let row = scales.map { scale -> CodedTerm in
            switch random.next(in: 0...2) {
            case 0: .silent
            case 1: .ambiguous([.alternative(0), .alternative(scale.count - 1)])
            default: .stated(.alternative(random.next(in: 0...scale.count - 1)))
            }
        }
        var seen: Set<Bool> = []
        func tryAll(_ settled: [Int]) {
            guard settled.count < 4 else {
                let ways = Dictionary(
                    uniqueKeysWithValues: settled.enumerated().map {
                        ($0, IssueCondition.Way.alternative($1))
                    })
                if let truth = formula.truth(ways) { seen.insert(truth) }
                return
            }
            let issue = settled.count
            let readings = row[issue] == .silent ? nil : row[issue].readings(on: scales[issue])
            for way in readings ?? (0..<scales[issue].count).map({ .alternative($0) }) {
                if case .alternative(let index) = way { tryAll(settled + [index]) }
            }
        }
        tryAll([])
        switch formula.verdict(on: row, scales) {
        case .met: #expect(seen == [true])
        case .unmet: #expect(seen == [false])
        case .open: #expect(seen == [true, false])
        }
    }
}
