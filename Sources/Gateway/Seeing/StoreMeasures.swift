package import Expressions
package import Storage

/// How the store keeps up, for `/metrics`: how many changes share a commit, how many wait, and how late timers are.
package enum StoreMeasures {
    /// The measures as Prometheus reads them (text exposition format 0.0.4).
    ///
    /// - Parameter timer: When the next timer is due; nil where there is none.
    package static func text(of commits: CommitStatistics, timer: Timestamp?, at now: Timestamp) -> String {
        let late = timer.map { max(0, Int((now.milliseconds - $0.milliseconds) / 1_000)) } ?? 0
        return sizes(commits)
            + measure(
                "groups_redone_total", "counter",
                "Groups of changes that could not be written beside those of other gateways, and were written anew, alone.",
                commits.redone)
            + gauge("store_waiting", "Changes that wait for the next commit.", commits.waiting)
            + gauge("timer_late_seconds", "How long the oldest timer is due that has not fired.", late)
    }

    private static func sizes(_ commits: CommitStatistics) -> String {
        let name = "waymark_group_size"
        var total = 0
        var lines = ["# HELP \(name) Changes that one commit took.", "# TYPE \(name) histogram"]
        for (count, bound) in zip(commits.sizes, CommitStatistics.bounds.map { "\($0)" } + ["+Inf"]) {
            total += count
            lines.append("\(name)_bucket{le=\"\(bound)\"} \(total)")
        }
        lines += ["\(name)_sum \(commits.members)", "\(name)_count \(commits.groups)"]
        return lines.map { $0 + "\n" }.joined()
    }

    private static func gauge(_ name: String, _ about: String, _ value: Int) -> String {
        measure(name, "gauge", about, value)
    }

    private static func measure(_ name: String, _ type: String, _ about: String, _ value: Int) -> String {
        "# HELP waymark_\(name) \(about)\n# TYPE waymark_\(name) \(type)\nwaymark_\(name) \(value)\n"
    }
}
