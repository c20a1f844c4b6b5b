/// The known name that a misspelt one most likely means; `nil` if none is near.
///
/// Near means at most two letters changed, added, left out or swapped, and fewer than half of the word. Among
/// equally near names the first counts.
///
/// - Complexity: O(*letters*² · *names*).
public func nearestName(to word: String, among names: [String]) -> String? {
    var best: (name: String, distance: Int)?
    let letters = Array(word.unicodeScalars.prefix(60))
    for name in names {
        let distance = editDistance(letters, Array(name.unicodeScalars))
        if distance <= 2, distance * 2 < max(letters.count, 3), distance < best?.distance ?? .max {
            best = (name, distance)
        }
    }
    return best?.name
}

/// Letters to change, add, leave out or swap to make one word of the other.
///
/// - Source: Damerau, *A technique for computer detection and correction of spelling errors* (1964), in the
///   restricted form that edits no letter twice.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...second.count)]
    for i in 0..<first.count {
        var row = [i + 1]
        for j in 0..<second.count {
            let change = rows[i][j] + (first[i] == second[j] ? 0 : 1)
            var least = min(change, rows[i][j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                least = min(least, rows[i - 1][j - 1] + 1)
            }
            row.append(least)
        }
        rows.append(row)
    }
    return rows[first.count][second.count]
}
