import CaseFiles
import CaseModel
import Foundation

/// The reader under libFuzzer: whatever the bytes, it must come back with a case or with problems.
///
///     swift build -c release --package-path Fuzz -Xswiftc -sanitize=fuzzer
///     SWIFT_BACKTRACE=enable=no Fuzz/.build/release/FuzzReader -max_total_time=600 corpus/
///
/// The first byte chooses the file, the rest is its content. Without `SWIFT_BACKTRACE=enable=no` the backtracer takes
/// the signal and no crash file is written.
private let names = [
    "case.yaml", "actors.yaml", "issues.yaml", "proposals/first.yaml", "models/stability.yaml",
    "models/packages.yaml",
    "models/games/g.yaml", "perspectives/p.yaml", "guarantees.yaml", "ratification.yaml", "anchors.tsv",
    "sources.local.yaml", "vocabulary.yaml", gameName,
]

/// Stands for a game file, a tree or a table, which is read alone.
private let gameName = "game.efg"

private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("junktim-fuzz-\(getpid())")

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry point; the package manager gives it this name, so the fuzzer's own `main` is called from here.
@_cdecl("FuzzReader_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments) { fuzzOneInput($0, $1) }
}

private func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data else { return 0 }
    guard size > 0 else { return 0 }
    let name = names[Int(data[0]) % names.count]
    let content = Data(UnsafeBufferPointer(start: data + 1, count: size - 1))
    if name == gameName {
        fuzzGameFile([UInt8](content))
        return 0
    }
    write(content, to: name)
    do throws(CaseError) {
        _ = try readCase(in: folder.path)
    } catch {
        precondition(!error.problems.isEmpty, "a refusal must say why")
    }
    restore(name)
    return 0
}

/// A game that can be read can be written, and what is written is the same game.
private func fuzzGameFile(_ bytes: [UInt8]) {
    do throws(CaseError) {
        let form = try readGameFile(bytes, named: gameName)
        do throws(CaseError) {
            let again = try readGameFile(Array(gameFile(form).utf8), named: "again")
            precondition(again.isSameGame(as: form), "what is written is another game")
        } catch {
            // Sums of payoffs may be longer than a number of a file may be.
            precondition(error.problems.allSatisfy { $0.message.contains("digits") }, "\(error)")
        }
    } catch {
        precondition(!error.problems.isEmpty, "a refusal must say why")
    }
}

private func write(_ content: Data, to name: String) {
    let file = folder.appendingPathComponent(name)
    try? FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? content.write(to: file)
}

/// Puts the sound file back, so that each input is tried against the same case.
private func restore(_ name: String) {
    if let sound = caseTemplate.first(where: { $0.path == name }) {
        write(Data(sound.text.utf8), to: name)
    } else {
        try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
    if !FileManager.default.fileExists(atPath: folder.appendingPathComponent("case.yaml").path) {
        for (path, text) in caseTemplate { write(Data(text.utf8), to: path) }
    }
}
