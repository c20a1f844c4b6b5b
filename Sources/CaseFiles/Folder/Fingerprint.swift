import Crypto
import Foundation

/// Hashes of texts and folders, hexadecimal.
enum Fingerprint {
    static func sha256(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

    /// One hash over all files of a case except `sources.local.yaml`: that of the lines `hash  path`, sorted by path,
    /// as the tool `sha256sum` prints them.
    static func ofCase(_ files: [(path: String, hash: String)]) -> String {
        let lines = files.filter { $0.path != "sources.local.yaml" }.map { "\($0.hash)  \($0.path)\n" }
        return sha256(Array(lines.joined().utf8))
    }

    static func hex(_ digest: some Sequence<UInt8>) -> String {
        var text = ""
        for byte in digest {
            text += String(byte >> 4, radix: 16)
            text += String(byte & 15, radix: 16)
        }
        return text
    }
}
