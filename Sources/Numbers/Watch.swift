import Synchronization

/// Lets a long computation be stopped and watched from another thread.
///
/// The engine asks `isStopped` between chunks and reports what it has done; the face stops it on Ctrl-C and draws
/// the progress. No locks, no tasks.
public final class Watch: Sendable {
    private let stopped = Atomic<Bool>(false)
    private let finished = Atomic<Int>(0)
    private let all = Atomic<Int>(0)

    /// A watch over nothing yet.
    public init() {}

    /// Asks the computation to stop at its next chunk.
    public func stop() { stopped.store(true, ordering: .relaxed) }

    /// Whether the computation has been asked to stop.
    public var isStopped: Bool { stopped.load(ordering: .relaxed) }

    /// Announces how many steps there will be, and that none is done.
    public func begin(total: Int) {
        all.store(total, ordering: .relaxed)
        finished.store(0, ordering: .relaxed)
    }

    /// Reports that `steps` more are done.
    public func advance(by steps: Int = 1) { finished.add(steps, ordering: .relaxed) }

    /// The steps done and the steps announced; 0 announced means that nothing is known.
    public var progress: (done: Int, total: Int) {
        (finished.load(ordering: .relaxed), all.load(ordering: .relaxed))
    }
}

/// How many steps a search may take. Counted in steps, not seconds, so that the same question gets the same answer.
public struct Budget: Hashable, Sendable {
    /// The steps allowed.
    public let limit: Int
    /// The steps taken.
    public private(set) var used = 0

    /// A budget of `limit` steps.
    ///
    /// - Precondition: `limit` is not negative.
    public init(_ limit: Int) {
        precondition(limit >= 0, "a budget is not negative")
        self.limit = limit
    }

    /// Whether nothing is left.
    public var isSpent: Bool { used >= limit }

    /// Takes `steps` from the budget; `false` if they are not there, and then nothing is taken.
    public mutating func spend(_ steps: Int = 1) -> Bool {
        guard steps <= limit - used else { return false }
        used += steps
        return true
    }
}
