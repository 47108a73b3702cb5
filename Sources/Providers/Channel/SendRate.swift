/// How fast a provider takes requests: so many in so many seconds, as operators write it: `10/s`, `30/m`, `100/5m`.
package struct SendRate: Hashable, Sendable, CustomStringConvertible {
    /// Requests, at least 1.
    package let count: Int
    /// Seconds, at least 1.
    package let seconds: Int

    /// Reads a rate; nil when it is none, of more than a million requests or more than a day.
    package init?(_ text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let count = Int(halves[0]), let unit = halves[1].last.flatMap({ Self.units[$0] })
        else {
            return nil
        }
        let digits = halves[1].dropLast()
        guard let times = digits.isEmpty ? 1 : Int(digits) else { return nil }
        guard (1...1_000_000).contains(count), (1...Self.day / unit).contains(times) else { return nil }
        self.count = count
        seconds = times * unit
    }

    /// The longest stretch, in seconds.
    private static let day = 86_400

    private static let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600]

    /// The rate as it is written, in seconds.
    package var description: String { seconds == 1 ? "\(count)/s" : "\(count)/\(seconds)s" }
}
