import Foundation

/// What a run of the program printed.
public struct Run: Sendable {
    public let status: Int32
    public let output: String
    public let errors: String
}

/// Runs the built program as a user would, with an environment of its own.
public func junktim(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws
    -> Run
{
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var clean = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] { clean[name] = nil }
    process.environment = clean.merging(environment) { $1 }
    // Files, not pipes: a pipe that nobody empties would block a long answer.
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
        "junktim-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let (out, err) = (place.appendingPathComponent("out"), place.appendingPathComponent("err"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Run(
        status: process.terminationStatus, output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
}

private struct NoProgram: Error {}

/// The program that was built together with the tests.
private func executable() throws -> URL {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let folders =
        [beside] + ["release", "debug"].map { projectFolder.appendingPathComponent(".build/\($0)") }
    for folder in folders {
        let program = folder.appendingPathComponent("junktim")
        if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    throw NoProgram()
}
