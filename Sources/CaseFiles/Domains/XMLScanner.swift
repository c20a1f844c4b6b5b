import CaseModel

/// Reads the part of XML that data files use: elements, attributes, the five entities and characters by number,
/// comments, CDATA, the declaration and processing instructions.
///
/// A document type is refused, so nothing outside the file is ever looked at and nothing grows.
///
/// - Source: W3C, *Extensible Markup Language (XML) 1.0*, fifth edition (2008).
/// - Complexity: O(*bytes*).
struct XMLScanner {
    /// The deepest nesting of elements.
    static let depthLimit = 40
    /// The most elements of a file.
    static let countLimit = 200_000
    private static let end = UInt8(0)

    let places: BytePlaces
    private let bytes: [UInt8]
    private let file: String
    private var position: Int
    private var count = 0
    /// The place of the last element; the next one lies behind it.
    private var mark: (offset: Int, line: Int, column: Int)

    init(_ bytes: [UInt8], from start: Int, file: String, places: BytePlaces) {
        (self.bytes, position, self.file, self.places) = (bytes, start, file, places)
        mark = (start, 1, 1)
    }

    /// The root element; nothing but comments may stand around it.
    mutating func document() throws(XMLFault) -> XMLElement {
        try declaration()
        try skipBetween(isText: false)
        guard peek == UInt8(ascii: "<") else {
            throw fault("an element is expected here", "an XML file begins with '<'")
        }
        let root = try element(depth: 1)
        try skipBetween(isText: false)
        guard position == bytes.count else {
            throw fault(
                "something stands behind the root element", "one file holds one element: delete the rest")
        }
        return root
    }

    private var peek: UInt8 { position < bytes.count ? bytes[position] : Self.end }

    private func fault(_ message: String, _ hint: String, at offset: Int? = nil) -> XMLFault {
        XMLFault(offset: offset ?? position, message: message, hint: hint)
    }

    private func starts(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        return position + count <= bytes.count
            && (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
    }

    private mutating func skipBlanks() {
        while [0x20, 0x09, 0x0A, 0x0D].contains(peek), position < bytes.count { position += 1 }
    }

    /// Goes behind the next appearance of an ending.
    private mutating func skip(behind ending: StaticString, _ what: String) throws(XMLFault) {
        let start = position
        while position < bytes.count {
            if starts(ending) {
                position += ending.utf8CodeUnitCount
                return
            }
            position += 1
        }
        throw fault("the \(what) that begins here has no end", "close it with '\(ending)'", at: start)
    }

    private mutating func declaration() throws(XMLFault) {
        guard starts("<?xml"), position + 5 < bytes.count,
            [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position + 5])
        else { return }
        let start = position
        try skip(behind: "?>", "declaration")
        let text = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
        guard let found = text.firstRange(of: "encoding") else { return }
        let name = text[found.upperBound...].split(whereSeparator: { "=\"' \t?>".contains($0) }).first ?? ""
        // What is plain ASCII means the same in all of them.
        guard !["utf-8", "utf8", "us-ascii", "ascii"].contains(name), bytes.contains(where: { $0 > 0x7F })
        else { return }
        throw fault("the encoding '\(name)' is not read", "save the file as UTF-8", at: start)
    }

    /// Skips blanks, comments, instructions and, inside an element, text.
    private mutating func skipBetween(isText: Bool) throws(XMLFault) {
        while position < bytes.count {
            skipBlanks()
            if starts("<!--") {
                try skip(behind: "-->", "comment")
            } else if starts("<?") {
                try skip(behind: "?>", "instruction")
            } else if isText, starts("<![CDATA[") {
                try skip(behind: "]]>", "CDATA section")
            } else if starts("<!") {
                throw fault(
                    "a document type or entity is declared here", "delete it; only plain elements are read")
            } else if isText, position < bytes.count, peek != UInt8(ascii: "<") {
                if peek == UInt8(ascii: "&") { _ = try entity() } else { position += 1 }
            } else {
                return
            }
        }
    }

