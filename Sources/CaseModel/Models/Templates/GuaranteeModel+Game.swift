import Numbers

extension GuaranteeModel {
    /// The players, in the order of the payoffs.
    public func players(_ counts: [String: Int]) -> [String] {
        switch self {
        case .extendedDeterrence, .clauses: ["challenger", "guarantor"]
        case .audienceCosts, .sunkCosts: ["guarantor", "challenger"]
        case .ratification: ["proposer", "legislature"]
        case .shiftingPower: ["declining", "rising"]
        case .inspection, .inspections: ["inspector", "inspectee"]
        case .screening: ["aggressor", "protege"]
        case .salami: ["taker", "defender"]
        case .crisis: ["a", "b"]
        case .reputation: (1...(counts["n"] ?? 1)).map { "challenger-\($0)" } + ["guarantor"]
        }
    }

    /// The game with its parameters as names.
    ///
    /// - Parameter counts: The values of those parameters that count something.
    /// - Returns: A tree or a table.
    public func body(_ counts: [String: Int]) -> GameModel.Body {
        let (n, m, grid) = (counts["n"] ?? 1, counts["m"] ?? 1, counts["grid"] ?? 10)
        return switch self {
        case .extendedDeterrence: .tree(extendedDeterrence)
        case .audienceCosts: .tree(commitment(.audience))
        case .sunkCosts: .tree(commitment(.sunk))
        case .ratification: .tree(ratification(grid))
        case .shiftingPower: .tree(shiftingPower)
        case .inspection: inspection
        case .inspections: .tree(inspections(periods: n, left: m, past: ""))
        case .screening: .tree(screening)
        case .salami: .tree(salami(slices: n, taken: 0))
        case .clauses: .tree(clauses)
        case .crisis: .tree(crisis(grid))
        case .reputation: .tree(reputation(n))
        }
    }

    private typealias Sketch = GameSketch
    private typealias Node = GameModel.Node

    private func par(_ name: String) -> Arithmetic { .parameter(name) }

    /// G1: a challenger tests a promise of whose giver he does not know the resolve.
    private var extendedDeterrence: Node {
        func type(_ name: String, _ cost: String) -> Node {
            Sketch.move(
                "challenger", "test",
                [
                    (
                        "attack",
                        Sketch.move(
                            "guarantor", name,
                            [
                                ("honour", Sketch.end(["challenger": -par("c"), "guarantor": -par(cost)])),
                                ("abandon", Sketch.end(["challenger": par("g"), "guarantor": -par("l")])),
                            ])
                    ), ("refrain", Sketch.end(["challenger": 0, "guarantor": 0])),
                ])
        }
        return Sketch.chance(
            "resolve",
            [
                ("resolute", par("p"), type("resolute", "k-r")),
                ("irresolute", 1 - par("p"), type("irresolute", "k-i")),
            ])
    }

    private enum Commitment { case audience, sunk }

    /// G2 and G3: a guarantor of unknown resolve commits in public, or sinks costs, before a challenger decides.
    private func commitment(_ kind: Commitment) -> Node {
        let (act, rest) = kind == .audience ? ("commit", "silent") : ("deploy", "nothing")
        func type(_ name: String, prize: Arithmetic, war: Arithmetic) -> Node {
            func after(_ isCommitted: Bool) -> Node {
                let sunk: Arithmetic = isCommitted && kind == .sunk ? par("s") : 0
                let help: Arithmetic = isCommitted && kind == .sunk ? par("r") : 0
                let blame: Arithmetic = isCommitted ? par("a") : 0
                let word = isCommitted ? act : rest
                return Sketch.move(
                    "challenger", "after-\(word)",
                    [
                        (
                            "attack",
                            Sketch.move(
                                "guarantor", "\(name)-\(word)",
                                [
                                    (
                                        "fight",
                                        Sketch.end([
                                            "guarantor": war + help - sunk, "challenger": -par("c"),
                                        ])
                                    ),
                                    ("yield", Sketch.end(["guarantor": -(sunk + blame), "challenger": 1])),
                                ])
                        ), ("refrain", Sketch.end(["guarantor": prize - sunk, "challenger": 0])),
                    ])
            }
            return Sketch.move("guarantor", name, [(act, after(true)), (rest, after(false))])
        }
        let prizes: (Arithmetic, Arithmetic) = kind == .audience ? (1, 1) : (par("v-r"), par("v-i"))
        return Sketch.chance(
            "resolve",
            [
                ("resolute", par("p"), type("resolute", prize: prizes.0, war: par("w-r"))),
                ("irresolute", 1 - par("p"), type("irresolute", prize: prizes.1, war: par("w-i"))),
            ])
    }

