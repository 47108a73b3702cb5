import Expressions
package import Logging

/// Logs each event as one line of JSON, for programs that collect logs: `time`, `level`, `event`, and what the event
/// carries, by its own names: `message` is the number of a message in the outbox.
package struct JSONLog: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel = Logger.Level.info
    package var metadataProvider: Logger.MetadataProvider?

    private let clock: Clock
    private let write: @Sendable (String) -> Void

    /// - Parameter write: Takes a line with its end.
    package init(
        metadataProvider: Logger.MetadataProvider?, clock: Clock = .system, write: @escaping @Sendable (String) -> Void
    ) {
        self.metadataProvider = metadataProvider
        self.clock = clock
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = metadata.merging(metadataProvider?.get() ?? [:]) { _, later in later }
        all.merge(event.metadata ?? [:]) { _, later in later }
        if let error = event.error { all["error"] = "\(error)" }
        let head = [
            ("time", clock.now.rfc3339()), ("level", event.level.rawValue), ("event", event.message.description),
        ]
        let known = Set(head.map(\.0))
        let fields =
            head.map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }
            + all.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map {
                "\(JSONText.quoted($0.key)):\(Self.json($0.value))"
            }
        write("{" + fields.joined(separator: ",") + "}\n")
    }

    private static func json(_ value: Logger.Metadata.Value) -> String {
        switch value {
        case .string(let text): JSONText.quoted(text)
        case .stringConvertible(let value): JSONText.quoted(value.description)
        case .array(let values): "[" + values.map(json).joined(separator: ",") + "]"
        case .dictionary(let values):
            "{"
                + values.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0.key)):\(json($0.value))" }
                .joined(separator: ",") + "}"
        }
    }
}
