import Engines
import Numbers

extension GameTree {
    /// Leduc poker (Southey et al. 2005): six cards in two suits, an ante of 1, two rounds of at most two raises by 2 and
    /// 4, one card on the table between them.
    static let leduc: GameTree = {
        var dealer = LeducDealer()
        dealer.deal()
        return GameTree(players: 2, sets: dealer.sets, moves: dealer.moves)
    }()
}

/// Writes down Leduc poker move by move.
private struct LeducDealer {
    var sets: [GameTree.InformationSet] = []
    var moves: [GameTree.Move] = []
    private var numbers: [String: Int] = [:]

    /// Where a deal stands: the cards, the stakes, and what has been said in this round.
    private struct Stand {
        var cards: [Int]
        var table: Int?
        var stakes = [1, 1]
        var before = ""
        var said = ""
        var turn = 0
        var raises = 0
    }

    mutating func deal() {
        moves.append(.chance(Array(repeating: Rational(1, over: 30), count: 30)))
        for first in 0..<6 {
            for second in 0..<6 where second != first { speak(Stand(cards: [first, second])) }
        }
    }

    private mutating func speak(_ stand: Stand) {
        let isRaised = stand.said.last == "r"
        let words = (isRaised ? ["f", "c"] : ["c"]) + (stand.raises < 2 ? ["r"] : [])
        let name =
            "\(stand.turn) \(stand.cards[stand.turn]) \(stand.table ?? -1) \(stand.before)/\(stand.said)"
        if numbers[name] == nil {
            numbers[name] = sets.count
            sets.append(.init(player: stand.turn, actions: words.count))
        }
        moves.append(.decision(numbers[name]!))
        for word in words {
            var next = stand
            next.said += word
            next.turn = 1 - stand.turn
            switch word {
            case "f": end(stand.turn == 0 ? -stand.stakes[0] : stand.stakes[1])
            case "r":
                next.stakes[stand.turn] = stand.stakes[1 - stand.turn] + (stand.table == nil ? 2 : 4)
                next.raises += 1
                speak(next)
            default:
                next.stakes[stand.turn] = stand.stakes.max()!
                if stand.said.isEmpty { speak(next) } else { close(next) }
            }
        }
    }

    private mutating func close(_ stand: Stand) {
        if let table = stand.table {
            let strengths = stand.cards.map { $0 / 2 == table / 2 ? 100 : $0 / 2 }
            end((strengths[0] - strengths[1]).signum() * stand.stakes[0])
            return
        }
        moves.append(.chance(Array(repeating: Rational(1, over: 4), count: 4)))
        for card in 0..<6 where !stand.cards.contains(card) {
            speak(Stand(cards: stand.cards, table: card, stakes: stand.stakes, before: stand.said))
        }
    }

    private mutating func end(_ gain: Int) { moves.append(.end([Rational(gain), Rational(-gain)])) }
}
