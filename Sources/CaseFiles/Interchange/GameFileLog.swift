import CaseModel

/// What is wrong with a game file; places are given as offsets of bytes and told as lines and columns.
final class GameFileLog {
    let file: String
    let bytes: [UInt8]
    /// Where the text begins: behind the byte-order mark, if there is one.
    let start: Int
    private let log = ProblemLog()
    private lazy var places = BytePlaces(bytes, from: start)

    init(_ bytes: [UInt8], file: String) {
        (self.bytes, self.file) = (bytes, file)
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    var problems: [Problem] { log.inReadingOrder }

    func place(of offset: Int) -> Place {
        let (line, column) = places.place(of: offset)
        return Place(file: file, line: line, column: column)
    }

    func add(_ offset: Int, _ message: String, hint: String) {
        log.add(Problem(place(of: offset), message, hint: hint))
    }

    func add(_ fault: GameFileFault) { add(fault.offset, fault.message, hint: fault.hint) }

    /// Line and column of a byte, as a message mentions them beside its own place.
    func mention(_ offset: Int) -> String {
        let (line, column) = places.place(of: offset)
        return "\(line):\(column)"
    }
}

/// Lines and columns of the bytes of a text, both from 1; columns count Unicode scalars.
///
/// The text is walked once; then each question costs the walk from the mark before it.
struct BytePlaces {
    private static let stride = 4_096

    private let bytes: [UInt8]
    private let start: Int
    private var marks: [(line: Int, column: Int)] = []

    init(_ bytes: [UInt8], from start: Int) {
        (self.bytes, self.start) = (bytes, start)
        var place = (line: 1, column: 1)
        for index in start..<max(start, bytes.count) {
            if (index - start).isMultiple(of: Self.stride) { marks.append(place) }
            Self.step(&place, over: bytes[index])
        }
        if marks.isEmpty || (bytes.count - start).isMultiple(of: Self.stride) { marks.append(place) }
    }

    func place(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, start), bytes.count)
        let mark = (offset - start) / Self.stride
        var place = marks[mark]
        for index in start + mark * Self.stride..<offset { Self.step(&place, over: bytes[index]) }
        return place
    }

    /// A byte that continues a scalar does not move the column.
    private static func step(_ place: inout (line: Int, column: Int), over byte: UInt8) {
        if byte == 0x0A {
            place = (place.line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
            place.column += 1
        }
    }
}
