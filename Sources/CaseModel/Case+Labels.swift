extension Case {
    /// Every text of the case that a reader may see, with what it belongs to.
    public var labels: [(what: String, label: Label, place: Place)] {
        var list: [(String, Label, Place)] = []
        func add(_ what: String, _ label: Label?, _ place: Place) {
            if let label { list.append((what, label, place)) }
        }
        add("case", frame.title, Place(file: "case.yaml", line: 1, column: 1))
        for one in sources {
            add("source \(one.id)", one.title, one.place)
            if one.standpoint != Label() { add("source \(one.id)", one.standpoint, one.place) }
            for voice in one.missingVoices + one.documents { add("source \(one.id)", voice, one.place) }
        }
        for one in actors {
            add("actor \(one.id)", one.name, one.place)
            for aim in one.aims { add("aim \(one.id).\(aim.id)", aim.text, aim.place) }
        }
        for one in issues {
            add("issue \(one.id)", one.name, one.place)
            for way in one.alternatives { add("alternative \(one.id).\(way.id)", way.name, way.place) }
        }
        for one in proposals { add("draft \(one.id)", one.name, one.place) }
        for one in events {
            if one.name != Label() { add("event \(one.id)", one.name, one.place) }
            for telling in one.told { add("event \(one.id) by \(telling.by)", telling.text, telling.place) }
        }
        for one in linkages { add("linkage \(one.id)", one.name, one.place) }
        for one in clauses { add("clause \(one.id)", one.name, one.place) }
        for one in guarantees where one.name != Label() { add("guarantee \(one.id)", one.name, one.place) }
        for one in ratification.bodies { add("body \(one.id)", one.name, one.place) }
        for one in ratification.rules where one.name != Label() { add("rule \(one.id)", one.name, one.place) }
        for one in steps { add("step \(one.id)", one.name, one.place) }
        for one in money { add("money \(one.id)", one.name, one.place) }
        for one in papers.papers { add("paper \(one.id)", one.name, one.place) }
        for one in papers.themes { add("theme \(one.id)", one.text, one.place) }
        for one in questions { add("question \(one.id)", one.text, one.place) }
        for one in norms { add("norm \(one.id)", one.name, one.place) }
        for one in options { add("option \(one.id)", one.name, one.place) }
        for one in stability?.options ?? [] { add("option \(one.id)", one.name, one.place) }
        for one in indicators { add("indicator \(one.id)", one.name, one.place) }
        for one in claims { add("claim \(one.id)", one.text, one.place) }
        for one in predictions { add("prediction \(one.id)", one.text, one.place) }
        for one in perspectives {
            add("perspective \(one.id)", one.name, one.place)
            for premise in one.premises {
                add("premise \(one.id).\(premise.id)", premise.text, premise.place)
            }
            for conclusion in one.conclusions {
                add("conclusion \(one.id).\(conclusion.id)", conclusion.text, conclusion.place)
            }
        }
        for one in scenarios { add("scenario \(one.id)", one.name, one.place) }
        for rule in infeasible + (stability?.infeasible ?? []) {
            add("rule \(rule.id)", rule.because, rule.place)
        }
        return list
    }
}
