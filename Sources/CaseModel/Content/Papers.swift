/// Strategy papers and the themes that they take a side on.
public struct Papers: Hashable, Sendable {
    public var papers: [Paper] = []
    public var themes: [Theme] = []
    public var stances: [Reading] = []

    public init() {}

    public struct Paper: Hashable, Sendable {
        public let id: String
        public let place: Place
        public var name = Label()
        public var actor: String?
        public var date: DateSpan?
        /// A paper that serves for comparison only.
        public var isControl = false
        public var basis = Basis()
        public var note: Label?

        public init(id: String, place: Place) {
            self.id = id
            self.place = place
        }
    }

    public struct Theme: Hashable, Sendable {
        public let id: String
        public let place: Place
        public var text = Label()
        public var note: Label?

        public init(id: String, place: Place) {
            self.id = id
            self.place = place
        }
    }

    /// What a paper says on a theme, as somebody reads it.
    public struct Reading: Hashable, Sendable {
        public var paper: String
        public var theme: String
        public var stance: Stance
        public var read: String?
        public var basis: Basis
        public var place: Place
        public var note: Label?

        public init(
            paper: String, theme: String, stance: Stance, read: String?, basis: Basis, place: Place,
            note: Label?
        ) {
            (self.paper, self.theme, self.stance, self.read) = (paper, theme, stance, read)
            (self.basis, self.place, self.note) = (basis, place, note)
        }
    }

    public enum Stance: String, Hashable, Sendable, CaseIterable {
        case `for`, against, open, silent, unreported
    }
}

/// A question that a source leaves open, tied to a parameter of a model.
public struct OpenQuestion: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var text = Label()
    public var parameter: String?
    public var asked: String?
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }
}
