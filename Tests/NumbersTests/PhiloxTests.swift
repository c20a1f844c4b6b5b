import Testing

@testable import Numbers

@Suite struct PhiloxTests {
    @Test("The known answers of Random123 and three computed by an independent program")
    func knownAnswers() {
        let vectors: [(counter: SIMD4<UInt32>, seed: UInt64, words: SIMD4<UInt32>)] = [
            ([0, 0, 0, 0], 0, [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            (SIMD4(repeating: .max), .max, [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
            (
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], 0x299f_31d0_a409_3822,
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
            ),
            ([1, 0, 0, 0], 42, [0xfcdb_2127, 0x53ba_6cfd, 0x838f_5a6e, 0x744e_06fb]),
            ([0, 1, 0, 0], 42, [0x42e0_b8b3, 0x7dbf_5de8, 0x2fe7_39d4, 0x6aaf_03eb]),
            ([0xf423f, 0, 1, 0], 42, [0xed5b_6f7d, 0xfbad_9f14, 0xd04d_ef73, 0x6cfe_77b2]),
        ]
        for vector in vectors { #expect(Philox(seed: vector.seed).block(vector.counter) == vector.words) }
    }

    @Test("Uniform numbers at an address (computed by an independent program)")
    func uniforms() {
        let philox = Philox(seed: 42)
        let expected: [Double] = [
            0x1.dfd524ee73abep-2, 0x1.5d0acf5c4afd6p-2, 0x1.028f48981499cp-3, 0x1.6c58813876d17p-1,
            0x1.0a5cb0cccbfcfp-1, 0x1.623bd16ad7de3p-1,
        ]
        for (dimension, value) in expected.enumerated() {
            #expect(philox.uniform(sample: 0, dimension: dimension, stream: .sampling) == value)
        }
        let late = philox.uniform(sample: 999_999, dimension: 5, stream: .sampling)
        #expect(late == 0x1.6936e564cf604p-3)
        #expect(
            Philox(seed: 20_261_121).uniform(sample: 0, dimension: 4, stream: .sampling)
                == 0x1.9be134e688070p-5)
    }

    @Test("Whole numbers fill their range evenly, and streams differ")
    func indices() {
        let philox = Philox(seed: 7)
        var counts = [Int](repeating: 0, count: 10)
        for sample in 0..<10_000 as Range<UInt64> {
            counts[philox.index(below: 10, sample: sample, dimension: 0, stream: .dynamics)] += 1
        }
        // 1 000 expected in each; six standard deviations are 180.
        #expect(counts.allSatisfy { abs($0 - 1_000) < 180 })
        let words = RandomStream.allCases.map { philox.uniform(sample: 1, dimension: 0, stream: $0) }
        #expect(Set(words).count == RandomStream.allCases.count)
        #expect(RandomStream.allCases.map(\.rawValue) == Array(0...11))
    }

    @Test("A budget gives what it has and no more; a watch can be stopped")
    func limits() {
        var budget = Budget(3)
        let taken = [budget.spend(2), budget.spend(2), budget.spend(1), budget.spend(1)]
        #expect(taken == [true, false, true, false])
        #expect(budget.isSpent && budget.used == 3)
        let watch = Watch()
        watch.begin(total: 5)
        watch.advance(by: 2)
        #expect(watch.progress == (2, 5) && !watch.isStopped)
        watch.stop()
        #expect(watch.isStopped)
    }
}
