public import Numbers

/// All packages: one alternative for each issue.
///
/// A package is a list with the number of the chosen alternative per issue. Packages are *enumerated* with the last issue
/// running fastest; the place in that order is a package's *rank*. Ranks and sizes are whole and may be of any size.
public struct PackageSpace: Hashable, Sendable {
    /// How many alternatives each issue has.
    public let alternatives: [Int]
    /// How many packages there are.
    public let size: Rational
    /// By how much the rank grows with an issue's alternative.
    let strides: [Rational]

    public var issues: Int { alternatives.count }

    /// - Precondition: Every issue has an alternative.
    public init(_ alternatives: [Int]) {
        precondition(alternatives.allSatisfy { $0 > 0 }, "every issue has an alternative")
        self.alternatives = alternatives
        var strides = [Rational](repeating: 1, count: alternatives.count)
        var size = Rational.one
        for issue in alternatives.indices.reversed() {
            strides[issue] = size
            size *= Rational(alternatives[issue])
        }
        (self.strides, self.size) = (strides, size)
    }

    /// Whether a list is a package of this space.
    public func contains(_ package: [Int]) -> Bool {
        package.count == issues && zip(package, alternatives).allSatisfy { $0 >= 0 && $0 < $1 }
    }

    /// A package's place in the enumeration, from 0.
    ///
    /// - Precondition: The package is one of this space.
    public func rank(of package: [Int]) -> Rational {
        precondition(contains(package), "a package of this space")
        return zip(package, strides).reduce(Rational.zero) { $0 + Rational($1.0) * $1.1 }
    }

    /// The package at a place in the enumeration.
    ///
    /// - Precondition: The rank is whole, not negative and below the size.
    public func package(at rank: Rational) -> [Int] {
        precondition(rank.isInteger && rank.signum >= 0 && rank < size, "a rank of this space")
        if var rest = rank.exactInt {
            return strides.map { stride in
                // A stride that does not fit is larger than any rank that does.
                guard let stride = stride.exactInt else { return 0 }
                defer { rest %= stride }
                return rest / stride
            }
        }
        var rest = rank
        return strides.map { stride in
            let digit = (rest / stride).floor
            rest -= digit * stride
            return digit.exactInt!
        }
    }
}
