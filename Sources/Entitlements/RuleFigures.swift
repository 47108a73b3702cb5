import Expressions

/// The figures of a rule as they are on one day in one place.
struct RuleFigures: Sendable {
    /// The row chosen for each parameter; none where there is none that may be used.
    private(set) var rows: [String: RuleParameter.Row] = [:]
    /// What expressions read as `p`: unknown where no row is chosen.
    private(set) var values = Object()

    /// - Parameter region: Where she is; nil while that is not known.
    init(of rule: Rule, on day: CalendarDate, in region: RegionCode?) {
        for (name, parameter) in rule.parameters.sorted(by: { $0.key < $1.key }) {
            rows[name] = Self.row(of: parameter, on: day, in: region)
            values[name] = rows[name]?.value ?? .unknown
        }
    }

    /// The row that holds there on that day; nil while her region is not known, and for one that is unconfirmed.
    private static func row(
        of parameter: RuleParameter, on day: CalendarDate, in region: RegionCode?
    ) -> RuleParameter.Row? {
        guard let place = parameter.isRegional ? region : parameter.jurisdiction else { return nil }
        let row = parameter.row(on: day, in: place)
        return row?.status == .unconfirmed ? nil : row
    }
}
