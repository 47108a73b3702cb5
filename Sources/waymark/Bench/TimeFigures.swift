/// How long one way of doing something takes, in seconds.
struct TimeFigures: Encodable, CustomStringConvertible {
    let way: String
    let title: String
    let median: Double
    let p99: Double
    let most: Double

    /// The figures of some times, of which there is at least one.
    init(_ way: String, _ title: String, times: [Double]) {
        let sorted = times.sorted()
        (self.way, self.title) = (way, title)
        median = sorted[sorted.count / 2]
        p99 = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
        most = sorted[sorted.count - 1]
    }

    var description: String {
        "\(title): median \(Figures.microseconds(median)), p99 \(Figures.microseconds(p99)), "
            + "most \(Figures.microseconds(most))"
    }
}
