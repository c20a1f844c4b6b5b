extension Case {
    /// Everything that should rest on something, with where it stands: the items of a coverage.
    ///
    /// A term without a citation of its own rests on its point's, so it is counted where it stands.
    public var items: [Item] {
        var list = actors.filter { $0.basis.kind != .uncited || $0.aims.isEmpty }
            .map { Item(.actor, $0.id, $0.basis, $0.place, .text($0.name)) }
        list += actors.flatMap { actor in
            actor.aims.map { Item(.aim, "\(actor.id).\($0.id)", $0.basis, $0.place, .text($0.text)) }
        }
        list += actors.flatMap(\.numbers)
        list += issues.map { Item(.issue, $0.id, $0.basis, $0.place, .text($0.name)) }
        list += (infeasible + (stability?.infeasible ?? [])).map { Item(.rule, $0.id, $0.basis, $0.place) }
        list += statements.map { Item(.statement, $0.id, $0.basis, $0.place, .statement($0)) }
        list += proposals.flatMap(\.items)
        list += events.flatMap { event in
            event.told.map { Item(.telling, "\(event.id).\($0.by)", $0.basis, $0.place, .text($0.text)) }
        }
        list += linkages.map { Item(.linkage, $0.id, $0.basis, $0.place, .text($0.name)) }
        list += clauses.map { Item(.clause, $0.id, $0.basis, $0.place, .text($0.name)) }
        list += guarantees.map { Item(.guarantee, $0.id, $0.basis, $0.place) }
        list += ratification.bodies.map { Item(.body, $0.id, $0.basis, $0.place, .text($0.name)) }
        list += ratification.rules.map { Item(.rule, $0.id, $0.basis, $0.place) }
        list += steps.map { Item(.step, $0.id, $0.basis, $0.place, .text($0.name)) }
        list += money.map { Item(.money, $0.id, $0.basis, $0.place, .text($0.name)) }
        list += papers.stances.map { Item(.stance, "\($0.paper).\($0.theme)", $0.basis, $0.place) }
        list += questions.map { Item(.question, $0.id, $0.basis, $0.place, .text($0.text)) }
        list += norms.map { Item(.norm, $0.id, $0.basis, $0.place, .text($0.name)) }
        list += options.map { Item(.option, $0.id, $0.basis, $0.place, .text($0.name)) }
        list += indicators.flatMap { one in
            one.told.map { Item(.indicator, "\(one.id).\($0.by)", $0.basis, $0.place) }
        }
        list += guarantees.compactMap { one in
            one.tested.map { Item(.guarantee, "\(one.id).tested", $0.basis, one.place) }
        }
        list += predictions.compactMap { one in
            one.probability.map { Item(.number, "\(one.id).probability", $0.basis, $0.place) }
        }
        list += predictions.compactMap { one in
            one.resolved.map { Item(.prediction, "\(one.id).resolved", $0.basis, one.place) }
        }
        list += predictions.map { Item(.prediction, $0.id, $0.basis, $0.place, .text($0.text)) }
        list += perspectives.flatMap(\.items)
        return list + modelItems
    }

    /// The entries that cite each passage.
    public var itemsByCitation: [Citation: [Item]] {
        var cited: [Citation: [Item]] = [:]
        for item in items {
            for citation in Set(item.basis.citations) { cited[citation, default: []].append(item) }
        }
        return cited
    }

    private var modelItems: [Item] {
        var list = stability?.options.map { Item(.option, $0.id, $0.basis, $0.place) } ?? []
        list +=
            stability?.decisionMakers.flatMap { maker in
                maker.preferences.sorted { $0.key < $1.key }
                    .map { Item(.preference, "\(maker.id).\($0.key)", $0.value.basis, $0.value.place) }
            } ?? []
        list += stability?.preconditions.map { Item(.rule, $0.option, $0.basis, $0.place) } ?? []
        list +=
            packages?.parties.flatMap { party in
                party.weights.sorted { $0.key < $1.key }
                    .map { Item(.number, "\(party.id).\($0.key)", $0.value.basis, $0.value.place) }
            } ?? []
        let parameters =
            games.flatMap(\.parameters) + (packages?.parameters ?? []) + (forecast?.parameters ?? [])
        list += parameters.map { Item(.number, $0.name, $0.held.basis, $0.held.place) }
        // A game rests on its numbers; what it says besides, of who moves when, has a basis only where one is given.
        list += games.filter { $0.basis.kind != .uncited }.map { Item(.game, $0.id, $0.basis, $0.place) }
        list += games.flatMap { game in
            game.payoffBases.map { Item(.number, "\(game.id).payoff", $0, game.place) }
        }
        list += games.flatMap { game in
            game.pulls.map { Item(.number, "\(game.id).\($0.lever)", $0.basis, $0.place) }
        }
        list += games.flatMap { game in
            (game.signals?.events ?? []).map { Item(.number, "\(game.id).\($0.event)", $0.basis, $0.place) }
        }
        list +=
            forecast?.actors.flatMap { entry in
                Setting.Forecast.allCases.compactMap { field in
                    entry[field].map { Item(.number, "\(entry.actor).\(field.rawValue)", $0.basis, $0.place) }
                }
            } ?? []
        return list
    }
}

/// One thing that should rest on something.
public struct Item: Hashable, Sendable {
    public let kind: Kind
    public let id: String
    public let basis: Basis
    public let place: Place
    public let content: Content

    init(_ kind: Kind, _ id: String, _ basis: Basis, _ place: Place, _ content: Content = .nothing) {
        (self.kind, self.id, self.basis, self.place) = (kind, id, basis, place)
        self.content = content
    }

    /// What the entry says, where it can be said in a line.
    public enum Content: Hashable, Sendable {
        case statement(Statement)
        case term(Term)
        case text(Label)
        case nothing
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case actor, aim, number, issue, rule, statement, term, point, draft, telling, linkage, clause,
            guarantee, body
        case step, money, stance, question, norm, option, indicator, prediction, premise, assumption,
            inference
        case conclusion, preference, game
    }
}

extension Actor {
    fileprivate var numbers: [Item] {
        let capability = capability.map { [Item(.number, "\(id).capability", $0.basis, $0.place)] } ?? []
        return capability
            + salience.sorted { $0.key < $1.key }
            .map { Item(.number, "\(id).salience.\($0.key)", $0.value.basis, $0.value.place) }
    }
}

extension Proposal {
    fileprivate var items: [Item] {
        [Item(.draft, id, basis, place, .text(name))]
            + points.flatMap { point in
                point.terms.isEmpty
                    ? [Item(.point, "\(id).\(point.id)", point.basis, point.place)]
                    : point.terms.map {
                        Item(.term, "\(id).\(point.id).\($0.issue)", $0.basis, $0.place, .term($0))
                    }
            }
    }
}

extension Perspective {
    fileprivate var items: [Item] {
        premises.map { Item(.premise, "\(id).\($0.id)", $0.basis, $0.place, .text($0.text)) }
            + assumptions.map { Item(.assumption, "\(id).\($0.id)", $0.basis, $0.place) }
            + inferences.map { one in
                let basis = one.isMade || one.basis.kind != .uncited ? one.basis : Basis(isOwn: true)
                return Item(.inference, "\(id).\(one.id)", basis, one.place)
            }
            + conclusions.map { Item(.conclusion, "\(id).\($0.id)", $0.basis, $0.place, .text($0.text)) }
    }
}
