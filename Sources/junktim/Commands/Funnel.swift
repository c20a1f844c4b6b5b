import ArgumentParser
import CaseModel
import Findings
import Reports

extension Junktim {
    /// The command `junktim funnel CASE`, which sends all packages and drafts through the gates.
    struct Funnel: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How many agreements are left gate by gate, and where does each draft stop?",
            discussion: """
                Counts the packages that are feasible, lawful, acceptable to all, ratifiable, have an order of steps that \
                holds, and a promise that deters; at the points of all numbers and for some numbers in their ranges. Says \
                what each gate rests on: a gate that rests on assumptions alone is hollow.
                """)

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var packages: PackageOptions

        func run() throws {
            let theCase = try input.read()
            let choices = packages.choices
            let rendering = try input.ask(.funnel, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try FunnelFinding(of: view, choices)
            }
            try output.write(rendering)
        }
    }
}