    /// G9: a promise with clauses, tested by a challenger.
    ///
    /// That a resolute guarantor likes honouring better than not is all that his payoff of 1 says.
    private var clauses: Node {
        let unanswered = Sketch.end(["challenger": par("g"), "guarantor": 0])
        func type(_ name: String, _ war: Arithmetic) -> Node {
            Sketch.move(
                "guarantor", name,
                [
                    ("honour", Sketch.end(["challenger": -par("c"), "guarantor": war + par("r")])),
                    ("abandon", Sketch.end(["challenger": par("g"), "guarantor": -par("a")])),
                ])
        }
        let answered = Sketch.chance(
            "resolve",
            [
                ("resolute", par("p"), type("resolute", 1)),
                ("irresolute", 1 - par("p"), type("irresolute", par("w-i"))),
            ])
        let attributed = Sketch.chance(
            "consent", [("given", par("u"), answered), ("withheld", 1 - par("u"), unanswered)])
        let attacked = Sketch.chance(
            "attribution", [("clear", par("pi"), attributed), ("unclear", 1 - par("pi"), unanswered)])
        return Sketch.move(
            "challenger", "test",
            [("attack", attacked), ("refrain", Sketch.end(["challenger": 0, "guarantor": 0]))])
    }

    /// G7: who accepts a settlement under a guarantee of a given strength, and who then keeps it.
    private var screening: Node {
        func type(_ name: String, gain: Arithmetic) -> Node {
            let tested = Sketch.chance(
                "promise",
                [
                    ("holds", par("theta"), Sketch.end(["aggressor": par("s") - par("cost"), "protege": 0])),
                    ("fails", 1 - par("theta"), Sketch.end(["aggressor": par("s") + gain, "protege": -1])),
                ])
            let accepted = Sketch.move(
                "aggressor", "test-\(name)",
                [("break", tested), ("keep", Sketch.end(["aggressor": par("s"), "protege": 1]))])
            return Sketch.move(
                "aggressor", "consent-\(name)",
                [("accept", accepted), ("fight-on", Sketch.end(["aggressor": par("w"), "protege": 0]))])
        }
        return Sketch.chance(
            "type",
            [
                ("opportunist", par("q"), type("opportunist", gain: par("gain"))),
                ("security-seeker", 1 - par("q"), type("security-seeker", gain: 0)),
            ])
    }
}

// MARK: - Bargaining and watching

extension GuaranteeModel {
    private func share(_ place: Int, of grid: Int) -> Rational { Rational(place, over: grid) }

    /// G4: an offer to a state whose legislature may be hawkish.
    private func ratification(_ grid: Int) -> Node {
        func vote(_ name: String, _ needed: String, _ offer: Rational) -> Node {
            Sketch.move(
                "legislature", "\(name) \(offer)",
                [
                    (
                        "ratify",
                        Sketch.end([
                            "proposer": .number(1 - offer), "legislature": .number(offer) - par(needed),
                        ])
                    ), ("reject", Sketch.end(["proposer": 0, "legislature": 0])),
                ])
        }
        return Sketch.move(
            "proposer", "offer",
            (0...grid).map { place in
                let offer = share(place, of: grid)
                return (
                    "\(offer)",
                    Sketch.chance(
                        "legislature",
                        [
                            ("hawkish", par("h"), vote("hawkish", "r-h", offer)),
                            ("dovish", 1 - par("h"), vote("dovish", "r-l", offer)),
                        ])
                )
            })
    }

    /// G10: an offer to a state whose costs of war are its own knowledge.
    private func crisis(_ grid: Int) -> Node {
        func reply(_ name: String, _ cost: String, _ offer: Rational) -> Node {
            Sketch.move(
                "b", "\(name) \(offer)",
                [
                    ("accept", Sketch.end(["a": .number(1 - offer), "b": .number(offer)])),
                    ("war", Sketch.end(["a": 1 - par("p-b") - par("c-a"), "b": par("p-b") - par(cost)])),
                ])
        }
        return Sketch.move(
            "a", "offer",
            (0...grid).map { place in
                let offer = share(place, of: grid)
                return (
                    "\(offer)",
                    Sketch.chance(
                        "resolve",
                        [
                            ("tough", par("t"), reply("tough", "c-l", offer)),
                            ("soft", 1 - par("t"), reply("soft", "c-h", offer)),
                        ])
                )
            })
    }

