import Support
import Testing
import Yams

@testable import CaseFiles

@Suite struct YAMLScanTests {
    private func kinds(_ text: String) -> [YAMLScan.Finding.Kind] { YAMLScan(text).findings.map(\.kind) }

    @Test(
        "What a value must not begin with",
        arguments: [
            ("a: &x 1", YAMLScan.Finding.Kind.anchor), ("a: *x", .alias), ("*x : 1", .alias),
            ("- !tag a", .tag),
            ("[a, *b]", .alias), ("{a: &b c}", .anchor), ("? a\n: b", .complexKey),
            ("%YAML 1.2\n---\na: 1", .directive),
            ("a: 1\n---\nb: 2", .secondDocument), ("<<: x", .mergeKey), ("- - - *a", .alias),
            ("a:\n  - &x b", .anchor),
            ("[[&x a]]", .anchor), ("--- &x a", .anchor), ("{b:'c, d: *x}", .alias),
            ("[a,#, \"\n*x]", .alias),
            ("{\"a\":*x}", .alias), ("\"k\": !!str x", .tag), ("{a: [1,\n*x]}", .alias),
        ])
    func found(text: String, kind: YAMLScan.Finding.Kind) {
        #expect(kinds(text).contains(kind), "\(text)")
    }

    @Test(
        "Where the same signs are harmless",
        arguments: [
            "a: \"*x\"", "a: 'x & y'", "a: b & c", "a: b *c*", "# &x *y !z", "a: |\n  *x\n  &y\nb: 1",
            "a: >-\n  !text\n",
            "- |\n  &x\n- b", "a: b # *c", "---\na: 1", "a: \"line\n  *x\"", "a: 'it''s *x'", "a: 5 % 3",
            "a: b?", "a: x-*y",
            "- key: |\n    *x\n  other: 1",
        ])
    func harmless(text: String) {
        #expect(kinds(text) == [], "\(text)")
    }

    @Test("Places count from 1, columns in scalars")
    func places() {
        #expect(YAMLScan("ключ: &x 1").findings == [.init(kind: .anchor, line: 1, column: 7)])
        #expect(YAMLScan("a: 1\nb:\n  - *x").findings == [.init(kind: .alias, line: 3, column: 5)])
    }

    @Test("What passes the scan holds no anchor and no alias, in 20 000 random texts")
    func sound() {
        let pieces = [
            "a", "b: ", "- ", "[", "]", "{", "}", ", ", ": ", "\n", "\n  ", "\n    ", "&x ", "*x", "!t ",
            "? ", "|\n", ">\n", "\"", "'",
            "# ", "--- ", "\\", "<<", "\t", " ",
            ",#", ":'", ":\"", "\"k\":", "--- &x", "]#", "}", "'#", "- [", "{k: ", "\r\n", "#",
        ]
        for seed in 0..<20_000 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let text = (0..<random.next(in: 1...14)).map { _ in random.pick(pieces) }.joined()
            guard YAMLScan(text).findings.isEmpty, let node = try? Yams.compose(yaml: text) else { continue }
            #expect(!holdsAnchor(node), "seed \(seed): \(text)")
        }
    }

    private func holdsAnchor(_ node: Node) -> Bool {
        if node.anchor != nil { return true }
        switch node {
        case .alias: return true
        case .scalar: return false
        case .sequence(let items): return items.contains(where: holdsAnchor)
        case .mapping(let entries): return entries.contains { holdsAnchor($0.key) || holdsAnchor($0.value) }
        }
    }
}
