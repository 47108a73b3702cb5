/// What became of one request to send a message.
enum SendFate: String, CaseIterable, Sendable {
    /// Taken, and answered at once.
    case prompt
    /// Taken, and answered after some tenths of a second.
    case slow
    /// Out of order: 500.
    case failing
    /// Asked too fast: 429.
    case throttled
    /// Hung up on, and not taken.
    case hangsUp = "hangs up"
    /// Taken, and hung up on.
    case takesAndHangsUp = "takes and hangs up"
    /// Taken, and never answered.
    case silent

    /// Whether the message reaches the person.
    var isTaken: Bool {
        switch self {
        case .prompt, .slow, .takesAndHangsUp, .silent: true
        case .failing, .throttled, .hangsUp: false
        }
    }

    /// The fate of an attempt, which is the same whenever it is made.
    static func draw(seed: UInt64, id: String, attempt: Int) -> SendFate {
        var chance = Chance(seed: seed, "send", id, String(attempt))
        switch chance.number(in: 0...99) {
        case 0..<8: return .slow
        case 8..<14: return .failing
        case 14: return .throttled
        case 15..<19: return .hangsUp
        case 19..<23: return .takesAndHangsUp
        case 23..<25: return .silent
        default: return .prompt
        }
    }
}

/// Every request to send a message that reached the provider.
struct ProviderLedger: Sendable {
    /// One request.
    struct Attempt: Sendable {
        let at: ContinuousClock.Instant
        /// Which gateway made it.
        let gateway: Int
        let fate: SendFate
        /// When the whole answer that it was taken had left; nil where it had not.
        var confirmedAt: ContinuousClock.Instant?
    }

    /// A message by our own id of it.
    struct Message: Sendable {
        let to: String
        let text: String
        var attempts: [Attempt] = []
        /// When the gateway acknowledged the report that it was delivered.
        var reportedAt: ContinuousClock.Instant?
        /// Whether it was sent with another number or text at another time.
        var isChanged = false

        var isTaken: Bool { attempts.contains { $0.fate.isTaken } }
    }

    private(set) var messages: [String: Message] = [:]
    /// The ids of each person's messages, in the order in which they first came.
    private(set) var ids: [String: [String]] = [:]

    /// The texts that reached a person, in their order.
    func texts(to number: String) -> [String] {
        (ids[number] ?? []).compactMap { messages[$0] }.filter(\.isTaken).map(\.text)
    }

    /// Writes a request down; returns its fate and its number among the message's requests.
    mutating func receive(
        _ id: String, to: String, text: String, from gateway: Int, seed: UInt64
    ) -> (fate: SendFate, attempt: Int) {
        var message = messages[id] ?? Message(to: to, text: text)
        if messages[id] == nil { ids[to, default: []].append(id) }
        message.isChanged = message.isChanged || message.to != to || message.text != text
        let attempt = message.attempts.count
        let fate = SendFate.draw(seed: seed, id: "\(to) \(ids[to]?.firstIndex(of: id) ?? 0)", attempt: attempt)
        message.attempts.append(Attempt(at: .now, gateway: gateway, fate: fate))
        messages[id] = message
        return (fate, attempt)
    }

    mutating func confirm(_ id: String, attempt: Int) {
        messages[id]?.attempts[attempt].confirmedAt = .now
    }

    mutating func reported(_ id: String) {
        if messages[id]?.reportedAt == nil { messages[id]?.reportedAt = .now }
    }
}
