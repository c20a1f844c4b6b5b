import Engines
import Numbers
import Support
import Testing

@Suite struct DraftTableTests {
    private func tenths(_ values: Int...) -> IssueScale {
        IssueScale(positions: values.map { Rational($0, over: 10) })
    }

    @Test("Three drafts on four issues: the positions of the known answer C01")
    func knownAnswer() {
        let scales = [tenths(0, 5, 10), tenths(0, 4, 8, 10), tenths(0, 5, 10), tenths(0, 6, 10)]
        let terms: [[[CodedTerm]]] = [
            [
                [.stated(.alternative(2))], [.stated(.alternative(2))], [.stated(.alternative(2))],
                [.stated(.alternative(2))],
            ],
            [
                [.stated(.alternative(1))], [.stated(.alternative(1))], [.silent],
                [.ambiguous([.alternative(0), .alternative(1)])],
            ],
            [
                [.conditional(.alternative(1), otherwise: nil)], [.stated(.alternative(1))],
                [.stated(.alternative(1))], [],
            ],
        ]
        let none = Array(repeating: [[Int]](repeating: [], count: 4), count: 3)
        let table = DraftTable(
            scales: scales, terms: terms, unnamed: [.silent, .silent, .silent], conditions: none)
        let cells = table.matrix()
        func at(_ tenths: Int) -> Interval { Interval(Rational(tenths, over: 10)) }
        #expect(cells[0].map(\.position) == [at(10), at(8), at(10), at(10)])
        #expect(cells[1].map(\.position) == [at(5), at(4), nil, Interval(0, Rational(3, over: 5))])
        #expect(cells[2].map(\.position) == [at(5), at(4), at(5), nil])
        #expect(cells[2].map(\.term.state) == [.conditional, .stated, .stated, .silent])
        #expect(cells.map { DraftTable.coverage(of: $0).addressed } == [4, 3, 3])
        #expect(DraftTable.coverage(of: cells[1]).share == Rational(3, over: 4))
    }

