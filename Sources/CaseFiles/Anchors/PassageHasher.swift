import Crypto
import Foundation

/// Hashes of passages: plain SHA-256, or HMAC-SHA256 with the key of a confidential source.
///
/// Plain hashes of short passages can be guessed and confirmed; they are for texts that everybody may read.
struct PassageHasher: Sendable {
    private let key: SymmetricKey?

    init(key: [UInt8]? = nil) { self.key = key.map { SymmetricKey(data: $0) } }

    /// The whole hash, hexadecimal.
    func hex(_ bytes: some DataProtocol) -> String { digest(bytes) { Fingerprint.hex($0) } }

    /// The first digits of the hash.
    func hex(_ bytes: some DataProtocol, _ digits: Int) -> String { String(hex(bytes).prefix(digits)) }

    /// The first 32 bits of the hash, for the sketches.
    func short(_ bytes: some DataProtocol) -> UInt32 {
        digest(bytes) { $0[0..<4].reduce(0) { $0 << 8 | UInt32($1) } }
    }

    private func digest<Result>(_ bytes: some DataProtocol, _ use: (UnsafeRawBufferPointer) -> Result)
        -> Result
    {
        guard let key else { return SHA256.hash(data: bytes).withUnsafeBytes(use) }
        return HMAC<SHA256>.authenticationCode(for: bytes, using: key).withUnsafeBytes(use)
    }
}
