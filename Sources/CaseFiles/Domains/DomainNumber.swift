import CaseModel
import Numbers

/// The most values that an issue may have.
let domainValueLimit = 10_000
/// The most issues and the most parties that a domain may have.
let domainIssueLimit = 1_000

/// An exact number as domain files spell it: `12`, `-0.5`, `1.5E-3`.
///
/// - Returns: `nil` if it is none, or one with more than 60 signs or 400 digits: no program wrote that.
func domainNumber(_ text: String) -> Rational? {
    let bytes = Array(text.utf8).filter { $0 != 0x20 }
    guard !bytes.isEmpty, bytes.count <= 60, let number = try? GameFileNumber(bytes, bytes.indices),
        number.weight <= 400
    else { return nil }
    return number.value
}

/// Numbers from a first to a last one in equal steps, for issues that are a range.
struct DomainSteps {
    let low: Rational
    let high: Rational
    let step: Rational

    /// `nil` if there are more than the limit, or none.
    var values: [BargainingDomain.Value]? {
        guard low <= high, step > 0, let count = ((high - low) / step).floor.exactInt,
            count < domainValueLimit
        else { return nil }
        return (0...count).map { index in
            let number = low + Rational(index) * step
            return .init(name: decimalText(number) ?? "\(number)", number: number)
        }
    }

    /// Eleven equal steps: how a range without steps is read.
    static func eleven(_ low: Rational, _ high: Rational) -> DomainSteps {
        DomainSteps(low: low, high: high, step: low < high ? (high - low) / 10 : 1)
    }
}

/// The exact decimal of a number; `nil` if it has none of at most 40 digits.
func decimalText(_ value: Rational) -> String? {
    guard let (digits, exponent) = value.decimal, digits.count + max(exponent, 0) <= 40, exponent >= -40
    else { return nil }
    let sign = value.signum < 0 ? "-" : ""
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
}
