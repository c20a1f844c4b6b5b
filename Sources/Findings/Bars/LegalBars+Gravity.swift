extension LegalBars.Draft {
    /// The two gravest flags that are certain, one per gate, and how many gates hang on a reading.
    var gravest: ([LegalBars.Flag], open: Int) {
        let ordered = flags.filter { !$0.isOpen }.enumerated().sorted {
            ($0.element.gravity, $0.offset) < ($1.element.gravity, $1.offset)
        }.map(\.element)
        let single = ordered.reduce(into: [LegalBars.Flag]()) { kept, flag in
            if !kept.contains(where: { $0.gate == flag.gate }) { kept.append(flag) }
        }
        return (Array(single.prefix(2)), Set(flags.filter(\.isOpen).map(\.gate)).count)
    }
}

extension LegalBars.Flag {
    /// What stops a draft comes before what only burdens it.
    fileprivate var gravity: Int {
        switch kind {
        case .impossible: 0
        case .blockedToday: 1
        case .deadline(_, let against): against.isEmpty ? 6 : 2
        case .needs: 3
        case .outsiders: 4
        case .excluded: 5
        }
    }
}
