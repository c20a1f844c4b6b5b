import Numbers
import Testing

@testable import Engines

@Suite("Sequential equilibria")
struct SequentialSearchTests {
    @Test func scratch() throws {
        for entry in ClassicGames.all.games where entry.form == "extensive" {
            let named = NamedTree(entry)
            let sequences = try named.tree.sequences()
            let clock = ContinuousClock()
            let begin = clock.now
            let search = named.tree.sequentialEquilibria(sequences, budget: Budget(100_000))
            print(entry.id, search.isComplete, search.budget.used, search.undecided, clock.now - begin)
            for one in search.equilibria {
                print("   ", one.payoffs, one.isOneOfMany, named.tree.isSequential(one.assessment.trembles),
                    named.tree.regrets(of: one.assessment.behaviour, sequences))
            }
        }
    }
}
