import CaseModel
import Findings
import Numbers

extension Words {
    func name(_ outcome: RatifyFinding.Outcome) -> String {
        switch outcome {
        case .notAddressed: pick("nothing known to be addressed", "dazu ist nichts bekannt")
        case .needsNobody: pick("needs nobody", "braucht niemanden")
        case .canPass: pick("can pass", "kann bestehen")
        case .blockedNow: pick("barred today", "heute gesperrt")
        case .contradictsItself: pick("contradicts itself", "widerspricht sich")
        case .cannotPass: pick("cannot pass", "kann nicht bestehen")
        }
    }

    /// What becomes of a text, and what of it in some reading.
    func outcome(_ reading: RatifyFinding.Reading) -> String {
        name(reading.outcome)
            + (reading.worst == reading.outcome
                ? "" : pick("; in some reading: ", "; in einer Lesart: ") + name(reading.worst))
    }

    func passing(_ range: Interval) -> String { numbers.text(range, places: 3) }

    /// A chance with what it rests on, where that is not simply given.
    func passing(_ rule: RatifyFinding.Rule) -> String {
        switch rule.chanceBasis {
        case .given: passing(rule.chance)
        case .computed:
            passing(rule.chance)
                + pick(
                    " (computed; members decide independently)",
                    " (berechnet; Mitglieder entscheiden unabhängig)")
        case .unknown: pick("not known", "nicht bekannt")
        case .unreachable: pick("0: not even all suffice", "0: nicht einmal alle reichen")
        case .noVote: ""
        }
    }

    /// "67 of 100 suffice; 34 block it"
    func votes(_ vote: RatifyFinding.Vote) -> String {
        let all = count(vote.members)
        func number(_ groups: [RatifyFinding.SeatGroup]) -> String {
            count(groups.reduce(0) { $0 + $1.count })
        }
        if vote.members == 1 {
            let alone = pick("this one voice decides", "diese eine Stimme entscheidet")
            guard case .whole(let size?) = vote.voters[0].kind, size > 1 else { return alone }
            return alone
                + pick(
                    "; how its \(count(size)) members decide is not said",
                    "; wie seine \(count(size)) Mitglieder entscheiden, ist nicht gesagt")
        }
        let yes =
            vote.fewestYes.map {
                vote.isAlike
                    ? pick("\(number($0)) of \(all) suffice", "\(number($0)) von \(all) reichen")
                    : pick("\(number($0)) of \(all) can suffice", "\(number($0)) von \(all) können reichen")
            } ?? pick("not even all \(all) suffice", "nicht einmal alle \(all) reichen")
        let no =
            vote.fewestNo.map {
                pick("; \(number($0)) against block it", "; \(number($0)) dagegen verhindern es")
            } ?? pick("; nobody can block it", "; niemand kann es verhindern")
        return yes + no + (vote.isAlike ? pick("; all count alike", "; alle zählen gleich") : "")
    }

    /// Members by name, or so many of a body.
    func seats(_ groups: [RatifyFinding.SeatGroup], _ finding: RatifyFinding) -> String {
        groups.map { group in
            let body = finding.voterName(group.voter, self)
            if group.unnamed > 0 {
                return pick("\(count(group.unnamed)) of \(body)", "\(count(group.unnamed)) von \(body)")
            }
            if group.members == [group.voter] { return body }
            return group.members.map { finding.memberName($0, self) }.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    func name(_ voting: RatifyFinding.Voting) -> String {
        switch voting {
        case .none: ""
        case .counted:
            pick(
                "members vote by their utility, counted exactly",
                "Mitglieder stimmen nach ihrem Nutzen, exakt gezählt")
        case .tooMany:
            pick(
                "votes by utility left out: too many to count",
                "Abstimmungen nach Nutzen weggelassen: zu viele zum Zählen")
        case .withheld:
            pick(
                "votes by utility left out: how far members would go is internal",
                "Abstimmungen nach Nutzen weggelassen: wie weit Mitglieder gingen, ist intern")
        }
    }

    /// What each party loses or gains.
    func change(_ tied: RatifyFinding.TiedHands, _ parties: [RatifyFinding.PackageParty]) -> String {
        guard let with = tied.with else { return "–" }
        guard let without = tied.without else {
            return pick("nothing acceptable would be left", "nichts Annehmbares bliebe")
        }
        if with == without { return pick("the Nash point stays", "der Nash-Punkt bleibt") }
        return zip(parties, zip(with, without)).map { party, values in
            "\(self(party.name)) \(signed(Interval(values.1 - values.0), places: 3))"
        }.joined(separator: ", ")
    }
}

extension RatifyFinding {
    var names: NameBook { NameBook(actors: actors, issues: issues, bodies: bodies) }

    func ruleName(_ rule: Int, _ words: Words) -> String {
        let name = words(rules[rule].name)
        return name.isEmpty ? rules[rule].id : name
    }

    func ruleName(_ id: String, _ words: Words) -> String {
        rules.firstIndex { $0.id == id }.map { ruleName($0, words) } ?? id
    }

    func voterName(_ id: String, _ words: Words) -> String {
        let body = names.body(id, words)
        return body == id ? names.actor(id, words) : body
    }

    func memberName(_ id: String, _ words: Words) -> String { names.actor(id, words) }
}
