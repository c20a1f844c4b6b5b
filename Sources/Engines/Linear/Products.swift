import Numbers

/// Products of unknowns, each taken for an unknown of its own (the first step of Sherali & Adams 1990).
struct Products {
    private var numbers: [[Int]: Int] = [:]
    private(set) var unknowns: Int

    /// - Parameter first: How many plain unknowns there are.
    init(first: Int = 0) { unknowns = first }

    var isEmpty: Bool { numbers.isEmpty }

    /// The unknown that stands for a product; `nil` for the empty one, which is 1.
    mutating func unknown(_ factors: [Int]) -> Int? {
        guard factors.count > 1 else { return factors.first }
        let key = factors.sorted()
        if let known = numbers[key] { return known }
        numbers[key] = unknowns
        unknowns += 1
        return unknowns - 1
    }

    /// Equations as polynomials in the plain unknowns.
    ///
    /// - Parameters:
    ///   - equations: Sums of plain unknowns and products.
    ///   - plain: How many plain unknowns there are.
    /// - Returns: One polynomial for each equation.
    func polynomials(_ equations: [LinearSum], plain: Int) -> PolynomialSystem {
        let keys = Dictionary(uniqueKeysWithValues: numbers.map { ($1, $0) })
        return PolynomialSystem(
            unknowns: plain,
            equations: equations.map { sum in
                sum.factors.sorted { $0.key < $1.key }.map { unknown, factor in
                    .init(factor: factor, unknowns: keys[unknown] ?? [unknown])
                } + [.init(factor: sum.constant, unknowns: [])]
            })
    }

    /// Multiplies each equation between plain unknowns by what its terms are multiplied by elsewhere.
    mutating func tie(_ equations: [LinearSum], into system: inout LinearConditions) {
        guard !isEmpty else { return }
        var isDone: Set<[Int]> = []
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            let keys = numbers.keys.sorted { $0.lexicographicallyPrecedes($1) }
            for (place, equation) in equations.enumerated() {
                for key in keys {
                    guard let shared = key.first(where: { equation.factors[$0] != nil }) else { continue }
                    let rest = key.filter { $0 != shared }
                    guard isDone.insert([place] + rest).inserted else { continue }
                    isGrowing = true
                    system.require(multiplied(equation, by: rest), .equal)
                }
            }
        }
    }

    private mutating func multiplied(_ equation: LinearSum, by rest: [Int]) -> LinearSum {
        var sum = LinearSum()
        for (factor, weight) in equation.factors.sorted(by: { $0.key < $1.key }) {
            sum.add(weight, unknown([factor] + rest))
        }
        sum.add(equation.constant, unknown(rest))
        return sum
    }
}
