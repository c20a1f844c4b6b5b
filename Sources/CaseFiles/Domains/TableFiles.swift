import CaseModel
import Numbers

/// Reads a domain from a table with commas:
///
///     issue,alternative,North,South
///     Border,open,1,0.2
///     Border,closed,0,1
///     Fee,none,0.4,0
///     Fee,full,0,0.6
///     weight,Border,0.7,0.5
///     reservation,,0.3,0.25
///
/// One row per alternative with what it is worth to each party. Without a row `weight` for its issue that number is the
/// contribution itself, weight times value. A row `reservation` is what the parties have without an agreement, on the
/// scale of the sums. Cells may stand in quotes, a quote inside is written twice; empty rows are passed over.
///
/// - Source: Shafranovich, RFC 4180 (2005), for the form.
struct TableFiles {
    let log: DomainLog

    static let weight = "weight"
    static let reservation = "reservation"

    func domain(_ files: [DomainFile]) -> BargainingDomain? {
        let file = files[0]
        for extra in files.dropFirst() {
            log.fail(extra.place, "there is a table already: \(file.name)", "name one of the two files")
        }
        guard let rows = TableRows(file, log: log).rows(), let head = rows.first else {
            if !log.hasErrors {
                log.fail(file.place, "the file is empty", "it begins with issue,alternative,PARTY")
            }
            return nil
        }
        guard head.cells.count > 2, head.cells[0].text == "issue", head.cells[1].text == "alternative" else {
            log.fail(
                head.place, "the first row is no heading",
                "write issue,alternative and the names of the parties")
            return nil
        }
        guard head.cells.count <= domainIssueLimit else {
            log.fail(
                head.place, "there are more than \(domainIssueLimit) parties",
                "leave out what does not matter")
            return nil
        }
        var domain = BargainingDomain(name: file.stem)
        for cell in head.cells.dropFirst(2) {
            if cell.text.isEmpty || domain.parties.contains(where: { $0.name == cell.text }) {
                log.fail(
                    cell.place, "'\(cell.text)' is no new name of a party",
                    "give each party a name of its own")
            }
            domain.parties.append(.init(name: cell.text, place: cell.place))
        }
        read(rows.dropFirst().filter { $0.cells.count == head.cells.count }, into: &domain)
        for row in rows where row.cells.count != head.cells.count {
            log.fail(
                row.place, "\(row.cells.count) cells stand here for \(head.cells.count) headings",
                "write one per heading")
        }
        if domain.issues.isEmpty, !log.hasErrors {
            log.fail(
                head.place, "there is no row for an alternative", "write ISSUE,ALTERNATIVE and its worth")
        }
        for party in domain.parties where party.reservation == .unknown {
            log.noteNoReservation(party.name, party.place)
        }
        return domain
    }

    private func read(_ rows: [TableRows.Row], into domain: inout BargainingDomain) {
        let alternatives = rows.filter {
            $0.cells[0].text != Self.weight && $0.cells[0].text != Self.reservation
        }
        var places: [String: Int] = [:]
        var known: [Set<String>] = []
        for row in alternatives { addAlternative(row, to: &domain, &places, &known) }
        for row in rows where row.cells[0].text == Self.weight { setWeights(row, in: &domain, places) }
        for row in rows where row.cells[0].text == Self.reservation {
            for (party, number) in numbers(row).enumerated() {
                guard domain.parties[party].reservation == .unknown else {
                    log.fail(row.place, "there is a reservation already", "delete one of the two rows")
                    break
                }
                domain.parties[party].reservation = .utility(number)
            }
        }
    }

    private func addAlternative(
        _ row: TableRows.Row, to domain: inout BargainingDomain, _ places: inout [String: Int],
        _ known: inout [Set<String>]
    ) {
        let (name, value) = (row.cells[0].text, row.cells[1].text)
        guard !name.isEmpty, !value.isEmpty else {
            log.fail(row.place, "the row names no issue or no alternative", "fill in its first two cells")
            return
        }
        let issue = places[name] ?? domain.issues.count
        if issue == domain.issues.count {
            places[name] = issue
            known.append([])
            domain.issues.append(.init(name: name, place: row.place))
            for party in domain.parties.indices {
                domain.parties[party].weights.append(1)
                domain.parties[party].values.append([])
            }
        }
        guard known[issue].insert(value).inserted else {
            log.fail(
                row.place, "'\(name)' has the alternative '\(value)' already", "delete one of the two rows")
            return
        }
        domain.issues[issue].values.append(.init(name: value))
        for (party, number) in numbers(row).enumerated() {
            domain.parties[party].values[issue].append(number)
        }
    }

    private func setWeights(
        _ row: TableRows.Row, in domain: inout BargainingDomain, _ places: [String: Int]
    ) {
        guard let issue = places[row.cells[1].text] else {
            log.fail(
                row.place, "there is no issue '\(row.cells[1].text)'",
                "behind 'weight' stands the name of an issue")
            return
        }
        for (party, number) in numbers(row).enumerated() { domain.parties[party].weights[issue] = number }
    }

    private func numbers(_ row: TableRows.Row) -> [Rational] {
        row.cells.dropFirst(2).map { cell in
            if let number = domainNumber(cell.text) { return number }
            log.fail(cell.place, "this is no number: '\(cell.text.prefix(60))'", "write 12, -0.5 or 3/5")
            return 0
        }
    }
}
