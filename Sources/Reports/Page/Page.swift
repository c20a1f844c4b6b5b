import CaseModel
import Findings
import Numbers

extension Rendering {
    /// The report as one page that loads nothing and is readable without a script; a section per viewpoint.
    public var page: String {
        let reports = responses.compactMap { response -> (String, CaseReport)? in
            guard case .success(let answer) = response.result, let report = answer as? CaseReport else {
                return nil
            }
            return (response.perspective, report)
        }
        guard let (_, first) = reports.first else { return "" }
        let title = words(first.overview.title)
        let sections = reports.map {
            ReportSection(perspective: $0, report: $1, words: words, isAlone: !isAll).markup
        }
        return Markup.document(
            title: title, words: words, style: [.pageStyle],
            body: [.tag("h1", [], title), isAll ? reports.funnels(words) : .nothing] + sections
                + [
                    StatementSection(report: first, words: words).markup,
                    PassageSection(reports: reports.map(\.1), words: words).markup, colophon(first),
                    .pageScript,
                ])
    }

    private func colophon(_ report: CaseReport) -> Markup {
        .all([
            .tag("h2", [], words(.colophon)),
            .tag(
                "p", [("class", "soft")],
                "Junktim \(junktimVersion) · \(caseID ?? "") · SHA-256 \(fingerprint) · \(words(.method)): \(words.name(report.method)) (\(words.status(report.method.status)))"
            ),
        ])
    }
}

extension Markup {
    /// A whole document that loads nothing from anywhere.
    static func document(title: String, words: Words, style: [Markup], body: [Markup]) -> String {
        let policy =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
        let head = Markup.tag(
            "head", [],
            [
                .void("meta", [("charset", "utf-8")]),
                .void("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)]),
                .void("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
                .tag("title", [], title),
            ] + style)
        return Markup.page(
            .tag(
                "html", [("lang", words.language.rawValue), ("data-filter", words(.filter))],
                [head, .tag("body", [], body)]))
    }
}
