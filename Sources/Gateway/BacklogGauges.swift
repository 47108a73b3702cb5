package import Expressions
package import Storage

/// What waits in the outbox, for `/metrics`: a growing age tells of a provider that takes nothing.
package enum BacklogGauges {
    /// The gauges as Prometheus reads them (text exposition format 0.0.4), by channel.
    ///
    /// - Parameter channels: The names of those that are set up.
    package static func text(of backlog: [OutboxBacklog], channels: Set<String>, at now: Timestamp) -> String {
        gauge("waiting", "Messages that are neither sent nor given up, by channel.", backlog) { $0.waiting }
            + gauge("oldest_seconds", "The age of the oldest message that waits, by channel.", backlog) { row in
                row.oldest.map { max(0, Int((now.milliseconds - $0.milliseconds) / 1_000)) } ?? 0
            }
            + gauge("stranded", "Messages that wait for a channel that is not set up, by channel.", backlog) { row in
                channels.contains(row.channel) ? 0 : row.waiting
            }
            + gauge("dead", "Messages that were given up and not sent again, by channel.", backlog) { $0.dead }
    }

    private static func gauge(
        _ name: String, _ about: String, _ backlog: [OutboxBacklog], _ value: (OutboxBacklog) -> Int
    ) -> String {
        guard !backlog.isEmpty else { return "" }
        let lines = backlog.map { "waymark_outbox_\(name){channel=\"\($0.channel)\"} \(value($0))\n" }
        return "# HELP waymark_outbox_\(name) \(about)\n# TYPE waymark_outbox_\(name) gauge\n" + lines.joined()
    }
}
