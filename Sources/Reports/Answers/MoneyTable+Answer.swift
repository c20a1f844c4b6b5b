import CaseModel
public import Findings
import Numbers

extension MoneyTable: Answer {
    public func summary(_ words: Words) -> String {
        let claims = stocks.flatMap(\.divisions).flatMap(\.claims)
        let known = claims.count { if case .share = $0.size { true } else { false } }
        let stockCount = words.count(stocks.count, ("stock", "Bestand"), ("stocks", "Bestände"))
        let claimCount = words.count(claims.count, ("claim", "Anspruch"), ("claims", "Ansprüchen"))
        return words.pick(
            "\(stockCount) with \(claimCount), \(words.count(known)) of them in a known sum of the same unit; the rest is not converted.",
            "\(stockCount) mit \(claimCount), davon \(words.count(known)) mit bekannter Summe in gleicher Einheit; der Rest wird nicht umgerechnet."
        )
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        for stock in stocks {
            lines += ["", head(stock.money, words)]
            for division in stock.divisions {
                var table = TextTable()
                for claim in division.claims {
                    table.add(
                        words(claim.money.name), words.amount(of: claim.money), words.size(claim.size),
                        claim.money.holder.map { names.actor($0, words) } ?? "",
                        words.basis(claim.money.basis, passages))
                    for one in claim.within {
                        table.add(
                            "  ↳ \(words(one.name))", words.amount(of: one), "",
                            one.holder.map { names.actor($0, words) } ?? "", words.basis(one.basis, passages))
                    }
                }
                let title = division.draft.map { words($0.name) } ?? words(.outsideDrafts)
                lines += ["  \(title): \(words.rest(division))"] + table.lines(indent: 4)
            }
        }
        if !others.isEmpty {
            var table = TextTable()
            for one in others {
                table.add(
                    words(one.name), words.amount(of: one), one.holder.map { names.actor($0, words) } ?? "",
                    words.basis(one.basis, passages))
            }
            lines += ["", words(.otherSums)] + table.lines()
        }
        lines += footing(words)
        return lines.joined(separator: "\n") + "\n"
    }

    private func head(_ stock: Money, _ words: Words) -> String {
        "\(words(stock.name)): \(words.amount(of: stock))"
            + (stock.holder.map { " (\(words(.heldBy)) \(names.actor($0, words)))" } ?? "")
            + "  \(words.basis(stock.basis, passages))"
    }

    var names: NameBook { NameBook(actors: actors) }

    public func data() -> JSON {
        .object([
            .init(
                "stocks",
                .array(
                    stocks.map { stock in
                        .object([
                            .init("sum", stock.money.json(passages)),
                            .init("divisions", .array(stock.divisions.map { $0.json(passages) })),
                        ])
                    })), .init("others", .array(others.map { $0.json(passages) })),
        ])
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV(["stock", "draft", "claim", "low", "high", "unit", "shareLow", "shareHigh", "holder"])
        func line(_ stock: String, _ draft: String, _ one: Money, _ share: Interval?) {
            var range: Interval?
            if case .known(let amount) = one.amount { range = amount.range }
            csv.add(
                [.text(stock), .text(draft), .text(one.id)] + CSV.range(range) + [.text(one.unit ?? "")]
                    + CSV.range(share) + [.text(one.holder ?? "")])
        }
        for stock in stocks {
            line(stock.money.id, "", stock.money, nil)
            for division in stock.divisions {
                for claim in division.claims {
                    var share: Interval?
                    if case .share(let part) = claim.size { share = part }
                    line(stock.money.id, division.draft?.id ?? "", claim.money, share)
                    for one in claim.within { line(claim.money.id, division.draft?.id ?? "", one, nil) }
                }
            }
        }
        for one in others { line("", one.proposal ?? "", one, nil) }
        return csv.text
    }
}

extension Words {
    /// An amount with its unit, or that one of them is unknown.
    func amount(of money: Money) -> String {
        guard case .known = money.amount else { return self(.unknown) }
        let number = amount(money.amount, unit: money.unit)
        return money.unit == nil ? number + "\u{a0}(\(pick("unit unknown", "Einheit unbekannt")))" : number
    }

    func size(_ size: MoneyTable.Claim.Size) -> String {
        switch size {
        case .share(let share):
            pick(
                "\(numbers.text(100 * share, places: 0))\u{a0}% of the stock",
                "\(numbers.text(100 * share, places: 0))\u{a0}% des Bestands")
        case .unknown: pick("nobody says how much", "niemand sagt, wie viel")
        case .otherUnit: pick("not converted", "nicht umgerechnet")
        case .noShare: pick("no share: the stock may be nothing", "kein Anteil: der Bestand kann null sein")
        }
    }

    /// What is left of a stock after the claims of one draft.
    func rest(_ division: MoneyTable.Division) -> String {
        if division.asksTooMuch {
            return pick("the claims ask for more than there is", "die Ansprüche verlangen mehr, als da ist")
        }
        guard let rest = division.rest else {
            return pick("what is left is unknown", "was übrig bleibt, ist unbekannt")
        }
        return pick(
            "left: \(numbers.text(100 * rest, places: 0))\u{a0}%",
            "übrig: \(numbers.text(100 * rest, places: 0))\u{a0}%")
    }
}

extension Money {
    fileprivate func json(_ passages: PassageBook) -> JSON {
        let value: JSON = if case .known(let number) = amount { .range(number.range) } else { .null }
        return .object([
            .init("id", .string(id)), .init("name", name.json), .init("amount", value),
            .init("unit", unit.map { .string($0) } ?? .null),
            .init("holder", holder.map { .string($0) } ?? .null),
            .init("cite", .array(basis.citations.map { $0.json(passages) })),
            .init("own", .bool(basis.isOwn)), .init("from", from.map { .string($0) } ?? .null),
        ])
    }
}

extension MoneyTable.Division {
    fileprivate func json(_ passages: PassageBook) -> JSON {
        .object([
            .init("draft", draft.map { .string($0.id) } ?? .null),
            .init("claims", .array(claims.map { $0.json(passages) })),
            .init("rest", rest.map { .range($0) } ?? .null), .init("asksTooMuch", .bool(asksTooMuch)),
        ])
    }
}

extension MoneyTable.Claim {
    fileprivate func json(_ passages: PassageBook) -> JSON {
        let (state, share): (String, JSON) =
            switch size {
            case .share(let share): ("known", .range(share))
            case .unknown: ("unknown", .null)
            case .otherUnit: ("notConverted", .null)
            case .noShare: ("noShare", .null)
            }
        return .object([
            .init("sum", money.json(passages)), .init("state", .string(state)), .init("share", share),
            .init("within", .array(within.map { $0.json(passages) })),
        ])
    }
}
