public import CaseModel
import Engines
public import Numbers

/// The whole way of an agreement in one picture: how many packages pass each gate from what can be had to what would last, and
/// where each draft stops.
///
/// Crude on purpose: a package is stopped only by what stops it for certain, each gate is judged by itself, and nothing is
/// multiplied to a chance.
public struct FunnelFinding: Finding {
    public let question = Question.funnel
    public let perspective: String?
    public let issues: [Agenda.Issue]
    public let parties: [Named]
    public let packages: Rational
    /// In the order of the way.
    public let gates: [Gate]
    public let drafts: [DraftPath]
    /// Steps that belong to packages, as far as the issues of the package tell; and those whose issues are outside.
    public let steps: [String]
    public let stepsOutside: [String]
    public let restsOn: Support
    public let method = Method.funnel
    public let limits: [Limit]
    public let passages: PassageBook

    /// What a package has to pass.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case feasible, lawful, acceptable, ratifiable, ordered, credible
    }

    public typealias Grounding = GuaranteeFinding.Grounding

    public struct Gate: Sendable {
        public let kind: Kind
        /// Whether the case says anything that this gate could be judged by; otherwise everything passes.
        public let isAsked: Bool
        /// How many packages pass this gate and all before it, at the points of all numbers and for some numbers in the ranges.
        public let atPoints: PackagesFinding.Count
        public let forSome: PackagesFinding.Count
        /// A package that gets through, at the points if there is one there, else for some numbers.
        public let example: PackagesFinding.Package?
        /// Where nothing passes at the points: a package that passed all before it, or the one that needs the least given way.
        public let nearestMiss: PackagesFinding.Package?
        /// How many of the entries that the gate is judged by stand in a text, are read from one, or are assumed.
        public let grounding: Grounding

        /// Whether the gate rests on assumptions alone.
        public var isHollow: Bool {
            isAsked && grounding.quoted + grounding.orderRead == 0
        }
    }

    /// A draft sent through the gates; what it leaves open may be settled in any way.
    public struct DraftPath: Sendable {
        public let draft: Proposal
        public let settled: Int
        /// The first gate that no completion passes, at the points of all numbers and for any numbers in the ranges.
        public let stopsAt: Kind?
        public let stopsForAny: Kind?
        /// Why at the points, and why even with the best numbers.
        public let reason: Reason?
        public let reasonForAny: Reason?
    }

    /// What stops a draft.
    public enum Reason: Hashable, Sendable {
        /// Rules that it breaks however it is completed.
        case rules([Named])
        /// Parties that no completion satisfies; none if each could be satisfied, but not all at once.
        case parties([Named])
        /// Who would stop or cheat at which step of the least exposed order.
        case steps([Blocker])
        /// No completion deters.
        case promise
    }

    /// Something with a name.
    public struct Named: Hashable, Sendable {
        public let id: String
        public let name: Label
    }

    public struct Blocker: Hashable, Sendable {
        public let actor: String
        public let step: String
        public let cheats: Bool
        public let gain: Rational
    }
}

extension FunnelFinding {
    /// Sends all packages and drafts of a view through the gates.
    ///
    /// - Throws: ``NotAnswerable`` if nobody's values are known, or the question names what is not there.
    public init(
        of view: View, _ choices: PackagesFinding.Choices = PackagesFinding.Choices()
    ) throws(NotAnswerable) {
        try view.require(.funnel, view.case.packages == nil ? [.packages] : [])
        do throws(PackagesProblem) {
            try self.init(view, choices, try FunnelWay(view, choices))
        } catch {
            throw NotAnswerable(
                question: .funnel, perspective: view.viewpoint.perspective,
                missing: [.package(error, error.isOfQuestion ? nil : view.case.packages!.place)])
        }
    }

    private init(
        _ view: View, _ choices: PackagesFinding.Choices, _ way: FunnelWay
    ) throws(PackagesProblem) {
        perspective = view.viewpoint.perspective
        issues = way.frame.issues
        parties = way.frame.parties.map { Named(id: $0.id, name: $0.name) }
        packages = way.frame.space.size
        gates = try way.gates(choices.seed)
        drafts = try way.drafts(view.case)
        (steps, stepsOutside) = (way.steps.taken, way.steps.outside)
        restsOn = Support(way.bases(), taking: view.seen.take.sources)
        passages = view.passages
        limits =
            (way.frame.allowance.wasCutShort ? [.sweepsCutShort] : []) + restsOn.limits(passages)
            + view.limits
    }
}
