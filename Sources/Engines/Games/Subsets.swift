/// The subsets of a list that are not empty: small ones first, each in the order of the list.
struct Subsets: Sequence, IteratorProtocol {
    private let elements: [Int]
    private var places: [Int] = [0]

    init(of elements: [Int]) { self.elements = elements }

    mutating func next() -> [Int]? {
        guard places.count <= elements.count else { return nil }
        defer { advance() }
        return places.map { elements[$0] }
    }

    /// The next choice of as many places, or the first of one more.
    private mutating func advance() {
        let size = places.count
        guard let moving = places.indices.last(where: { places[$0] < elements.count - size + $0 }) else {
            places = Array(0...size)
            return
        }
        places[moving] += 1
        for later in moving + 1..<size { places[later] = places[later - 1] + 1 }
    }
}
