/// The fingerprint of a few bytes, for tests alone.
///
/// - Source: NIST FIPS 180-4, section 6.2.
enum SHA256 {
    static func hex(of message: [UInt8]) -> String {
        var state = roots(8, cube: false)
        let constants = roots(64, cube: true)
        var bytes = message + [0x80]
        while bytes.count % 64 != 56 { bytes.append(0) }
        let length = UInt64(message.count) * 8
        bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * UInt64($0))) }
        for start in stride(from: 0, to: bytes.count, by: 64) {
            compress(bytes[start..<start + 64], constants, &state)
        }
        return state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    private static func compress(_ block: ArraySlice<UInt8>, _ constants: [UInt32], _ state: inout [UInt32]) {
        var words = (0..<16).map { word in
            (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[block.startIndex + 4 * word + $1]) }
        }
        for place in 16..<64 {
            let (a, b) = (words[place - 15], words[place - 2])
            let first = turn(a, 7) ^ turn(a, 18) ^ a >> 3
            let second = turn(b, 17) ^ turn(b, 19) ^ b >> 10
            words.append(words[place - 16] &+ first &+ words[place - 7] &+ second)
        }
        var s = state
        for round in 0..<64 {
            let high = turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)
            let choice = s[4] & s[5] ^ ~s[4] & s[6]
            let one = s[7] &+ high &+ choice &+ constants[round] &+ words[round]
            let low = turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)
            let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
            s = [one &+ low &+ majority, s[0], s[1], s[2], s[3] &+ one, s[4], s[5], s[6]]
        }
        for place in 0..<8 { state[place] &+= s[place] }
    }

    private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

    /// The first 32 bits after the point of the square or cube roots of the first primes.
    private static func roots(_ count: Int, cube: Bool) -> [UInt32] {
        var (primes, number): ([Int], Int) = ([], 2)
        while primes.count < count {
            if primes.allSatisfy({ number % $0 != 0 }) { primes.append(number) }
            number += 1
        }
        return primes.map { prime in
            // The largest whole r with r^k <= prime * 2^(32 k), by bits.
            var root = UInt128(0)
            for bit in (0..<37).reversed() {
                let trial = root | UInt128(1) << UInt128(bit)
                let power = cube ? trial * trial * trial : trial * trial
                if power <= UInt128(prime) << UInt128(cube ? 96 : 64) { root = trial }
            }
            return UInt32(truncatingIfNeeded: root)
        }
    }
}
