import Foundation
import Numbers

@testable import Engines

/// The entries of `KnownAnswers/bargaining.json`.
struct KnownPackages: Decodable {
    let cases: [String: Entry]

    static let all: [String: Entry] = {
        let file = Bundle.module.url(forResource: "KnownAnswers/bargaining", withExtension: "json")
        guard let file, let data = try? Data(contentsOf: file),
            let known = try? JSONDecoder().decode(KnownPackages.self, from: data)
        else { fatalError("the known packages cannot be read") }
        return known.cases
    }()

    struct Entry: Decodable {
        let issues: Int?
        let values: Int?
        let parties: Parties?
        let seed: Int?
        let pareto_points: Int?
        let frontier_sha256: String?
        let nash_disagreement_zero: [Int]?
        let negmas_0_16_points: Peer?
        let profile_tables: [Table]?
        let frontier: [[Double]]?
        let reservation_in_file: [Double]?
        let solutions_d0: Solutions?
        let solutions_at_file_reservation: Solutions?
        let rational_outcomes_at_file_reservation: Int?
        let items: [Item]?
        let result: Division?
    }

    /// A number of parties, or their names.
    struct Parties: Decodable {
        let count: Int

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            count = try (try? container.decode(Int.self)) ?? container.decode([String].self).count
        }
    }

    /// What another library picks, with the least utility as disagreement.
    struct Peer: Decodable {
        let nash_disagreement_min: [[Double]]
        let ks_min_spread: [[Double]]
        let welfare: [[Double]]
    }

    struct Table: Decodable {
        let values: [String]
        let weights: [Double]
        let evaluations: [[Double]]
    }

    struct Solutions: Decodable {
        let rational_frontier_points: Int
        let nash: Point
        let ks_maxmin: Point
        let egalitarian_maxmin_gain: Point
        let utilitarian: Point
    }

    struct Point: Decodable {
        let u: [Double]
        let outcome: [String]
    }

    /// A name and two numbers of points.
    struct Item: Decodable {
        let name: String
        let points: [Int]

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            name = try container.decode(String.self)
            points = [try container.decode(Int.self), try container.decode(Int.self)]
        }
    }

    struct Division: Decodable {
        let each_points: Int
        let divided_item: String
        let first_party_share: String
    }
}

extension KnownPackages.Entry {
    /// The decimal number that a file wrote, not the binary one next to it.
    static func decimal(_ value: Double) throws -> Rational { try Rational(reading: "\(value)") }

    /// The bargain of the tables by the rule weight times value over the issue's largest value.
    func bargain(hasReservations: Bool) throws -> Bargain? {
        guard let tables = profile_tables, let reservation_in_file else { return nil }
        let contributions = try reservation_in_file.indices.map { party in
            try tables.map { table in
                let (weight, values) = (table.weights[party], table.evaluations[party])
                let most = try Self.decimal(values.max()!)
                return try values.map { try Self.decimal(weight) * Self.decimal($0) / most }
            }
        }
        return try Bargain(
            space: PackageSpace(tables.map(\.values.count)), contributions: contributions,
            reservations: try reservation_in_file.map { hasReservations ? try Self.decimal($0) : nil })
    }
}
