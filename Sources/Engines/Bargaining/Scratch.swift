/// Memory that is used again and again and grows when it must.
///
/// For plain values alone: nothing is initialised, and what stood there is lost when it grows.
final class Scratch<Element> {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var capacity: Int

    init(_ capacity: Int = 64) {
        precondition(_isPOD(Element.self), "plain values")
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// Memory for at least so many elements.
    func room(_ count: Int) -> UnsafeMutablePointer<Element> {
        if count > capacity {
            base.deallocate()
            capacity = max(count, capacity + capacity / 2)
            base = .allocate(capacity: capacity)
        }
        return base
    }
}
