import Foundation

/// A well-kept program that turns another form of text into plain text, used where it is installed.
struct Converter: Sendable {
    let program: String
    private let arguments: @Sendable (String) -> [String]
    /// How its Debian package is called.
    private let package: String

    /// The converter for a file, by its ending; `nil` for plain text.
    init?(forFile name: String) {
        switch URL(fileURLWithPath: name).pathExtension.lowercased() {
        case "pdf":
            (program, package) = ("pdftotext", "poppler-utils")
            arguments = { ["-enc", "UTF-8", "-eol", "unix", "-nopgbrk", $0, "-"] }
        case "docx", "odt", "html", "htm", "epub", "rtf":
            (program, package) = ("pandoc", "pandoc")
            arguments = { ["--to=plain", "--wrap=none", "--sandbox", $0] }
        default: return nil
        }
    }

    struct Failure: Error { let message: String, hint: String }

    func text(of path: String) -> Result<[UInt8], Failure> {
        guard let executable else {
            return .failure(
                Failure(
                    message: "this form of text needs the program '\(program)', which is not installed",
                    hint: "apt install \(package), or save the text as plain text"))
        }
        guard let (status, output) = Self.run(executable, arguments(path)), status == 0,
            let text = String(validating: output, as: UTF8.self)
        else {
            return .failure(
                Failure(
                    message: "'\(program)' cannot read the file", hint: "open it and save it as plain text"))
        }
        return .success(Array(text.utf8))
    }

    /// Name and version, as a fingerprint records them: another version may set the text differently.
    var version: String? {
        guard let executable,
            let (_, output) = Self.run(
                executable, [program == "pdftotext" ? "-v" : "--version"], withErrors: true)
        else { return nil }
        let first =
            String(decoding: output, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
        let number = first.split(separator: " ").first { $0.first?.isNumber ?? false }
        return number.map { "\(program) \($0)" }
    }

    private var executable: String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program without a shell and gives what it prints.
    private static func run(
        _ executable: String, _ arguments: [String], withErrors: Bool = false
    ) -> (status: Int32, output: [UInt8])? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = withErrors ? output : FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        // A file of hostile form must not fill the memory.
        var printed: [UInt8] = []
        while let more = try? output.fileHandleForReading.read(upToCount: 1 << 20), !more.isEmpty {
            printed += more
            guard printed.count <= TextFile.sizeLimit else {
                process.terminate()
                return nil
            }
        }
        process.waitUntilExit()
        return (process.terminationStatus, printed)
    }
}
