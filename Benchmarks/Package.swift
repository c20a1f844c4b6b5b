// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "junktim-benchmarks",
    dependencies: [.package(name: "junktim", path: "..")],
    targets: [
        .executableTarget(
            name: "Benchmarks", dependencies: [.product(name: "JunktimKit", package: "junktim")])
    ],
    swiftLanguageModes: [.v6]
)
