import CaseModel

/// An element of an XML file with its attributes and the elements inside it; text between elements is left out.
struct XMLElement {
    let name: String
    let place: Place
    var attributes: [String: String] = [:]
    var children: [XMLElement] = []

    func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    /// An attribute's text with single blanks; `nil` if it is missing or empty.
    func text(_ attribute: String) -> String? {
        let words = (attributes[attribute] ?? "").split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// Every element of a name inside, at any depth, in the order of the file.
    func descendants(_ name: String) -> [XMLElement] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }
}

/// What ends the reading of an XML file.
struct XMLFault: Error {
    let offset: Int
    let message: String
    let hint: String
}

/// Reads an XML file into its root element.
///
/// - Returns: `nil` after telling the log what is wrong.
func readXML(_ bytes: [UInt8], file: String, log: DomainLog) -> XMLElement? {
    guard let start = checkDomainText(bytes, file: file, log: log) else { return nil }
    let places = BytePlaces(bytes, from: start)
    var scanner = XMLScanner(bytes, from: start, file: file, places: places)
    do throws(XMLFault) {
        return try scanner.document()
    } catch {
        let (line, column) = places.place(of: error.offset)
        log.fail(Place(file: file, line: line, column: column), error.message, error.hint)
        return nil
    }
}

/// Where the text of a file begins, behind a byte-order mark; `nil` after telling the log what no text holds.
func checkDomainText(_ bytes: [UInt8], file: String, log: DomainLog) -> Int? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let places = BytePlaces(bytes, from: start)
    func fail(_ offset: Int, _ message: String, _ hint: String) {
        let (line, column) = places.place(of: offset)
        log.fail(Place(file: file, line: line, column: column), message, hint)
    }
    guard let text = String(validating: bytes[start...], as: UTF8.self) else {
        fail(TextEncoding.firstInvalid(bytes), "the text is not valid UTF-8", "save the file as UTF-8")
        return nil
    }
    var offset = start
    for scalar in text.unicodeScalars {
        if YAMLText.isHidden(scalar) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            fail(offset, "the text holds the invisible character U+\(code)", "delete it")
            return nil
        }
        offset += UTF8.width(scalar)
    }
    return start
}
