/// Puts labels along a line so that none overlaps and each is as near to its mark as it can be.
///
/// Least squares under minimal distances: neighbours that would overlap are pooled and moved as one block.
///
/// - Parameters:
///   - wanted: Where the labels would stand, ascending.
///   - spacing: The least distance between neighbours.
/// - Returns: Where the labels stand, in the same order.
/// - Complexity: O(*n*).
/// - Source: pool adjacent violators, Ayer et al. (1955), on the shifted places.
func placed(_ wanted: [Double], spacing: Double) -> [Double] {
    var blocks: [(sum: Double, count: Int)] = []
    for (index, place) in wanted.enumerated() {
        // Shifting by the spacing turns "at least so far apart" into "not descending".
        var block = (sum: place - Double(index) * spacing, count: 1)
        while let last = blocks.last, last.sum / Double(last.count) > block.sum / Double(block.count) {
            blocks.removeLast()
            block = (last.sum + block.sum, last.count + block.count)
        }
        blocks.append(block)
    }
    let shifted = blocks.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
    return shifted.enumerated().map { $1 + Double($0) * spacing }
}
