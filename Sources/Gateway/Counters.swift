import Synchronization

/// What happened since the start, counted by name and label, for `/metrics`.
package final class Counters: Sendable {
    /// What is counted.
    package enum Name: String, CaseIterable, Sendable {
        case turns, repeats, rejected, busy, failed, sent
        case sendRetries = "send_retries"
        case dead, reports, requests, reminders, looping, codes, late, parts
        case lateParts = "late_parts"
        case incomplete
        case unreadTimes = "unread_times"
        case held
        case erased, dropped, crowded
        case flowErrors = "flow_errors"

        /// What the count means, for whoever reads the metrics.
        fileprivate var about: String {
            switch self {
            case .turns: "Turns kept, by channel."
            case .repeats: "Webhooks that repeated an earlier one, by channel."
            case .rejected: "Webhooks that were refused, by channel and reason."
            case .busy: "Webhooks met with the busy answer, by channel."
            case .failed: "Webhooks that could not be kept, by channel."
            case .sent: "Messages a provider took, by channel."
            case .sendRetries: "Attempts to send that are to be repeated, by channel."
            case .dead: "Messages that will never be sent, by channel."
            case .reports: "Delivery reports, by channel and status."
            case .requests: "Questions to other systems, by system and outcome."
            case .reminders: "Reminders that fell due, by channel."
            case .looping: "Answers held back because two machines answer each other, by channel."
            case .codes: "Messages from short codes and sender names, which get no answer, by channel."
            case .late: "USSD requests that got another screen because their own was not there in time, by channel."
            case .parts: "Parts of long messages that wait for the others, by channel."
            case .lateParts: "Parts dropped because their message was taken without them, by channel."
            case .incomplete: "Long messages taken with parts missing, by channel."
            case .held: "SMS that were held because their person was in a USSD dialogue, by channel."
            case .erased: "People erased because they were not heard for too long."
            case .dropped: "Values, texts and claims that were kept long enough."
            case .crowded: "Requests refused because too many bodies were being read."
            case .flowErrors: "What turns flagged for whoever mends the pack, by pack, flow and kind."
            case .unreadTimes: "Times of providers that cannot be read, so that the time of arrival counts, by channel."
            }
        }
    }

    private struct Key: Hashable {
        let name: Name
        let labels: [String]
    }

    private let counts = Mutex<[Key: Int]>([:])

    package init() {}

    /// Counts so many more; labels are written as `name="value"`.
    package func add(_ name: Name, _ labels: String..., by count: Int = 1) {
        guard count > 0 else { return }
        counts.withLock { $0[Key(name: name, labels: labels), default: 0] += count }
    }

    /// How often something happened on a channel.
    package func total(_ name: Name, of channel: String) -> Int {
        let label = "channel=\"\(channel)\""
        return counts.withLock { counts in
            counts.reduce(0) { $1.key.name == name && $1.key.labels.contains(label) ? $0 + $1.value : $0 }
        }
    }

    /// The counts as Prometheus reads them (text exposition format 0.0.4).
    package var text: String {
        let counts = counts.withLock { $0 }
        var lines: [String] = []
        for name in Name.allCases {
            let own = counts.filter { $0.key.name == name }.sorted {
                $0.key.labels.lexicographicallyPrecedes($1.key.labels)
            }
            if own.isEmpty { continue }
            lines.append("# HELP waymark_\(name.rawValue)_total \(name.about)")
            lines.append("# TYPE waymark_\(name.rawValue)_total counter")
            for (key, count) in own {
                lines.append("waymark_\(name.rawValue)_total{\(key.labels.joined(separator: ","))} \(count)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
