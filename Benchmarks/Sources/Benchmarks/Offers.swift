import Engines
import Numbers

extension Benchmarks {
    /// Alternating offers on the generated domains; `peers_offers.py` plays the same ones.
    static func offers() throws {
        for issues in [3, 4, 5, 6] {
            let bargain = try generatedDomain(issues: issues, parties: 2)
            row(
                "table of 10^\(issues) packages × 2", target: "",
                try times(3) { blackHole(try OfferTable(bargain)) })
            let table = try OfferTable(bargain)
            for (name, tactic) in [
                ("linear", Tactic.linear), ("boulware", .boulware), ("MiCRO", .micro),
                ("tit-for-tat", .titForTat(.absolute)), ("exploiter", .exploiter(Exploiter())),
            ] {
                let play = try AlternatingOffers(table, tactics: [tactic, tactic], rounds: 1_000)
                let offers = try play.run().offers
                let runs = try times(9) { for _ in 0..<20 { blackHole(try play.run()) } }
                row("  \(offers) offers of \(name)", target: "", runs.map { $0 / 20 })
                let median = runs.sorted()[runs.count / 2] / 20
                print("    \(Int(Double(offers) / median)) offers per second, target 100 times negmas")
            }
        }
        let bargain = try generatedDomain(issues: 12, parties: 3)
        let mediation = try SingleText(bargain, start: Array(repeating: 0, count: 12))
        row(
            "single text on 10^12 × 3, best changes", target: "", times(5) { blackHole(mediation.improved()) }
        )
        let plan = Annealing(proposals: 10_000, temperature: Rational(1, over: 20), overrides: 50, seed: 1)
        row(
            "single text on 10^12 × 3, 10 000 proposals", target: "",
            try times(5) { blackHole(try mediation.annealed(plan)) })
    }

    /// Ten alternatives per issue, weights from 1 to 10 times values from 0 to 1000.
    private static func generatedDomain(issues: Int, parties: Int) throws -> Bargain {
        var random = SplitMix64(state: UInt64(20_260_101 + 10 * issues + parties))
        func below(_ bound: Int) -> Int { Int((random.next() >> 33) % UInt64(bound)) }
        let tables = (0..<parties).map { _ -> [[Rational]] in
            let weights = (0..<issues).map { _ in 1 + below(10) }
            return weights.map { weight in (0..<10).map { _ in Rational(weight * below(1001)) } }
        }
        return try Bargain(space: PackageSpace(Array(repeating: 10, count: issues)), contributions: tables)
    }
}
