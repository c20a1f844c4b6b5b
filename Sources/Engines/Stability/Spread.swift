/// Carries numbers over all moves of one decision maker at once: every state gets the largest (or the smallest)
/// number among itself and the states that the mover reaches from it.
///
/// Moves change any set of own options, so the best of all of them is found option by option: 2^*k* steps per option
/// instead of one step per move (of which a mover with *m* options has 2^*m* − 1 in every state). Combinations that
/// cannot be hold the neutral number and still pass others' numbers through, because a mover jumps over them.
///
/// The trick stays in this file: raw pointers, 64 kB pieces for the low options, no bounds checks. Compared with
/// following the moves it is about thirty times faster at 2^12 states with four options each (`Benchmarks/`).
///
/// - Precondition: The model is transitive.
/// - Complexity: O(*m* · 2^*k*) per mover with *m* options.
struct Spread {
    let model: OptionModel
    /// Per decision maker the own options, ascending.
    private let own: [[Int]]

    init(_ model: OptionModel) {
        precondition(model.isTransitive, "moves that follow one another must be moves")
        self.model = model
        own = (0..<model.decisionMakers).map { i in model.owners.indices.filter { model.owners[$0] == i } }
    }

    /// Replaces every number by the largest that `i` reaches; 0 is neutral and stands where nothing can be.
    func raise(_ values: inout [UInt32], by i: Int) { carry(&values, by: i, neutral: 0, Larger.self) }

    /// Replaces every number by the smallest that `i` reaches; the largest number is neutral.
    func lower(_ values: inout [UInt32], by i: Int) { carry(&values, by: i, neutral: .max, Smaller.self) }

    private func carry(
        _ values: inout [UInt32], by i: Int, neutral: UInt32, _ choice: (some Choice).Type
    ) {
        guard !own[i].isEmpty else { return }
        // What the mover does not see is neither a target nor a start.
        let kept = model.unseen[i].map { unseen in unseen.members.map { ($0, values[$0]) } } ?? []
        for (state, _) in kept { values[state] = neutral }
        values.withUnsafeMutableBufferPointer { carry($0, over: own[i], choice) }
        if !model.feasible.isFull { reset(&values, to: neutral) }
        for (state, value) in kept { values[state] = value }
    }

    private func reset(_ values: inout [UInt32], to neutral: UInt32) {
        values.withUnsafeMutableBufferPointer { values in
            for (index, word) in model.feasible.words.enumerated() where word != ~0 {
                for bit in 0..<min(64, values.count - index << 6) where word >> UInt64(bit) & 1 == 0 {
                    values[index << 6 + bit] = neutral
                }
            }
        }
    }

    /// How many of the low options are treated piece by piece.
    private static let pieceBits = 14

    private func carry<C: Choice>(
        _ values: UnsafeMutableBufferPointer<UInt32>, over options: [Int], _ choice: C.Type
    ) {
        let low = options.filter { $0 < Self.pieceBits }
        let piece = min(values.count, 1 << Self.pieceBits)
        if !low.isEmpty {
            for start in stride(from: 0, to: values.count, by: piece) {
                for option in low { step(values, start..<(start + piece), option, choice) }
            }
        }
        for option in options where option >= Self.pieceBits {
            step(values, 0..<values.count, option, choice)
        }
    }

    /// Joins the two halves of one option in a range of states.
    private func step<C: Choice>(
        _ values: UnsafeMutableBufferPointer<UInt32>, _ range: Range<Int>, _ option: Int, _ choice: C.Type
    ) {
        let half = 1 << option
        let base = values.baseAddress!
        switch (model.taking[option], model.dropping[option]) {
        case (.never, .never): return
        case (.always, .always):
            if half < 8 { return narrow(base, range, half, choice) }
            for start in stride(from: range.lowerBound, to: range.upperBound, by: 2 * half) {
                for state in start..<(start + half) {
                    let best = C.of(base[state], base[state + half])
                    base[state] = best
                    base[state + half] = best
                }
            }
        case (let taking, let dropping):
            for start in stride(from: range.lowerBound, to: range.upperBound, by: 2 * half) {
                for state in start..<(start + half) {
                    let best = C.of(base[state], base[state + half])
                    if taking.allows(state) { base[state] = best }
                    if dropping.allows(state + half) { base[state + half] = best }
                }
            }
        }
    }

    /// The three lowest options: sixteen states at a time, their partners brought beside them.
    private func narrow<C: Choice>(
        _ base: UnsafeMutablePointer<UInt32>, _ range: Range<Int>, _ half: Int, _ choice: C.Type
    ) {
        guard range.count >= 16 else {
            for state in range where state & half == 0 {
                let best = C.of(base[state], base[state + half])
                base[state] = best
                base[state + half] = best
            }
            return
        }
        for state in stride(from: range.lowerBound, to: range.upperBound, by: 16) {
            let raw = UnsafeMutableRawPointer(base + state)
            let own = raw.loadUnaligned(as: SIMD16<UInt32>.self)
            let partner: SIMD16<UInt32> =
                switch half {
                case 1:
                    SIMD16(
                        own[1], own[0], own[3], own[2], own[5], own[4], own[7], own[6], own[9], own[8],
                        own[11], own[10], own[13], own[12], own[15], own[14])
                case 2:
                    SIMD16(
                        own[2], own[3], own[0], own[1], own[6], own[7], own[4], own[5], own[10], own[11],
                        own[8], own[9], own[14], own[15], own[12], own[13])
                default:
                    SIMD16(
                        own[4], own[5], own[6], own[7], own[0], own[1], own[2], own[3], own[12], own[13],
                        own[14], own[15], own[8], own[9], own[10], own[11])
                }
            raw.storeBytes(of: C.of(own, partner), as: SIMD16<UInt32>.self)
        }
    }
}

/// Which of two numbers is kept.
private protocol Choice {
    static func of(_ a: UInt32, _ b: UInt32) -> UInt32
    static func of(_ a: SIMD16<UInt32>, _ b: SIMD16<UInt32>) -> SIMD16<UInt32>
}

private enum Larger: Choice {
    @inline(__always) static func of(_ a: UInt32, _ b: UInt32) -> UInt32 { a > b ? a : b }
    @inline(__always) static func of(_ a: SIMD16<UInt32>, _ b: SIMD16<UInt32>) -> SIMD16<UInt32> {
        pointwiseMax(a, b)
    }
}

private enum Smaller: Choice {
    @inline(__always) static func of(_ a: UInt32, _ b: UInt32) -> UInt32 { a < b ? a : b }
    @inline(__always) static func of(_ a: SIMD16<UInt32>, _ b: SIMD16<UInt32>) -> SIMD16<UInt32> {
        pointwiseMin(a, b)
    }
}
