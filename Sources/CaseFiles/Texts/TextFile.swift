import CaseModel
import Foundation

/// A file that may hold the text of a source.
struct TextFile: Sendable {
    /// Larger files are not read: a text of this size is no source but an archive.
    static let sizeLimit = 256 << 20
    private static let fileLimit = 10_000

    let folder: String
    let name: String
    var path: String { "\(folder)/\(name)" }
    var stem: String { URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent }

    /// The plain files of a folder, sorted; `nil` if it cannot be read.
    static func names(in folder: String) -> [String]? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
        return names.filter { name in
            let type =
                try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.type]
                as? FileAttributeType
            return !name.hasPrefix(".") && type == .typeRegular
        }.sorted().prefix(fileLimit).map { $0 }
    }

    private func fail(_ message: String, _ hint: String) -> Problem {
        Problem(Place(file: name, line: 1, column: 1), message, hint: hint)
    }

    /// The hash of the file's bytes; `nil` if it is too large or cannot be read.
    func hash(_ hasher: PassageHasher) -> String? { (try? bytes().get()).map { hasher.hex($0) } }

    var size: Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue ?? 0
    }

    private func bytes() -> Result<Data, Problem> {
        guard size <= Self.sizeLimit else {
            return .failure(
                fail(
                    "the file is larger than \(Self.sizeLimit >> 20) MB",
                    "cut the text of the source out of it"))
        }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
            return .failure(fail("the file cannot be read", "check that you may read it"))
        }
        return .success(data)
    }

    /// The text of the file as that of a source.
    func read(as source: Source, key: [UInt8]?) -> Result<SourceText, Problem> {
        plainText(encoding: source.encoding).map {
            SourceText($0, mode: source.paragraphs, repeats: source.repeats, key: key)
        }
    }

    /// The text in UTF-8, whatever form the file has.
    func plainText(encoding: String?) -> Result<[UInt8], Problem> {
        if let converter = Converter(forFile: name) {
            return converter.text(of: path).mapError { fail($0.message, $0.hint) }
        }
        return bytes().flatMap { decode([UInt8]($0), encoding) }
    }

    private func decode(_ bytes: [UInt8], _ encoding: String?) -> Result<[UInt8], Problem> {
        if let encoding {
            guard let known = TextEncoding.named(encoding), let text = String(bytes: bytes, encoding: known)
            else {
                return .failure(
                    fail(
                        "the text is not in the encoding '\(encoding)'",
                        "encodings: \(TextEncoding.names.joined(separator: ", "))"))
            }
            return .success(Array(text.utf8))
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return decode(bytes, "utf-16")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let offset = TextEncoding.firstInvalid(bytes)
            return .failure(
                fail(
                    "the text is not valid UTF-8 (byte \(offset + 1))",
                    "name its encoding in sources.yaml, as 'encoding: windows-1252', or convert the file"))
        }
        return .success(Array(text.utf8))
    }
}

/// Encodings of older texts, by the names that people know.
enum TextEncoding {
    private static let known: [(name: String, encoding: String.Encoding)] = [
        ("utf-8", .utf8), ("utf-16", .utf16), ("windows-1252", .windowsCP1252), ("iso-8859-1", .isoLatin1),
        ("windows-1251", .windowsCP1251),
    ]
    static let names = known.map(\.name)

    static func named(_ name: String) -> String.Encoding? { known.first { $0.name == name }?.encoding }

    /// Where valid UTF-8 ends.
    static func firstInvalid(_ bytes: [UInt8]) -> Int {
        var (decoder, position, iterator) = (UTF8(), 0, bytes.makeIterator())
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { position += UTF8.width(scalar) }
        return position
    }
}
