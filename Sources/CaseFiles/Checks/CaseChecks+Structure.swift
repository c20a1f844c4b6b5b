import CaseModel

extension CaseChecks {
    /// Nothing goes back to itself: lineages of drafts and points, orders of steps, parts of money, parents.
    func checkCycles() {
        check("the draft", theCase.proposals.map { ($0.id, $0.place, $0.parents + $0.possibleParents) })
        let points = theCase.proposals.flatMap { proposal in
            proposal.points.map { ("\(proposal.id).\($0.id)", $0.place, $0.from) }
        }
        check("the point", points)
        check("the step", theCase.steps.map { ($0.id, $0.place, $0.after) })
        check("the sum", theCase.money.map { ($0.id, $0.place, $0.from.map { [$0] } ?? []) })
        check("the actor", theCase.actors.map { ($0.id, $0.place, $0.partOf.map { [$0] } ?? []) })
        check("the perspective", theCase.perspectives.map { ($0.id, $0.place, $0.parent.map { [$0] } ?? []) })
    }

    /// No draft goes back to one that is certainly later.
    func checkLineageInTime() {
        let dates = Dictionary(theCase.proposals.map { ($0.id, $0.date) }) { first, _ in first }
        for draft in theCase.proposals {
            for parent in draft.parents + draft.possibleParents {
                guard let own = draft.date, let other = dates[parent] ?? nil, own.isBefore(other) else {
                    continue
                }
                fail(
                    draft.place,
                    "'\(draft.id)' (\(own.text)) goes back to '\(parent)', which is later (\(other.text))",
                    "correct a date, or turn 'from' round")
            }
        }
    }

    /// Reports each circle once, at its first member in reading order.
    private func check(_ what: String, _ nodes: [(id: String, place: Place, parents: [String])]) {
        let parents = Dictionary(nodes.map { ($0.id, $0.parents) }) { first, _ in first }
        var finished: Set<String> = []
        var reported: Set<String> = []
        for node in nodes where !finished.contains(node.id) {
            guard let circle = firstCircle(from: node.id, parents, &finished),
                reported.isDisjoint(with: circle), let first = nodes.first(where: { circle.contains($0.id) })
            else { continue }
            reported.formUnion(circle)
            fail(
                first.place, "\(what) '\(first.id)' goes back to itself: \(circle.joined(separator: " → "))",
                "break the circle at one of these places")
        }
    }

    /// Depth-first search with a stack of its own; long lineages must not exhaust the machine's.
    private func firstCircle(
        from start: String, _ parents: [String: [String]], _ finished: inout Set<String>
    ) -> [String]? {
        var path: [String] = [start]
        var open: Set<String> = [start]
        var pending: [[String]] = [parents[start] ?? []]
        var found: [String]?
        while let top = pending.indices.last {
            guard let next = pending[top].popLast() else {
                pending.removeLast()
                let done = path.removeLast()
                open.remove(done)
                finished.insert(done)
                continue
            }
            if open.contains(next), let begin = path.firstIndex(of: next) {
                found = found ?? Array(path[begin...]) + [next]
            } else if !finished.contains(next), parents[next] != nil {
                path.append(next)
                open.insert(next)
                pending.append(parents[next] ?? [])
            }
        }
        return found
    }

    /// Premises that exclude each other, and claims that only one voice bears, told by several.
    func checkArguments() {
        for perspective in theCase.perspectives {
            let premises = theCase.premises(of: perspective.id).map(\.premise)
            let about = Dictionary(grouping: premises.filter { $0.about != nil }) { $0.about ?? "" }
            for pair in theCase.contraries {
                guard let first = about[pair.first]?.first, let second = about[pair.second]?.first else {
                    continue
                }
                warn(
                    second.place,
                    "the premises '\(first.id)' and '\(second.id)' are about claims that exclude each other",
                    "the perspective is inconsistent unless one of them is struck")
            }
        }
        let reportsOf = Dictionary(
            theCase.sources.compactMap { source in source.reports.map { (source.id, $0) } }
        ) { first, _ in first }
        for claim in theCase.claims {
            let cited = Set(claim.basis.citations.map(\.source))
            let independent = cited.filter { !(reportsOf[$0].map(cited.contains) ?? false) }
            if cited.count > 1, independent.count == 1, let one = independent.first {
                warn(
                    claim.place, "the sources of the claim '\(claim.id)' report one another",
                    "count them as one voice, that of '\(one)'")
            }
        }
    }

    /// What is not a bit of the model cannot be in a state or in a preference.
    func checkModelled() {
        guard let model = theCase.stability else { return }
        let outside = Set(model.options.filter { !$0.isModelled }.map(\.id))
        for option in model.statusQuo where outside.contains(option) {
            fail(
                model.place, "the status quo names '\(option)', which is not modelled",
                "take it out, or drop 'modelled: false'")
        }
        let formulas =
            model.decisionMakers.flatMap { $0.preferences.values.map { ($0.value.statement, $0.place) } }
            + model.infeasible.map { ($0.when, $0.place) } + model.preconditions.map { ($0.when, $0.place) }
        for (formula, place) in formulas {
            for case .option(let id) in formula.atoms where outside.contains(id) {
                fail(
                    place, "the option '\(id)' is not modelled",
                    "an expression speaks of options that are bits of the model")
            }
        }
    }

    /// Every perspective and every scenario must lie on the base.
    func checkOverlays() {
        for perspective in theCase.perspectives {
            report(theCase.seen(from: Viewpoint(perspective: perspective.id)), perspective.id)
        }
        for scenario in theCase.scenarios {
            report(theCase.seen(from: Viewpoint(scenario: scenario.id)), scenario.id)
        }
    }

    private func report(_ seen: Seen, _ id: String) {
        for problem in seen.problems {
            switch problem {
            case .collision(let target, let first, let second):
                warn(
                    second, "two settings of '\(id)' collide at the \(target): \(first)",
                    "strike one of the two; until then questions are refused for '\(id)'")
            case .unknownTarget(let target, let place):
                fail(
                    place, "the case has no \(target)",
                    "a setting can only set what the base has: \(options(for: target))")
            case .unknownPerspective, .unknownScenario, .unknownPremise, .circularParents:
                break  // found as dangling names and as circles
            }
        }
    }

    private func options(for target: Setting.Target) -> String {
        switch target {
        case .parameter: known(theCase.parameterNames)
        case .preference: known(theCase.stability?.decisionMakers.map(\.id) ?? [])
        case .weight, .value, .reservation: known(theCase.packages?.parties.map(\.id) ?? [])
        case .forecast: known(theCase.forecast?.actors.map(\.actor) ?? [])
        case .circumstance: known(theCase.issues.filter { !$0.isNegotiable }.map(\.id))
        case .feasibility:
            known(theCase.infeasible.map(\.id) + (theCase.stability?.infeasible.map(\.id) ?? []))
        case .direction, .statusQuo: known(theCase.stability?.options.filter(\.isModelled).map(\.id) ?? [])
        case .linkage: known(theCase.linkages.map(\.id))
        case .rule: known(theCase.ratification.rules.map(\.id))
        case .step: known(theCase.steps.map(\.id))
        }
    }

    private func known(_ names: [String]) -> String {
        names.isEmpty ? "it has none" : names.joined(separator: ", ")
    }
}
