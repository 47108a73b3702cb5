import TestSupport

/// What the hostile provider does with one request to send a message.
enum SendFate: String, CaseIterable, Sendable {
    /// Takes it and answers at once.
    case prompt
    /// Takes it and answers after some tenths of a second.
    case slow
    /// Takes it, and its delivery report arrives before the answer does.
    case reportFirst = "report first"
    /// Too fast: 429 with `Retry-After`.
    case throttled
    /// Out of order: 500 with `Retry-After`.
    case failing
    /// Hangs up without taking it.
    case hangsUp = "hangs up"
    /// Takes it and hangs up.
    case takesAndHangsUp = "takes and hangs up"
    /// Takes it and hangs up in the middle of the answer.
    case cutShort = "cut short"
    /// Takes it and answers 200 with a page instead of a receipt.
    case nonsense
    /// Takes it and answers with bytes that are no HTTP.
    case noise
    /// Takes it and answers when nobody listens any more.
    case late

    /// Whether the message reaches the person.
    var isTaken: Bool {
        switch self {
        case .throttled, .failing, .hangsUp: false
        case .prompt, .slow, .reportFirst, .takesAndHangsUp, .cutShort, .nonsense, .noise, .late: true
        }
    }

    /// Whether the gateway gets the receipt, and so knows that the message was taken.
    var isAnswered: Bool {
        switch self {
        case .prompt, .slow, .reportFirst: true
        case .throttled, .failing, .hangsUp, .takesAndHangsUp, .cutShort, .nonsense, .noise, .late: false
        }
    }

    /// How many of a thousand requests meet it; what is missing goes to `prompt`. Throttling is rare, because it may
    /// hold up everyone else on the channel.
    private var share: Int {
        switch self {
        case .prompt: 0
        case .slow: 150
        case .reportFirst: 150
        case .throttled: 4
        case .failing: 25
        case .hangsUp: 20
        case .takesAndHangsUp: 25
        case .cutShort: 20
        case .nonsense: 15
        case .noise: 15
        case .late: 10
        }
    }

    /// - Parameter mayDelay: Whether the gateway may be made to wait before it tries again.
    static func draw(mayDelay: Bool, by chance: inout SplitMix64) -> SendFate {
        var number = Int.random(in: 0..<1_000, using: &chance)
        for fate in allCases {
            if number < fate.share { return mayDelay || fate.isAnswered ? fate : .prompt }
            number -= fate.share
        }
        return .prompt
    }
}
