import CaseFiles
import CaseModel
import Findings
import Foundation
import Reports

/// Prints the figures of the targets: each the median of several runs, with its smallest and largest.
///
/// `swift run -c release --package-path Benchmarks Benchmarks [CASE [SOURCES]]`; whole programs are timed with the program that
/// stands in `.build/release` of the project.
@main
struct Benchmarks {
    static func main() throws {
        switch CommandLine.arguments.dropFirst().first {
        case "stability": return try stability()
        case "profiles": return profiles()
        case "makers": return manyDecisionMakers()
        case "packages": return try packages(CommandLine.arguments.dropFirst(2).first ?? "Cases/ukraine")
        case "steps": return try steps()
        case "offers": return try offers()
        case "power": return try power()
        case "games": return try games(CommandLine.arguments.dropFirst(2).first ?? "Cases/ukraine")
        default: break
        }
        let folder = CommandLine.arguments.dropFirst().first ?? "Cases/ukraine"
        let program = ".build/release/junktim"
        // First of all, since a program that is started from a large one is counted as large.
        try run(program, ["report", folder, "--perspective", "all", "--output", "-"])
        print("peak memory of report, all perspectives: \(try peakMemory(program, folder)) MB")
        let theCase = try readCase(in: folder).case

        row("read and check the folder", target: "", try times(15) { _ = try readCase(in: folder) })
        for perspective in theCase.perspectives {
            let viewpoint = Viewpoint(perspective: perspective.id)
            let runs = times(15) {
                for _ in 0..<200 { blackHole(theCase.seen(from: viewpoint)) }
            }.map { $0 / 200 }
            row("overlay of \(perspective.id)", target: "under 50 µs", runs)
        }
        let view = View(theCase, from: .base)
        row("compare, the answer alone", target: "", try times(15) { blackHole(try Comparison(of: view)) })
        row(
            "check, whole program", target: "under 0.3 s",
            try times(15) { try run(program, ["check", folder]) })
        row(
            "report, whole program", target: "under 5 s",
            try times(9) { try run(program, ["report", folder, "--output", "-"]) })
        row(
            "report, all perspectives, whole program", target: "under 10 s",
            try times(9) { try run(program, ["report", folder, "--perspective", "all", "--output", "-"]) })
        row(
            "stability of s000, whole program", target: "",
            try times(9) { try run(program, ["stability", folder, "--perspective", "s000"]) })
        try stability()
        try games(folder)
        try packages(folder)
        try steps()
        try offers()
        try power()
        try comparing(program)
        try refinding()
        try searching()
        if let sources = CommandLine.arguments.dropFirst(2).first {
            row(
                "verify all \(theCase.anchors.count) anchors, whole program", target: "under 0.3 s",
                try times(15) { try run(program, ["anchors", "verify", folder, "--sources", sources]) })
        }
    }

    private static func comparing(_ program: String) throws {
        let desk = try DraftDesk(drafts: 200, issues: 100)
        defer { desk.remove() }
        let theCase = try readCase(in: desk.folder.path).case
        let view = View(theCase, from: .base)
        row(
            "compare 200 drafts on 100 issues, the answer alone", target: "",
            try times(5) { blackHole(try Comparison(of: view)) })
        row(
            "read and check that case", target: "",
            try times(5) { _ = try readCase(in: desk.folder.path) })
        row(
            "compare 200 drafts on 100 issues, whole program", target: "under 1 s",
            try times(7) { try run(program, ["compare", desk.folder.path]) })
    }

    static func times(_ count: Int, _ body: () throws -> Void) rethrows -> [Double] {
        let clock = ContinuousClock()
        try body()
        return try (0..<count).map { _ in
            let duration = try clock.measure(body)
            return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
        }
    }

    static func row(_ name: String, target: String, _ runs: [Double]) {
        let sorted = runs.sorted()
        let range =
            "\(text(sorted[sorted.count / 2])) (\(text(sorted[0])) to \(text(sorted[sorted.count - 1])))"
        print("\(name): \(range)" + (target.isEmpty ? "" : ", target \(target)"))
    }

    private static func text(_ seconds: Double) -> String {
        switch seconds {
        case ..<1e-3: "\((seconds * 1e7).rounded() / 10) µs"
        case ..<1: "\((seconds * 1e4).rounded() / 10) ms"
        default: "\((seconds * 100).rounded() / 100) s"
        }
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed() }
    }

    struct Failed: Error {}

    /// The largest resident set of all programs run so far; the report of all perspectives is the largest of them.
    private static func peakMemory(_ program: String, _ folder: String) throws -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        return usage.ru_maxrss / 1_024
    }

    /// Keeps a value from being optimised away.
    @inline(never)
    static func blackHole(_ value: some Any) {}
}
