// swift-tools-version: 6.2
import PackageDescription

// Every arrow between rooms of the house is a line here, so the compiler enforces the direction of dependencies.
// `CORE=1` keeps only the pure targets that need no package: they build and test without fetching anything.

/// A release is compiled across our modules: a turn of the pure machine takes a third less time. The flag counts as unsafe: no other
/// package can depend on this one, which is a program.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// A library target of ours.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one room.
func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let http: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
/// Only with the trait: whoever serves from SQLite needs no libpq.
let postgres: Target.Dependency = .target(name: "CPostgres", condition: .when(traits: ["Postgres"]))
let histogram: Target.Dependency = .product(name: "Histogram", package: "hdrhistogram-swift")

let pure: [Target] = [
    room("Telephony"),
    room("Expressions"),
    room("Entitlements", ["Expressions"]),
    room("Directory", ["Expressions"]),
    room("Conversation", ["Directory", "Entitlements", "Expressions", "Telephony"]),
    room("Delivery", ["Expressions"]),
    room("Pictures", ["Conversation", "Expressions"]),
    room("Evidence"),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("Telephony", ["Telephony", "TestSupport"], resources: [.copy("Fixtures")]),
    tests("Expressions", ["Expressions", "TestSupport"]),
    tests("Directory", ["Directory", "Expressions", "TestSupport"], resources: [.copy("Fixtures")]),
    tests("Entitlements", ["Entitlements", "Expressions", "TestSupport"]),
    tests(
        "Conversation", ["Conversation", "Expressions", "Telephony", "TestSupport"],
        resources: [.copy("Understanding/answers.tsv")]),
    tests("Delivery", ["Delivery", "Expressions", "TestSupport"]),
    tests("Evidence", ["Evidence", "TestSupport"]),
]

let rest: [Target] = [
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    room("Providers", ["Expressions", "Telephony", crypto]),
    room(
        "ContentFiles",
        ["Conversation", "Directory", "Entitlements", "Expressions", "Providers", "Telephony", yams, crypto]),
    room("HTTPClient", ["CCurl"]),
    room("Sealing", [crypto]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    room("Storage", ["Conversation", "Delivery", "Entitlements", "Expressions", "Sealing", grdb, postgres]),
    room(
        "Gateway",
        [
            "ContentFiles", "Conversation", "Delivery", "Directory", "Entitlements", "Evidence", "Expressions",
            "HTTPClient", "Providers",
            "Sealing",
            "Storage", "Telephony", crypto, cryptoExtras, logging, lifecycle, signals,
        ]
    ),
    room(
        "Web",
        [
            "ContentFiles", "Conversation", "Delivery", "Directory", "Entitlements", "Evidence", "Expressions",
            "Gateway", "Pictures", "Providers", "Sealing", "Storage", "Telephony",
            hummingbird, hummingbirdCore, http, mustache, nio, nioHTTP, logging, lifecycle, crypto,
        ]),
    .executableTarget(
        name: "waymark",
        dependencies: [
            "ContentFiles", "Conversation", "Delivery", "Directory", "Entitlements", "Expressions", "Gateway",
            "HTTPClient", "Pictures", "Providers", "Sealing", "Storage", "Telephony", "Web", arguments, grdb, histogram,
            lifecycle,
            logging,
            signals,
        ],
        swiftSettings: strict
    ),
    .target(
        name: "StorageContract",
        dependencies: ["Conversation", "Delivery", "Expressions", "Sealing", "Storage", "TestSupport"],
        path: "Tests/StorageContract",
        swiftSettings: strict
    ),
    tests(
        "Providers", ["ContentFiles", "Conversation", "Expressions", "Providers", "Telephony", "TestSupport"],
        resources: [.copy("Fixtures")]),
    .target(
        name: "SchemaSupport", dependencies: ["ContentFiles", "Expressions"], path: "Tests/SchemaSupport",
        swiftSettings: strict),
    tests(
        "ContentFiles",
        [
            "ContentFiles", "Conversation", "Directory", "Entitlements", "Expressions", "SchemaSupport", "TestSupport",
        ]),
    tests(
        "Pictures", ["ContentFiles", "Conversation", "Pictures", "TestSupport"], resources: [.copy("Fixtures")]),
    tests("Sealing", ["Sealing", "TestSupport", crypto]),
    tests("Storage", ["Sealing", "Storage", "StorageContract", "TestSupport", crypto, grdb]),
    tests(
        "Gateway",
        [
            "ContentFiles", "Conversation", "Delivery", "Evidence", "Expressions", "Gateway", "Providers", "Sealing",
            "Storage", "Telephony", "TestSupport", logging,
        ]),
    tests("HTTPClient", ["HTTPClient", "TestSupport"]),
    tests(
        "Web",
        [
            "ContentFiles", "Conversation", "Delivery", "Entitlements", "Evidence", "Expressions", "Gateway", "Storage",
            "TestSupport", "Web", nio, nioPosix,
        ]),
    tests(
        "EndToEnd",
        [
            "ContentFiles", "Expressions", "Gateway", "HTTPClient", "SchemaSupport", "Storage", "TestSupport", "Web",
            crypto, postgres,
        ]),
]

let isCore = Context.environment["CORE"] != nil

let package = Package(
    name: "waymark",
    traits: isCore ? [] : [.trait(name: "Postgres", description: "Serve from PostgreSQL, too; needs libpq-dev.")],
    dependencies: isCore
        ? []
        : [
            .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
            .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
            .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
            .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
            .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
            .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
            .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
            .package(
                url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
            .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
            .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
            .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        ],
    targets: isCore ? pure : pure + rest,
    swiftLanguageModes: [.v6]
)
