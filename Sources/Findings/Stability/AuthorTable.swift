public import CaseModel
import Engines
public import Numbers

extension StabilityFinding {
    /// Each decision maker as each author draws it: does it stay in a state?
    public struct AuthorTable: Hashable, Sendable {
        public let state: Int
        public let authors: [Author]
        /// Shape: decision makers × authors.
        public let cells: [[Cell]]
        /// In how many mixes of authors, one for each decision maker, everybody stays; and how many mixes there are.
        public let lastingMixes: Rational
        public let mixes: Rational
    }

    public struct Author: Hashable, Sendable {
        public let id: String
        public let name: Label
    }

    public enum Cell: Hashable, Sendable {
        case stays
        /// It leaves for this state.
        case leaves(to: Int)
        /// The author excludes the state.
        case excluded
        /// The author gives this decision maker no preferences, or the model cannot be read.
        case notAnswerable
    }
}

/// The conflict as every author draws it, under the scenario of a view; `nil` where the question is refused.
func authorInputs(_ view: View, _ choices: StabilityFinding.Choices)
    -> [(author: StabilityFinding.Author, inputs: ConflictInputs?)]
{
    view.base.perspectives.map { author in
        let viewpoint = Viewpoint(perspective: author.id, scenario: view.viewpoint.scenario)
        return (
            .init(id: author.id, name: author.name),
            try? prepareStability(View(view.base, from: viewpoint), choices)
        )
    }
}

/// Reads a state through the eyes of every author.
///
/// Whether somebody has an improvement depends on its own order alone (Nash), so that decision makers of different authors can be
/// put together and the mixes in which all stay are a product.
func authorTable(_ state: Int, _ view: View, _ frame: ConflictFrame, _ choices: StabilityFinding.Choices)
    -> StabilityFinding.AuthorTable?
{
    let authors = authorInputs(view, choices)
    guard !authors.isEmpty, !frame.isGraph else { return nil }
    let cells = frame.decisionMakers.indices.map { i in
        authors.map { _, inputs -> StabilityFinding.Cell in
            guard let inputs, let options = inputs.options,
                inputs.frame.options.map(\.id) == frame.options.map(\.id),
                inputs.frame.decisionMakers.map(\.id) == frame.decisionMakers.map(\.id)
            else { return .notAnswerable }
            guard options.model.feasible.contains(state) else { return .excluded }
            if case .leaves(let target, _) = options.certificate(state, for: i, under: .nash).reason {
                return .leaves(to: target)
            }
            return .stays
        }
    }
    let answered = cells.map { $0.count { $0 != .notAnswerable } }
    guard answered.contains(where: { $0 > 0 }) else { return nil }
    return StabilityFinding.AuthorTable(
        state: state, authors: authors.map(\.author), cells: cells,
        lastingMixes: cells.reduce(1) { $0 * Rational($1.count { $0 == .stays }) },
        mixes: answered.reduce(1) { $0 * Rational($1) })
}
