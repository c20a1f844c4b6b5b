/// Some rows of a table, seen through one of its columns: what divide and conquer over several dimensions splits in two.
///
/// - Source: Bentley, *Multidimensional divide-and-conquer* (1980).
struct RowList {
    let rows: UnsafeMutablePointer<Int32>
    let count: Int
    let column: UnsafePointer<Int>

    @inline(__always)
    private func value(_ place: Int) -> Int { column[Int(rows[place])] }

    /// Copies the rows with those not below the pivot first, order kept; returns how many they are.
    func split(at pivot: Int, into target: UnsafeMutablePointer<Int32>) -> Int {
        var upper = 0
        for place in 0..<count where value(place) >= pivot {
            target[upper] = rows[place]
            upper += 1
        }
        var end = upper
        for place in 0..<count where value(place) < pivot {
            target[end] = rows[place]
            end += 1
        }
        return upper
    }

    /// A value near the middle of two lists that leaves something on either side; `nil` if all values are equal.
    static func pivot(_ one: RowList, _ other: RowList) -> Int? {
        var (low, high) = (Int.max, Int.min)
        for list in [one, other] {
            for place in 0..<list.count {
                low = min(low, list.value(place))
                high = max(high, list.value(place))
            }
        }
        guard low < high else { return nil }
        var sample: [Int] = []
        for step in 0..<15 {
            sample.append(one.value(step * one.count / 15))
            sample.append(other.value(step * other.count / 15))
        }
        sample.sort()
        let median = sample[15]
        // The upper side takes the pivot itself, so it has to lie above the lowest value.
        return median > low ? median : low + 1 + (high - low - 1) / 2
    }
}
