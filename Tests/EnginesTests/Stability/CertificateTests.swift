import Numbers
import Support
import Testing

@testable import Engines

@Suite struct CertificateTests {
    @Test("Every verdict of 400 random conflicts carries a certificate that holds")
    func certificatesHold() {
        for seed in 0..<400 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var traits = ConflictTraits()
            traits.options = 1...6
            let conflict = randomConflict(&random, traits)
            let answers = conflict.stableStates()
            for concept in StabilityConcept.sequential {
                for i in 0..<conflict.model.decisionMakers {
                    for state in conflict.model.feasible.members {
                        let certificate = conflict.certificate(state, for: i, under: concept)
                        #expect(certificate.holds(in: conflict), "seed \(seed) \(concept) \(state)")
                        #expect(
                            certificate.isStable == answers[concept]!.stable[i].contains(state),
                            "seed \(seed)")
                    }
                }
            }
            var budget = Budget(1 << 20)
            let simultaneous = conflict.simultaneouslyStableStates(&budget)
            for i in 0..<conflict.model.decisionMakers {
                for state in conflict.model.feasible.members {
                    let certificate = conflict.simultaneousCertificate(state, for: i, &budget)
                    #expect(certificate.holds(in: conflict), "seed \(seed) \(state)")
                    #expect(certificate.isStable == simultaneous?.stable[i].contains(state), "seed \(seed)")
                }
            }
        }
    }

    @Test("A certificate that was tampered with does not hold")
    func tampering() throws {
        let conflict = try KnownConflicts.entry("regression-alternating-sanction").optionConflict
        // State 2 (decimal 1): A is deterred only by C, B and C in turn.
        let certificate = conflict.certificate(1, for: 0, under: .seq)
        guard case .deterred(let deterrents) = certificate.reason,
            case .sequence(let steps, let escape) = deterrents[0].answer
        else { return #expect(Bool(false), "\(certificate)") }
        #expect(steps.map(\.mover) == [2, 1, 2])
        func changed(_ reason: StabilityCertificate.Reason) -> StabilityCertificate {
            StabilityCertificate(state: 1, decisionMaker: 0, concept: .seq, reason: reason)
        }
        let short = StabilityCertificate.Deterrent(
            improved: deterrents[0].improved, answer: .sequence(Array(steps.dropLast()), escape: escape))
        #expect(!changed(.deterred([short])).holds(in: conflict))
        #expect(!changed(.deterred([])).holds(in: conflict))
        #expect(!changed(.noBetterMove).holds(in: conflict))
        #expect(!changed(.noMove).holds(in: conflict))
        #expect(!changed(.leaves(to: deterrents[0].improved, worst: nil)).holds(in: conflict))
    }

    @Test("Graph form: Elmira's certificates hold under every concept")
    func elmira() throws {
        let graph = try KnownConflicts.entry("elmira-9").graph
        for concept in StabilityConcept.sequential {
            for i in 0..<graph.decisionMakers {
                for state in 0..<graph.states {
                    let certificate = graph.certificate(state, for: i, under: concept)
                    #expect(certificate.holds(in: graph))
                    #expect(certificate.isStable == graph.isStable(state, for: i, under: concept))
                }
            }
        }
    }
}
