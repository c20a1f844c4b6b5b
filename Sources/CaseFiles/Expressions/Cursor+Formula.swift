import CaseModel

extension Cursor {
    /// An expression over the atoms that may stand here; what it names must exist.
    func formula(_ atoms: FormulaAtoms) -> Formula? {
        guard let text = text("an expression") else { return nil }
        do throws(FormulaProblem) {
            let formula = try FormulaParser.parse(text)
            formula.atoms.forEach { check($0, atoms, in: text) }
            return formula
        } catch {
            fail(error.message, hint: error.hint, detail: [text, caret(error.offset, in: text)])
            return nil
        }
    }

    /// A mark under the offset of a one-line text; for a folded text the printed line has spaces instead of breaks.
    private func caret(_ offset: Int, in text: String) -> String {
        String(repeating: " ", count: min(offset, text.unicodeScalars.count)) + "^"
    }

    private func check(_ atom: Formula.Atom, _ allowed: FormulaAtoms, in text: String) {
        switch atom {
        case .option(let id):
            guard allowed != .issues else {
                fail(
                    "'\(id)' stands alone, and here only issues can stand",
                    hint: "write '\(id) = alternative'", detail: [text])
                return
            }
            context.registry.refer([.option], id, at: place)
        case .optionNumber(let number):
            guard allowed != .issues else {
                fail(
                    "the option number \(number) stands where only issues can stand",
                    hint: "write 'issue = alternative'", detail: [text])
                return
            }
            context.registry.refer([.option], "#\(number)", at: place)
        case .settled(let issue, let among):
            guard refer(issue, allowed, in: text) else { return }
            for alternative in among {
                context.registry.refer([.alternative], "\(issue).\(alternative)", at: place)
            }
        case .atLeast(let issue, let bound), .atMost(let issue, let bound):
            guard refer(issue, allowed, in: text) else { return }
            switch bound {
            case .alternative(let id):
                context.registry.refer([.alternative], "\(issue).\(id)", at: place)
                context.orderedUses.append((issue, false, place))
            case .number: context.orderedUses.append((issue, true, place))
            }
        }
    }

    private func refer(_ issue: String, _ allowed: FormulaAtoms, in text: String) -> Bool {
        guard allowed != .options else {
            fail(
                "'\(issue)' is compared, and here only options can stand", hint: "write the id of an option",
                detail: [text])
            return false
        }
        context.registry.refer([.issue], issue, at: place)
        return true
    }
}

extension Record {
    func formula(_ key: String, _ atoms: FormulaAtoms) -> Formula? { value(key)?.formula(atoms) }
}
