/// Combinations of one digit per player, numbered with the first player's digit running fastest.
struct MixedRadix: Sendable {
    let sizes: [Int]
    let count: Int

    init(_ sizes: [Int]) { (self.sizes, count) = (sizes, sizes.reduce(1, *)) }

    func place(_ digits: [Int]) -> Int { zip(sizes, digits).reversed().reduce(0) { $0 * $1.0 + $1.1 } }

    func digits(_ place: Int) -> [Int] {
        var rest = place
        return sizes.map { size in
            defer { rest /= size }
            return rest % size
        }
    }

    /// All combinations, in the order of their numbers.
    var list: [[Int]] { (0..<count).map(digits) }
}
