import Numbers

extension StepRanges {
    /// Values of a party's ranged numbers that meet all its conditions; `nil` if there are none.
    func values(
        of party: Int, for order: [Int], over stretch: OrderStretch
    ) -> [(StepNumber, Rational)]? {
        let factors = factorRange(party)
        if factors.isPoint { return values(of: party, for: order, stretch, factor: factors.low, nil) }
        return values(of: party, for: order, stretch, factor: factors.high, .atLeast)
            ?? values(of: party, for: order, stretch, factor: factors.low, .atMost)
    }

    private func values(
        of party: Int, for order: [Int], _ stretch: OrderStretch, factor: Rational,
        _ completion: LinearProgram.Relation?
    ) -> [(StepNumber, Rational)]? {
        let numbers = plan.ranged(ranges, of: party)
        let unknown = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
        let lows = numbers.map { ranges[$0]?.low ?? 0 }
        // Each number is the lower end of its range and an unknown.
        var program = LinearProgram(variables: numbers.count)
        for (variable, number) in numbers.enumerated() {
            program.require([.init(1, variable)], .atMost, ranges[number]?.width ?? 0)
        }
        func require(_ form: Form, _ relation: LinearProgram.Relation) {
            var constant = form.constant
            let terms = form.ranged.compactMap { term -> LinearProgram.Term? in
                guard let variable = unknown[term.number] else { return nil }
                constant += term.slope * lows[variable]
                return .init(term.slope, variable)
            }
            program.require(terms, relation, -constant)
        }
        for place in order.indices.dropFirst(stretch.first) {
            let (done, next) = (Set(order[..<place]), order[place])
            for condition in plan.conditions(after: done, next: next, under: guarantee)
            where condition.party == party {
                require(form(condition, done, next, factor: factor), .atMost)
            }
        }
        if let completion { require(completed(party), completion) }
        guard case .optimal(let point, _) = program.solved() else { return nil }
        let values = zip(numbers, zip(lows, point)).map { ($0, $1.0 + $1.1) }
        return values + (ranges[.discount(party: party)] == nil ? [] : [(.discount(party: party), factor)])
    }

    /// What a party has in the end, as a form.
    private func completed(_ party: Int) -> Form {
        var form = Form(constant: plan.holding(of: party, after: Set(plan.steps.indices)), ranged: [])
        for number in plan.ranged(ranges, of: party) {
            guard let range = ranges[number], let value = plan[number] else { continue }
            switch number {
            case .cost: form.add(number, -1, range, value)
            case .temptation, .discount: continue
            case .start, .give, .bonus: form.add(number, 1, range, value)
            }
        }
        return form
    }
}
