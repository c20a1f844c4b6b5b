import ArgumentParser
import CaseFiles
import CaseModel
import Findings
import Foundation
import Reports

/// The options that every question about a case shares.
struct CaseOptions: ParsableArguments {
    @Argument(help: "The case folder.", completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("From where to look: a perspective, 'base' or 'all'.", valueName: "id"))
    var perspective: String?

    @Option(help: ArgumentHelp("A scenario laid over it.", valueName: "id"))
    var scenario: String?

    @Option(
        name: .customLong("strike"),
        help: ArgumentHelp(
            "Leave out a premise or assumption, as s003.p7; may be repeated.", valueName: "premise"))
    var struck: [String] = []

    @Option(
        name: .customLong("add"),
        help: ArgumentHelp("Put in a premise of another perspective; may be repeated.", valueName: "premise"))
    var added: [String] = []

    @OptionGroup var texts: TextFolderOption

    @Flag(name: .customLong("internal"), help: "Show how far a party would go, too.")
    var showsInternal = false

    func validate() throws {
        if perspective == "all", !struck.isEmpty || !added.isEmpty {
            throw ValidationError("'--strike' and '--add' change one perspective; name it instead of 'all'.")
        }
    }

    /// The case, or exit status 65 after printing every problem; warnings are for those who ask for them.
    ///
    /// Where the texts are at hand, every cited passage has been looked up in them.
    func read(showingWarnings: Bool = false) throws -> Case {
        var desk = try CaseDesk(folder: folder, sources: texts.sources, showingWarnings: showingWarnings)
        return desk.verified()
    }

    /// The same with a draft beside it, which is read against the case.
    func read(beside draft: String) throws -> (Case, Proposal?) {
        var desk = try CaseDesk(folder: folder, sources: texts.sources, draft: draft)
        return (desk.verified(), desk.draft)
    }

    /// The same, or the model of a file that stands alone.
    func readCaseOrModel() throws -> Case {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue
        else {
            return try read()
        }
        do throws(CaseError) {
            return try readStabilityModel(file: folder).case
        } catch {
            printError("\(error)")
            throw ExitCode(65)
        }
    }

    /// The same, or the domain of another program that the path names; what was passed over or guessed is told.
    func readCaseOrDomain() throws -> Case {
        guard isPackagesDomain(at: folder) else { return try read() }
        do throws(CaseError) {
            let reading = try readPackagesDomain(at: folder)
            reading.warnings.forEach { printError("\($0)") }
            return reading.case
        } catch {
            printError("\(error)")
            throw ExitCode(65)
        }
    }

    /// The case with the game that is asked for: a folder, a game file of a case, or a file that stands alone.
    func readCaseOrGame() throws -> (Case, game: String?) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue
        else {
            return (try read(), nil)
        }
        let file = URL(fileURLWithPath: folder).standardizedFileURL
        let games = file.deletingLastPathComponent()
        let home = games.deletingLastPathComponent().deletingLastPathComponent()
        if games.path.hasSuffix("/models/games"),
            FileManager.default.fileExists(atPath: home.appendingPathComponent("case.yaml").path)
        {
            // Its passages and perspectives stand in the case around it.
            var desk = try CaseDesk(folder: home.path, sources: texts.sources, showingWarnings: false)
            return (desk.verified(), file.deletingPathExtension().lastPathComponent)
        }
        do throws(CaseError) {
            return (try readGameAlone(file: folder).case, nil)
        } catch {
            printError("\(error)")
            throw ExitCode(65)
        }
    }

    /// The viewpoints that are asked for, in the order of the case.
    func viewpoints(of theCase: Case) -> [Viewpoint] {
        let chosen: [String?] =
            switch perspective {
            case nil: [theCase.frame.perspective]
            case "base": [nil]
            case "all": [nil] + theCase.perspectives.map(\.id)
            case let id?: [id]
            }
        return chosen.map {
            Viewpoint(perspective: $0, scenario: scenario, struck: Set(struck), added: added)
        }
    }

    var isAll: Bool { perspective == "all" }

    /// The answers to a question from every viewpoint that is asked for; refusals are printed.
    ///
    /// - Throws: Exit status 65 if no viewpoint can answer.
    func ask(
        _ question: Question, of theCase: Case, in words: Words,
        _ answer: (View) throws(NotAnswerable) -> any Answer
    ) throws -> Rendering {
        let responses = viewpoints(of: theCase).map { viewpoint in
            let view = View(theCase, from: viewpoint, showingInternal: showsInternal)
            let result = Result { () throws(NotAnswerable) in try answer(view) }
            if case .failure(let refused) = result { printError(words.refusal(refused)) }
            return Response(perspective: viewpoint.perspective ?? "base", result: result)
        }
        guard responses.contains(where: { if case .success = $0.result { true } else { false } }) else {
            throw ExitCode(65)
        }
        return Rendering(
            question: question, caseID: theCase.frame.id.isEmpty ? nil : theCase.frame.id,
            fingerprint: theCase.fingerprint, words: words,
            isAll: isAll, responses: responses)
    }
}

/// Prints a line where warnings and errors go.
///
/// If nobody listens there, there is nobody to tell either.
func printError(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8)) }
