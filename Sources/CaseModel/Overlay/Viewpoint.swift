/// From where a case is looked at: a perspective, a scenario, and premises struck or exchanged one by one.
public struct Viewpoint: Hashable, Sendable {
    /// The perspective; `nil` is the base, which holds only what nobody disputes.
    public var perspective: String?
    public var scenario: String?
    /// Premises and assumptions left out, as `s003.p7`.
    public var struck: Set<String>
    /// Premises of other perspectives put in, as `s000.p3`.
    public var added: [String]

    public init(
        perspective: String? = nil, scenario: String? = nil, struck: Set<String> = [], added: [String] = []
    ) {
        (self.perspective, self.scenario, self.struck, self.added) = (perspective, scenario, struck, added)
    }

    /// The base without anything laid over it.
    public static let base = Viewpoint()
}

/// A case as somebody sees it, and how it came about.
public struct Seen: Sendable {
    public var `case`: Case
    /// The settings that are in force, in the order in which they were applied.
    public var applied: [Applied] = []
    /// Settings of a parent or of the perspective that a later layer replaced.
    public var overridden: [Override] = []
    /// Why the view is not to be trusted; a question is then refused.
    public var problems: [OverlayProblem] = []
    /// What the perspective takes, its parents' filters included.
    public var take = Perspective.Filter()
}

/// A setting in force, with what it is there for.
public struct Applied: Hashable, Sendable {
    public var setting: Setting
    /// `s003.p7`, or the id of a scenario.
    public var origin: String
}

/// A setting that gave way to a later one.
public struct Override: Hashable, Sendable {
    public var target: Setting.Target
    public var first: Place
    public var second: Place
}

/// Why a view of a case is not to be trusted.
public enum OverlayProblem: Hashable, Sendable {
    /// Two active settings with one target and different content.
    case collision(Setting.Target, first: Place, second: Place)
    /// The target does not exist in the base.
    case unknownTarget(Setting.Target, Place)
    case unknownPerspective(String, nearest: String?)
    case unknownScenario(String, nearest: String?)
    case unknownPremise(String, nearest: String?)
    /// A perspective that goes back to itself.
    case circularParents(String)
}
