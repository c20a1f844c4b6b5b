import Numbers
import Support
import Testing

@testable import Engines

@Suite("Known bargains")
struct KnownPackagesTests {
    @Test("Generated domains: frontier, its fingerprint, and the Nash points of both conventions")
    func generated() throws {
        var (hashes, peers) = (0, 0)
        for (name, entry) in KnownPackages.all {
            guard let issues = entry.issues, let parties = entry.parties?.count, entry.seed != nil else {
                continue
            }
            let bargain = try Bargain.generated(issues: issues, parties: parties)
            let frontier = try #require(bargain.frontier())
            #expect(frontier.count == entry.pareto_points, "\(name)")
            let points = (0..<frontier.count).map { frontier.utilities($0).map { $0.exactInt! } }
            if let hash = entry.frontier_sha256 {
                let lines = points.sorted { $0.lexicographicallyPrecedes($1) }
                    .map { $0.map(String.init).joined(separator: ",") }.joined(separator: "\n")
                #expect(SHA256.hex(of: Array(lines.utf8)) == hash, "\(name)")
                hashes += 1
            }
            let zero = bargain.contributions.map { _ in Rational.zero }
            let nash = try #require(try frontier.solution(.nash(weights: nil), disagreement: zero))
            #expect(nash.points.map { points[$0] } == [entry.nash_disagreement_zero], "\(name)")
            if let peer = entry.negmas_0_16_points {
                let minimum = try #require(bargain.disagreement(.minimum))
                for (concept, expected) in [
                    (SolutionConcept.nash(weights: nil), peer.nash_disagreement_min),
                    (.equalRatio, peer.ks_min_spread), (.utilitarian(weights: nil), peer.welfare),
                ] {
                    let solution = try #require(try frontier.solution(concept, disagreement: minimum))
                    #expect(
                        solution.points.map { points[$0].map { Double($0) } } == expected,
                        "\(name), \(concept)")
                }
                peers += 1
            }
        }
        #expect(hashes == 8 && peers == 8)
    }

    @Test("Single points without the frontier: ten to the twelve packages of three parties")
    func boundedPoints() throws {
        let bargain = try Bargain.generated(issues: 12, parties: 3)
        let solution = try #require(
            try bargain.boundedSolution(.nash(weights: nil), disagreement: [0, 0, 0]))
        #expect(solution.points.map { solution.frontier.utilities($0) } == [[48460, 59787, 50538]])
    }

    @Test("Domains of other people's files: frontier and points, without and with the file's reservation")
    func files() throws {
        var (domains, withReservation) = (0, 0)
        for (name, entry) in KnownPackages.all {
            guard let bargain = try entry.bargain(hasReservations: false),
                let restricted = try entry.bargain(hasReservations: true)
            else { continue }
            let frontier = try #require(bargain.frontier())
            let points = (0..<frontier.count).map { frontier.utilities($0) }
            #expect(points.count == entry.pareto_points, "\(name)")
            if let expected = entry.frontier {
                #expect(
                    points.count == expected.count && zip(points, expected).allSatisfy { near($0, $1) },
                    "\(name)")
            }
            if let solutions = entry.solutions_d0 {
                try compare(solutions, entry, frontier, [0, 0], "\(name)")
                domains += 1
            }
            if let solutions = entry.solutions_at_file_reservation {
                let acceptable = try #require(restricted.frontier(over: .acceptable))
                try compare(
                    solutions, entry, acceptable, try #require(restricted.disagreement(.reservation)),
                    "\(name) at its reservation")
                #expect(
                    restricted.count(of: .acceptable)
                        == entry.rational_outcomes_at_file_reservation.map { Rational($0) })
                withReservation += 1
            }
        }
        #expect(domains > 8 && withReservation >= 2)
    }

    private func compare(
        _ solutions: KnownPackages.Solutions, _ entry: KnownPackages.Entry, _ frontier: Frontier,
        _ disagreement: [Rational], _ name: String
    ) throws {
        #expect(frontier.count == solutions.rational_frontier_points, "\(name)")
        for (concept, expected) in [
            (SolutionConcept.nash(weights: nil), solutions.nash), (.kalaiSmorodinsky, solutions.ks_maxmin),
            (.egalitarian, solutions.egalitarian_maxmin_gain),
            (.utilitarian(weights: nil), solutions.utilitarian),
        ] {
            let solution = try #require(try frontier.solution(concept, disagreement: disagreement))
            let picked = solution.points.flatMap { point in
                frontier.packages(at: point, limit: 100).map { ($0, frontier.utilities(point)) }
            }
            #expect(
                picked.contains { package, utilities in
                    near(utilities, expected.u)
                        && zip(entry.profile_tables!, package).map { $0.values[$1] } == expected.outcome
                }, "\(name), \(concept)")
        }
    }

    /// The known numbers are rounded to six places.
    private func near(_ utilities: [Rational], _ rounded: [Double]) -> Bool {
        zip(utilities, rounded).allSatisfy { abs(Double($0) - $1) < 6e-7 }
    }

    @Test("The Panama Canal treaty divides at 66 points")
    func panama() throws {
        let entry = try #require(KnownPackages.all["aw-panama"])
        let (items, result) = (try #require(entry.items), try #require(entry.result))
        let division = AdjustedWinner(
            points: (0...1).map { party in items.map { Rational($0.points[party]) } })
        #expect(division.totals() == [Rational(result.each_points), Rational(result.each_points)])
        let split = try #require(division.splitItem)
        #expect(items[split].name == result.divided_item)
        #expect(division.shares[split].description == result.first_party_share)
        let (best, isProven) = try #require(division.bestMisreport(of: 0))
        #expect(best.worth > 66 && best.honest == 66 && !isProven)
    }
}
