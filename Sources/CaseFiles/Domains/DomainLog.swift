import CaseModel
import Numbers

/// What is wrong with the files of a domain, and what is worth knowing about how they were read.
struct DomainLog {
    let context: ReadingContext

    var all: ProblemLog { context.log }

    func fail(_ place: Place, _ message: String, _ hint: String) {
        all.add(Problem(place, message, hint: hint))
    }

    func warn(_ place: Place, _ message: String, _ hint: String) {
        all.add(Problem(place, message, hint: hint, severity: .warning))
    }

    var hasErrors: Bool { all.problems.contains { $0.severity == .error } }

    func shown(_ number: Rational) -> String { decimalText(number) ?? "\(number)" }

    func noteDiscount(_ factor: Rational, _ place: Place) {
        warn(
            place, "the discount factor \(shown(factor)) is not applied",
            "utilities are those of an agreement at once")
    }

    func noteNoReservation(_ name: String, _ place: Place) {
        warn(place, "'\(name)' names no reservation", "every package counts as acceptable to it")
    }
}
