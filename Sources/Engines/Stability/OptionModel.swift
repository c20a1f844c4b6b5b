/// A conflict in option form: every option is a yes or no of one decision maker, a state says yes or no to each.
///
/// Options and decision makers are numbered from 0. A state is a bit pattern: bit *j* is option *j*. Nothing is
/// stored per move; preferences stand apart (``OptionConflict``), so that many can be tried over one model.
///
/// - Source: Fraser & Hipel, *Conflict Analysis* (1984); Fang, Hipel & Kilgour, *Interactive Decision Making* (1993), option form.
public struct OptionModel: Hashable, Sendable {
    /// Who controls each option.
    public let owners: [Int]
    public let decisionMakers: Int
    public let directions: [Direction]
    /// Conditions of moves, asked of the state where a move starts.
    public let preconditions: [Precondition]
    /// The states that can be.
    public let feasible: StateSet
    /// When an option may be taken.
    let taking: [Permission]
    /// When an option may be dropped.
    let dropping: [Permission]
    /// Per decision maker the states that it does not see; it moves neither into nor out of them. `nil`: it sees all.
    let unseen: [StateSet?]
    /// Whether a move followed by a move of the same decision maker is always a move itself.
    ///
    /// False only where a precondition hangs on an option of the mover.
    public let isTransitive: Bool
    /// Whether every pattern can be, every option can go both ways at any time, and everybody sees everything.
    let isFree: Bool

    /// When an option may be changed in one direction.
    enum Permission: Hashable, Sendable {
        case always, never
        case within(StateSet)

        @inline(__always)
        func allows(_ state: Int) -> Bool {
            switch self {
            case .always: true
            case .never: false
            case .within(let set): set.contains(state)
            }
        }
    }

    public enum Direction: Hashable, Sendable { case forward, backward, both }

    /// A condition of taking or of dropping an option.
    public struct Precondition: Hashable, Sendable {
        public let option: Int
        public let isTaking: Bool
        public let when: StateFormula

        public init(option: Int, isTaking: Bool, when: StateFormula) {
            (self.option, self.isTaking, self.when) = (option, isTaking, when)
        }
    }

    /// - Parameters:
    ///   - owners: The decision maker of each option.
    ///   - decisionMakers: How many there are; some may own nothing.
    ///   - directions: Which way each option can be changed; empty: all both ways.
    ///   - infeasible: Combinations that cannot be, for anybody.
    ///   - preconditions: Conditions of moves; several of one option must all be met.
    ///   - unseen: Per decision maker the states that it does not see; empty: none.
    /// - Precondition: At most ``maximalOptions`` options, with owners and conditions in range.
    public init(
        owners: [Int], decisionMakers: Int, directions: [Direction] = [], infeasible: [StateFormula] = [],
        preconditions: [Precondition] = [], unseen: [StateFormula?] = []
    ) {
        let options = owners.count
        precondition(options <= Self.maximalOptions, "a model of this form has at most 30 options")
        precondition(owners.allSatisfy { (0..<decisionMakers).contains($0) }, "an option has an owner")
        precondition(
            (infeasible + preconditions.map(\.when)).allSatisfy { $0.options < 1 << options },
            "a condition speaks of options of the model")
        var feasible = StateSet(states: 1 << options, full: true)
        for formula in infeasible { feasible.subtract(formula.states(options: options)) }
        self.init(
            owners, decisionMakers, directions.isEmpty ? owners.map { _ in .both } : directions,
            preconditions,
            feasible,
            (0..<decisionMakers).map { i in
                unseen.isEmpty ? nil : unseen[i].map { $0.states(options: options) }
            })
    }

    /// The same model with options that go other ways.
    public func redirected(_ directions: [Direction]) -> OptionModel {
        OptionModel(owners, decisionMakers, directions, preconditions, feasible, unseen)
    }

    private init(
        _ owners: [Int], _ decisionMakers: Int, _ directions: [Direction], _ preconditions: [Precondition],
        _ feasible: StateSet, _ unseen: [StateSet?]
    ) {
        let options = owners.count
        func permissions(_ isTaking: Bool, _ barred: Direction) -> [Permission] {
            (0..<options).map { option in
                if directions[option] == barred { return .never }
                let own = preconditions.filter { $0.option == option && $0.isTaking == isTaking }
                guard !own.isEmpty else { return .always }
                return .within(StateFormula.all(own.map(\.when)).states(options: options))
            }
        }
        self.owners = owners
        self.decisionMakers = decisionMakers
        self.directions = directions
        self.preconditions = preconditions
        self.feasible = feasible
        self.unseen = unseen
        taking = permissions(true, .backward)
        dropping = permissions(false, .forward)
        isTransitive = preconditions.allSatisfy { condition in
            let owner = owners[condition.option]
            return owners.indices.allSatisfy {
                owners[$0] != owner || condition.when.options >> $0 & 1 == 0
            }
        }
        isFree =
            feasible.isFull && taking.allSatisfy { $0 == .always } && dropping.allSatisfy { $0 == .always }
            && unseen.allSatisfy { $0 == nil }
    }

    /// The most options that states can be numbered for here.
    public static let maximalOptions = 30

    /// How many options there are.
    public var options: Int { owners.count }

    /// How many patterns there are, feasible or not.
    public var states: Int { 1 << owners.count }

    /// The options of a decision maker, as a bit pattern.
    public func mask(of i: Int) -> Int {
        owners.indices.reduce(0) { owners[$1] == i ? $0 | 1 << $1 : $0 }
    }
}

extension OptionModel {
    /// What an answer with all its parts needs at the same time, in bytes.
    ///
    /// Ranks and sorted blocks of each decision maker, three work arrays for each of two threads, and lists of states for
    /// patterns, ways and ranks, which were measured at 168 bytes per state.
    public static func bytesNeeded(options: Int, decisionMakers: Int) -> Int {
        let states = 1 << min(options, 52)
        return states * (4 * (2 * decisionMakers + 6) + 168)
    }
}
