public import CaseModel
import Numbers

/// An answer that a reader can trace: what follows, from which statements, by which method.
///
/// A finding is data. Its sentences are written by Reports, per language.
public protocol Finding: Sendable {
    var question: Question { get }
    /// Citations and own assumptions that the answer rests on; removing one may change it.
    var restsOn: Support { get }
    /// The published method, so that a reader can look it up.
    var method: Method { get }
    /// What was not reached or not sure: data, not sentences.
    var limits: [Limit] { get }
    /// What is known of the passages that are cited.
    var passages: PassageBook { get }
}

/// What can be asked; the raw value is the command.
public enum Question: String, Hashable, Sendable, CaseIterable {
    case check, compare, clauses, bars, money, stability, solve, guarantee, packages, ratify, sequence,
        negotiate, funnel, brief, report,
        anchors,
        cite,
        find, show
}

/// What an answer rests on.
public struct Support: Hashable, Sendable {
    /// The passages, each once, in the order of sources and paragraphs.
    public var citations: [Citation] = []
    /// Where own assumptions stand.
    public var own: [Place] = []
    /// Where things stand that rest on nothing yet.
    public var uncited: [Place] = []
    /// Premises of a perspective that entered, as `s003.p7`.
    public var premises: [String] = []

    public init() {}

    /// The support of things with these bases.
    ///
    /// - Parameters:
    ///   - parts: What the answer was made of.
    ///   - taken: The sources that a perspective takes; passages of others do not bear its answer. Empty: all.
    public init(_ parts: some Sequence<(basis: Basis, place: Place)>, taking taken: [String] = []) {
        var citations: Set<Citation> = []
        var (own, uncited, premises): (Set<Place>, Set<Place>, Set<String>) = ([], [], [])
        for (basis, place) in parts {
            for citation in basis.citations where taken.isEmpty || taken.contains(citation.source) {
                citations.insert(citation)
            }
            if let premise = basis.premise { premises.insert(premise) }
            switch basis.kind {
            case .own: own.insert(place)
            case .uncited: uncited.insert(place)
            case .cited: break
            }
        }
        self.citations = citations.sorted()
        self.own = own.sorted()
        self.uncited = uncited.sorted()
        self.premises = premises.sorted()
    }

    /// What the passages leave open.
    func limits(_ passages: PassageBook) -> [Limit] {
        var (uncut, unverified, hidden, unconfirmed) = (0, 0, 0, [String]())
        for citation in citations {
            if case .passage = citation { uncut += 1 }
            guard let entry = passages.entry(of: citation) else {
                if passages.standing(of: citation) == .unconfirmed { hidden += 1 }
                continue
            }
            if entry.isUnconfirmed { unconfirmed.append(entry.anchor.reference) }
            if entry.check.map({ $0.verdict == .unverifiable }) ?? true { unverified += 1 }
        }
        var limits: [Limit] = unconfirmed.isEmpty ? [] : [.unconfirmedPassages(unconfirmed)]
        if hidden > 0 { limits.append(.unconfirmedClosed(hidden)) }
        if uncut > 0 { limits.append(.uncutPassages(uncut)) }
        return unverified > 0 ? limits + [.notVerifiedHere(unverified)] : limits
    }
}

extension Support {
    /// Everything that several answers rest on.
    init(joining parts: [Support]) {
        self.init()
        citations = Set(parts.flatMap(\.citations)).sorted()
        own = Set(parts.flatMap(\.own)).sorted()
        uncited = Set(parts.flatMap(\.uncited)).sorted()
        premises = Set(parts.flatMap(\.premises)).sorted()
    }
}

