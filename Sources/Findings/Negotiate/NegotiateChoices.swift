import CaseModel
import Engines
public import Numbers

extension NegotiateFinding {
    /// What is asked for.
    public struct Choices: Hashable, Sendable {
        /// The packages that are talked about.
        public var packages = PackagesFinding.Choices()
        /// How parties negotiate; who is not named gives way evenly.
        public var tactics: [String: TacticName] = [:]
        /// How many rounds there are at most.
        public var rounds = 100
        /// What a first step of goodwill gives up, as a share of the giver's own scale from its worst package to its best.
        public var goodwill = Rational(1, over: 10)
        /// The draft or baseline that a mediator begins with; without one that of the baseline in force, or the first one.
        public var start: String?
        /// How many chains of random changes a mediator tries, with seeds from ``seed`` on.
        public var chains = 20
        public var seed = 1

        public init() {}
    }

    /// The tactics that are played against one another; none of them is anybody's.
    public enum TacticName: String, Hashable, Sendable, CaseIterable {
        case boulware, linear, conceder
        case titForTat = "tit-for-tat"
        case exploiter, micro

        var tactic: Tactic {
            switch self {
            case .boulware: .boulware
            case .linear: .linear
            case .conceder: .conceder
            case .titForTat: .titForTat(.absolute)
            case .exploiter: .exploiter(Exploiter())
            case .micro: .micro
            }
        }
    }
}

/// Why talks cannot be played out.
public enum NegotiateProblem: Error, Hashable, Sendable {
    case packages(PackagesProblem)
    /// Nobody to talk to.
    case tooFewParties
    case unknownParty(String, known: [String])
    /// No package is lawful and crosses no red line, so nobody can offer anything.
    case nothingAllowed
    case tooManyPackages(Rational, limit: Int)
    /// Numbers too finely divided for a table of all packages.
    case tooFine(party: String)

    /// Whether the question names something wrong, and the case is as it may be.
    var isOfQuestion: Bool {
        switch self {
        case .packages(let problem): problem.isOfQuestion
        case .unknownParty, .tooManyPackages: true
        case .tooFewParties, .nothingAllowed, .tooFine: false
        }
    }
}
