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
            var layer = Layer()
            layer.add(addedPremises(viewpoint, &seen.problems))
            layers.append(layer)
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
        seen.lay(layers)
        let line = viewpoint.perspective.map { ancestry(of: $0) } ?? []
        seen.take = Perspective.Filter(line.map(\.take))
        seen.case.keep(line)
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
            var layer = Layer()
            layer.add(one.assumptions, of: one.id, except: viewpoint.struck)
            layer.add(one.premises, of: one.id, except: viewpoint.struck)
            if one.id == own.id { layer.add(addedPremises(viewpoint, &problems)) }
            return layer
        }
    }

    private func addedPremises(
        _ viewpoint: Viewpoint, _ problems: inout [OverlayProblem]
    ) -> [(origin: String, premise: Premise)] {
        guard !viewpoint.added.isEmpty else { return [] }
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
        guard !viewpoint.struck.isEmpty else { return }
        let known = viewpoint.perspective.map { premises(of: $0).map(\.origin) } ?? []
        for id in viewpoint.struck.sorted() where !known.contains(id) {
            problems.append(.unknownPremise(id, nearest: nearestName(to: id, among: known)))
        }
    }
}

/// Settings that were made by one hand.
private struct Layer {
    private(set) var entries: [(origin: String, basis: Basis, setting: Setting)] = []

    init() {}

    init(origin: String, sets: [Setting], basis: Basis) { add(sets, origin, basis) }

    /// Premises that set nothing are passed over before anything is built: most do, and this is the hot path.
    mutating func add(_ premises: [Premise], of perspective: String, except struck: Set<String>) {
        for premise in premises where !premise.sets.isEmpty {
            let origin = "\(perspective).\(premise.id)"
            if struck.isEmpty || !struck.contains(origin) { add(premise.sets, origin, premise.basis) }
        }
    }

    mutating func add(_ premises: [(origin: String, premise: Premise)]) {
        for (origin, premise) in premises { add(premise.sets, origin, premise.basis) }
    }

    private mutating func add(_ sets: [Setting], _ origin: String, _ basis: Basis) {
        var held = basis
        held.premise = origin
        for setting in sets { entries.append((origin, held, setting)) }
    }
}

extension Seen {
    fileprivate mutating func lay(_ layers: [Layer]) {
        // Where each target stands among the applied settings, and in which layer it was set.
        var known: [Setting.Target: (index: Int, layer: Int)] = [:]
        for (number, layer) in layers.enumerated() {
            for (origin, basis, setting) in layer.entries {
                let target = self.case.canonical(setting.target)
                let earlier = known[target]
                if let earlier, earlier.layer == number {
                    let first = applied[earlier.index].setting
                    if first.content != setting.content {
                        problems.append(.collision(target, first: first.place, second: setting.place))
                    }
                    continue
                }
                guard self.case.apply(setting, basis: basis) else {
                    problems.append(.unknownTarget(setting.target, setting.place))
                    continue
                }
                let entry = Applied(setting: setting, origin: origin)
                if let earlier {
                    let first = applied[earlier.index].setting.place
                    overridden.append(Override(target: target, first: first, second: setting.place))
                    applied[earlier.index] = entry
                    known[target]?.layer = number
                } else {
                    known[target] = (applied.count, number)
                    applied.append(entry)
                }
            }
        }
    }
}
