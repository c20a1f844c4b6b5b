import CaseModel
import Numbers

/// Reads a game tree, node after node in depth-first order, without going down into it: trees may be of any depth.
struct TreeFileReader {
    /// The most nodes that a tree may have.
    static let nodeLimit = 10_000_000

    var scanner: GameFileScanner
    var form: TreeForm
    var declared = Declared()
    private var open: [OpenNode] = []

    /// Where a thing that nodes share first stands, and its place in the list of the form.
    struct Declared {
        struct SetKey: Hashable { let player: Int, number: Int }

        var chances: [Int: Int] = [:]
        var sets: [SetKey: Int] = [:]
        var outcomes: [Int: Int] = [:]
        /// The bytes of the first declaration, from the name to the closing brace.
        var chanceRanges: [Range<Int>] = []
        var setRanges: [Range<Int>] = []
        var outcomeRanges: [Range<Int>] = []
    }

    /// A node that still waits for children.
    private struct OpenNode {
        let offset: Int
        let arity: Int
        var left: Int
    }

    /// Reads what stands behind `EFG`.
    ///
    /// - Throws: The place where the form of the file breaks down; other mistakes are in the log.
    static func read(_ scanner: consuming GameFileScanner) throws(GameFileFault) -> TreeForm {
        var scanner = scanner
        let header = try scanner.header(version: 2)
        var form = TreeForm(title: header.title, players: header.players)
        form.comment = try scanner.comment()
        var reader = TreeFileReader(scanner: scanner, form: form)
        try reader.readNodes()
        return reader.form
    }

    private init(scanner: GameFileScanner, form: TreeForm) {
        (self.scanner, self.form) = (scanner, form)
    }

    private mutating func readNodes() throws(GameFileFault) {
        repeat {
            let token = try scanner.take()
            guard token.kind != .end else { throw missingNodes(at: token) }
            guard form.nodes.count < Self.nodeLimit else {
                throw GameFileFault(
                    offset: token.range.lowerBound, message: "the tree has more than \(Self.nodeLimit) nodes",
                    hint: "leave out what does not matter for the question")
            }
            let arity = try readNode(token)
            if !open.isEmpty { open[open.count - 1].left -= 1 }
            if arity > 0 { open.append(OpenNode(offset: token.range.lowerBound, arity: arity, left: arity)) }
            while let last = open.last, last.left == 0 { open.removeLast() }
        } while !open.isEmpty
    }

    /// How many children the node that begins with a token has.
    private mutating func readNode(_ token: GameFileToken) throws(GameFileFault) -> Int {
        let letter = token.kind == .word && token.range.count == 1 ? scanner.bytes[token.range.lowerBound] : 0
        switch letter {
        case UInt8(ascii: "c"):
            let name = try scanner.text("the name of the node")
            let (chance, arity) = try readChance()
            try append(name, .chance(chance))
            return arity
        case UInt8(ascii: "p"):
            let name = try scanner.text("the name of the node")
            let (set, arity) = try readSet()
            try append(name, .decision(set))
            return arity
        case UInt8(ascii: "t"):
            try append(try scanner.text("the name of the node"), .end)
            return 0
        default:
            throw scanner.unexpected(
                token, "a node",
                hint: "a node begins with c (chance), p (a player decides) or t (the end); "
                    + "a set has as many nodes behind it as actions")
        }
    }

    private mutating func append(_ name: String, _ kind: TreeForm.Kind) throws(GameFileFault) {
        let outcome = try readOutcome()
        form.nodes.append(TreeForm.Node(name: name, kind: kind, outcome: outcome))
    }

    private func missingNodes(at token: GameFileToken) -> GameFileFault {
        let missing = max(1, open.reduce(0) { $0 + $1.left })
        let nodes = missing == 1 ? "at least 1 node is missing" : "at least \(missing) nodes are missing"
        guard let last = open.last else {
            return GameFileFault(
                offset: token.range.lowerBound, message: "the file ends before the tree does",
                hint: "write the nodes behind the header; the smallest tree is: t \"\" 0")
        }
        let place = scanner.log.mention(last.offset)
        return GameFileFault(
            offset: token.range.lowerBound, message: "the file ends before the tree does",
            hint:
                "\(nodes); the last open node, at \(place), has \(last.arity - last.left) of its \(last.arity)"
        )
    }
}
