/// The ready-made games of the guarantee family, by the names they have in the specification.
public enum GuaranteeModel: String, Hashable, Sendable, CaseIterable {
    /// Extended deterrence with unknown resolve.
    case extendedDeterrence = "G1"
    /// Audience costs: the public commitment.
    case audienceCosts = "G2"
    /// Tying hands against sinking costs, trip-wire troops.
    case sunkCosts = "G3"
    /// Ratification, the two-level game.
    case ratification = "G4"
    /// The commitment problem of shifting power.
    case shiftingPower = "G5"
    /// Inspection with imperfect detection.
    case inspection = "G6a"
    /// Inspections one after another.
    case inspections = "G6b"
    /// Which guarantees an aggressor accepts.
    case screening = "G7"
    /// Salami tactics.
    case salami = "G8"
    /// Design by clause.
    case clauses = "G9"
    /// Crisis bargaining with private resolve.
    case crisis = "G10"
    /// Reputation and repeated tests.
    case reputation = "G11"

    /// The parameters that a case must give, in the order in which an answer lists them.
    public var parameters: [String] {
        switch self {
        case .extendedDeterrence: ["p", "g", "c", "l", "k-r", "k-i"]
        case .audienceCosts: ["p", "c", "a", "w-r", "w-i"]
        case .sunkCosts: ["p", "c", "s", "v-r", "v-i", "w-r", "w-i", "a", "r"]
        case .ratification: ["h", "r-h", "r-l", "grid"]
        case .shiftingPower: ["p-1", "p-2", "c-d", "delta"]
        case .inspection: ["pi", "e", "loss", "caught", "d", "b"]
        case .inspections: ["n", "m"]
        case .screening: ["theta", "q", "gain", "cost", "s", "w"]
        case .salami: ["n", "v", "k"]
        case .clauses: ["pi", "u", "p", "a", "r", "w-i", "g", "c"]
        case .crisis: ["t", "p-b", "c-l", "c-h", "c-a", "grid"]
        case .reputation: ["n", "p", "g", "c"]
        }
    }

    /// Those of the parameters that count something and so are whole numbers, and how large each may be.
    ///
    /// Games that branch twice in every period grow beyond use soon.
    public var counts: [String: Int] {
        switch self {
        case .ratification, .crisis: ["grid": 100]
        case .inspections: ["n": 10, "m": 10]
        case .salami: ["n": 200]
        case .reputation: ["n": 4]
        default: [:]
        }
    }

    /// The action by which the promise is tested, in the words of the template; `nil` where nothing is tested.
    public var path: String? {
        switch self {
        case .extendedDeterrence, .clauses: "test.attack"
        case .screening: "test-opportunist.break"
        default: nil
        }
    }
}