/// A published way of computing an answer.
public enum Method: Hashable, Sendable {
    /// Terms in seven states, united per issue; positions as hulls on the issue's scale.
    case pointByPoint(conditional: String)
    /// Counting what a case holds and what it rests on.
    case inventory
    /// Clauses and slots of promises, each in its state, and three axes between soft and hard.
    case checklist
    /// Conditions judged under every reading of a text.
    case everyReading
    /// A choice from the answers of the other questions.
    case brief
    /// Sums, and parts of sums where both are known in one unit.
    case stocksAndClaims
    /// States between which decision makers move, and who would leave them.
    case graphModel(isPlain: Bool)
    /// Equilibria in which every promise and threat would be carried out.
    case gameSolving
    /// Mediators that do best for a goal, by linear programs.
    case correlatedEquilibria
    /// Equilibria put together from those of the subgames.
    case subgameSolving
    /// Nearly best play by learning from regrets, with proven bounds.
    case regretMatching
    /// Agent logit equilibria, followed in floating point.
    case logitBranch
    /// Games in which a promise is tested, and the clauses that make it strong.
    case guaranteeGames
    /// Packages by dynamic programming over issues, rules by elimination.
    case packages
    /// Talks by stacked alternating offers with set tactics, a mediated single text, and moves in the record tested exactly.
    case alternatingOffers
    /// Orders of steps by dynamic programming over the sets of steps done.
    case stepOrders
    /// Packages counted through gates, orders of steps by search.
    case funnel
    /// Rules of ratification as voting bodies, counted exactly.
    case ratification
    /// Finding cited passages again by hashes of their words.
    case refinding
    /// Looking for folded words, paragraph by paragraph.
    case wordSearch

    /// Where the method is described.
    public var source: String {
        switch self {
        case .pointByPoint, .inventory, .checklist, .everyReading, .stocksAndClaims, .brief, .graphModel,
            .gameSolving, .correlatedEquilibria, .subgameSolving, .regretMatching, .logitBranch,
            .guaranteeGames, .packages, .ratification, .stepOrders, .alternatingOffers, .funnel, .refinding,
            .wordSearch:
            "Guides/Methods.md"
        }
    }

    /// How far the method has been checked; the words stand in `Guides/Methods.md`.
    public var status: Status {
        switch self {
        case .pointByPoint, .inventory, .checklist, .everyReading, .stocksAndClaims, .brief, .wordSearch,
            .alternatingOffers:
            .ownTests
        case .graphModel(let isPlain): isPlain ? .published : .ownTests
        case .gameSolving, .correlatedEquilibria, .regretMatching, .ratification: .published
        case .subgameSolving, .stepOrders, .funnel: .ownTests
        case .logitBranch, .guaranteeGames, .packages: .otherProgram
        case .refinding: .otherProgram
        }
    }

    public enum Status: String, Hashable, Sendable { case published, otherProgram, ownTests }
}

