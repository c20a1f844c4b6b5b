public import CaseModel
import Numbers

/// The files of a domain for another program, and what could only be written nearly.
public struct DomainExport: Sendable {
    public struct File: Hashable, Sendable {
        public let name: String
        public let text: String
    }

    public let files: [File]
    public let warnings: [Problem]
}

/// The packages of a case in the XML of GENIUS: `domain.xml` and one profile per party.
///
/// Evaluations are the values in whole numbers where that is possible; a weight is multiplied by the largest value of its
/// issue, because GENIUS divides by that.
///
/// - Parameters:
///   - theCase: The case, as a viewpoint sees it.
///   - showingInternal: Whether reservations that stay in the house are written, too.
/// - Returns: The files, and what could only be written nearly.
/// - Throws: ``CaseError`` with everything that a sum of numbers, none below zero, cannot express.
public func geniusFiles(of theCase: Case, showingInternal: Bool = false) throws(CaseError) -> DomainExport {
    try export(theCase, showingInternal) { domain, ids, log in GeniusText(domain: domain, log: log).files(ids)
    }
}

/// The packages of a case in the YAML of negmas: `domain.yml` and one utility function per party.
///
/// - Parameters:
///   - theCase: The case, as a viewpoint sees it.
///   - showingInternal: Whether reservations that stay in the house are written, too.
/// - Returns: The files, and what could only be written nearly.
/// - Throws: ``CaseError`` with everything that a sum of numbers cannot express.
public func negmasFiles(of theCase: Case, showingInternal: Bool = false) throws(CaseError) -> DomainExport {
    try export(theCase, showingInternal) { domain, ids, log in NegmasText(domain: domain, log: log).files(ids)
    }
}

/// The packages of a case as a table `packages.csv` with what each alternative contributes to each party's sum.
///
/// - Parameters:
///   - theCase: The case, as a viewpoint sees it.
///   - showingInternal: Whether reservations that stay in the house are written, too.
/// - Returns: The files, and what could only be written nearly.
/// - Throws: ``CaseError`` with everything that a sum of numbers cannot express.
public func packagesCSV(of theCase: Case, showingInternal: Bool = false) throws(CaseError) -> DomainExport {
    try export(theCase, showingInternal) { domain, _, _ in
        [.init(name: "packages.csv", text: tableText(domain))]
    }
}

private func export(
    _ theCase: Case, _ showsInternal: Bool,
    _ write: (BargainingDomain, [String], DomainLog) -> [DomainExport.File]
) throws(CaseError) -> DomainExport {
    let log = DomainLog(context: ReadingContext())
    let domain = BargainingDomain(theCase, showingInternal: showsInternal, log: log)
    let ids = theCase.packages?.parties.map(\.id) ?? []
    let files = log.hasErrors ? nil : domain.map { write($0, ids, log) }
    let problems = log.all.inReadingOrder
    guard let files, !log.hasErrors else { throw CaseError(problems) }
    return DomainExport(files: files, warnings: problems)
}

extension DomainLog {
    /// A number as other programs read it: an exact decimal, or else one with 17 places and one warning for the party.
    func decimal(_ value: Rational, for party: BargainingDomain.Party) -> String {
        if let text = decimalText(value) { return text }
        if !all.problems.contains(where: { $0.place == party.place && $0.hint == Self.nearly }) {
            warn(party.place, "numbers of '\(party.name)' are no decimals, such as \(value)", Self.nearly)
        }
        return NumberFormat.plain.text(value, places: 17)
    }

    private static let nearly = "17 places are written"
}

/// The name of the domain's own file, which must not be that of a party.
func domainFileName(_ ids: [String], ending: String) -> String {
    ids.contains("domain") ? "the-domain.\(ending)" : "domain.\(ending)"
}
