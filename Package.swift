// swift-tools-version: 6.2
import PackageDescription

// Seven rooms along the way of the data. The arrows below are the only ones allowed; `Tests/HouseTests`
// and the build flag `--explicit-target-dependency-import-check error` hold them.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let package = Package(
    name: "junktim",
    products: [
        .library(
            name: "JunktimKit",
            targets: ["Numbers", "CaseModel", "CaseFiles", "Engines", "Findings", "Reports"]),
        .executable(name: "junktim", targets: ["junktim"]),
    ],
    dependencies: [
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        room("Numbers", [bigInt]),
        room("CaseModel", ["Numbers"]),
        room("CaseFiles", ["CaseModel", "Numbers", yams, crypto]),
        room("Engines", ["Numbers"]),
        room("Findings", ["CaseModel", "Engines", "Numbers"]),
        room("Reports", ["CaseModel", "Findings", "Numbers"]),
        .executableTarget(
            name: "junktim",
            dependencies: ["CaseModel", "CaseFiles", "Findings", "Reports", "Numbers", arguments],
            swiftSettings: strict),

        .target(
            name: "Support", dependencies: ["CaseFiles", "CaseModel"], path: "Tests/Support",
            swiftSettings: strict),
        tests("NumbersTests", ["Numbers", "Support"]),
        tests("CaseModelTests", ["CaseModel", "CaseFiles", "Numbers", "Support"]),
        tests(
            "CaseFilesTests", ["CaseFiles", "CaseModel", "Numbers", "Support", yams],
            resources: [.copy("KnownAnswers")]),
        tests("EnginesTests", ["Engines", "Numbers", "Support"], resources: [.copy("KnownAnswers")]),
        tests("FindingsTests", ["Findings", "Engines", "CaseFiles", "CaseModel", "Numbers", "Support"]),
        tests("ReportsTests", ["Reports", "Findings", "CaseFiles", "CaseModel", "Numbers", "Support"]),
        tests("CommandTests", ["junktim", "CaseFiles", "CaseModel", "Reports", "Support"]),
        tests("HouseTests", []),
    ],
    swiftLanguageModes: [.v6]
)
