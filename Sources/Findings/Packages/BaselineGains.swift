public import CaseModel
public import Numbers

extension PackagesFinding {
    /// What lies between two states of affairs without an agreement: what force has gained or lost for each party.
    public struct BaselineGain: Hashable, Sendable {
        public let from: String
        public let to: String
        public let fromName: Label
        public let toName: Label
        /// The issues of the package on which the two differ, and those outside it.
        public let differing: [String]
        public let outside: [Outside]
        /// For each party the difference in utility at the points.
        public let gains: [Rational]
        /// Whether the party gains whatever the numbers in the ranges.
        public let signs: [Sign]

        /// An issue that is not in the package.
        public struct Outside: Hashable, Sendable {
            public let id: String
            public let name: Label
        }

        public enum Sign: Hashable, Sendable { case gains, loses, neither, hangsOnNumbers }
    }
}

extension PackageFrame {
    /// The differences between named packages, in the order of the case.
    func baselineGains(_ theCase: Case) throws(PackagesProblem) -> [PackagesFinding.BaselineGain] {
        var known: [(baseline: PackagesModel.Baseline, package: [Int])] = []
        for baseline in baselines {
            guard let package = baseline.package else { continue }
            known.append((baseline, try Self.complete(package, issues, of: baseline.id)))
        }
        return known.indices.flatMap { to in
            known.indices.filter { $0 > to }.map { from in
                let (now, before) = (known[to], known[from])
                return PackagesFinding.BaselineGain(
                    from: before.baseline.id, to: now.baseline.id, fromName: before.baseline.name,
                    toName: now.baseline.name,
                    differing: issues.indices.filter { now.package[$0] != before.package[$0] }.map {
                        issues[$0].id
                    },
                    outside: outside(now.baseline, before.baseline).map { id in
                        .init(id: id, name: theCase.issue(id)?.name ?? Label(en: id, de: id))
                    },
                    gains: zip(worth(now.package), worth(before.package)).map { $0 - $1 },
                    signs: parties.map {
                        $0.sign(before.package, now.package, added($0.id, before.package, now.package))
                    })
            }
        }
    }
}

extension PackageFrame {
    /// What a package is worth to each party at the points, bonuses and penalties counted.
    private func worth(_ package: [Int]) -> [Rational] {
        parties.map { party in
            zip(party.contributions, package).reduce(.zero) { $0 + $1.0[$1.1] }
                + rules.reduce(.zero) { sum, rule in
                    sum + (rule.amount(for: party.id, package, space)?.pointOrMidpoint.value ?? 0)
                }
        }
    }

    /// What bonuses and penalties add to the one package and not to the other.
    private func added(_ party: String, _ before: [Int], _ now: [Int]) -> Interval {
        rules.reduce(Interval(0)) { sum, rule in
            let (first, second) = (
                rule.amount(for: party, before, space), rule.amount(for: party, now, space)
            )
            switch (first, second) {
            case (let lost?, nil): return sum - lost.range
            case (nil, let won?): return sum + won.range
            default: return sum
            }
        }
    }

    /// The issues outside the package on which two baselines differ.
    private func outside(_ one: PackagesModel.Baseline, _ other: PackagesModel.Baseline) -> [String] {
        let (first, second) = (one.package ?? [:], other.package ?? [:])
        return first.keys.sorted().filter { name in
            second[name] != nil && first[name] != second[name] && !issues.contains { $0.id == name }
        }
    }
}

extension PartyFrame {
    /// Whether one package is better than another for every weight and value in the ranges.
    fileprivate func sign(
        _ before: [Int], _ now: [Int], _ added: Interval
    ) -> PackagesFinding.BaselineGain.Sign {
        let parts = values.indices.map { issue -> Interval in
            guard before[issue] != now[issue] else { return Interval(0) }
            let factors: [Rational] = multipliers[issue].map { [$0.range.low, $0.range.high] } ?? [1]
            let differences = factors.map {
                $0 * values[issue][now[issue]].range - $0 * values[issue][before[issue]].range
            }
            return weights[issue].range * differences.dropFirst().reduce(differences[0]) { $0.hull($1) }
        }
        let sum = parts.reduce(weightRange * added, +)
        return sum.low > 0 ? .gains : sum.high < 0 ? .loses : sum == Interval(0) ? .neither : .hangsOnNumbers
    }
}
