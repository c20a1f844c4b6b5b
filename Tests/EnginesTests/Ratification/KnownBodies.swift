import Foundation
import Numbers

@testable import Engines

/// The entries of `KnownAnswers/power.json`.
struct KnownBodies: Decodable {
    let cases: [String: Entry]

    static let all: [String: Entry] = {
        let file = Bundle.module.url(forResource: "KnownAnswers/power", withExtension: "json")
        guard let file, let data = try? Data(contentsOf: file),
            let known = try? JSONDecoder().decode(KnownBodies.self, from: data)
        else { fatalError("the known bodies cannot be read") }
        return known.cases
    }()

    struct Entry: Decodable {
        let weights: [Int]?
        let quota: Int?
        let banzhaf_normalised: [String: Value]
        let banzhaf_absolute: [String: Value]?
        let shapley_shubik: [String: Value]
        let total_swings: Int?
    }

    /// A fraction, or a decimal number that was rounded.
    struct Value: Decodable {
        let exact: Rational?
        let rounded: Double

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                let fraction = try Rational(reading: text)
                (exact, rounded) = (fraction, Double(fraction))
            } else {
                (exact, rounded) = (nil, try container.decode(Double.self))
            }
        }

        /// Whether a number is this one, to six places where this one is rounded.
        func agrees(_ other: Rational) -> Bool {
            exact.map { $0 == other } ?? (abs(Double(other) - rounded) < 6e-7)
        }
    }
}

/// Bodies of the literature.
enum NamedBodies {
    /// The Council of 27 members under the Treaty of Nice: weights and quota by the CVCE table *Evolution of qualified majority
    /// voting in the Council*, populations of 1999 in thousands by the Seville group's page on Nice
    /// (www.esi2.us.es/~mbilbao/niza.htm).
    static func nice() throws -> VotingBody {
        let votes = [
            29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10, 10, 10, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4, 3,
        ]
        let people = [
            82_038, 59_247, 58_966, 57_612, 39_394, 38_667, 22_489, 15_760, 10_533, 10_290, 10_213, 10_092,
            9_980, 8_854, 8_230, 8_082, 5_393, 5_313, 5_160, 3_744, 3_701, 2_439, 1_978, 1_446, 752, 429, 379,
        ]
        let all = Array(0..<27)
        return try VotingBody(
            members: 27,
            rule: .all([
                .weight(Electorate(all, weights: votes.map { Rational($0) }), .atLeast(255)),
                .majority(of: all),
                .share(
                    Electorate(all, weights: people.map { Rational($0) }), .atLeast(Rational(62, over: 100)),
                    of: .members),
            ]))
    }

    static let house = Array(0..<435)
    static let senate = Array(435..<535)
    static let vicePresident = 535
    static let president = 536

    /// The legislature of the United States: both houses and the president, the vice president breaking ties in the
    /// Senate, or two thirds of both houses; the model of V. Powers, *Power index rankings in bicameral legislatures and
    /// the US legislative system* (2019).
    static func unitedStates() throws -> VotingBody {
        try VotingBody(
            members: 537,
            rule: .any([
                .all([
                    .majority(of: house), .count(51, of: senate + [vicePresident]), .consent(president),
                ]),
                .all([.count(290, of: house), .count(67, of: senate)]),
            ]))
    }

    /// The Security Council: nine of fifteen, and no permanent member against.
    static func securityCouncil() throws -> VotingBody {
        try VotingBody(
            members: 15, rule: .all([.count(9, of: 0..<15)] + (0..<5).map { .noObjection($0) }))
    }
}
