/// A set of states, one bit for each: state `s` is bit `s mod 64` of word `s / 64`.
public struct StateSet: Hashable, Sendable {
    /// The bits; those behind the last state are zero.
    public internal(set) var words: [UInt64]
    /// How many states there are, in the set or not.
    public let states: Int

    /// The empty set, or the full one.
    public init(states: Int, full: Bool = false) {
        self.states = states
        words = Array(repeating: full ? ~0 : 0, count: (states + 63) / 64)
        if full { trim() }
    }

    /// The set of these states.
    public init(_ members: some Sequence<Int>, states: Int) {
        self.init(states: states)
        for state in members { insert(state) }
    }

    mutating func trim() {
        if states % 64 != 0, !words.isEmpty { words[words.count - 1] &= (1 << UInt64(states % 64)) - 1 }
    }

    @inline(__always)
    public func contains(_ state: Int) -> Bool { words[state >> 6] >> UInt64(state & 63) & 1 == 1 }

    @inline(__always)
    public mutating func insert(_ state: Int) { words[state >> 6] |= 1 << UInt64(state & 63) }

    @inline(__always)
    public mutating func remove(_ state: Int) { words[state >> 6] &= ~(1 << UInt64(state & 63)) }

    /// How many states are in the set.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Whether every state is in the set.
    public var isFull: Bool { count == states }

    /// The states of the set, ascending.
    public var members: [Int] {
        var list: [Int] = []
        forEach { list.append($0) }
        return list
    }

    /// The first states of the set, at most `limit` of them.
    public func first(_ limit: Int) -> [Int] {
        var list: [Int] = []
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                if list.count == limit { return list }
                list.append(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return list
    }

    /// Calls `body` with each state of the set, ascending.
    public func forEach(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    public mutating func formUnion(_ other: StateSet) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    public mutating func formIntersection(_ other: StateSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    public mutating func subtract(_ other: StateSet) {
        for index in words.indices { words[index] &= ~other.words[index] }
    }

    public func intersects(_ other: StateSet) -> Bool {
        for index in words.indices where words[index] & other.words[index] != 0 { return true }
        return false
    }

    /// How many states of `frame` are in both sets or in neither.
    public func agreeing(with other: StateSet, among frame: StateSet) -> Int {
        words.indices.reduce(0) {
            $0 + (~(words[$1] ^ other.words[$1]) & frame.words[$1]).nonzeroBitCount
        }
    }

    public func isSubset(of other: StateSet) -> Bool {
        for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
        return true
    }
}
