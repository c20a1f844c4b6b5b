import CaseModel
import Findings
import Numbers

extension SolveFinding {
    /// What mediators could bring about.
    func text(_ devices: [Device], _ words: Words) -> [String] {
        let asks = devices.contains { $0.draws.contains { !$0.answers.isEmpty } }
        var lines = ["", words.mediator(isTree: !names.sets.isEmpty, asks: asks)]
        for (place, device) in devices.enumerated() {
            let payoffs = zip(names.players, device.payoffs).map {
                "\(names.text($0, in: words.language)) \(words.fraction($1))"
            }
            lines += [
                "",
                "\(place + 1). " + device.goals.map { goal($0, words) }.joined(separator: ", ")
                    + "; \(words(.payoffs)) \(payoffs.joined(separator: ", "))"
                    + "; \(words(.regret)) \(words.fraction(device.regret))",
            ]
            var answers: [Int] = []
            var table = TextTable()
            for draw in device.draws {
                if draw.answers != answers {
                    lines += table.lines() + ["  " + told(draw.answers, words)]
                    (answers, table) = (draw.answers, TextTable())
                }
                table.add([words.fraction(draw.probability)] + advice(draw.advice, words))
            }
            lines += table.lines()
            if device.isIndependent { lines.append("  \(words(.noMediator))") }
        }
        return lines
    }

    /// Who has answered what.
    private func told(_ answers: [Int], _ words: Words) -> String {
        answers.map { set in
            names.text(names.players[names.sets[set].player], in: words.language) + " "
                + names.text(names.sets[set].name, in: words.language)
        }.joined(separator: ", ") + ":"
    }

    private func goal(_ goal: Goal, _ words: Words) -> String {
        func name(_ player: Int) -> String { names.text(names.players[player], in: words.language) }
        return switch goal {
        case .greatestSum: words.pick("greatest sum", "größte Summe")
        case .greatest(let player): words.pick("most for \(name(player))", "am meisten für \(name(player))")
        case .least(let player): words.pick("least for \(name(player))", "am wenigsten für \(name(player))")
        }
    }

    /// What each player is told, one text per player who is told anything.
    private func advice(_ advice: Advice, _ words: Words) -> [String] {
        names.players.enumerated().compactMap { player, name in
            let player = (number: player, text: names.text(name, in: words.language))
            switch advice {
            case .strategies(let strategies):
                let strategy = names.strategies[player.number][strategies[player.number]]
                return "\(player.text) \(names.text(strategy, in: words.language))"
            case .plans(let plans):
                let told = plans.enumerated().compactMap { set, action -> String? in
                    guard let action, names.sets[set].player == player.number else { return nil }
                    return names.text(names.sets[set].name, in: words.language) + " "
                        + names.text(names.sets[set].actions[action], in: words.language)
                }
                return told.isEmpty ? nil : "\(player.text): " + told.joined(separator: ", ")
            }
        }
    }

    func json(_ device: Device) -> JSON {
        .object([
            .init("goals", .array(device.goals.map(json))),
            .init("payoffs", .array(device.payoffs.map { .exact($0) })),
            .init(
                "draws",
                .array(
                    device.draws.map {
                        .object(
                            answers($0)
                                + [
                                    .init("probability", .exact($0.probability)),
                                    .init("advice", json($0.advice)),
                                ])
                    })),
            .init("regret", .exact(device.regret)), .init("independent", .bool(device.isIndependent)),
        ])
    }

    /// What everybody has answered, if somebody was asked.
    private func answers(_ draw: Draw) -> [JSON.Member] {
        guard !draw.answers.isEmpty else { return [] }
        let members = draw.answers.map { set in
            JSON.Member(names.players[names.sets[set].player], .string(names.sets[set].name))
        }
        return [.init("answers", .object(members))]
    }

    private func json(_ goal: Goal) -> JSON {
        let (kind, player): (String, Int?) =
            switch goal {
            case .greatestSum: ("greatestSum", nil)
            case .greatest(let player): ("greatest", player)
            case .least(let player): ("least", player)
            }
        return .object([
            .init("kind", .string(kind)),
            .init("player", player.map { .string(names.players[$0]) } ?? .null),
        ])
    }

    private func json(_ advice: Advice) -> JSON {
        .object(
            names.players.enumerated().map { player, name in
                switch advice {
                case .strategies(let strategies):
                    return .init(name, .string(names.strategies[player][strategies[player]]))
                case .plans(let plans):
                    return .init(name, json(plan: plans, of: player))
                }
            })
    }
}
