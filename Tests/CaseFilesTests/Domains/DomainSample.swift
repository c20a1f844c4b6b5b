import CaseFiles
import CaseModel
import Foundation
import Numbers
import Testing

/// Files of a domain written into a test; a mark 1️⃣ stands where a problem is expected.
struct DomainSample: Sendable {
    var files: [String: String]
    /// Which of the files is named; `nil` for the folder.
    var named: String?

    init(_ files: [String: String], named: String? = nil) { (self.files, self.named) = (files, named) }

    init(_ export: DomainExport) {
        files = Dictionary(uniqueKeysWithValues: export.files.map { ($0.name, $0.text) })
    }

    private static let mark = "1️⃣"

    var place: Place? {
        for (name, text) in files {
            guard let found = text.range(of: Self.mark) else { continue }
            let lines = text[..<found.lowerBound].unicodeScalars.split(
                separator: "\n", omittingEmptySubsequences: false)
            return Place(file: name, line: lines.count, column: (lines.last?.count ?? 0) + 1)
        }
        return nil
    }

    func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "junktim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let plain = text.replacingOccurrences(of: Self.mark, with: "")
            try Data(plain.utf8).write(to: folder.appendingPathComponent(name))
        }
        return try body(named.map { "\(folder.path)/\($0)" } ?? folder.path)
    }

    func reading() throws -> CaseReading { try inFolder { try readPackagesDomain(at: $0) } }
    func table() throws -> DomainTable { try DomainTable(reading().case) }

    /// Everything that was complained of, warnings too.
    func problems() throws -> [Problem] {
        try inFolder { path in
            do throws(CaseError) {
                return try readPackagesDomain(at: path).warnings
            } catch {
                return error.problems
            }
        }
    }
}

/// What a case says packages are worth, taken from the model by the plainest means.
struct DomainTable: Equatable {
    let issues: [[String]]
    let parties: [String]
    /// For each party, issue and alternative weight times value.
    let contributions: [[[Rational]]]
    let reservations: [Rational]
    let terms: [[PackagesModel.Bonus]]
    private let agenda: [Agenda.Issue]

    init(_ theCase: Case) throws {
        let model = try #require(theCase.packages)
        #expect(model.scale == .raw)
        let agenda = try model.issues.map { try #require(theCase.issue($0)) }
        self.agenda = agenda
        issues = agenda.map { $0.alternatives.map { $0.name.text(in: .en) } }
        parties = model.parties.map { theCase.actor($0.id)?.name.en ?? "" }
        contributions = try model.parties.map { party in
            try agenda.map { issue in
                guard case .table(let table) = party.curves[issue.id]?.value else { throw NoTable() }
                let weight = try #require(party.weights[issue.id]?.value.point)
                #expect(weight > 0)
                return try issue.alternatives.map { weight * (try #require(table[$0.id]?.point)) }
            }
        }
        terms = model.parties.map(\.terms)
        var reservations: [Rational] = []
        for (party, rows) in zip(model.parties, contributions) {
            switch try #require(party.reservation?.value) {
            case .utility(let number): reservations.append(try #require(number.point))
            case .package(let package):
                reservations.append(
                    try zip(agenda, rows).reduce(.zero) { sum, pair in
                        let chosen = try #require(package[pair.0.id].flatMap { pair.0.index(of: $0) })
                        return sum + pair.1[chosen]
                    })
            }
        }
        self.reservations = reservations
    }

    struct NoTable: Error {}

    static func == (a: Self, b: Self) -> Bool {
        a.issues == b.issues && a.contributions == b.contributions && a.reservations == b.reservations
    }

    /// Every package, the last issue fastest.
    var packages: [[Int]] {
        issues.reduce([[]]) { done, issue in done.flatMap { head in issue.indices.map { head + [$0] } } }
    }

    func utility(_ party: Int, _ package: [Int]) -> Rational {
        let sum = zip(contributions[party], package).reduce(Rational.zero) { $0 + $1.0[$1.1] }
        return terms[party].reduce(sum) { sum, bonus in
            let holds = bonus.when.holds { atom in
                guard case .settled(let issue, let among) = atom,
                    let place = agenda.firstIndex(where: { $0.id == issue })
                else { return false }
                return among.contains(agenda[place].alternatives[package[place]].id)
            }
            return holds ? sum + (bonus.add.point ?? 0) : sum
        }
    }

    /// The points of two parties that no other point is at least as good for both.
    var frontier: [[Rational]] {
        let points = Set(packages.map { [utility(0, $0), utility(1, $0)] })
        var (found, best): ([[Rational]], Rational?) = ([], nil)
        for point in points.sorted(by: { ($1[0], $1[1]) < ($0[0], $0[1]) })
        where best.map({ point[1] > $0 }) ?? true {
            found.append(point)
            best = point[1]
        }
        return found
    }
}
