import CaseFiles
import CaseModel
import Foundation
import Numbers
import Support
import Testing

/// What is written is read again as the same game.
@Suite struct GameFileRoundTripTests {
    @Test("The text of a tree: one node per line, sets in full, payoffs at the ends")
    func treeText() throws {
        let text = gameFile(try GameFileSample(TreeFileTests.onTheWay).read())
        #expect(
            text == """
                EFG 2 R "" { "A" "B" }
                ""

                p "" 1 1 "" { "in" "out" } 0
                p "" 2 1 "" { "a" "b" "c" } 0
                t "" 1 "win" { 11, -1 }
                t "" 2 "draw" { 11, -1/2 }
                t "" 3 "fee" { 10, 0 }
                t "" 0

                """)
        let signal = gameFile(try GameFileSample(TreeFileTests.signal).read())
        #expect(signal.contains("c \"type\" 1 \"types\" { \"weak\" 1/4 \"strong\" 3/4 } 0\n"))
        #expect(
            signal.split(separator: "\n").count { $0.contains("2 7 \"hears\" { \"yield\" \"stand\" } 0") }
                == 2)
        #expect(signal.contains("t \"\" 4 \"\" { 4/5, -3/20 }\n"))
    }

    @Test("The text of a table: one combination per line")
    func tableText() throws {
        let head = "NFG 1 R \"t\" { \"A\" \"B\" }\n"
        let payoffs = try GameFileSample(head + "{ 2 1 } 1 0.5 3 4").read()
        #expect(gameFile(payoffs) == head + "{ { \"1\" \"2\" } { \"1\" } }\n\"\"\n\n1 1/2\n3 4\n")
        let outcomes = try GameFileSample(head + "{ 2 1 } \"c\" { { \"x\" 1 2 } } 1 0").read()
        #expect(
            gameFile(outcomes)
                == head + "{ { \"1\" \"2\" } { \"1\" } }\n\"c\"\n\n{\n{ \"x\" 1, 2 }\n}\n1\n0\n")
    }

    @Test("Quotes and backslashes; a text cannot end with a backslash")
    func texts() throws {
        for title in [#"a"b"#, #"\""#, #"\\"# + " ", #"a\"b\c"#, "two\nlines", "Київ"] {
            let form = GameForm.tree(TreeForm(title: title, players: [title]).withOneEnd)
            #expect(try GameFileSample(gameFile(form)).read() == form)
        }
        let form = GameForm.tree(TreeForm(title: "a\\", players: []).withOneEnd)
        #expect(try GameFileSample(gameFile(form)).tree().title == "a\\ ")
    }

    @Test("Random trees", arguments: 0..<300)
    func randomTrees(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let form = GameForm.tree(randomTree(&random))
        let again = try GameFileSample(gameFile(form)).read()
        #expect(again.isSameGame(as: form))
        #expect(gameFile(again) == gameFile(form))
        #expect(try GameFileSample(gameFile(again)).read() == again)
    }

    @Test("Random tables", arguments: 0..<200)
    func randomTables(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let form = GameForm.table(randomTable(&random))
        #expect(try GameFileSample(gameFile(form)).read() == form)
    }

    @Test("Another payoff, probability, action or partition is another game", arguments: 0..<100)
    func differences(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tree = randomTree(&random)
        func differs(_ change: (inout TreeForm) -> Void) -> Bool {
            var other = tree
            change(&other)
            return !other.isSameGame(as: tree)
        }
        if let node = tree.nodes.first(where: { $0.kind == .end && $0.outcome != nil }) {
            #expect(differs { $0.outcomes[node.outcome!].payoffs[0] += 1 })
        }
        if !tree.chances.isEmpty { #expect(differs { $0.chances[0].labels[0] += "!" }) }
        if !tree.sets.isEmpty { #expect(differs { $0.sets[0].actions[0] += "!" }) }
        if let node = tree.nodes.lastIndex(where: {
            if case .decision(let set) = $0.kind { set == 0 } else { false }
        }),
            tree.nodes[..<node].contains(where: { $0.kind == .decision(0) })
        {
            #expect(
                differs {
                    $0.sets.append($0.sets[0])
                    $0.nodes[node].kind = .decision($0.sets.count - 1)
                })
        }
        #expect(!differs { $0.title += "!" })
        #expect(!differs { for set in $0.sets.indices { $0.sets[set].name += "!" } })
    }

    @Test("Files on disk, whatever their names; what is no file; what is not there")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "junktim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("signal.txt").path
        try Data(TreeFileTests.signal.utf8).write(to: URL(fileURLWithPath: path))
        #expect(try readGameFile(at: path) == GameFileSample(TreeFileTests.signal).read())
        for (path, message) in [
            (folder.path, "this is no plain file"), (path + ".efg", "the file cannot be read"),
        ] {
            do throws(CaseError) {
                _ = try readGameFile(at: path)
                Issue.record("\(path) was read")
            } catch {
                #expect(error.problems.map(\.message) == [message])
            }
        }
    }
}

extension TreeForm {
    fileprivate var withOneEnd: TreeForm {
        var tree = self
        tree.nodes = [Node(kind: .end)]
        return tree
    }
}
