public import Numbers

/// Position, salience and capability per actor: `models/forecast.yaml`.
public struct ForecastModel: Hashable, Sendable {
    public let place: Place
    public var axes: [Axis] = []
    public var actors: [Entry] = []
    public var parameters: [Parameter] = []

    public init(place: Place) { self.place = place }

    /// One axis, or one issue on its scale from 0 to 100.
    public struct Axis: Hashable, Sendable {
        public let id: String
        public var from: Rational
        public var to: Rational

        public init(id: String, from: Rational, to: Rational) {
            (self.id, self.from, self.to) = (id, from, to)
        }
    }

    public struct Entry: Hashable, Sendable {
        public var actor: String
        /// The axis or issue; `nil` for the only axis.
        public var on: String?
        public var position: Held<Quantity>?
        public var salience: Held<Quantity>?
        public var capability: Held<Quantity>?
        public var place: Place

        public init(actor: String, on: String?, place: Place) {
            (self.actor, self.on, self.place) = (actor, on, place)
        }
    }
}