    private mutating func element(depth: Int) throws(XMLFault) -> XMLElement {
        let start = position
        guard depth <= Self.depthLimit else {
            throw fault("the nesting is deeper than \(Self.depthLimit)", "no domain is that deep")
        }
        count += 1
        guard count <= Self.countLimit else {
            throw fault("the file has more than \(Self.countLimit) elements", "no domain is that large")
        }
        let (line, column) = placeOfElement()
        position += 1
        var element = XMLElement(
            name: try name("the name of an element"), place: Place(file: file, line: line, column: column))
        guard try attributes(of: &element) else { return element }
        while true {
            try skipBetween(isText: true)
            guard position < bytes.count else {
                throw fault("the element '\(element.name)' has no end", "add '</\(element.name)>'", at: start)
            }
            guard starts("</") else {
                element.children.append(try self.element(depth: depth + 1))
                continue
            }
            let closing = position
            position += 2
            let found = try name("the name of an element")
            guard found == element.name else {
                throw fault(
                    "'</\(found)>' closes '\(element.name)', which began at \(line):\(column)",
                    "write '</\(element.name)>'", at: closing)
            }
            skipBlanks()
            guard peek == UInt8(ascii: ">") else {
                throw fault("'>' is expected here", "write '</\(found)>'")
            }
            position += 1
            return element
        }
    }

    private mutating func placeOfElement() -> (line: Int, column: Int) {
        for byte in bytes[mark.offset..<position] {
            if byte == 0x0A {
                (mark.line, mark.column) = (mark.line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                mark.column += 1
            }
        }
        mark.offset = position
        return (mark.line, mark.column)
    }

    /// Reads attributes and the end of the tag.
    ///
    /// - Returns: Whether something stands inside the element.
    private mutating func attributes(of element: inout XMLElement) throws(XMLFault) -> Bool {
        while true {
            let before = position
            skipBlanks()
            if starts("/>") {
                position += 2
                return false
            }
            if peek == UInt8(ascii: ">"), position < bytes.count {
                position += 1
                return true
            }
            guard before < position else {
                throw fault(
                    "a blank, '>' or '/>' is expected here", "close the tag of '\(element.name)'")
            }
            let start = position
            let key = try name("an attribute, '>' or '/>'")
            skipBlanks()
            guard peek == UInt8(ascii: "=") else {
                throw fault("'=' is expected behind the attribute '\(key)'", "write \(key)=\"…\"")
            }
            position += 1
            skipBlanks()
            let value = try quoted(key)
            guard element.attributes.updateValue(value, forKey: key) == nil else {
                throw fault("the attribute '\(key)' is written twice", "delete one of the two", at: start)
            }
        }
    }

    private mutating func name(_ what: String) throws(XMLFault) -> String {
        let start = position
        while position < bytes.count, Self.isName(peek, isFirst: position == start) { position += 1 }
        guard position > start else {
            let shown = position < bytes.count ? "" : ", not the end of the file"
            throw fault(
                "\(what) is expected here\(shown)", "a '<' that is part of a text is written '&lt;'")
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static func isName(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3A, 0x80...0xFF: true
        case 0x30...0x39, 0x2D, 0x2E: !isFirst
        default: false
        }
    }

    /// The value of an attribute in quotes of either kind.
    private mutating func quoted(_ key: String) throws(XMLFault) -> String {
        let (start, quote) = (position, peek)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw fault("the value of '\(key)' has no quotes", "write \(key)=\"…\"")
        }
        position += 1
        var value: [UInt8] = []
        while position < bytes.count, peek != quote {
            switch peek {
            case UInt8(ascii: "&"): value += Array(String(try entity()).utf8)
            case UInt8(ascii: "<"):
                throw fault(
                    "'<' stands in the value of '\(key)'", "write '&lt;', or close the quotes before it")
            default:
                value.append(peek)
                position += 1
            }
        }
        guard position < bytes.count else {
            throw fault("the value of '\(key)' has no end", "close the quotes", at: start)
        }
        position += 1
        return String(decoding: value, as: UTF8.self)
    }

    private mutating func entity() throws(XMLFault) -> Unicode.Scalar {
        let start = position
        let body = bytes[(start + 1)...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
        let name = String(decoding: body, as: UTF8.self)
        let isClosed = body.endIndex < bytes.count && bytes[body.endIndex] == UInt8(ascii: ";")
        guard isClosed, let scalar = Self.scalar(name), !YAMLText.isHidden(scalar) else {
            let shown = isClosed ? "'&\(name);' is no entity that is read" : "'&' begins no entity"
            throw fault(shown, "a plain '&' is written '&amp;'")
        }
        position = body.endIndex + 1
        return scalar
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default:
            name.hasPrefix("#x")
                ? UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
                : name.hasPrefix("#") ? UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) : nil
        }
    }
}
