package import Evidence
import Providers
import Storage

/// What became of the messages of a month, and what they cost by the prices that channels have.
package struct MessageReport: Hashable, Sendable {
    /// Channels by what became of their messages.
    package let fates: Disclosure
    /// How many SMS the messages took that a provider took, by the names of the rows of `fates`.
    package let segments: [String: Int]
    /// What they cost, in hundredths by currency, by the names of the rows; none where a channel of the row has no price.
    package let costs: [String: [String: Int]]

    /// - Parameters:
    ///   - prices: What one SMS costs, by channel.
    ///   - least: The least number of messages that is told.
    /// - Returns: Nil where there were too few to tell anything.
    init?(_ counts: [MessageCount], prices: [String: SegmentPrice], least: Int) {
        let table = Crosstab(counts.map { ($0.channel, $0.state.rawValue, $0.total) })
        guard let merged = table.merged(least: least) else { return nil }
        fates = Disclosure(merged, least: least)
        let rows = Set(merged.rows)
        var segments: [String: Int] = [:]
        var costs: [String: [String: Int]] = [:]
        var unpriced: Set<String> = []
        for count in counts where count.state != .dead {
            let row = rows.contains(count.channel) ? count.channel : Crosstab.together
            segments[row, default: 0] += count.segments
            if let price = prices[count.channel] {
                costs[row, default: [:]][price.currency, default: 0] += price.hundredths(of: count.segments)
            } else {
                unpriced.insert(row)
            }
        }
        self.segments = segments
        self.costs = costs.filter { !unpriced.contains($0.key) }
    }
}
