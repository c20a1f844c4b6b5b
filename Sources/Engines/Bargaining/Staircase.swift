/// The undominated ones of the points of a plane seen so far.
///
/// They stand in order, the first coordinate falling and the second rising; a question is one binary search.
final class Staircase {
    private var first: UnsafeMutablePointer<Int>
    private var second: UnsafeMutablePointer<Int>
    private var count = 0
    private var capacity = 256

    init() {
        first = .allocate(capacity: capacity)
        second = .allocate(capacity: capacity)
    }

    deinit {
        first.deallocate()
        second.deallocate()
    }

    func removeAll() { count = 0 }

    /// How many stand in front of the first one whose first coordinate is below `x`.
    @inline(__always)
    private func position(notBelow x: Int) -> Int {
        var (low, length) = (0, count)
        while length > 0 {
            let half = length >> 1
            let isAhead = first[low + half] >= x
            low = isAhead ? low + half + 1 : low
            length = isAhead ? length - half - 1 : half
        }
        return low
    }

    /// Whether a point that was put in is at least as large in both coordinates.
    @inline(__always)
    func covers(_ x: Int, _ y: Int) -> Bool {
        let place = position(notBelow: x)
        return place > 0 && second[place - 1] >= y
    }

    /// Puts a point in, unless one covers it; returns whether it was put in.
    @inline(__always)
    @discardableResult
    func insert(_ x: Int, _ y: Int) -> Bool {
        let place = position(notBelow: x)
        if place > 0 && second[place - 1] >= y { return false }
        // An equal first coordinate stands just before, with a smaller second one.
        let start = place > 0 && first[place - 1] == x ? place - 1 : place
        var end = start
        while end < count && second[end] <= y { end += 1 }
        if end == start {
            if count == capacity { grow() }
            (first + start + 1).update(from: first + start, count: count - start)
            (second + start + 1).update(from: second + start, count: count - start)
            count += 1
        } else if end > start + 1 {
            (first + start + 1).update(from: first + end, count: count - end)
            (second + start + 1).update(from: second + end, count: count - end)
            count -= end - start - 1
        }
        first[start] = x
        second[start] = y
        return true
    }

    private func grow() {
        for column in [\Staircase.first, \Staircase.second] {
            let larger = UnsafeMutablePointer<Int>.allocate(capacity: capacity * 2)
            larger.update(from: self[keyPath: column], count: count)
            self[keyPath: column].deallocate()
            self[keyPath: column] = larger
        }
        capacity *= 2
    }
}
