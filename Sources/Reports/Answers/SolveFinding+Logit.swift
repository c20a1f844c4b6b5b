import CaseModel
import Findings
import Numbers

extension SolveFinding {
    /// Where the branch of logit equilibria leads, and what it passes.
    func text(_ logit: Logit, _ words: Words) -> [String] {
        let payoffs = zip(names.players, logit.payoffs).map {
            names.text($0, in: words.language) + " ≈ " + words.numbers.text($1.midpoint, places: 6)
        }
        var lines = [
            "",
            "lambda ≈ \(words.lambda(logit.lambda)); \(words(.payoffs)) \(payoffs.joined(separator: ", ")); "
                + "\(words(.regretAtMost)) \(words.numbers.text(logit.regret, places: 9))",
        ]
        lines += logitTable(logit, words).lines()
        lines += ["", words(.logitPassage)]
        lines += logit.events.map { "  - lambda ≈ \(words.lambda($0.lambda)): \(words.name($0.kind))" }
        lines += ["  - lambda ≈ \(words.lambda(logit.lambda)): \(words.ending(logit.ending))"]
        return lines + ["", words(.logitCaution)]
    }

    private func logitTable(_ logit: Logit, _ words: Words) -> TextTable {
        var table = TextTable()
        for (row, shares) in logit.strategies.enumerated() {
            let isTable = names.sets.isEmpty
            let player = isTable ? row : names.sets[row].player
            let labels = isTable ? names.strategies[row] : names.sets[row].actions
            let mixed = zip(labels, shares).map { label, share in
                names.text(label, in: words.language) + " ≈ " + words.numbers.text(share, places: 6)
            }
            table.add(
                names.text(names.players[player], in: words.language),
                isTable ? "" : names.text(names.sets[row].name, in: words.language),
                mixed.joined(separator: ", "))
        }
        return table
    }

    func json(_ logit: Logit) -> JSON {
        .object([
            .init("lambda", .measured(logit.lambda)),
            .init("payoffs", .array(logit.payoffs.map { .range($0) })),
            .init("strategies", strategies(logit)),
            .init("regretAtMost", .exact(logit.regret)), .init("exact", .bool(false)),
            .init(
                "events",
                .array(
                    logit.events.map {
                        .object([
                            .init("kind", .string($0.kind.rawValue)), .init("lambda", .measured($0.lambda)),
                        ])
                    })),
            .init("ending", .string(logit.ending.rawValue)), .init("steps", .integer(logit.steps)),
        ])
    }

    private func strategies(_ logit: Logit) -> JSON {
        func shares(_ row: Int, _ labels: [String]) -> JSON {
            .object(zip(labels, logit.strategies[row]).map { .init($0, .exact($1)) })
        }
        return .object(
            names.players.enumerated().map { player, name in
                guard !names.sets.isEmpty || names.strategies.isEmpty else {
                    return .init(name, shares(player, names.strategies[player]))
                }
                return .init(
                    name,
                    .object(
                        names.sets.indices.filter { names.sets[$0].player == player }.map {
                            .init(names.sets[$0].name, shares($0, names.sets[$0].actions))
                        }))
            })
    }
}
