import CaseModel
import Numbers

/// A chance move as it is read: labels, probabilities, and how these are spelt.
struct Lottery {
    private(set) var labels: [String] = []
    /// One per label; 0 where a number is misspelt.
    private(set) var probabilities: [Rational] = []
    private(set) var spellings: [Range<Int>] = []
    /// Whether every number could be read.
    private(set) var isLegible = true

    mutating func append(_ label: String, _ probability: Rational?, _ spelling: Range<Int>) {
        labels.append(label)
        probabilities.append(probability ?? .zero)
        spellings.append(spelling)
        isLegible = isLegible && probability != nil
    }
}

extension GameFileScanner {
    /// Reports probabilities that are negative or do not sum to exactly 1; nothing is corrected silently.
    mutating func check(_ lottery: Lottery, at brace: GameFileToken) throws(GameFileFault) {
        var (sum, isSound) = (Rational.zero, lottery.isLegible && !lottery.labels.isEmpty)
        for (probability, spelling) in zip(lottery.probabilities, lottery.spellings) {
            if probability.signum < 0 {
                isSound = false
                log.add(
                    spelling.lowerBound, "a probability is negative",
                    hint: "a probability lies between 0 and 1")
            }
            sum += probability
            // Sums of fractions with ever new denominators grow without end.
            if sum.words == nil { try spend((sum.bitCount + probability.bitCount) / 3, at: brace) }
        }
        guard isSound, sum != 1 else { return }
        let repair = LotteryRepair(lottery, sum: sum, decimals: lottery.spellings.map(decimals))
        log.add(
            brace.range.lowerBound, "the probabilities sum to \(LotteryRepair.shown(sum)), not to 1",
            hint: repair.hint)
    }

    /// How many digits stand behind the point of a decimal; `nil` for whole numbers and fractions, which are meant as
    /// they are.
    private func decimals(_ spelling: Range<Int>) -> Int? {
        guard let point = bytes[spelling].firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let digits = bytes[(point + 1)..<spelling.upperBound]
        return digits.allSatisfy { (0x30...0x39).contains($0) } ? digits.count : nil
    }
}
