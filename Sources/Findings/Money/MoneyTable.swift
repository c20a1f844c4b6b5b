public import CaseModel
public import Numbers

/// Stocks of money, the claims on them draft by draft, and what is unknown of both.
public struct MoneyTable: Finding {
    public let question = Question.money
    public let perspective: String?
    public let stocks: [Stock]
    /// Sums that are no part of a stock and that nobody claims a part of.
    public let others: [Money]
    /// For their names.
    public let actors: [Actor]
    public let restsOn: Support
    public let method = Method.stocksAndClaims
    public let limits: [Limit]
    public let passages: PassageBook

    /// A stock with what is claimed of it.
    public struct Stock: Hashable, Sendable {
        public let money: Money
        public let divisions: [Division]
    }

    /// How one draft, or those outside all drafts, would divide a stock.
    public struct Division: Hashable, Sendable {
        /// `nil` for claims that stand in no draft.
        public let draft: Proposal?
        public let claims: [Claim]
        /// What is left when all claims of known size are taken; `nil` where the stock or a claim is unknown or cannot be converted.
        public let rest: Interval?
        /// Whether the claims of known size together ask for more than there certainly is.
        public let asksTooMuch: Bool
    }

    /// A claim on a stock, with the claims on the claim.
    public struct Claim: Hashable, Sendable {
        public let money: Money
        public let size: Size
        public let within: [Money]

        public enum Size: Hashable, Sendable {
            /// A part of the stock: both sums are known and in the same unit.
            case share(Interval)
            /// Nobody says how much.
            case unknown
            /// The unit is unknown or another one; nothing is converted.
            case otherUnit
            /// The stock may be nothing, and then there is no share.
            case noShare
        }
    }

    /// Collects the sums of a view.
    ///
    /// - Throws: ``NotAnswerable`` if there are none, or if the view collides.
    public init(of view: View) throws(NotAnswerable) {
        let money = view.case.money
        try view.require(.money, money.isEmpty ? [.money] : [])
        perspective = view.viewpoint.perspective
        let claimed = Set(money.compactMap(\.from))
        // A claim whose stock is not seen from here stands by itself.
        let roots = money.filter { one in one.from.map { from in !money.contains { $0.id == from } } ?? true }
        stocks = roots.filter { claimed.contains($0.id) }.map { Stock($0, view.case) }
        actors = view.case.actors
        others = roots.filter { !claimed.contains($0.id) }
        restsOn = Support(money.map { ($0.basis, $0.place) }, taking: view.seen.take.sources)
        passages = view.passages
        let unknown = money.count { $0.amount == .unknown || $0.unit == nil }
        limits =
            (unknown > 0 ? [.unknownSums(unknown, of: money.count)] : []) + restsOn.limits(passages)
            + view.limits
    }
}

extension MoneyTable.Stock {
    init(_ stock: Money, _ theCase: Case) {
        money = stock
        let claims = theCase.money.filter { $0.from == stock.id }
        let drafts = theCase.proposalsByDate.filter { draft in claims.contains { $0.proposal == draft.id } }
        divisions =
            (drafts.map { Optional($0) } + [nil]).compactMap { draft in
                let own = claims.filter { $0.proposal == draft?.id }
                return own.isEmpty ? nil : MoneyTable.Division(draft, own, of: stock, theCase.money)
            }
    }
}

extension MoneyTable.Division {
    init(_ draft: Proposal?, _ claims: [Money], of stock: Money, _ all: [Money]) {
        self.draft = draft
        self.claims = claims.map { claim in
            MoneyTable.Claim(
                money: claim, size: MoneyTable.Claim.Size(of: claim, in: stock),
                within: Self.parts(of: claim.id, all))
        }
        let shares = self.claims.compactMap { claim in
            if case .share(let share) = claim.size { share } else { nil }
        }
        let taken = shares.reduce(Interval(.zero), +)
        let left = Interval(.one) - taken
        rest = shares.count == claims.count && left.high >= 0 ? left : nil
        asksTooMuch = taken.low > 1
    }
}

extension MoneyTable.Division {
    /// The claims on a claim, and those on them, each behind the one that it is a part of; a case has no circle among them.
    private static func parts(of id: String, _ all: [Money]) -> [Money] {
        all.filter { $0.from == id }.flatMap { [$0] + parts(of: $0.id, all) }
    }
}

extension MoneyTable.Claim.Size {
    init(of claim: Money, in stock: Money) {
        guard case .known(let part) = claim.amount else {
            self = .unknown
            return
        }
        guard case .known(let whole) = stock.amount, let unit = claim.unit, unit == stock.unit else {
            self = .otherUnit
            return
        }
        self = (part.range / whole.range).map { .share($0) } ?? .noShare
    }
}
