/// Scalars of a stretch of UTF-8, with what the folding says of them.
struct ScalarScan {
    let text: UnsafeBufferPointer<UInt8>
    let entries: UnsafeBufferPointer<Folding.Entry>

    func entry(at position: Int) -> (Folding.Entry, width: Int) {
        let first = text[position]
        if first < 0x80 { return (entries[Int(first)], 1) }
        let (scalar, width) = scalar(at: position)
        return Folding.covers(scalar.value)
            ? (entries[Int(scalar.value)], width) : (Folding.entry(of: scalar), width)
    }

    func isLetter(at position: Int) -> Bool {
        guard position < text.count else { return false }
        let (entry, _) = entry(at: position)
        return entry.role == .letter || entry.role == .difficult && Folding.isLetter(scalar(at: position).0)
    }

    /// The scalar that begins at a byte of valid UTF-8, and its length.
    private func scalar(at position: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(text[position])
        if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = first & (0x7F >> UInt32(length))
        for index in 1..<length where position + index < text.count {
            value = value << 6 | UInt32(text[position + index]) & 0x3F
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", min(length, text.count - position))
    }
}
