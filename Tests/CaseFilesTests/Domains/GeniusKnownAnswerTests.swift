import CaseFiles
import CaseModel
import Foundation
import Numbers
import Support
import Testing

/// Domains of a public collection, from tables of their numbers: what is read gives the utilities, ends and frontiers that
/// were computed apart from this program.
@Suite struct GeniusKnownAnswerTests {
    struct Known: Decodable, Sendable, CustomTestStringConvertible {
        struct Table: Decodable, Sendable {
            let issue: String
            let values: [String]
            let weights: [Double]
            let evaluations: [[Double]]
        }

        var name: String?
        let outcomes: Int
        let reservation_in_file: [Double]
        let discount_in_file: [Double?]
        let minmax: [[Double]]
        let pareto_points: Int
        let rational_outcomes_at_file_reservation: Int?
        let profile_tables: [Table]
        let frontier: [[Double]]
        var testDescription: String { name ?? "" }
    }

    private struct File: Decodable {
        struct Entry: Decodable {
            let known: Known?

            init(from decoder: any Decoder) throws { known = try? Known(from: decoder) }
        }

        let cases: [String: Entry]
    }

    static let known: [Known] = {
        let path = projectFolder.appendingPathComponent("Tests/EnginesTests/KnownAnswers/bargaining.json")
        guard let data = try? Data(contentsOf: path),
            let file = try? JSONDecoder().decode(File.self, from: data)
        else { return [] }
        return file.cases.compactMap { name, entry in
            var known = entry.known
            known?.name = name
            return known
        }.sorted { $0.testDescription < $1.testDescription }
    }()

    @Test("The collection is there")
    func isThere() { #expect(Self.known.count >= 8) }

    @Test("Ends, frontiers and what is acceptable", arguments: known)
    func numbers(known: Known) throws {
        let reading = try Self.sample(known).reading()
        let table = try DomainTable(reading.case)
        let packages = table.packages
        #expect(packages.count == known.outcomes)
        for party in 0...1 {
            let worth = packages.map { table.utility(party, $0) }
            #expect(Self.isNear(try #require(worth.min()), known.minmax[party][0]))
            #expect(Self.isNear(try #require(worth.max()), known.minmax[party][1]))
        }
        let frontier = table.frontier
        #expect(frontier.count == known.pareto_points)
        for (found, given) in zip(frontier, known.frontier.sorted { $0[0] > $1[0] }) {
            #expect(Self.isNear(found[0], given[0]) && Self.isNear(found[1], given[1]))
        }
        if let count = known.rational_outcomes_at_file_reservation {
            let acceptable = packages.count { package in
                (0...1).allSatisfy { table.utility($0, package) >= table.reservations[$0] }
            }
            #expect(acceptable == count)
        }
        let discounts = known.discount_in_file.compactMap(\.self).count { $0 != 1 && $0 != 0 }
        #expect(reading.warnings.count { $0.message.hasPrefix("the discount factor") } == discounts)
    }

    @Test("What is written for any program is read again as the same", arguments: known)
    func roundTrip(known: Known) throws {
        let theCase = try Self.sample(known).reading().case
        let table = try DomainTable(theCase)
        for export in [try geniusFiles(of: theCase), try packagesCSV(of: theCase)] {
            #expect(!export.warnings.contains { $0.message.contains("no decimals") })
            #expect(try DomainSample(export).table() == table)
        }
        // There no division makes 2/3 of decimals, so that what is written is only near.
        let negmas = try negmasFiles(of: theCase)
        let near = try DomainSample(negmas).table()
        #expect((near == table) == negmas.warnings.isEmpty)
        for (one, other) in zip(near.contributions.joined().joined(), table.contributions.joined().joined()) {
            #expect((one - other).magnitude < Rational(1, over: 1_000_000_000_000_000))
        }
    }

    @Test("Laptop: the best package of the seller, as GENIUS counts it")
    func laptop() throws {
        let known = try #require(Self.known.first { $0.testDescription.contains("Laptop") })
        let reading = try Self.sample(known).reading()
        let table = try DomainTable(reading.case)
        let issue = table.issues[0]
        let best = [try #require(issue.firstIndex(of: "HP")), 0, 0]
        #expect(table.utility(0, best) == Rational(1_000_051_804_172, over: 1_000_000_000_000))
        #expect(
            reading.warnings.map(\.message).filter { $0.contains("sum to") } == [
                "the weights of 'one' sum to 1.000051804172, not to 1",
                "the weights of 'two' sum to 1.000051804172, not to 1",
            ])
    }

    private static func isNear(_ value: Rational, _ given: Double) -> Bool {
        abs(Double(value) - given) < 0.000_000_6
    }

    /// The files, with gaps in the indices.
    static func sample(_ known: Known) -> DomainSample {
        let issues = known.profile_tables.enumerated().map { place, table in
            GeniusSample.Issue(
                index: 3 * place + 2, name: table.issue, values: table.values,
                weights: table.weights.map { "\($0)" },
                evaluations: table.evaluations.map { $0.map { "\($0)" } })
        }
        let ends = zip(known.reservation_in_file, known.discount_in_file).map { reservation, discount in
            "<reservation value=\"\(reservation)\"/>"
                + (discount.map { "<discount_factor value=\"\($0)\"/>" } ?? "")
        }
        return GeniusSample(issues: issues, ends: ends).files
    }
}

/// Writes a domain and two profiles.
struct GeniusSample {
    struct Issue {
        let index: Int
        let name: String
        let values: [String]
        let weights: [String]
        let evaluations: [[String]]
    }

    let issues: [Issue]
    let ends: [String]

    var files: DomainSample {
        DomainSample([
            "a-domain.xml":
                "<negotiation_template><utility_space>\(tree(nil))</utility_space></negotiation_template>",
            "one.xml": "<utility_space>\(tree(0))\(ends[0])</utility_space>",
            "two.xml": "<utility_space>\(tree(1))\(ends[1])</utility_space>",
        ])
    }

    private func tree(_ party: Int?) -> String {
        let parts = issues.map { issue -> String in
            let items = issue.values.enumerated().map { place, value in
                let evaluation = party.map { " evaluation=\"\(issue.evaluations[$0][place])\"" } ?? ""
                return "<item index=\"\(place + 1)\" value=\"\(Self.escaped(value))\"\(evaluation)/>"
            }
            let weight =
                party.map { "<weight index=\"\(issue.index)\" value=\"\(issue.weights[$0])\"/>" } ?? ""
            return
                "<issue index=\"\(issue.index)\" name=\"\(Self.escaped(issue.name))\" type=\"discrete\">"
                + items.joined() + "</issue>\(weight)"
        }
        return "<objective index=\"0\" name=\"root\" type=\"objective\">\(parts.joined())</objective>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "\"", with: "&quot;")
            .replacingOccurrences(of: "<", with: "&lt;")
    }
}
