import Numbers

extension ComplementarityProgram {
    /// A solution whose basis was found in floating point and is proven here; `nil` if rounding led astray.
    ///
    /// Lemke's walk in floating point proposes which unknowns are in the basis. With these the equations are solved
    /// exactly, one system for each power of the small number, and every sign is checked.
    ///
    /// - Complexity: A walk costs `size^2` operations on numbers per pivot, the proof `size^3` on words.
    func proposed(_ budget: inout Budget) -> [[Rational]]? {
        var walk = FloatingLemke(factors: factors, constants: constants)
        return walk.basis(&budget).flatMap(proven)
    }

    /// The solution in which these unknowns alone may differ from zero, if it is one.
    private func proven(_ basis: [Int]) -> [[Rational]]? {
        let powers = constants.first?.count ?? 0
        let system = ExactSystem(
            basis.map { row in basis.map { factors[row][$0] } },
            columns: (0..<powers).map { power in basis.map { -constants[$0][power] } })
        guard let columns = system.solutions() else { return nil }
        var values = Array(repeating: Array(repeating: Rational.zero, count: powers), count: factors.count)
        for (place, unknown) in basis.enumerated() { values[unknown] = columns.map { $0[place] } }
        let isIn = Set(basis)
        for row in factors.indices {
            let slack = isIn.contains(row) ? values[row] : slack(row, basis, values)
            // The first coefficient other than zero has the sign of the whole for all small numbers.
            if let first = slack.first(where: { $0 != 0 }), first < 0 { return nil }
        }
        return values
    }

    private func slack(_ row: Int, _ basis: [Int], _ values: [[Rational]]) -> [Rational] {
        var slack = constants[row]
        for unknown in basis where factors[row][unknown] != 0 {
            for power in slack.indices where values[unknown][power] != 0 {
                slack[power] += factors[row][unknown] * values[unknown][power]
            }
        }
        return slack
    }
}
