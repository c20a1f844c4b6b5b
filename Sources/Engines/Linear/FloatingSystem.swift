import Foundation

/// A square matrix in floating point, taken apart into triangles by Gauss's elimination with row pivots.
struct FloatingSystem {
    private let size: Int
    private var entries: [Double]
    private var order: [Int]
    /// The sign of the determinant: 1, -1, or 0 if elimination met nothing but zeros.
    private(set) var determinantSign = 1
    /// The logarithm of the determinant's magnitude; minus infinity if it is zero.
    private(set) var determinantLog = 0.0

    /// - Complexity: `n^3 / 3` multiplications.
    init(_ matrix: [[Double]]) {
        size = matrix.count
        entries = matrix.flatMap(\.self)
        order = Array(0..<size)
        let size = size
        for column in 0..<size {
            let pivot = (column..<size).max {
                abs(entries[$0 * size + column]) < abs(entries[$1 * size + column])
            }!
            guard entries[pivot * size + column] != 0 else {
                (determinantSign, determinantLog) = (0, -.infinity)
                return
            }
            if pivot != column {
                for place in 0..<size { entries.swapAt(pivot * size + place, column * size + place) }
                order.swapAt(pivot, column)
                determinantSign = -determinantSign
            }
            if entries[column * size + column] < 0 { determinantSign = -determinantSign }
            determinantLog += log(abs(entries[column * size + column]))
            eliminate(below: column)
        }
    }

    private mutating func eliminate(below column: Int) {
        let (size, start) = (size, column * size)
        entries.withUnsafeMutableBufferPointer { entries in
            for row in column + 1..<max(size, column + 1) {
                let base = row * size
                guard entries[base + column] != 0 else { continue }
                let factor = entries[base + column] / entries[start + column]
                entries[base + column] = factor
                for place in column + 1..<size { entries[base + place] -= factor * entries[start + place] }
            }
        }
    }

    /// The point that the matrix takes to `bounds`.
    ///
    /// - Precondition: The determinant is not zero.
    func solution(_ bounds: [Double]) -> [Double] {
        var point = order.map { bounds[$0] }
        for row in 0..<size {
            for place in 0..<row { point[row] -= entries[row * size + place] * point[place] }
        }
        for row in stride(from: size - 1, through: 0, by: -1) {
            for place in row + 1..<max(size, row + 1) {
                point[row] -= entries[row * size + place] * point[place]
            }
            point[row] /= entries[row * size + row]
        }
        return point
    }
}
