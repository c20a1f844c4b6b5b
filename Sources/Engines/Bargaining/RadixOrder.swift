/// Sorts places by a column of numbers, digit by digit of their distance from the largest.
///
/// - Complexity: O(n) for each started eleven bits of the column's range.
final class RadixOrder {
    private static let bits = 11
    private let keys = Scratch<UInt>()
    private let spare = Scratch<Int32>()
    private let heads = Scratch<Int>(1 << RadixOrder.bits)

    /// Writes the places `0 ..< count` so that the column falls; equal ones stay in order.
    func fallingOrder(
        _ column: UnsafePointer<Int>, _ count: Int, into list: UnsafeMutablePointer<Int32>
    ) {
        guard count > 0 else { return }
        var (low, high) = (column[0], column[0])
        for place in 0..<count {
            low = min(low, column[place])
            high = max(high, column[place])
            list[place] = Int32(place)
        }
        let keys = keys.room(count)
        for place in 0..<count { keys[place] = UInt(bitPattern: high &- column[place]) }
        let range = UInt(bitPattern: high &- low)
        var (from, to) = (list, spare.room(count))
        var shift = 0
        while shift < UInt.bitWidth, range >> UInt(shift) > 0 {
            pass(keys, count, shift, from, to)
            swap(&from, &to)
            shift += RadixOrder.bits
        }
        if from != list { list.update(from: from, count: count) }
    }

    private func pass(
        _ keys: UnsafeMutablePointer<UInt>, _ count: Int, _ shift: Int, _ from: UnsafeMutablePointer<Int32>,
        _ to: UnsafeMutablePointer<Int32>
    ) {
        let size = 1 << RadixOrder.bits
        let heads = heads.room(size)
        heads.update(repeating: 0, count: size)
        let mask = UInt(size - 1)
        for place in 0..<count { heads[Int(keys[place] >> UInt(shift) & mask)] += 1 }
        var start = 0
        for digit in 0..<size {
            let number = heads[digit]
            heads[digit] = start
            start += number
        }
        for place in 0..<count {
            let digit = Int(keys[Int(from[place])] >> UInt(shift) & mask)
            to[heads[digit]] = from[place]
            heads[digit] += 1
        }
    }
}
