package import Expressions

/// A figure of the law, by date and place: rules read it as `p.name`.
package struct RuleParameter: Hashable, Sendable {
    /// How far a value can be relied on.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        /// Checked against its law.
        case confirmed
        /// Used, but she is told that it may differ where she is.
        case usual
        /// Never used: the figure counts as missing.
        case unconfirmed
    }

    /// One value with the days and the place it holds for.
    package struct Row: Hashable, Sendable {
        /// When it holds.
        package let days: DayRange
        /// Where it holds.
        package let region: RegionCode
        /// The figure: a number, month, text, list or table.
        package let value: Value
        /// The id of the law it stands in.
        package let law: String
        /// How far it can be relied on.
        package let status: Status

        package init(days: DayRange, region: RegionCode, value: Value, law: String, status: Status = .confirmed) {
            self.days = days
            self.region = region
            self.value = value
            self.law = law
            self.status = status
        }
    }

    /// What expressions name behind `p.`.
    package let name: String
    /// What the figure counts, for those who edit it: `months`, `CNY_per_month`.
    package let unit: String
    /// All values, in the file's order.
    package let rows: [Row]
    /// Where the rule holds: rows for this place hold wherever no smaller place has its own.
    package let jurisdiction: RegionCode

    package init(name: String, unit: String, rows: [Row], jurisdiction: RegionCode) {
        self.name = name
        self.unit = unit
        self.rows = rows
        self.jurisdiction = jurisdiction
    }

    /// Whether a value differs by place, so that the person's region must be known.
    package var isRegional: Bool { rows.contains { $0.region != jurisdiction } }

    /// The row for a day and place: of those that hold, the most exact place, then the latest start.
    package func row(on day: CalendarDate, in region: RegionCode) -> Row? {
        rows.filter { $0.days.contains(day) }
            .compactMap { row in row.region.closeness(to: region).map { (row: row, closeness: $0) } }
            .max { ($0.closeness, $0.row.days.from) < ($1.closeness, $1.row.days.from) }?.row
    }

    /// Whether there is a place without a value that may be used, on some day after the first row's.
    package var hasGaps: Bool {
        let general = rows.filter { $0.region == jurisdiction && $0.status != .unconfirmed && $0.days.to == nil }
        return general.isEmpty || rows.contains { $0.status == .unconfirmed }
    }
}
