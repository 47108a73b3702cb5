/// What a test waited for and never saw.
struct NeverSeen: Error, CustomStringConvertible {
    let what: String

    var description: String { "never seen: \(what)" }
}

/// Looks until there is something to see, a bounded number of times; between two looks others get the processor.
func eventually<Sight>(_ what: String, tries: Int = 1_600, look: () async throws -> Sight?) async throws -> Sight {
    for _ in 0..<tries {
        if let sight = try await look() { return sight }
        try await Task.sleep(for: .milliseconds(25))
    }
    throw NeverSeen(what: what)
}

/// Looks until a condition holds.
func eventually(_ what: String, tries: Int = 1_600, holds: () async throws -> Bool) async throws {
    let _: Bool = try await eventually(what, tries: tries) { try await holds() ? true : nil }
}
