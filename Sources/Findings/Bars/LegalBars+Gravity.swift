extension LegalBars.Draft {
    /// What certainly stops it, at most two, else the gravest of its burdens; one flag per gate. And how many gates hang on a reading.
    var gravest: ([LegalBars.Flag], open: Int) {
        let ordered = flags.filter { !$0.isOpen && $0.isInTheWay }.enumerated().sorted {
            ($0.element.gravity, $0.offset) < ($1.element.gravity, $1.offset)
        }.map(\.element)
        let single = ordered.reduce(into: [LegalBars.Flag]()) { kept, flag in
            if !kept.contains(where: { $0.gate == flag.gate }) { kept.append(flag) }
        }
        let stops = single.filter { $0.gravity <= 2 }
        return (
            Array((stops.isEmpty ? Array(single.prefix(1)) : stops).prefix(2)),
            Set(flags.filter { $0.isOpen && $0.isInTheWay }.map(\.gate)).count
        )
    }
}

extension LegalBars.Flag {
    /// Whether it stands in the way by itself; a deadline does only where something runs against it.
    public var isInTheWay: Bool {
        if case .deadline(_, let against) = kind { !against.isEmpty } else { true }
    }

    /// What stops a draft comes before what only burdens it.
    fileprivate var gravity: Int {
        switch kind {
        case .impossible: 0
        case .blockedToday: 1
        case .deadline: 2
        case .needs: 3
        case .outsiders: 4
        case .excluded: 5
        }
    }
}
