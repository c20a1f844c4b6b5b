import CaseFiles
import CaseModel
import Foundation
import Support
import Testing

/// Files that no person writes: broken encodings, huge files, links that lead out, folders without rights.
@Suite struct HostileFileTests {
    private func firstProblem(_ prepare: (String) throws -> Void) throws -> Problem? {
        try CaseText([:]).inFolder { folder in
            try prepare(folder)
            do throws(CaseError) {
                return try readCase(in: folder).warnings.first
            } catch {
                return error.problems.first
            }
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    @Test("A byte-order mark, invalid UTF-8, control characters")
    func encodings() throws {
        let mark = try firstProblem {
            try write([0xEF, 0xBB, 0xBF] + Array("- {id: a, name: A}".utf8), to: $0 + "/actors.yaml")
        }
        #expect(
            mark?.description
                == "actors.yaml:1:1: error: the file begins with a byte-order mark\n  hint: save the file as UTF-8 without it"
        )
        let broken = try firstProblem {
            try write(Array("- id: a\n  name: Zür".utf8) + [0xFC], to: $0 + "/actors.yaml")
        }
        #expect(
            broken?.description
                == "actors.yaml:2:12: error: the text is not valid UTF-8\n  hint: save the file as UTF-8")
        let bell = try firstProblem {
            try write(Array("- id: a\n  name: \u{7}".utf8), to: $0 + "/actors.yaml")
        }
        #expect(
            bell?.description
                == "actors.yaml:2:9: error: the control character U+7 stands in the text\n  hint: delete it")
    }

    @Test("Line breaks that only some take for one, and marks that turn the direction of writing")
    func invisible() throws {
        for sign in ["\r", "\u{2028}", "\u{2029}"] {
            let problem = try firstProblem {
                try write(Array("- id: a # x\(sign)  name: A\n".utf8), to: $0 + "/actors.yaml")
            }
            #expect(problem?.message == "this kind of line break is not used")
        }
        let windows = try firstProblem {
            try write(Array("- id: a\r\n  name: A\r\n  basis: own\r\n".utf8), to: $0 + "/actors.yaml")
        }
        #expect(windows == nil)
        for hidden in ["\\u202e", "\\e", "\\0"] {
            let problem = try firstProblem {
                try write(Array("- {id: a, name: \"A\(hidden)B\"}".utf8), to: $0 + "/actors.yaml")
            }
            #expect(
                problem?.message.hasPrefix("the text holds the invisible character U+") ?? false, "\(hidden)")
        }
    }

    @Test("A file of 1 GB is refused without being read")
    func huge() throws {
        let problem = try firstProblem { folder in
            try write([], to: folder + "/actors.yaml")
            let handle = try #require(FileHandle(forWritingAtPath: folder + "/actors.yaml"))
            try handle.truncate(atOffset: 1 << 30)
            try handle.close()
        }
        #expect(problem?.message == "the file is larger than 16 MB")
    }

    @Test("Symbolic links out of the folder are refused, links inside are followed")
    func links() throws {
        let out = try firstProblem {
            try FileManager.default.createSymbolicLink(
                atPath: $0 + "/actors.yaml", withDestinationPath: "/etc/passwd")
        }
        #expect(out?.message == "the symbolic link leads out of the case")
        let folder = try firstProblem {
            try FileManager.default.createSymbolicLink(atPath: $0 + "/proposals", withDestinationPath: "/etc")
        }
        #expect(folder?.message == "the symbolic link leads out of the case")
        let circle = try firstProblem {
            try FileManager.default.createSymbolicLink(
                atPath: $0 + "/actors.yaml", withDestinationPath: "actors.yaml")
        }
        #expect(circle?.message == "the symbolic link does not lead to a file")
        let inside = try firstProblem {
            try write(Array("- {id: a, name: A, basis: own}".utf8), to: $0 + "/people.txt")
            try FileManager.default.createSymbolicLink(
                atPath: $0 + "/actors.yaml", withDestinationPath: "people.txt")
        }
        #expect(inside == nil)
    }

    @Test("A pipe in the folder does not block the reader")
    func pipe() throws {
        let problem = try firstProblem { #expect(mkfifo($0 + "/actors.yaml", 0o600) == 0) }
        #expect(problem?.message == "this is neither a file nor a folder")
    }

    @Test("A folder without rights")
    func rights() async throws {
        // In a process of its own, because a superuser may read everything and has to step down first.
        await #expect(processExitsWith: .success) {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "junktim-\(UUID().uuidString)"
            ).path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("format: 1\n".utf8).write(to: URL(fileURLWithPath: folder + "/case.yaml"))
            chmod(folder, 0)
            if geteuid() == 0, seteuid(65_534) != 0 { exit(1) }
            let error = #expect(throws: CaseError.self) { try readCase(in: folder) }
            let said = error?.problems.first?.message
            if geteuid() != getuid() { seteuid(getuid()) }
            chmod(folder, 0o700)
            try? FileManager.default.removeItem(atPath: folder)
            exit(said == "the folder cannot be read" ? 0 : 1)
        }
    }

    @Test("An alias bomb is refused at once")
    func bomb() throws {
        let lines = (0..<9).map { level in
            let inner = level == 0 ? "x" : "*a\(level - 1)"
            return "a\(level): &a\(level) [\(Array(repeating: inner, count: 9).joined(separator: ","))]"
        }
        let problem = try firstProblem {
            try write(Array((lines + ["*a8 : x"]).joined(separator: "\n").utf8), to: $0 + "/actors.yaml")
        }
        #expect(problem?.message == "'&' at the start of a value marks a YAML anchor")
    }

    @Test("The reader survives 3 000 mutilated cases, and always says why")
    func fuzz() throws {
        let seeds = caseTemplate.map { ($0.path, Array($0.text.utf8)) }
        let noise = Array("{}[]:,-&*!|>'\"\n\t #%@`?~0aä\u{0}\u{FEFF}".utf8)
        try CaseText([:]).inFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder + "/proposals", withIntermediateDirectories: true)
            for seed in 0..<3_000 as Range<UInt64> {
                var random = SplitMix64(seed: seed)
                let victim = random.next(in: 0...(seeds.count - 1))
                for (index, (path, bytes)) in seeds.enumerated() where seed == 0 || index == victim {
                    var bytes = bytes
                    if index == victim { mutilate(&bytes, noise, &random) }
                    try write(bytes, to: "\(folder)/\(path)")
                }
                do throws(CaseError) {
                    _ = try readCase(in: folder)
                } catch {
                    #expect(
                        !error.problems.isEmpty && error.problems.allSatisfy { !$0.message.isEmpty },
                        "seed \(seed)")
                }
                try write(seeds[victim].1, to: "\(folder)/\(seeds[victim].0)")
            }
        }
    }

    private func mutilate(_ bytes: inout [UInt8], _ noise: [UInt8], _ random: inout SplitMix64) {
        for _ in 0..<random.next(in: 1...6) {
            let at = random.next(in: 0...(bytes.count - 1))
            switch random.next(in: 0...3) {
            case 0: bytes[at] = random.pick(noise)
            case 1: bytes.insert(random.pick(noise), at: at)
            case 2: bytes.removeSubrange(at..<min(bytes.count, at + random.next(in: 1...9)))
            default:
                bytes.insert(
                    contentsOf: bytes[at..<min(bytes.count, at + random.next(in: 1...40))],
                    at: random.next(in: 0...(bytes.count - 1)))
            }
            if bytes.isEmpty { return }
        }
    }
}
