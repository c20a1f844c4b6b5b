public import Numbers

/// A number that may be unknown, which is not the same as zero or as nobody having looked.
public enum Amount: Hashable, Sendable {
    case known(Quantity)
    case unknown
}

/// A stock of money or of something else that is divided, or a claim on one.
public struct Money: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    public var amount: Amount = .unknown
    /// The unit as written; `nil` if it is unknown, and then nothing is ever converted.
    public var unit: String?
    public var holder: String?
    /// The stock that it is a part of.
    public var from: String?
    /// The draft that names it.
    public var proposal: String?
    public var date: DateSpan?
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }
}
