import ArgumentParser
import CaseFiles
import CaseModel
import Findings
import Reports

extension Junktim {
    /// The command `junktim anchors`, which looks after the cited passages of a case.
    struct Anchors: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look after the cited passages: verify, list, confirm, or mark as lost.",
            subcommands: [Verify.self, List.self, Confirm.self, Lost.self])
    }
}

extension Junktim.Anchors {
    /// `junktim anchors verify CASE`: whether every passage still stands in its text.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find every cited passage again in the texts at hand.",
            discussion: "Ends with status 0 if all passages count as cited, else with 65.")

        @OptionGroup var input: TextOptions

        @Flag(
            help:
                "Write what was found into anchors.tsv: new places, and 'review' for what waits for a person."
        )
        var update = false

        @Flag(name: .customLong("internal"), help: "Show the places of closed sources, too.")
        var showsInternal = false

        @OptionGroup var output: OutputOptions

        func run() throws {
            var desk = try input.open(toWrite: update)
            let checks = desk.checks()
            let misplaced = desk.library.misplaced(in: desk.case)
            desk.printProblems()
            if update { try desk.write(checks.map { desk.updated($0) }) }
            let words = output.language.words
            if !desk.hasTexts { printError(words.noTexts) }
            let audit = AnchorAudit(
                checks, of: desk.case, misplaced: misplaced, showingInternal: showsInternal)
            try output.write(input.rendering(audit, of: desk.case, in: words))
            if !checks.allSatisfy(\.verdict.counts) || !misplaced.isEmpty { throw ExitCode(65) }
        }
    }

    /// `junktim anchors list CASE`: every anchor with what cites it.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the anchors, with what cites each.")

        @OptionGroup var input: TextOptions

        @Flag(help: "Show the passages themselves, where their texts are at hand.")
        var passages = false

        @Flag(name: .customLong("internal"), help: "Show the places of closed sources, too.")
        var showsInternal = false

        @OptionGroup var output: OutputOptions

        func run() throws {
            var desk = try input.open()
            let checks = desk.checks()
            let texts = passages ? desk.library.passages(of: checks, in: desk.case) : [:]
            desk.printProblems()
            let words = output.language.words
            let audit = AnchorAudit(checks, of: desk.case, texts: texts, showingInternal: showsInternal)
            guard output.format == .text else {
                return try output.write(input.rendering(audit, of: desk.case, in: words))
            }
            try writeText(audit.list(words), to: output.output)
        }
    }

    /// `junktim anchors confirm CASE s1#a3`: a person accepts where a passage stands now.
    struct Confirm: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accept where a passage stands now, and cut it anew there.")

        @OptionGroup var input: TextOptions

        @Argument(help: "The anchors, as s1#a3.")
        var anchors: [String]

        @Option(help: ArgumentHelp("Which of several places is meant, from 1.", valueName: "number"))
        var choice: Int?

        @OptionGroup var signature: SignatureOptions
        @OptionGroup var language: LanguageOptions

        func validate() throws {
            if let choice, choice < 1 { throw ValidationError("'--choice' counts from 1.") }
            if choice != nil, anchors.count > 1 {
                throw ValidationError("'--choice' is for one anchor at a time.")
            }
        }

        func run() throws {
            var desk = try input.open(toWrite: true)
            let recut = try anchors.map { try place(of: $0, &desk) }
            let renewed = Dictionary(
                recut.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
            try desk.write(desk.case.anchors.map { renewed[$0.reference] ?? $0 })
            desk.printProblems()
            let texts = desk.library.passages(
                of: recut.map { AnchorCheck($0, .exact, places: [$0.parts]) }, in: desk.case)
            try writeText(
                recut.map { language.words.confirmed($0.reference, texts[$0.reference] ?? "") }.joined(),
                to: "-")
        }

        /// The anchor cut anew where it stands now.
        private func place(of reference: String, _ desk: inout CaseDesk) throws -> Anchor {
            let (check, words) = (try desk.check(of: reference), language.words)
            let places = check.places.enumerated().map { "\($0.offset + 1): ¶ \($0.element[0].paragraph)" }
            if check.places.isEmpty { throw refusal(words.noPlace(reference, check.verdict)) }
            if choice == nil && check.places.count > 1
                || choice.map({ !check.places.indices.contains($0 - 1) }) ?? false
            {
                throw refusal(words.severalPlaces(reference, places))
            }
            let cut = desk.library.recut(
                check, choice: (choice ?? 1) - 1, in: desk.case, by: signature.by,
                on: signature.date(in: desk.case))
            guard let cut else { throw refusal(words.noPlace(reference, check.verdict)) }
            if check.changesMeaning { printError(words.otherMeaning(reference)) }
            return cut
        }
    }

    /// `junktim anchors lost CASE s1#a3`: a person says that a passage is gone.
    struct Lost: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Mark a passage as lost: it no longer counts as cited.")

        @OptionGroup var input: TextOptions

        @Argument(help: "The anchor, as s1#a3.")
        var anchor: String

        @OptionGroup var signature: SignatureOptions
        @OptionGroup var language: LanguageOptions

        func run() throws {
            var desk = try input.open(toWrite: true)
            var lost = try desk.check(of: anchor).anchor
            (lost.state, lost.by, lost.on) = (.lost, signature.by, signature.date(in: desk.case))
            try desk.write(desk.case.anchors.map { $0.reference == anchor ? lost : $0 })
            try writeText(language.words.marked(anchor), to: "-")
        }
    }
}

/// Prints why something cannot be done; exit status 65.
private func refusal(_ text: String) -> ExitCode {
    printError(text)
    return ExitCode(65)
}

extension CaseDesk {
    /// What became of one anchor.
    fileprivate mutating func check(of reference: String) throws -> AnchorCheck {
        if let check = checks().first(where: { $0.anchor.reference == reference }) { return check }
        let near = nearestName(to: reference, among: `case`.anchors.map(\.reference))
        printError(
            "error: there is no anchor '\(reference)'\n  hint: "
                + (near.map { "did you mean '\($0)'?" } ?? "junktim anchors list \(folder)"))
        throw ExitCode(65)
    }

    /// The anchor as it should be written after a look into the text.
    ///
    /// What a person said stays; what the machine finds changed waits for a person.
    fileprivate mutating func updated(_ check: AnchorCheck) -> Anchor {
        var anchor = check.anchor
        switch check.verdict {
        case .unverifiable: return anchor
        case .exact, .moved, .retyped:
            return library.recut(check, in: `case`, by: anchor.by, on: anchor.on) ?? anchor
        case .edited, .weak, .ambiguous, .lost:
            if anchor.state == .ok { anchor.state = .review }
            return anchor
        }
    }
}
