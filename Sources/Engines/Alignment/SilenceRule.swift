/// What an issue that a draft leaves open counts as when drafts are compared.
///
/// None of the rules is right; they answer different questions, so a result names the rule and shows what the others give.
public enum SilenceRule: String, Hashable, Sendable, CaseIterable {
    /// Only what both drafts address is compared.
    case skip
    /// What is not said leaves things as they are.
    case statusQuo = "status-quo"
    /// What is not said stays as the draft before had it.
    case inherited
}

/// A term of a draft, and what a rule for silence puts in its place.
public struct FilledTerm: Hashable, Sendable {
    /// What the draft says itself.
    public let said: CodedTerm
    /// What is compared.
    public let term: CodedTerm
    public let origin: Origin

    init(said: CodedTerm, term: CodedTerm, origin: Origin) {
        (self.said, self.term, self.origin) = (said, term, origin)
    }

    /// A term as it stands.
    public init(_ said: CodedTerm) { self.init(said: said, term: said, origin: .draft) }

    public enum Origin: Hashable, Sendable {
        /// The draft says so, or nobody fills the gap.
        case draft
        case statusQuo
        /// From the draft with this number.
        case inherited(Int)
    }

    /// Whether the gap was filled with the very term that stood there before.
    func isHandedDown(from before: FilledTerm) -> Bool {
        if case .inherited = origin { return term == before.term }
        return false
    }
}

extension DraftTable {
    /// The rows of a matrix with their gaps filled by a rule.
    ///
    /// - Parameters:
    ///   - rows: Shape: drafts × issues.
    ///   - rule: What a gap counts as.
    ///   - statusQuo: One alternative per issue; `nil` where nobody gives one, and then the gap stays.
    ///   - parents: The draft that each draft goes back to first; no draft goes back to itself.
    /// - Returns: Shape: drafts × issues.
    /// - Complexity: O(*drafts* · *issues*).
    public static func filled(
        _ rows: [[CodedTerm]], by rule: SilenceRule, statusQuo: [Int?], parents: [Int?]
    ) -> [[FilledTerm]] {
        var filled = rows.map { row in row.map { FilledTerm($0) } }
        switch rule {
        case .skip: break
        case .statusQuo:
            for draft in rows.indices {
                for issue in rows[draft].indices where !rows[draft][issue].state.isAddressed {
                    guard let now = statusQuo[issue] else { continue }
                    filled[draft][issue] = FilledTerm(
                        said: rows[draft][issue], term: .stated(.alternative(now)), origin: .statusQuo)
                }
            }
        case .inherited:
            for draft in descending(parents) {
                guard let parent = parents[draft] else { continue }
                for issue in rows[draft].indices where !rows[draft][issue].state.isAddressed {
                    let before = filled[parent][issue]
                    guard before.term.state.isAddressed else { continue }
                    filled[draft][issue] = FilledTerm(
                        said: rows[draft][issue], term: before.term,
                        origin: before.origin == .draft ? .inherited(parent) : before.origin)
                }
            }
        }
        return filled
    }

    /// The drafts in an order in which each comes after the one it goes back to.
    static func descending(_ parents: [Int?]) -> [Int] {
        var depths = [Int?](repeating: nil, count: parents.count)
        for start in parents.indices {
            var path: [Int] = []
            var next: Int? = start
            while let draft = next, depths[draft] == nil, path.count <= parents.count {
                path.append(draft)
                next = parents[draft]
            }
            var depth = next.flatMap { depths[$0] } ?? -1
            for draft in path.reversed() {
                depth += 1
                depths[draft] = depth
            }
        }
        return parents.indices.sorted { (depths[$0] ?? 0, $0) < (depths[$1] ?? 0, $1) }
    }
}
