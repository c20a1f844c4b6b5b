import ArgumentParser
import Reports

/// The program: one command per question.
@main
struct Junktim: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "junktim",
        abstract: "A workbench for people who analyse negotiations and conflicts.",
        discussion: """
            A case is a folder of plain text: who wants what, who said what, what is on the table, each item cited. \
            Every question takes the case as it is, or as one of its perspectives sees it.
            """,
        version: junktimVersion,
        subcommands: [
            New.self, Check.self, Cite.self, Find.self, Anchors.self, Show.self, Compare.self,
            Clauses.self, Bars.self, Money.self, Stability.self, Solve.self, GuaranteeCommand.self,
            Packages.self, Ratify.self, SequenceCommand.self, Negotiate.self, Funnel.self,
            Brief.self, Report.self,
        ])
}
