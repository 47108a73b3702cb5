/// Every request to send a message that reached the hostile provider, and what the people got.
struct SendLedger: Sendable {
    /// A message: nobody in this test is sent the same text twice by one channel, so the text tells it.
    struct Message: Hashable, Sendable {
        let channel: HostileChannel
        let to: String
        let text: String

        var line: Line { Line(channel: channel, to: to) }
    }

    /// The way from one channel to one person.
    struct Line: Hashable, Sendable {
        let channel: HostileChannel
        let to: String
    }

    /// One request.
    struct Attempt: Sendable {
        let at = ContinuousClock.now
        /// The connection that it came on.
        let connection: Int
        /// Our own id of the message.
        let reference: String?
        let fate: SendFate
        /// The provider's id of the message; nil when it was not taken.
        let providerID: String?
        /// Whether the answer left long before the gateway's time-out; false until then.
        var isAnswered = false
    }

    private(set) var attempts: [Message: [Attempt]] = [:]
    /// How many requests came.
    private(set) var count = 0
    /// The texts of all requests, in the order in which they came.
    private(set) var requests: [Line: [String]] = [:]
    /// How many times each message reached its person.
    private(set) var deliveries: [Message: Int] = [:]
    /// The different texts that each person got, in their order.
    private(set) var inboxes: [String: [String]] = [:]
    /// The messages of the provider's ids.
    private(set) var messages: [String: Message] = [:]
    /// When the gateway first took a report of an id.
    private(set) var told: [String: ContinuousClock.Instant] = [:]
    /// What was taken under which reference, where the provider knows a message again.
    private var known: [String: String] = [:]
    private var lastIDs: [Line: Int] = [:]

    /// Writes a request down; returns its number among the message's requests, and the provider's id if it was taken.
    mutating func receive(
        _ message: Message, fate: SendFate, reference: String?, connection: Int
    ) -> (attempt: Int, providerID: String?) {
        count += 1
        requests[message.line, default: []].append(message.text)
        let id = fate.isTaken ? take(message, reference: reference) : nil
        let earlier = attempts[message] ?? []
        attempts[message] =
            earlier + [Attempt(connection: connection, reference: reference, fate: fate, providerID: id)]
        return (earlier.count, id)
    }

    /// The answer has left in good time.
    mutating func answered(_ message: Message, attempt: Int) {
        attempts[message]?[attempt].isAnswered = true
    }

    /// The gateway took a report.
    mutating func reported(_ providerID: String) {
        if told[providerID] == nil { told[providerID] = .now }
    }

    /// As real providers with idempotency do: a reference that was seen gets the same id, and nothing is sent again.
    private mutating func take(_ message: Message, reference: String?) -> String {
        if message.channel == .keyed, let reference, let id = known[reference] { return id }
        lastIDs[message.line, default: 0] += 1
        let id = "\(message.channel)-\(message.to.dropFirst())-\(lastIDs[message.line] ?? 0)"
        if let reference { known[reference] = id }
        messages[id] = message
        if deliveries[message] == nil { inboxes[message.to, default: []].append(message.text) }
        deliveries[message, default: 0] += 1
        return id
    }
}
