import CaseModel
import Findings
import Numbers

/// A small game as a tree from left to right; thick is what is done at the points, dashed what is not settled.
struct TreePicture {
    let tree: GuaranteeFinding.DrawnTree
    let trial: GuaranteeFinding.Trial
    let verdict: GuaranteeFinding.Verdict
    let place: Int
    let view: PictureView
    private var words: Words { view.words }

    private let top = 40.0
    private let rowHeight = 44.0
    private let left = 70.0
    private let right = 120.0

    var figure: Figure {
        let ends = tree.nodes.count { if case .end = $0.kind { true } else { false } }
        let canvas = Canvas(
            name: "tree", suffix: "-\(place)", view: view, height: top + Double(ends) * rowHeight + 10)
        let alternative = words.alternative(verdict.given, trial.names)
        let title = "\(words(trial.title))" + (alternative.isEmpty ? "" : ": \(alternative)")
        let about = words.pick(
            "From left to right who chooses or what chance decides; at the right what everybody gets.",
            "Von links nach rechts, wer wählt oder was der Zufall entscheidet; rechts, was jeder erhält.")
        let places = places
        return Figure(
            title: title, finding: words.verdict(verdict) + ".",
            picture: canvas.svg(
                title, about: about,
                guides: sets(places, canvas) + tree.nodes.indices.map { edge($0, places, canvas) },
                data: tree.nodes.indices.map { node($0, places, canvas) }),
            method: words.pick(
                "Thick: what is done, also where it never comes to that; dashed: not settled; thin: not done. Numbers on branches of chance are probabilities; payoffs in the order of the players: \(words.list(trial.names.players.map { trial.names.text($0, in: .en) })). All numbers at their points. A dotted line joins places that a player cannot tell apart.",
                "Dick: was getan wird, auch wo es nie dazu kommt; gestrichelt: nicht festgelegt; dünn: nicht getan. Zahlen an Zweigen des Zufalls sind Wahrscheinlichkeiten; Auszahlungen in der Reihenfolge der Spieler: \(words.list(trial.names.players.map { trial.names.text($0, in: .de) })). Alle Zahlen bei ihren Punktwerten. Eine gepunktete Linie verbindet Orte, die ein Spieler nicht unterscheiden kann."
            ), header: [words(.what), words(.value)],
            rows: trial.parameters.map {
                [words.parameter($0), words.numbers.text($0.value)].map(Markup.text)
            })
    }

    /// Leaves one below the other, parents in the middle of their children.
    private var places: [(x: Double, y: Double)] {
        var depth = Array(repeating: 0, count: tree.nodes.count)
        var children = Array(repeating: [Int](), count: tree.nodes.count)
        for (node, information) in tree.nodes.enumerated() {
            guard let parent = information.parent else { continue }
            depth[node] = depth[parent] + 1
            children[parent].append(node)
        }
        let step = (1_000 - left - right) / Double(max(1, depth.max() ?? 1))
        var places = depth.map { (x: left + Double($0) * step, y: 0.0) }
        var row = 0.0
        for node in tree.nodes.indices where children[node].isEmpty {
            places[node].y = top + (row + 0.5) * rowHeight
            row += 1
        }
        for node in tree.nodes.indices.reversed() where !children[node].isEmpty {
            places[node].y = (places[children[node].first!].y + places[children[node].last!].y) / 2
        }
        return places
    }

    private func edge(_ node: Int, _ places: [(x: Double, y: Double)], _ canvas: Canvas) -> Markup {
        let information = tree.nodes[node]
        guard let parent = information.parent else { return .nothing }
        let (from, to) = (places[parent], places[node])
        var style = "leader"
        var label = trial.names.text(information.label, in: words.language)
        if case .chance = tree.nodes[parent].kind {
            style = "riser"
            label += information.share.map { " \(words.numbers.text($0.low))" } ?? ""
        } else if let share = information.share {
            style = share == Interval(1) ? "step" : share == Interval(0) ? "leader" : "shift dashed"
        } else {
            style = "shift dashed"
        }
        let (x, y) = (from.x + (to.x - from.x) * 0.56, from.y + (to.y - from.y) * 0.56)
        let room = (to.x - from.x) * 0.86
        return .all([
            canvas.line(from.x, from.y, to.x, to.y, style),
            canvas.fitted(
                label, x, y + (to.y < from.y ? -5 : 12), within: room, anchor: "middle", style: "tick",
                size: 9.5),
        ])
    }

    /// Places that a player cannot tell apart are joined by a dotted line.
    private func sets(_ places: [(x: Double, y: Double)], _ canvas: Canvas) -> [Markup] {
        trial.names.sets.indices.flatMap { set -> [Markup] in
            let members = tree.nodes.indices.filter { tree.nodes[$0].kind == .decision(set: set) }
            return zip(members, members.dropFirst()).map { one, next in
                canvas.line(places[one].x, places[one].y, places[next].x, places[next].y, "shift dotted")
            }
        }
    }

    private func node(_ node: Int, _ places: [(x: Double, y: Double)], _ canvas: Canvas) -> Markup {
        let (x, y) = places[node]
        switch tree.nodes[node].kind {
        case .end(let payoffs):
            let text = payoffs.map { words.numbers.text($0) }.joined(separator: "; ")
            return canvas.mark(text, [canvas.circle(x, y, 2.5, "seen"), canvas.text(text, x + 8, y + 4)])
        case .chance(let name):
            let label = name.map { trial.names.text($0, in: words.language) } ?? ""
            return canvas.mark(
                label,
                [
                    canvas.rect(x - 5, y - 5, 10, 10, "unseen"),
                    canvas.fitted(
                        label, node == 0 ? x : x - 4, y + 20, within: 130,
                        anchor: node == 0 ? "middle" : "end",
                        style: "tick", size: 9.5),
                ])
        case .decision(let set):
            let information = trial.names.sets[set]
            let player = trial.names.text(trial.names.players[information.player], in: words.language)
            return canvas.mark(
                words.set(set, trial.names),
                [
                    canvas.circle(x, y, 6, "seen"),
                    canvas.text(player, x, y - 11, anchor: "middle", style: "head"),
                ])
        }
    }
}

extension Words {
    /// What a number of a game stands for.
    func parameter(_ parameter: SolveFinding.ParameterValue) -> String {
        parameter.label.map { self($0) } ?? parameter.name
    }
}
