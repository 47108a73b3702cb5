/// Every request to send a message that reached the hostile provider, and what the people got.
struct SendLedger: Sendable {
    /// A message: nobody in this test is sent the same text twice by one channel, so the text tells it.
    struct Message: Hashable, Sendable {
        let channel: String
        let to: String
        let text: String
    }

    /// One request.
    struct Attempt: Sendable {
        /// The connection that it came on.
        let connection: Int
        /// What it was to be recognised by.
        let reference: String?
        let fate: SendFate
        /// The provider's id of the message; nil when it was not taken.
        let providerID: String?
        /// Whether the answer left long before the gateway's time-out; false until then.
        var isAnswered = false
    }

    /// The way from one channel to one person.
    struct Line: Hashable, Sendable {
        let channel: String
        let to: String
    }

    private(set) var attempts: [Message: [Attempt]] = [:]
    /// The texts of all requests, in the order in which they came.
    private(set) var requests: [Line: [String]] = [:]
    /// How many times each message reached its person.
    private(set) var deliveries: [Message: Int] = [:]
    /// The different texts that each person got, in their order.
    private(set) var inboxes: [String: [String]] = [:]
    /// What was taken under which reference.
    private(set) var references: [String: (message: Message, providerID: String)] = [:]
    /// References that came with two messages.
    private(set) var mixedReferences: [String] = []
    private var lastIDs: [Line: Int] = [:]

    /// Writes a request down; returns its number among the message's requests, and the provider's id if it was taken.
    mutating func receive(
        _ message: Message, fate: SendFate, reference: String?, connection: Int
    ) -> (attempt: Int, providerID: String?) {
        requests[Line(channel: message.channel, to: message.to), default: []].append(message.text)
        let id = fate.isTaken ? take(message, reference: reference) : nil
        attempts[message, default: []].append(
            Attempt(connection: connection, reference: reference, fate: fate, providerID: id))
        return ((attempts[message]?.count ?? 1) - 1, id)
    }

    /// The answer has left in good time.
    mutating func answered(_ message: Message, attempt: Int) {
        attempts[message]?[attempt].isAnswered = true
    }

    /// As real providers with idempotency do: a reference that was seen gets the same id, and nothing is sent again.
    private mutating func take(_ message: Message, reference: String?) -> String {
        if let reference, let known = references[reference] {
            if known.message != message { mixedReferences.append(reference) }
            return known.providerID
        }
        let line = Line(channel: message.channel, to: message.to)
        lastIDs[line, default: 0] += 1
        let id = "\(message.channel)-\(message.to.dropFirst())-\(lastIDs[line] ?? 0)"
        if let reference { references[reference] = (message, id) }
        if deliveries[message] == nil { inboxes[message.to, default: []].append(message.text) }
        deliveries[message, default: 0] += 1
        return id
    }
}
