import Foundation

/// The kinds of adapters by which phones reach the gateway, by the names of their channels.
enum PhoneLine: String, CaseIterable, Sendable {
    /// USSD whose provider sends everything typed so far.
    case cumulative
    /// USSD whose provider sends the last answer, and numbers the requests of a session.
    case sessions
    /// SMS that is answered in the answer to the webhook.
    case answered
    /// SMS that is answered by a message of its own.
    case sent

    var isUSSD: Bool { self == .cumulative || self == .sessions }

    /// What a phone shows of an answer to its provider; nil when it is none of this provider.
    func shown(_ text: String) -> Shown? {
        switch self {
        case .cumulative:
            guard text.hasPrefix("CON ") || text.hasPrefix("END ") else { return nil }
            return Shown(text: String(text.dropFirst(4)), ends: text.hasPrefix("END "))
        case .sessions:
            guard let answer = Self.fields(text), let shown = answer["text"] as? String,
                let ends = answer["ends"] as? Bool
            else { return nil }
            return Shown(text: shown, ends: ends)
        case .answered: return (Self.fields(text)?["reply"] as? String).map { Shown(text: $0, ends: false) }
        case .sent: return nil
        }
    }

    private static func fields(_ text: String) -> [String: Any]? {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
    }
}

/// What a phone shows.
struct Shown: Hashable, Sendable {
    let text: String
    /// Whether its USSD dialogue is over; SMS have none.
    let ends: Bool
}

/// Something that a person did or that happened to her, with what her phone showed of it.
enum Deed: Sendable {
    case dial(Shown)
    case type(String, Shown)
    case hangUp
    case text(String, reply: String)
    /// The SMS that she had asked to be reminded by.
    case reminder(String)
}
