import CaseModel
import Engines
public import Numbers

extension RatifyFinding {
    /// How much votes weigh in a rule, if nothing is known of what anybody wants; abstention is left out.
    public struct Power: Sendable {
        /// The chance that anything passes if all toss coins.
        public let collective: Rational
        /// One entry for each member with a name, one for all of a voter whose members have none.
        public let entries: [PowerEntry]
    }

    public struct PowerEntry: Hashable, Sendable {
        public let voter: String
        /// `nil` stands for each of the members without names.
        public let member: String?
        public let members: Int
        public let banzhaf: Rational
        public let banzhafNormalised: Rational?
        public let shapleyShubik: Rational
        public let initiate: Rational?
        public let prevent: Rational?
    }
}

extension RatifyFinding.Power {
    /// `nil` where the count does not end within its budget.
    init?(_ seats: RuleSeats) {
        guard let power = seats.body.power() else { return nil }
        let (banzhaf, normalised) = (power.banzhaf, power.banzhafNormalised)
        let (initiate, prevent) = (power.toInitiate, power.toPrevent)
        collective = power.collectiveToAct
        entries = seats.voters.indices.flatMap { place -> [RatifyFinding.PowerEntry] in
            let voter = seats.voters[place]
            func entry(_ seat: Int, _ member: String?, _ members: Int) -> RatifyFinding.PowerEntry {
                .init(
                    voter: voter.id, member: member, members: members, banzhaf: banzhaf[seat],
                    banzhafNormalised: normalised?[seat], shapleyShubik: power.shapleyShubik[seat],
                    initiate: initiate?[seat], prevent: prevent?[seat])
            }
            if case .alike(let number) = voter.kind { return [entry(seats.seats[place][0], nil, number)] }
            return seats.seats[place].enumerated().map { entry($1, voter.memberName($0), 1) }
        }
    }
}
