/// A term read issue by issue: which of its partial assignments still differ.
///
/// Two assignments of the first issues belong to one class if they leave the same question to the other ones. A class is a
/// node of the term's reduced decision diagram; few classes are what makes linkages cheap.
///
/// - Source: Bryant, *Graph-based algorithms for Boolean function manipulation* (1986), here with many-valued variables.
struct TermDiagram: Sendable {
    /// The classes that are decided, on every level.
    static let never = 0
    static let always = 1

    /// The term's issues in the order in which they are decided.
    let issues: [Int]
    /// For each level the next classes, class by class and alternative by alternative.
    private let next: [[Int32]]
    private let alternatives: [Int]
    /// How many classes each level has, from nothing assigned to everything.
    let classes: [Int]
    /// The class before anything is assigned.
    let start: Int

    /// - Complexity: Linear in the number of combinations of the scope's alternatives, times the scope.
    init(_ term: PackageTerm, in space: PackageSpace, order place: [Int]) {
        let positions = term.scope.indices.sorted { place[term.scope[$0]] < place[term.scope[$1]] }
        issues = positions.map { term.scope[$0] }
        let alternatives = issues.map { space.alternatives[$0] }
        var level = TermDiagram.rearranged(term, in: space, positions)
        var (next, classes): ([[Int32]], [Int]) = ([], [2])
        for depth in alternatives.indices.reversed() {
            let folded = TermDiagram.folded(level, width: alternatives[depth])
            level = folded.level
            next.append(folded.next)
            classes.append(folded.next.count / alternatives[depth])
        }
        self.next = next.reversed()
        self.classes = classes.reversed()
        self.alternatives = alternatives
        start = Int(level[0])
    }

    /// The class after one more issue.
    @inline(__always)
    func next(_ level: Int, _ current: Int, _ alternative: Int) -> Int {
        Int(next[level][current * alternatives[level] + alternative])
    }

    /// The truth values with the scope's issues in the order in which they are decided.
    private static func rearranged(
        _ term: PackageTerm, in space: PackageSpace, _ positions: [Int]
    ) -> [Int32] {
        let sizes = term.scope.map { space.alternatives[$0] }
        var strides = sizes.map { _ in 1 }
        for place in sizes.indices.dropLast().reversed() {
            strides[place] = strides[place + 1] * sizes[place + 1]
        }
        let part = PackageSpace(positions.map { sizes[$0] })
        var choices = positions.map { _ in 0 }
        var level: [Int32] = []
        repeat {
            let place = zip(positions, choices).reduce(0) { $0 + strides[$1.0] * $1.1 }
            level.append(term.holds[place] ? Int32(always) : Int32(never))
        } while part.advance(&choices)
        return level
    }

    /// One level up: equal rows of classes become one class; rows that are decided keep their number.
    private static func folded(_ level: [Int32], width: Int) -> (level: [Int32], next: [Int32]) {
        var known: [ArraySlice<Int32>: Int32] = [:]
        var next =
            Array(repeating: Int32(never), count: width) + Array(repeating: Int32(always), count: width)
        known[next[0..<width]] = Int32(never)
        known[next[width...]] = Int32(always)
        var upper: [Int32] = []
        for row in stride(from: 0, to: level.count, by: width) {
            let slice = level[row..<row + width]
            if let number = known[slice] {
                upper.append(number)
            } else {
                let number = Int32(next.count / width)
                known[slice] = number
                next += slice
                upper.append(number)
            }
        }
        return (upper, next)
    }
}
