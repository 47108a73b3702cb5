package import Evidence
import Providers
import Storage

/// What became of the messages of a month, and what they cost by the prices that channels have.
package struct MessageReport: Hashable, Sendable {
    /// Channels by what became of their messages.
    package let fates: ToldTable
    /// The SMS of each row of `fates` that a provider took.
    package let charges: [Charge]
    /// Those of all of them.
    package let total: Charge

    /// The SMS that messages took, and what these cost.
    package struct Charge: Hashable, Sendable {
        /// How many; nil where they are too few to tell.
        package let segments: Int?
        /// What they cost, in hundredths by currency; none where a channel among them has no price, or too few were sent.
        package let cost: [String: Int]
    }

    /// - Parameters:
    ///   - prices: What one SMS costs, by channel.
    ///   - least: The least number of messages that is told.
    /// - Returns: Nil where there were too few to tell anything.
    init?(_ counts: [MessageCount], prices: [String: SegmentPrice], least: Int) {
        let table = Crosstab(counts.map { ($0.channel, $0.state.rawValue, $0.total) })
        guard let fates = ToldTable(table, least: least) else { return nil }
        let (rows, rounding) = (fates.rows, Rounding(least: least))
        let taken = Dictionary(grouping: counts.filter { $0.state != .dead }) { count in
            rows.contains(count.channel) ? count.channel : Crosstab.together
        }
        self.fates = fates
        charges = rows.map { Charge(taken[$0] ?? [], prices, rounding) }
        total = Charge(taken.values.flatMap(\.self), prices, rounding)
    }
}

extension MessageReport.Charge {
    /// Rounded like every number that is told: the number of SMS, and their cost to what so many cost.
    fileprivate init(_ counts: [MessageCount], _ prices: [String: SegmentPrice], _ rounding: Rounding) {
        guard counts.reduce(0, { $0 + $1.total }) >= rounding.least else {
            (segments, cost) = (nil, [:])
            return
        }
        segments = rounding.told(counts.reduce(0) { $0 + $1.segments })
        let priced = counts.compactMap { count in prices[count.channel].map { (count.segments, $0) } }
        guard priced.count == counts.count else {
            cost = [:]
            return
        }
        var exact: [String: Int] = [:]
        for (segments, price) in priced { exact[price.currency, default: 0] += price.hundredths(of: segments) }
        var steps: [String: Int] = [:]
        for (_, price) in priced {
            steps[price.currency] = max(steps[price.currency] ?? 1, price.hundredths(of: rounding.least))
        }
        cost = exact.reduce(into: [:]) { told, entry in
            told[entry.key] = Rounding(least: steps[entry.key] ?? 1).told(entry.value)
        }
    }
}
