extension Case {
    /// The case as somebody sees it from a viewpoint.
    ///
    /// Layers, each able to replace what the one before set: the perspective's parents, eldest first; the
    /// perspective with its assumptions and the premises put in; the scenario. Inside one layer two different
    /// contents for one target collide, the first stays, and both places are reported. Struck premises are simply
    /// left out, so the base shows through.
    ///
    /// - Complexity: Linear in the size of the case, which is copied once per list that changes.
    public func seen(from viewpoint: Viewpoint) -> Seen {
        var seen = Seen(case: self)
        var layers: [Layer] = []
        if let id = viewpoint.perspective { layers += perspectiveLayers(id, viewpoint, &seen.problems) }
        if viewpoint.perspective == nil, !viewpoint.added.isEmpty {
            layers.append(Layer(addedPremises(viewpoint, &seen.problems)))
        }
        checkStruck(viewpoint, &seen.problems)
        if let id = viewpoint.scenario {
            if let scenario = scenario(id) {
                layers.append(Layer(origin: id, sets: scenario.sets, basis: scenario.basis))
            } else {
                seen.problems.append(
                    .unknownScenario(id, nearest: nearestName(to: id, among: scenarios.map(\.id))))
            }
        }
        seen.lay(layers, over: self)
        seen.case.keep(perspectiveFilters(viewpoint.perspective))
        return seen
    }

    /// The premises of a perspective with those of its parents, eldest first, as `s003.p7`.
    public func premises(of perspective: String) -> [(origin: String, premise: Premise)] {
        ancestry(of: perspective).flatMap { one in
            (one.assumptions + one.premises).map { ("\(one.id).\($0.id)", $0) }
        }
    }

    /// The perspective and its parents, eldest first; stops where the line closes on itself.
    func ancestry(of id: String) -> [Perspective] {
        var line: [Perspective] = []
        var next: String? = id
        while let current = next, let one = perspective(current), !line.contains(where: { $0.id == current })
        {
            line.insert(one, at: 0)
            next = one.parent
        }
        return line
    }

    private func perspectiveLayers(
        _ id: String, _ viewpoint: Viewpoint, _ problems: inout [OverlayProblem]
    ) -> [Layer] {
        let line = ancestry(of: id)
        guard let own = line.last else {
            problems.append(
                .unknownPerspective(id, nearest: nearestName(to: id, among: perspectives.map(\.id))))
            return []
        }
        if let eldest = line.first, let parent = eldest.parent, line.contains(where: { $0.id == parent }) {
            problems.append(.circularParents(own.id))
        }
        return line.map { one in
            var premises = (one.assumptions + one.premises).map { ("\(one.id).\($0.id)", $0) }
                .filter { !viewpoint.struck.contains($0.0) }
            if one.id == own.id { premises += addedPremises(viewpoint, &problems) }
            return Layer(premises)
        }
    }

    private func addedPremises(
        _ viewpoint: Viewpoint, _ problems: inout [OverlayProblem]
    ) -> [(String, Premise)] {
        let known = perspectives.flatMap { one in
            (one.assumptions + one.premises).map { ("\(one.id).\($0.id)", $0) }
        }
        return viewpoint.added.compactMap { id in
            if let found = known.first(where: { $0.0 == id }) { return found }
            problems.append(.unknownPremise(id, nearest: nearestName(to: id, among: known.map(\.0))))
            return nil
        }
    }

    private func checkStruck(_ viewpoint: Viewpoint, _ problems: inout [OverlayProblem]) {
        let known = viewpoint.perspective.map { premises(of: $0).map(\.origin) } ?? []
        for id in viewpoint.struck.sorted() where !known.contains(id) {
            problems.append(.unknownPremise(id, nearest: nearestName(to: id, among: known)))
        }
    }

    private func perspectiveFilters(_ id: String?) -> [Perspective] { id.map { ancestry(of: $0) } ?? [] }
}

/// Settings that were made by one hand.
private struct Layer {
    var entries: [(origin: String, basis: Basis, setting: Setting)]

    init(_ premises: [(String, Premise)]) {
        entries = premises.flatMap { origin, premise in
            let basis = Basis(
                citations: premise.basis.citations, isOwn: premise.basis.isOwn, premise: origin)
            return premise.sets.map { (origin, basis, $0) }
        }
    }

    init(origin: String, sets: [Setting], basis: Basis) {
        let held = Basis(citations: basis.citations, isOwn: basis.isOwn, premise: origin)
        entries = sets.map { (origin, held, $0) }
    }
}

extension Seen {
    fileprivate mutating func lay(_ layers: [Layer], over base: Case) {
        var active: [Setting.Target: Applied] = [:]
        var order: [Setting.Target] = []
        for layer in layers {
            var inLayer: [Setting.Target: Setting] = [:]
            for (origin, basis, setting) in layer.entries {
                let target = setting.target
                if let earlier = inLayer[target] {
                    if earlier.content != setting.content {
                        problems.append(.collision(target, first: earlier.place, second: setting.place))
                    }
                    continue
                }
                inLayer[target] = setting
                guard self.case.apply(setting, basis: basis) else {
                    problems.append(.unknownTarget(target, setting.place))
                    continue
                }
                let applied = Applied(setting: setting, origin: origin, before: base.content(at: target))
                if let earlier = active.updateValue(applied, forKey: target) {
                    overridden.append(
                        Override(target: target, first: earlier.setting.place, second: setting.place))
                } else {
                    order.append(target)
                }
            }
        }
        applied = order.compactMap { active[$0] }
    }
}
