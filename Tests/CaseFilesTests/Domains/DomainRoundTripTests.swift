import CaseFiles
import CaseModel
import Numbers
import Support
import Testing

/// What is written is read again with the same utilities.
@Suite struct DomainRoundTripTests {
    /// A random table: names with signs that mean something in one of the formats, decimals and fractions.
    private static func table(_ seed: UInt64, signed: Bool) -> DomainSample {
        var random = SplitMix64(seed: seed)
        func number() -> String {
            let low = signed ? -900 : 0
            let value = random.next(in: low...900)
            return random.next(in: 0...1) == 0 ? "\(value)/1000" : "\(value)e-3"
        }
        let parties = random.next(in: 1...4)
        let signs = [
            "A & B", "19'' LCD", "x<y", "\"\"q\"\"", "a: b", "# no", "1.0", "true", "null", "é", "- d", "{c}",
            "weight",
        ]
        var rows = ["issue,alternative," + (1...parties).map { "Party \($0)" }.joined(separator: ",")]
        for issue in 1...random.next(in: 1...5) {
            for value in 1...random.next(in: 1...6) {
                let name = "\"\(random.pick(signs)) \(issue)\""
                let cells = (1...parties).map { _ in number() }
                rows.append(
                    "\"issue \(issue), \(signs[issue])\",\(name.dropLast()) v\(value)\","
                        + cells.joined(separator: ","))
            }
        }
        rows.append("reservation,," + (1...parties).map { _ in number() }.joined(separator: ","))
        return DomainSample(["t.csv": rows.joined(separator: "\n")])
    }

    @Test("Random domains through negmas and tables, values of either sign", arguments: 0..<150)
    func signed(seed: UInt64) throws {
        let theCase = try Self.table(seed, signed: true).reading().case
        let table = try DomainTable(theCase)
        #expect(try DomainSample(negmasFiles(of: theCase)).table() == table)
        #expect(try DomainSample(packagesCSV(of: theCase)).table() == table)
    }

    @Test("Random domains through GENIUS", arguments: 0..<150)
    func unsigned(seed: UInt64) throws {
        let theCase = try Self.table(seed, signed: false).reading().case
        let again = try DomainSample(geniusFiles(of: theCase))
        #expect(try again.table() == DomainTable(theCase))
        let twice = try geniusFiles(of: again.reading().case)
        #expect(Set(twice.files.map(\.name)) == Set(again.files.keys))
    }

    private static let model: [String: String] = [
        "actors.yaml":
            "- {id: north, name: {en: The North, de: Der Norden}, basis: own}\n- {id: south, name: South, basis: own}\n",
        "issues.yaml": """
        issues:
          - id: border
            name: Border
            basis: own
            alternatives: [{id: open, name: open}, {id: half, name: half}, {id: closed, name: closed}]
          - id: fee
            name: Fee
            kind: nominal
            basis: own
            alternatives: [{id: low, name: low}, {id: high, name: high}]

        """,
        "models/packages.yaml": """
        parameters: {trust: 0.5}
        parties:
          - id: north
            weights: {border: 3, fee: 1}
            values: {border: rising, fee: {low: 1/3, high: 1}}
            multiply: {fee: trust}
            reservation: 0.25
          - id: south
            weights: {border: {point: 1, range: 0.5..2}, fee: 3}
            values: {border: falling, fee: {step: high}}
            reservation: {package: {border: half, fee: low}}

        """,
    ]

    @Test("A model of one's own: normalised weights, curves, a parameter, a package without agreement")
    func ownModel() throws {
        let theCase = try CaseText(Self.model).read().case
        let quarter = Rational(1, over: 4)
        for export in [try geniusFiles(of: theCase), try packagesCSV(of: theCase)] {
            let table = try DomainSample(export).table()
            #expect(
                table.contributions[0] == [[0, quarter * 3 / 2, quarter * 3], [quarter / 6, quarter / 2]])
            #expect(table.contributions[1] == [[quarter, quarter / 2, 0], [0, quarter * 3]])
            #expect(table.reservations == [quarter, quarter / 2])
            #expect(export.warnings.map(\.message) == ["the range of the weight of 'border' is not written"])
        }
        let near = try negmasFiles(of: theCase)
        #expect(
            near.warnings.map(\.message).contains(
                "numbers of 'The North' are no decimals, such as 1/24"))
        #expect(near.files.map(\.name) == ["domain.yml", "north.yml", "south.yml"])
    }

    @Test("What a sum of points cannot express is told, all at once")
    func refusals() throws {
        var files = Self.model
        files["models/packages.yaml"] = """
            parties:
              - id: north
                weights: {border: 1..2, fee: 1}
                values: {border: rising, fee: {low: -1, high: 1}}
                reservation: 0.25
                audience: internal
                red: [border = open]
                terms: [{when: border = open and fee = low, add: 0.1}]

            """
        let theCase = try CaseText(files).read().case
        do throws(CaseError) {
            _ = try geniusFiles(of: theCase)
            Issue.record("it was written")
        } catch {
            #expect(
                error.problems.map(\.message).sorted() == [
                    "the bonus for 'border = open and fee = low' cannot be written",
                    "the condition 'border = open' cannot be written",
                    "the reservation of 'north' stays in the house",
                    "the weight of 'border' is a range without a point",
                ])
        }
        files["models/packages.yaml"] = """
            parties:
              - {id: north, weights: {border: 2, fee: 1}, values: {border: rising, fee: {low: -1, high: 1}}, reservation: 0}

            """
        let negative = try CaseText(files).read().case
        do throws(CaseError) {
            _ = try geniusFiles(of: negative)
            Issue.record("it was written")
        } catch {
            let errors = error.problems.filter { $0.severity == .error }
            #expect(errors.map(\.message) == ["values of 'Fee' lie below zero for 'The North'"])
        }
        do throws(CaseError) {
            _ = try packagesCSV(of: Case(frame: theCase.frame))
            Issue.record("it was written")
        } catch {
            #expect(error.problems.map(\.message) == ["the case has no packages"])
        }
    }
}
