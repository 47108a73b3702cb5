import Synchronization

/// How long things take since the start, in buckets by name and label, for `/metrics`.
package final class Histograms: Sendable {
    /// What is measured, in seconds.
    package enum Name: String, CaseIterable, Sendable {
        case answer = "answer_seconds"
        case send = "send_seconds"

        /// What the measure means, for whoever reads the metrics.
        fileprivate var about: String {
            switch self {
            case .answer: "Seconds from a whole webhook to its answer, by channel."
            case .send: "Seconds that a provider took to answer a request to send, by channel."
            }
        }
    }

    /// The upper bounds of the buckets, in seconds: from a turn that waited for nobody to a provider's last moment. The
    /// names of series stay the same for ever, so these do, too.
    static let bounds = [0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

    private struct Key: Hashable {
        let name: Name
        let label: String
    }

    private struct Buckets {
        /// How many fell into each bucket alone; the last holds what is above all bounds.
        var counts = Array(repeating: 0, count: Histograms.bounds.count + 1)
        var sum = 0.0
    }

    private let buckets = Mutex<[Key: Buckets]>([:])

    package init() {}

    /// Counts one that took so long; the label is written as `name="value"`.
    package func add(_ name: Name, _ duration: Duration, _ label: String) {
        let seconds = max(0, duration / .seconds(1))
        let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        buckets.withLock { buckets in
            buckets[Key(name: name, label: label), default: Buckets()].counts[place] += 1
            buckets[Key(name: name, label: label), default: Buckets()].sum += seconds
        }
    }

    /// The measures as Prometheus reads them (text exposition format 0.0.4).
    package var text: String {
        let buckets = buckets.withLock { $0 }
        var lines: [String] = []
        for name in Name.allCases {
            let own = buckets.filter { $0.key.name == name }.sorted { $0.key.label < $1.key.label }
            if own.isEmpty { continue }
            lines.append("# HELP waymark_\(name.rawValue) \(name.about)")
            lines.append("# TYPE waymark_\(name.rawValue) histogram")
            for (key, buckets) in own { lines += Self.lines(of: buckets, "waymark_\(name.rawValue)", key.label) }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func lines(of buckets: Buckets, _ name: String, _ label: String) -> [String] {
        var total = 0
        var lines: [String] = []
        for (count, bound) in zip(buckets.counts, bounds.map { "\($0)" } + ["+Inf"]) {
            total += count
            lines.append("\(name)_bucket{\(label),le=\"\(bound)\"} \(total)")
        }
        return lines + ["\(name)_sum{\(label)} \(buckets.sum)", "\(name)_count{\(label)} \(total)"]
    }
}
