import CaseModel
public import Findings
import Numbers

extension SequenceFinding {
    /// Before each step of each order that is told, what everybody who is asked would gain by not going on.
    public func csv(_ words: Words) -> String {
        var table = CSV(["order", "place", "step", "party", "way", "gain", "low", "high"])
        var told = [("leastExposed", leading)]
        if let asked { told.append(("asked", asked)) }
        for side in comparison?.sides ?? [] {
            if let order = side.order { told.append(("\(side.first)<\(side.second)", order)) }
        }
        for (name, order) in told {
            for prefix in order.prefixes {
                for gain in prefix.gains {
                    table.add(
                        [
                            .text(name), .count(prefix.done + 1), .text(prefix.next), .text(gain.party),
                            .text(gain.way.rawValue), .exact(gain.gain),
                        ] + CSV.range(gain.range))
                }
            }
        }
        return table.text
    }
}
