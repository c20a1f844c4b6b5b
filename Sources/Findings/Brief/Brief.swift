public import CaseModel
public import Numbers

/// One page for somebody who has five minutes: what the texts carry, where each gets stuck, what is disputed, what can be done.
///
/// Nothing is computed here that the other questions do not answer; the page chooses, and says where each line comes from.
public struct Brief: Finding {
    public let question = Question.brief
    public let perspective: String?
    public let title: Label
    public let asOf: DateSpan
    /// Whom the page addresses.
    public let addressee: Actor?
    public let sections: [Section]
    /// For names.
    public let actors: [Actor]
    public let issues: [Agenda.Issue]
    public let drafts: [Proposal]
    public let gates: [LegalBars.Gate]
    /// Those whose standpoint may be told.
    public let sources: [Source]
    public let restsOn: Support
    public let method = Method.brief
    public let limits: [Limit]
    public let passages: PassageBook

    /// So many of the newest texts are looked at.
    public static let newest = 4

    public struct Section: Hashable, Sendable {
        public let kind: Kind
        public let lines: [Line]

        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case bottomLine, drafts, disagreements, guarantees, options, signs, people, open
        }
    }

    /// A line with what it rests on; every line can be traced.
    public struct Line: Hashable, Sendable {
        public let content: Content
        public let evidence: Support
    }

    /// Whether a promise deters with an alternative of what is given; `nil` where it is open.
    public struct Tested: Hashable, Sendable {
        public let given: [String: String]
        public let isCredible: Bool?
    }

    public enum Content: Hashable, Sendable {
        /// Settled alike, and plainly so, in every one of the newest texts that speak of it.
        case settledAlike([Alike], texts: Int)
        /// Not settled alike, but in words that can be read alike.
        case readableAlike([Alike])
        /// No reading on which all of those that speak agree.
        case contradictory([String])
        /// Clauses of the checklist that no draft is told to state, and the sources that the checklist comes from.
        case statedByNone([Guarantee.Clause], checklistOf: [String])
        /// The widest gap that no reading closes: two texts, each with its alternative that is nearest to the other.
        case widestGap(issue: String, Proposal, String, Proposal, String)
        /// How many packages all could accept: at the points of all numbers, for every number and for some; and who would have
        /// to ask for less where there is none.
        case agreement(
            of: Rational, acceptable: PackagesFinding.Count, certain: PackagesFinding.Count,
            conceivable: PackagesFinding.Count, asksLess: [Label])
        /// A draft, where it certainly gets stuck, and how many bars hang on how it is read.
        case draft(Proposal, addressed: Int, of: Int, stuck: [LegalBars.Flag], open: Int)
        /// The gates at which the newest drafts stop.
        case stops([Stop])
        /// A claim that sources contradict each other on.
        case disagreement(Claim, for: [String], against: [String])
        /// Where a promise stands between soft and hard.
        case promise(Proposal, [GuaranteeReading.AxisState], lacksGuarantor: Bool)
        /// What the game in which the promise is tested comes to, alternative by alternative.
        case tested(Label, GameNames, [Tested])
        case option(PolicyOption)
        /// The first lines of a side's options are shown; so many more there are.
        case moreOptions(Int)
        case nobodyAddressed
        case noOptions
        /// A day at which something can be seen, and what.
        case due(Prediction)
        /// Something that would settle a prediction, without a day.
        case sign(Prediction)
        case people(Indicator)
        /// So many drafts are known only through others.
        case throughOthers(Int, of: Int)
        /// Questions that no engine answers yet.
        case notYetAnswered
        case withheld(Int)
        /// Nothing of the kind is seen from here.
        case nothingSeen
        /// A section whose data is missing.
        case missing(NotAnswerable)
    }

    /// The gate at which a draft stops at the points of all numbers, and the one at which it stops even with the best numbers.
    public struct Stop: Hashable, Sendable {
        public let draft: Proposal
        public let gate: FunnelFinding.Kind?
        public let even: FunnelFinding.Kind?
    }

    /// Something that several texts settle alike, or can be read to.
    public struct Alike: Hashable, Sendable {
        public let issue: String
        public let value: Value
        /// How many of the texts speak of it.
        public let texts: Int

        public init(issue: String, value: Value, texts: Int) {
            (self.issue, self.value, self.texts) = (issue, value, texts)
        }

        public enum Value: Hashable, Sendable {
            case alternative(String)
            /// In the unit of the issue.
            case numbers(Interval)
        }
    }

    /// Writes the page for a view.
    ///
    /// - Parameters:
    ///   - view: The case as somebody sees it.
    ///   - addressee: The actor whom the page addresses.
    /// - Throws: ``NotAnswerable`` if the view collides or there is no such actor; a case without drafts still has a page.
    public init(of view: View, for addressee: String? = nil) throws(NotAnswerable) {
        try self.init(of: view, for: addressee, from: BriefAnswers(of: view, draws: 0))
    }

    /// The same from answers that somebody has already.
    init(of view: View, for addressee: String?, from answers: BriefAnswers) throws(NotAnswerable) {
        let theCase = view.case
        let unknown = addressee.flatMap { id in theCase.actor(id) == nil ? id : nil }
        try view.require(
            .brief,
            unknown.map {
                [.reference("a:\($0)", nearest: nearestName(to: $0, among: theCase.actors.map(\.id)))]
            } ?? [])
        perspective = view.viewpoint.perspective
        (title, asOf) = (theCase.frame.title, theCase.frame.asOf)
        self.addressee = addressee.flatMap { theCase.actor($0) }
        (actors, issues) = (theCase.actors, theCase.issues)
        let parts = BriefParts(view, self.addressee, answers)
        sources = theCase.sources.filter { !view.withheld.contains($0.id) }
        (drafts, gates) = (theCase.proposals, parts.gates)
        sections = Section.Kind.allCases.map { Section(kind: $0, lines: parts.lines(of: $0)) }
        restsOn = Support(joining: sections.flatMap(\.lines).map(\.evidence))
        passages = view.passages
        limits = restsOn.limits(passages) + view.limits
    }
}
