import UnixSignals

/// Does work until it is done or somebody wants it to end (Ctrl-C, SIGTERM): then it is cancelled, so that processes it
/// started end with it.
///
/// - Throws: `Interrupted` where it was ended.
func untilInterrupted<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    return try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await work() }
        group.addTask {
            for await _ in signals { throw Interrupted() }
            throw CancellationError()
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw CancellationError() }
        return value
    }
}

/// Somebody wanted the work to end before it was done.
struct Interrupted: Error, CustomStringConvertible {
    var description: String { "interrupted" }
}
