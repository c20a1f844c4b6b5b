import Foundation

/// A case of many drafts on many issues, each draft going back to the one before.
struct DraftDesk {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "junktim-drafts-\(getpid())")
    private var state: UInt64 = 7

    init(drafts: Int, issues: Int) throws {
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("proposals"), withIntermediateDirectories: true)
        try write("format: 1\nid: drafts\ntitle: {en: T, de: T}\nasOf: 2026\n", to: "case.yaml")
        try write(
            "- {id: a, name: {en: A, de: A}, ideal: p:d0, basis: own}\n- {id: b, name: {en: B, de: B}, ideal: p:d1, basis: own}\n",
            to: "actors.yaml")
        let agenda = (0..<issues).map {
            "  - {id: i\($0), name: {en: I, de: I}, alternatives: [v0, v1, v2, v3, v4], statusQuo: v\($0 % 5), basis: own}\n"
        }
        try write("issues:\n" + agenda.joined(), to: "issues.yaml")
        for draft in 0..<drafts {
            let from = draft == 0 ? "" : "from: [d\(draft - 1)]\n"
            let terms = (0..<issues).map { "      i\($0): \(term())\n" }
            try write(
                "id: d\(draft)\nname: {en: D, de: D}\ndate: 2025\nextent: whole\n\(from)basis: own\npoints:\n  - id: \"1\"\n    terms:\n"
                    + terms.joined(), to: "proposals/d\(draft).yaml")
        }
    }

    /// Half of the terms plain, the others silent, ambiguous or excluded.
    private mutating func term() -> String {
        switch next(8) {
        case 0, 1: "silent"
        case 2: "{ambiguous: [v\(next(2)), v\(2 + next(3))]}"
        case 3: "{not: [v\(next(5))]}"
        default: "v\(next(5))"
        }
    }

    private mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
