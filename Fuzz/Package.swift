// swift-tools-version: 6.2
import PackageDescription

let fuzzer = ["-sanitize=fuzzer", "-parse-as-library"]

let package = Package(
    name: "junktim-fuzz",
    dependencies: [.package(name: "junktim", path: "..")],
    targets: [
        .executableTarget(
            name: "FuzzReader", dependencies: [.product(name: "JunktimKit", package: "junktim")],
            swiftSettings: [.unsafeFlags(fuzzer)], linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
    ],
    swiftLanguageModes: [.v6]
)
