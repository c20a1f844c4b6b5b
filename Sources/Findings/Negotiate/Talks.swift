public import CaseModel
public import Numbers

extension NegotiateFinding {
    /// What comes of talks in which the parties use set tactics, at the points of all numbers.
    public struct Talks: Sendable {
        public let issues: [Agenda.Issue]
        /// In the order in which they speak.
        public let parties: [PackagesFinding.Party]
        public let parameters: [PackagesFinding.ParameterValue]
        /// The package that counts as no agreement; `nil` for own reservations.
        public let baseline: PackagesModel.Baseline?
        /// How many packages may be offered: lawful ones that cross no red line.
        public let packages: Int
        /// Whether some of them are acceptable to all; without one no talks can end in an agreement. `nil` if that is not decided.
        public let hasAcceptable: Bool?
        /// Each tactic of the first party against each of the second, row by row; all others as they were asked for.
        public let matrix: [Run]
        /// The talks with the tactics that were asked for; `nil` if none were.
        public let asked: AskedRun?
        /// For each party, what a first step costs or brings against each tactic of all others.
        public let goodwill: [GoodwillPrice]
        /// `nil` where nobody says what the status quo is.
        public let mediation: Mediation?
    }

    public struct Run: Sendable {
        /// One per party.
        public let tactics: [TacticName]
        public let outcome: Outcome
    }

    /// How talks end.
    public struct Outcome: Hashable, Sendable {
        /// `nil` if there is none.
        public let agreement: PackagesFinding.Package?
        /// What each party has in the end; `nil` if that is what it has without an agreement and stays in the house.
        public let utilities: [Rational]?
        /// The round of the last word, from 1 on; `nil` where a reservation would follow from it that stays in the house.
        public let round: Int?
        /// The squared distance of the agreement from the frontier on the scales from worst to best.
        public let toFrontier: Rational?
    }

    /// Talks from the first offer to the last word.
    public struct AskedRun: Sendable {
        public let run: Run
        /// `nil` where reservations would follow from it that stay in the house.
        public let path: [Offer]?
    }

    /// One move.
    public struct Offer: Hashable, Sendable {
        /// From 1 on.
        public let round: Int
        public let party: String
        public let act: Act
        /// What it is about, and what that is worth to each party; `nil` if the party leaves.
        public let package: PackagesFinding.Package?
        public let utilities: [Rational]?

        public enum Act: String, Hashable, Sendable, CaseIterable { case offer, accept, leave }
    }

    /// The same talks with a first step of goodwill and without.
    public struct GoodwillPrice: Sendable {
        public let party: String
        /// The tactic of the giver, and that of all others.
        public let own: TacticName
        public let against: TacticName
        /// What it offers first instead; `nil` if it does not come to that.
        public let step: PackagesFinding.Package?
        public let fate: Fate
        public let without: Outcome
        public let with: Outcome
        /// For each party whether it has more, less or as much with the step.
        public let effects: [Effect]
        /// By how much; `nil` where a reservation would follow from it that stays in the house.
        public let changes: [Rational]?
    }

    /// What becomes of the agreement by a step.
    public enum Fate: String, Hashable, Sendable, CaseIterable {
        /// There is one in both cases, ...
        case agreed
        /// ... in neither, ...
        case neither
        /// ... only with the step, ...
        case reached
        /// ... or only without it.
        case lost
        /// The step is worth less to the giver than no agreement; nobody would take it.
        case tooLarge
    }

    public enum Effect: String, Hashable, Sendable, CaseIterable { case more, less, same }

    /// A mediator changes one text, and the parties only say yes or no.
    public struct Mediation: Sendable {
        public let start: Start
        /// Each issue changed alone, and those of each linkage together.
        public let single: TextAnswer
        /// Any two issues changed together, too.
        public let pairs: TextAnswer
        public let annealed: Annealed
    }

    public struct Start: Sendable {
        /// The draft or the baseline; `nil` for the status quo of each issue.
        public let id: String?
        public let name: Label?
        public let package: PackagesFinding.Package
        public let utilities: [Rational]
        public let toFrontier: Rational?
        /// Whether it is lawful and crosses no red line.
        public let isAllowed: Bool
    }

    /// What a text becomes if it is only changed where nobody loses.
    public struct TextAnswer: Sendable {
        public let changes: [TextChange]
        /// How many changes were put to the vote.
        public let proposals: Int
        /// For each party how many fell that it voted against, and how many of them by it alone.
        public let blocked: [Int]
        public let blockedAlone: [Int]
        public let end: PackagesFinding.Package
        public let utilities: [Rational]
        public let toFrontier: Rational?
        /// Issue by issue, the parties that stand against every change of the last text by which somebody would gain.
        public let standing: [Standing]
    }

    public struct TextChange: Sendable {
        /// The issues that change, with what they become.
        public let changes: [PackagesFinding.Settled]
        public let gains: [Rational]
    }

    public struct Standing: Hashable, Sendable {
        public let issue: String
        /// Changes of this issue alone by which somebody would gain, ...
        public let wanted: Int
        /// ... and for each party how many of them it is against.
        public let against: [Int]
    }

    /// Random changes, some of them taken against votes: what several chains end with.
    public struct Annealed: Sendable {
        public let chains: Int
        public let proposals: Int
        public let means: [Rational]
        /// For each party from the least to the most.
        public let utilities: [Interval]
        /// How many end with nobody worse off than at the start and somebody better.
        public let improved: Int
        /// How many end on the frontier; `nil` if it is too large.
        public let onFrontier: Int?
        /// How many changes were taken against votes in all.
        public let overrides: Int
    }
}