    @Test("Hull of what is left, of every reading, and of value and fallback")
    func positions() {
        let scale = tenths(0, 3, 10)
        #expect(CodedTerm.denied([2]).position(on: scale) == Interval(0, Rational(3, over: 10)))
        #expect(CodedTerm.denied([0, 1, 2]).position(on: scale) == nil)
        #expect(CodedTerm.ambiguous([]).position(on: scale) == .unit)
        #expect(
            CodedTerm.contested([.alternative(1), .alternative(2)]).position(on: scale)
                == Interval(Rational(3, over: 10), 1))
        let conditional = CodedTerm.conditional(.alternative(1), otherwise: .alternative(0))
        #expect(conditional.position(on: scale) == Interval(Rational(3, over: 10)))
        #expect(conditional.position(on: scale, conditional: .hull) == Interval(0, Rational(3, over: 10)))
        #expect(
            CodedTerm.silent.position(on: scale) == nil && CodedTerm.unreported.position(on: scale) == nil)
        #expect(CodedTerm.stated(.alternative(1)).position(on: IssueScale(nominal: 3)) == nil)
        #expect(
            CodedTerm.stated(.range(Interval(0, Rational(1, over: 2)))).position(on: scale)?.high
                == Rational(1, over: 2))
    }

    @Test("Points that name one issue: equal ones are one, others are united and pull apart")
    func merging() {
        let scale = tenths(0, 3, 10)
        let (low, any) = (CodedTerm.stated(.alternative(0)), CodedTerm.ambiguous([]))
        #expect(CodedTerm.merged([low, low], on: scale) == (low, false))
        #expect(CodedTerm.merged([low, .unreported], on: scale) == (low, false))
        #expect(CodedTerm.merged([], on: scale) == (.unreported, false))
        #expect(CodedTerm.merged([low, any], on: scale) == (any, true))
        let both = CodedTerm.merged([low, .ambiguous([.alternative(0), .alternative(2)])], on: scale)
        #expect(CodedTerm.merged([low, .silent], on: scale) == (low, false))
        #expect(CodedTerm.merged([.silent, .unreported], on: scale) == (.silent, false))
        let (there, back) = (
            [Reading.alternative(0), .alternative(2)], [Reading.alternative(2), .alternative(0)]
        )
        #expect(!CodedTerm.merged([.ambiguous(there), .ambiguous(back)], on: scale).pullsApart)
        #expect(both == (.ambiguous([.alternative(0), .alternative(2)]), true))
    }

    @Test("The certificate holds for 500 random tables, and for none whose cells were tampered with")
    func certificate() {
        for seed in 0..<500 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let table = randomTable(&random)
            let reading: ConditionalReading = seed.isMultiple(of: 2) ? .value : .hull
            let cells = table.matrix(conditional: reading)
            #expect(MatrixCertificate(cells: cells, conditional: reading).holds(in: table), "seed \(seed)")
            let (draft, issue) = (
                random.next(in: 0...(cells.count - 1)), random.next(in: 0...(cells[0].count - 1))
            )
            for wrong in tampered(cells[draft][issue], table.scales[issue]) {
                var forged = cells
                forged[draft][issue] = wrong
                #expect(
                    !MatrixCertificate(cells: forged, conditional: reading).holds(in: table),
                    "seed \(seed): \(wrong)")
            }
        }
    }

    /// Cells that differ from a right one in what they claim.
    private func tampered(_ cell: DraftTable.Cell, _ scale: IssueScale) -> [DraftTable.Cell] {
        func with(_ term: CodedTerm, _ position: Interval?, _ apart: Bool) -> DraftTable.Cell {
            DraftTable.Cell(
                term: term, position: position, pullsApart: apart, linkedSilence: cell.linkedSilence)
        }
        var wrong = [with(cell.term, cell.position, !cell.pullsApart)]
        wrong.append(
            DraftTable.Cell(
                term: cell.term, position: cell.position, pullsApart: cell.pullsApart,
                linkedSilence: cell.linkedSilence + [0]))
        if cell.pullsApart {
            wrong += [with(.silent, nil, true), with(.ambiguous([.alternative(99)]), cell.position, true)]
        }
        if let position = cell.position {
            wrong.append(with(cell.term, nil, cell.pullsApart))
            let elsewhere = Interval(Rational(1, over: 97))
            if position != elsewhere { wrong.append(with(cell.term, elsewhere, cell.pullsApart)) }
        } else if scale.positions != nil, !cell.term.state.isAddressed {
            wrong.append(with(cell.term, .unit, cell.pullsApart))
            wrong.append(with(cell.term == .silent ? .unreported : .silent, nil, cell.pullsApart))
        }
        return wrong
    }

    private func randomTable(_ random: inout SplitMix64) -> DraftTable {
        let issues = random.next(in: 1...5)
        let drafts = random.next(in: 1...4)
        let scales = (0..<issues).map { _ -> IssueScale in
            let count = random.next(in: 2...4)
            return random.next(in: 0...4) == 0
                ? IssueScale(nominal: count)
                : IssueScale(positions: (0..<count).map { Rational($0, over: count - 1) })
        }
        let terms = (0..<drafts).map { _ in
            scales.map { scale in (0..<random.next(in: 0...3)).map { _ in randomTerm(scale.count, &random) } }
        }
        let unnamed = (0..<drafts).map { _ in random.next(in: 0...1) == 0 ? CodedTerm.silent : .unreported }
        return DraftTable(
            scales: scales, terms: terms, unnamed: unnamed,
            conditions: terms.map {
                $0.map { _ in random.next(in: 0...2) == 0 ? [random.next(in: 0...(issues - 1))] : [] }
            })
    }

    private func randomTerm(_ count: Int, _ random: inout SplitMix64) -> CodedTerm {
        func reading() -> Reading { .alternative(random.next(in: 0...(count - 1))) }
        return switch random.next(in: 0...6) {
        case 0, 1: .stated(reading())
        case 2: .denied([random.next(in: 0...(count - 1))])
        case 3: .ambiguous(random.next(in: 0...1) == 0 ? [] : [reading(), reading()])
        case 4: .conditional(reading(), otherwise: random.next(in: 0...1) == 0 ? nil : reading())
        case 5: .contested([reading(), reading()])
        default: .unreported
        }
    }

    @Test("A term that depends on what its draft says nothing about is named")
    func linkedSilence() {
        let scales = [tenths(0, 10), tenths(0, 10), tenths(0, 10)]
        let table = DraftTable(
            scales: scales,
            terms: [[[.conditional(.alternative(0), otherwise: nil)], [.stated(.alternative(1))], []]],
            unnamed: [.silent], conditions: [[[1, 2], [], []]])
        #expect(table.matrix()[0].map(\.linkedSilence) == [[2], [], []])
    }
}
