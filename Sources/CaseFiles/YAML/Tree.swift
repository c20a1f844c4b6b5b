/// The tree of a YAML file with the place of every node; scalars are texts, whatever they look like.
struct Tree {
    enum Body {
        case scalar(String, isQuoted: Bool)
        case list([Tree])
        case map([(key: Tree, value: Tree)])
    }

    let line: Int
    let column: Int
    let body: Body
}

extension Tree {
    /// The deepest nesting that a case may have.
    static let depthLimit = 40

    /// Whether the node says that there is no value.
    var isNothing: Bool {
        if case .scalar(let text, isQuoted: false) = body {
            ["", "~", "null", "Null", "NULL"].contains(text)
        } else {
            false
        }
    }

    /// Every node with its depth, from the root on.
    func visit(depth: Int = 1, _ body: (Tree, Int) -> Bool) {
        guard body(self, depth) else { return }
        switch self.body {
        case .scalar: break
        case .list(let items): for item in items { item.visit(depth: depth + 1, body) }
        case .map(let entries):
            for entry in entries {
                entry.key.visit(depth: depth + 1, body)
                entry.value.visit(depth: depth + 1, body)
            }
        }
    }
}
