import Histogram

/// The figures of one drained outbox.
struct OutboxFigures: Encodable, CustomStringConvertible {
    let people: Int
    /// Messages that reached the provider.
    let messages: Int
    /// Requests beyond one for each message.
    let repeats: Int
    /// From the start of the services until the last message was written down as sent.
    let seconds: Double
    let perSecond: Double
    /// Seconds that a connection stands idle between an answer and its next request.
    let waitP50: Double
    let waitP99: Double
    let waitP999: Double
    /// Seconds of the gateway's processor time for one message.
    let processor: Double
    /// Processors that the gateway kept busy.
    let busy: Double
    /// Transactions for one message.
    let commits: Double

    init(
        people: Int, messages: Int, repeats: Int, seconds: Double, processor: Double, commits: Int,
        waits: Histogram<UInt64>
    ) {
        self.people = people
        self.messages = messages
        self.repeats = repeats
        self.seconds = seconds
        perSecond = Double(messages) / seconds
        waitP50 = Double(waits.valueAtPercentile(50)) / 1e9
        waitP99 = Double(waits.valueAtPercentile(99)) / 1e9
        waitP999 = Double(waits.valueAtPercentile(99.9)) / 1e9
        self.processor = processor / Double(messages)
        busy = processor / seconds
        self.commits = Double(commits) / Double(messages)
    }

    var description: String {
        "\(people) people: \(Figures.rounded(perSecond, 0)) messages/s, a connection waits "
            + "p50 \(Figures.microseconds(waitP50)), p99 \(Figures.microseconds(waitP99)), "
            + "p99.9 \(Figures.microseconds(waitP999)), "
            + "CPU \(Figures.microseconds(processor)) a message on \(Figures.rounded(busy, 1)) processors, "
            + "\(Figures.rounded(commits, 2)) commits a message, \(repeats) sent twice"
    }
}
