public import Numbers

extension Bargain {
    /// The package that settles every issue by itself in the middle: the alternative at which the party that gets the least
    /// share of what it could have on this issue gets most; of ties the one with the largest sum of shares, then the first.
    ///
    /// What a package can bring everybody above it is the gain from trading issues against each other (logrolling). Terms are
    /// not looked at: the compromise may be forbidden.
    ///
    /// - Source: Froman & Cohen, *Compromise and logroll* (Behavioral Science 1970).
    public var issueByIssueCompromise: [Int] {
        space.alternatives.enumerated().map { issue, count in
            let shares = contributions.compactMap { table -> [Rational]? in
                let (least, most) = (table[issue].min()!, table[issue].max()!)
                return most > least ? table[issue].map { ($0 - least) / (most - least) } : nil
            }
            let scores = (0..<count).map { choice in
                let got = shares.map { $0[choice] }
                return (least: got.min() ?? 0, sum: got.reduce(.zero, +))
            }
            return (0..<count).reduce(0) { best, choice in
                let (mine, other) = (scores[choice], scores[best])
                return mine.least > other.least || mine.least == other.least && mine.sum > other.sum
                    ? choice : best
            }
        }
    }

    /// What a party would have in another's place: on every issue the share of what can be had that the other one gets,
    /// counted by its own stakes. `[party][other]` is by how much that exceeds what the party has, as a share of all its
    /// stakes; 0 where it does not. An issue on which the other has nothing at stake is no part of its bundle.
    ///
    /// A package in a tug of war gives each party a bundle of shares, one per issue; envy compares the bundles by the points
    /// of one party. Terms that add are not part of a bundle.
    ///
    /// - Source: Foley, *Resource allocation and the public sector* (1967), for freedom from envy; as points of items Brams &
    ///   Taylor, *Fair Division* (1996).
    /// - Precondition: The package is one of this space.
    public func envy(_ package: [Int]) -> [[Rational]] {
        precondition(space.contains(package), "a package of this space")
        let stakes = contributions.map { $0.map { $0.max()! - $0.min()! } }
        let shares = contributions.indices.map { party in
            package.enumerated().map { issue, choice -> Rational? in
                let row = contributions[party][issue]
                return stakes[party][issue] == 0 ? nil : (row[choice] - row.min()!) / stakes[party][issue]
            }
        }
        return contributions.indices.map { party in
            let all = stakes[party].reduce(.zero, +)
            return contributions.indices.map { other in
                let more = stakes[party].indices.reduce(Rational.zero) { sum, issue in
                    guard let mine = shares[party][issue], let theirs = shares[other][issue] else {
                        return sum
                    }
                    return sum + stakes[party][issue] * (theirs - mine)
                }
                return all > 0 ? max(0, more / all) : 0
            }
        }
    }
}
