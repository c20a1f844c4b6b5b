import CaseFiles
import CaseModel
import Foundation
import Numbers
import Testing

/// Domains in JSON and YAML.
@Suite struct TreeDomainTests {
    private static func web(_ name: String, _ reservation: String = "") -> String {
        """
        {"LinearAdditiveUtilitySpace": {"name": "\(name)",
         "issueUtilities": {
          "Zone": {"DiscreteValueSetUtilities": {"valueUtilities": {"5 km": 0.7, "20 km": 1}}},
          "Years": {"NumberValueSetUtilities": {"lowValue": "1", "lowUtility": 0, "highValue": "3", "highUtility": 1}}},
         "issueWeights": {"Years": 0.6, "Zone": 0.4}\(reservation),
         "domain": {"name": "d", "issuesValues": {
          "Zone": {"values": ["5 km", "20 km"]}, "Years": {"range": {"low": "1", "high": "3", "step": "0.5"}}}}}}
        """
    }

    @Test("GeniusWeb: sets, ranges, a reservation that is a package, a partial one, none")
    func geniusWeb() throws {
        let reserved = ",\n\"reservationBid\": {\"issuevalues\": {\"Zone\": \"5 km\", \"Years\": 2.0}}"
        let partial = ",\n\"reservationBid\": {\"issuevalues\": {\"Zone\": \"20 km\"}}"
        let reading = try DomainSample([
            "a.json": Self.web("North", reserved), "b.json": Self.web("South", partial),
            "c.json": Self.web("West"),
        ]).reading()
        let table = try DomainTable(reading.case)
        #expect(table.parties == ["North", "South", "West"])
        #expect(table.issues == [["5 km", "20 km"], ["1", "1.5", "2", "2.5", "3"]])
        #expect(table.contributions[0][0] == [Rational(28, over: 100), Rational(2, over: 5)])
        #expect(table.contributions[0][1] == (0...4).map { Rational(3 * $0, over: 20) })
        #expect(table.reservations == [Rational(58, over: 100), Rational(2, over: 5), 0])
        #expect(
            reading.case.packages?.parties[0].reservation?.value
                == .package(["zone": "v-5-km", "years": "v-2"]))
        #expect(reading.warnings.map(\.message) == ["the reservation leaves out Years"])
    }

    @Test("GeniusWeb: another domain in the second profile")
    func otherDomain() throws {
        let other = Self.web("B").replacingOccurrences(of: "\"5 km\"", with: "\"6 km\"")
        let problems = try DomainSample(["a.json": Self.web("A"), "b.json": other]).problems()
        #expect(problems.map(\.message) == ["this is another domain than that of a.json"])
    }

    private static let space = """
        name: /home/somebody/scenarios/talks
        path: /home/somebody/scenarios/talks
        type: DiscreteCartesianOutcomeSpace
        issues:
        - name: Zone
          type: CategoricalIssue
          values: [5 km, 20 km]
        - name: Years
          type: ContiguousIssue
          values: [1, 4]
        """

    @Test("negmas: weights and values in issue order, kinds of functions, wrappers, reservations")
    func negmas() throws {
        let reading = try DomainSample([
            "talks.yml": Self.space,
            "a.yml": """
            name: a
            type: LinearAdditiveUtilityFunction
            weights: [2, 0.5]
            values:
            - type: TableFun
              mapping: {5 km: 10, 20 km: 3}
            - {type: AffineFun, slope: -1, bias: 4}
            bias: 1
            reserved_value: 12.5
            reserved_outcome: null
            stability: -1
            """,
            "b.yml": """
            type: ExponentialDiscUFun
            discount: 0.9
            ufun:
              name: b/second.xml
              type: negmas.preferences.LinearAdditiveUtilityFunction
              weights: {Years: 1, Zone: 0}
              values:
              - {20 km: 3, 5 km: 1}
              - {type: LinearFun, slope: 1.0e-1}
              reserved_outcome: [20 km, 2]
            """,
            "c.yml": """
            type: LinearAdditiveUtilityFunction
            weights: [1, 1]
            values:
            - {type: ConstFun, bias: 2}
            - {type: TableFun, mapping: {1.0: 1, 2.0: 0, 3.0: 5, 4: -1}}
            reserved_value: -.inf
            """,
            "talks_stats.yaml": "frontier: [1, 2]\n",
        ]).reading()
        let table = try DomainTable(reading.case)
        #expect(reading.case.frame.title.en == "talks")
        #expect(table.parties == ["a", "second.xml", "c"])
        #expect(table.contributions[0][0] == [21, 7])
        #expect(table.contributions[0][1] == [3, 2, 1, 0].map { Rational($0, over: 2) })
        #expect(table.contributions[1] == [[0, 0], (1...4).map { Rational($0, over: 10) }])
        #expect(table.contributions[2] == [[2, 2], [1, 0, 5, -1]])
        #expect(table.reservations == [Rational(25, over: 2), Rational(1, over: 5), 1])
        #expect(
            reading.warnings.map(\.message) == [
                "the discount factor 0.9 is not applied", "'c' names no reservation", "results are not read",
            ])
    }

    @Test("negmas in JSON: keys of a table are texts again numbers")
    func json() throws {
        let table = try DomainSample([
            "d.json": """
            {"name": "d", "type": "DiscreteCartesianOutcomeSpace", "issues": [
            {"name": "N", "type": "CardinalIssue", "values": [1, 2.5]}]}
            """,
            "u.json": """
            {"type": "LinearAdditiveUtilityFunction", "name": "u", "weights": [1.0], "reserved_value": 0.0,
            "values": [{"type": "TableFun", "mapping": {"2.50": 7, "1": 3}}], "reserved_outcome": null}
            """,
        ]).table()
        #expect(table.contributions == [[[3, 7]]])
    }

    @Test("negmas: rectangles by the number of the issue, as ranges, sets and single values")
    func rectangles() throws {
        let table = try DomainSample([
            "talks.yml": Self.space,
            "a.yml": """
            type: HyperRectangleUtilityFunction
            outcome_ranges:
            - {1: [2, 3]}
            - {0: 20 km, 1: [1, 3, 4]}
            - {Zone: [5 km, 20 km], 1: 4}
            utilities: [4, 2, 10]
            weights: [1, 0.5, 1]
            bias: 3
            reserved_value: 5
            """,
        ]).table()
        for package in table.packages {
            let years = package[1] + 1
            let sum =
                3 + ((2...3).contains(years) ? 4 : 0) + (package[0] == 1 && years != 2 ? 1 : 0)
                + (years == 4 ? 10 : 0)
            #expect(table.utility(0, package) == Rational(sum))
        }
    }

    @Test("A table: weights, quotes, Windows line ends, a reservation")
    func csv() throws {
        let text = """
            issue,alternative,North,"South, far"\r
            Border,"open \"\"wide\"\"",1,0.2\r
            Border,closed,0,1\r
            ,,,\r
            weight,Border,0.7,1/2\r
            Fee,none,0.4,0\r
            Fee,full,-1,0.6\r
            reservation,,0.3,0.25
            """
        let reading = try DomainSample(["a.csv": text]).reading()
        let table = try DomainTable(reading.case)
        #expect(table.parties == ["North", "South, far"])
        #expect(table.issues == [["open \"wide\"", "closed"], ["none", "full"]])
        #expect(table.contributions[0] == [[Rational(7, over: 10), 0], [Rational(2, over: 5), -1]])
        #expect(
            table.contributions[1] == [
                [Rational(1, over: 10), Rational(1, over: 2)], [0, Rational(3, over: 5)],
            ])
        #expect(table.reservations == [Rational(3, over: 10), Rational(1, over: 4)])
        #expect(reading.case.issues[1].alternatives.map(\.id) == ["none", "full"])
    }
}