/// What bounds an answer.
public enum Limit: Hashable, Sendable {
    /// So many drafts are known only through others.
    case reportedOnly(drafts: Int, of: Int)
    /// The order of the alternatives is an own assumption on so many issues.
    case ownOrder(issues: Int, of: Int)
    /// These actors have a yardstick, of so many; distances to the others are not known.
    case yardsticks(of: [String], actors: Int)
    /// The yardsticks of these actors are not seen from here.
    case yardstickNotSeen([String])
    /// No clause of the checklist says anything on these axes.
    case axesWithoutClause([Guarantee.Axis])
    /// So many sums have no known amount or unit.
    case unknownSums(Int, of: Int)
    /// So many joint choices were tried before simultaneous stability was decided.
    case simultaneousNotDecided(tried: Int)
    /// Simultaneous stability belongs to options; it has no meaning for named states, classes and other readings of preferences.
    case simultaneousNotDefined
    /// So many states are too many for ways, unless they are asked for.
    case waysLeftOut(states: Int)
    /// The file says more of preferences than their order, and this reading passes it over.
    case leftUnread([StabilityFinding.Nuance])
    /// Strong stability was asked for, and no preference is strong.
    case nothingStrong
    /// No statement of preference changes any verdict.
    case answersWithoutPremises
    /// Joint ways and cycles need tables that so many states do not allow.
    case tablesLeftOut(states: Int, limit: Int)
    /// Counts and frontiers were given up because they would take too long.
    case sweepsCutShort
    /// The numbers of these parties were cut to nine places, since exact sums would not fit.
    case roundedNumbers(of: [String])
    /// Talks are runs of set tactics, and no forecast.
    case stylisedTactics
    /// Rounds, paths and what no agreement is worth stay in the house, since reservations would follow from them.
    case internalRuns
    /// MiCRO names one more package a round, and there are fewer rounds than packages.
    case slowDescent(packages: Int, rounds: Int)
    /// Moves count as independent of each other, though several may come from one paper.
    case movesTakenAsIndependent
    /// So many moves are judged by the side that an actor takes on other issues.
    case polesBySide(moves: Int)
    /// So many numbers of steps name no point; the middle of their range stands for them.
    case midpoints(Int, of: Int)
    /// These parties act and no number says what they gain or lose: they count as indifferent.
    case withoutNumbers([String])
    /// Temptations that a game would have to give; they are not counted.
    case gameTemptations([String])
    /// Each issue counts alike, because nobody gives weights.
    case equalWeights
    /// So many passages are only named, by paragraph and first words, and not cut as anchors.
    case uncutPassages(Int)
    /// Passages that changed or could not be found again; the answer rests on them until a person confirms them.
    case unconfirmedPassages([String])
    /// So many passages of closed sources are in the same case.
    case unconfirmedClosed(Int)
    /// So many passages are not verified: their texts are not at hand.
    case notVerifiedHere(Int)
    /// Sources whose texts are not at hand.
    case textsNotHere([String])
    /// So many things are left out because they are internal.
    case internalLeftOut(Int)
    /// The perspective looks from its own, earlier date.
    case earlierDate(DateSpan)
    /// The perspective takes only these sources.
    case takesOnly([String])
    /// The perspective takes only these voices of statements.
    case takesVoices([Statement.Voice])
    /// So many statements are left out one by one.
    case statementsDropped(Int)
    /// A scenario is laid over the case.
    case scenario(String)
    /// Premises that were struck from the perspective.
    case struck([String])
    /// Premises of other perspectives that were put in.
    case added([String])
    /// A later setting replaced an earlier one.
    case overridden(Setting.Target, first: Place, second: Place)
}

/// Why a question has no answer from a viewpoint.
public struct NotAnswerable: Error, Hashable, Sendable {
    public let question: Question
    public let perspective: String?
    public let missing: [Missing]

    public init(question: Question, perspective: String?, missing: [Missing]) {
        (self.question, self.perspective, self.missing) = (question, perspective, missing)
    }

    public enum Missing: Hashable, Sendable {
        case issues
        case drafts
        case guarantees
        /// Norms, rules of ratification, or combinations that cannot be.
        case gates
        case money
        case stabilityModel
        case games
        /// A game in which a promise is tested.
        case promiseGame
        /// Nobody says what packages are worth to whom.
        case packages
        /// What is wrong with a question about packages, and where; nowhere in the case if the question itself is wrong.
        case package(PackagesProblem, Place?)
        case ratificationRules
        /// What is wrong with a body, a rule or a question about them, and where.
        case ratification(RatifyProblem, Place?)
        /// What is wrong with a question about talks, and where.
        case negotiate(NegotiateProblem, Place?)
        /// Positions on ordered issues with dates.
        case datedStatements
        /// Nothing says what has to be done after signature.
        case steps
        /// What is wrong with a question about the order of steps, and where; nowhere in the case if the question itself is wrong.
        case sequence(SequenceProblem, Place?)
        /// The game can be read, and cannot be solved as asked.
        case game(GameProblem, Place)
        /// The model can be read, and says something that cannot be.
        case model(ModelProblem, Place)
        case overlay(OverlayProblem)
        /// It exists, and begins only after the date from which the viewpoint looks.
        case laterThanView(String, DateSpan)
        /// Nothing of the case is called so.
        case reference(String, nearest: String?)
    }
}