    /// G5: two periods, between which power shifts; the rising side makes the offers.
    private var shiftingPower: Node {
        let hundredth = Arithmetic.number(Rational(1, over: 100))
        let later: [(String, Arithmetic)] = [
            ("1/10", .number(Rational(1, over: 10))), ("just enough", par("p-2") - par("c-d") + hundredth),
            ("9/10", .number(Rational(9, over: 10))),
        ]
        func second(_ first: Rational) -> Node {
            let kept = Arithmetic.number(first)
            return Sketch.move(
                "rising", "second offer after \(first)",
                later.map { name, offer in
                    (
                        name,
                        Sketch.move(
                            "declining", "second reply \(first), \(name)",
                            [
                                (
                                    "accept",
                                    Sketch.end([
                                        "declining": kept + par("delta") * offer,
                                        "rising": 1 - kept + par("delta") * (1 - offer),
                                    ])
                                ),
                                (
                                    "war",
                                    Sketch.end([
                                        "declining": kept + par("delta") * (par("p-2") - par("c-d")),
                                        "rising": 1 - kept + par("delta") * (1 - par("p-2") - par("c-d")),
                                    ])
                                ),
                            ])
                    )
                })
        }
        let war = Sketch.end([
            "declining": par("p-1") * (1 + par("delta")) - par("c-d"),
            "rising": (1 - par("p-1")) * (1 + par("delta")) - par("c-d"),
        ])
        return Sketch.move(
            "rising", "first offer",
            [Rational.zero, Rational(1, over: 2), .one].map { offer in
                (
                    "\(offer)",
                    Sketch.move(
                        "declining", "first reply \(offer)", [("accept", second(offer)), ("war", war)])
                )
            })
    }

    /// G6a: inspect or trust, comply or violate.
    private var inspection: GameModel.Body {
        let (pi, e) = (par("pi"), par("e"))
        return .table(
            strategies: [["inspect", "trust"], ["comply", "violate"]],
            payoffs: [
                [-e, 0],
                [-(e + pi * par("caught") + (1 - pi) * par("loss")), (1 - pi) * par("d") - pi * par("b")],
                [0, 0], [-par("loss"), par("d")],
            ])
    }

    /// G6b: so many periods, so many inspections left; who violates unseen has won.
    private func inspections(periods: Int, left: Int, past: String) -> Node {
        func result(_ value: Int) -> Node {
            Sketch.end(["inspector": .number(Rational(value)), "inspectee": .number(Rational(-value))])
        }
        guard periods > 0 else { return result(0) }
        func inspectee(isInspected: Bool) -> Node {
            let next = past + (isInspected ? "i" : "t")
            return Sketch.move(
                "inspectee", past.isEmpty ? "first period" : "after \(past)",
                [
                    ("violate", result(isInspected ? 1 : -1)),
                    (
                        "comply",
                        inspections(periods: periods - 1, left: isInspected ? left - 1 : left, past: next)
                    ),
                ])
        }
        // Without inspections left, or with one for every period, there is nothing to choose.
        if left == 0 { return inspectee(isInspected: false) }
        if left >= periods { return inspectee(isInspected: true) }
        return Sketch.move(
            "inspector", past.isEmpty ? "first period" : "after \(past)",
            [("inspect", inspectee(isInspected: true)), ("trust", inspectee(isInspected: false))])
    }

    /// G8: slice by slice; a war costs the taker half a unit.
    private func salami(slices: Int, taken: Int) -> Node {
        let lost = Arithmetic.number(Rational(taken)) * par("v")
        let stop = Sketch.end(["taker": lost, "defender": -lost])
        guard taken < slices else { return stop }
        let half = Arithmetic.number(Rational(1, over: 2))
        return Sketch.move(
            "taker", "take \(taken + 1)",
            [
                (
                    "take",
                    Sketch.move(
                        "defender", "resist \(taken + 1)",
                        [
                            ("fight", Sketch.end(["taker": lost - half, "defender": -(lost + par("k"))])),
                            ("concede", salami(slices: slices, taken: taken + 1)),
                        ])
                ), ("stop", stop),
            ])
    }

    /// G11: challenger after challenger tests a guarantor of unknown resolve; the resolute one always answers.
    ///
    /// Not being tested is worth 2 to him in each period, answering costs 1 (Kreps & Wilson 1982).
    private func reputation(_ tests: Int) -> Node {
        func period(_ place: Int, isResolute: Bool, past: String, _ sums: [String: Arithmetic]) -> Node {
            guard place <= tests else { return Sketch.end(sums) }
            let (challenger, history) = ("challenger-\(place)", past.isEmpty ? "first" : past)
            func after(_ word: String, _ mine: Arithmetic, _ guarantor: Arithmetic) -> Node {
                var next = sums
                next[challenger] = mine
                next["guarantor"] = sums["guarantor"]! + guarantor
                return period(
                    place + 1, isResolute: isResolute, past: past.isEmpty ? word : past + " " + word, next)
            }
            let answered = after("answered", -par("c"), isResolute ? 0 : -1)
            let tested =
                isResolute
                ? answered
                : Sketch.move(
                    "guarantor", "tested \(history)",
                    [("answer", answered), ("yield", after("yielded", par("g"), 0))])
            return Sketch.move(
                challenger, "test \(history)", [("attack", tested), ("refrain", after("quiet", 0, 2))])
        }
        let none = Dictionary(uniqueKeysWithValues: players(["n": tests]).map { ($0, Arithmetic.number(0)) })
        return Sketch.chance(
            "resolve",
            [
                ("resolute", par("p"), period(1, isResolute: true, past: "", none)),
                ("irresolute", 1 - par("p"), period(1, isResolute: false, past: "", none)),
            ])
    }
}
