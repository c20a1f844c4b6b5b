public import CaseModel
import Foundation

/// The most bytes that a game file on its own may have.
private let sizeLimit = 256 << 20

/// Reads a game from a file in one of the two public formats: a tree (`.efg`) or a table (`.nfg`).
///
/// The first word of the file says which it is; the name of the file does not matter.
///
/// - Parameter path: The path of the file.
/// - Returns: The game with everything that the file says.
/// - Throws: ``CaseError`` with every problem at once, in reading order; where the form of the file breaks down, the
///   rest is not read.
public func readGameFile(at path: String) throws(CaseError) -> GameForm {
    let name = URL(fileURLWithPath: path).lastPathComponent
    func refusal(_ message: String, _ hint: String) -> CaseError {
        CaseError([Problem(Place(file: name, line: 1, column: 1), message, hint: hint)])
    }
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    if type != nil, type != .typeRegular, type != .typeSymbolicLink {
        throw refusal("this is no plain file", "name a game file: GAME.efg or GAME.nfg")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
        throw refusal("the file cannot be read", "check that it is there and that you may read it")
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: sizeLimit + 1) else {
        throw refusal("the file cannot be read", "name a game file: GAME.efg or GAME.nfg")
    }
    guard data.count <= sizeLimit else {
        throw refusal(
            "the file is larger than \(sizeLimit >> 20) MB", "leave out what does not matter for the question"
        )
    }
    return try readGameFile([UInt8](data), named: name)
}

/// Reads a game from the bytes of a file in one of the two public formats.
///
/// - Parameters:
///   - bytes: The content of the file.
///   - file: How problems call the file.
/// - Returns: The game with everything that the file says.
/// - Throws: ``CaseError`` with every problem at once, in reading order; where the form of the file breaks down, the
///   rest is not read.
public func readGameFile(_ bytes: [UInt8], named file: String) throws(CaseError) -> GameForm {
    let log = GameFileLog(bytes, file: file)
    do throws(GameFileFault) {
        let form = try readForm(log)
        if log.problems.isEmpty { return form }
    } catch {
        log.add(error)
    }
    throw CaseError(log.problems)
}

private func readForm(_ log: GameFileLog) throws(GameFileFault) -> GameForm {
    guard String(validating: log.bytes, as: UTF8.self) != nil else {
        throw GameFileFault(
            offset: TextEncoding.firstInvalid(log.bytes), message: "the text is not valid UTF-8",
            hint: "save the file as UTF-8")
    }
    var scanner = GameFileScanner(log)
    let token = try scanner.take()
    switch token.kind == .word ? String(decoding: log.bytes[token.range], as: UTF8.self) : "" {
    case "EFG": return .tree(try TreeFileReader.read(scanner))
    case "NFG": return .table(try TableFileReader.read(scanner))
    default:
        throw scanner.unexpected(
            token, "EFG or NFG",
            hint: "a tree begins with: EFG 2 R \"title\" { \"player\" }, a table with NFG 1 R")
    }
}
