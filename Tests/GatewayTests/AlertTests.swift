import Expressions
import Foundation
import Gateway
import Storage
import Testing

/// The alert rules that come with the gateway, held against the metrics it serves.
struct AlertTests {
    private static let alerts = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../Config/deploy/alerts.yaml")

    /// Every series that can be served.
    private var series: Set<String> {
        let counters = Counters()
        for name in Counters.Name.allCases { counters.add(name, "channel=\"a\"") }
        let histograms = Histograms()
        for name in Histograms.Name.allCases { histograms.add(name, .zero, "channel=\"a\"") }
        let backlog = OutboxBacklog(channel: "a", waiting: 1, retrying: 0, oldest: nil, dead: 0)
        let text =
            counters.text + histograms.text + BacklogGauges.text(of: [backlog], at: Timestamp(milliseconds: 0))
        return Set(text.split(separator: "\n").filter { $0.first != "#" }.map { String($0.prefix { $0 != "{" }) })
    }

    @Test func `every alert looks at metrics that are served`() throws {
        let text = try String(contentsOf: Self.alerts, encoding: .utf8)
        let named = Set(text.matches(of: /waymark_[a-z_]+/).map { String($0.output) })
        #expect(named.count > 8)
        #expect(named.subtracting(series).isEmpty)
    }
}
