import Expressions
import Telephony

extension Event {
    /// The event as the command line prints it: keys without a value are left out, numbers are E.164, times RFC 3339.
    package var json: Datum {
        switch self {
        case .message(let message): message.json
        case .hop(let hop): hop.json
        case .hangUp(let hangUp): hangUp.json
        case .report(let report): report.json
        case .optOut(let optOut):
            .event("opt_out", [("from", optOut.from.wireText), ("to", optOut.to?.wireText)])
        case .ping: .event("ping", [])
        }
    }
}

extension Message {
    fileprivate var json: Datum {
        .event(
            "message",
            [
                ("id", id), ("from", from.wireText), ("to", to?.wireText), ("text", text), ("network", network),
                ("at", time?.rfc3339()), ("name", name), ("part", part.map { "\($0.index)/\($0.count)" }),
            ])
    }
}

extension Hop {
    fileprivate var json: Datum {
        let text: String? =
            switch input {
            case .latest(let text): text
            case .accumulated(let text, _): text
            }
        let begins: Datum =
            switch phase {
            case .begin: .flag(true)
            case .continue: .flag(false)
            case .unknown: .null
            }
        return .event(
            "ussd",
            [
                ("id", sequence), ("from", from.wireText), ("to", code), ("text", text), ("session", session),
                ("network", network),
            ], more: [Datum.Member("begins", begins)])
    }
}

extension HangUp {
    fileprivate var json: Datum {
        .event(
            "close", [("from", from?.wireText), ("session", session), ("status", reason.rawValue), ("text", detail)])
    }
}

extension Report {
    fileprivate var json: Datum {
        .event(
            "report",
            [
                ("id", id ?? ourID), ("our_id", ourID), ("from", person?.wireText), ("at", time?.rfc3339()),
                ("status", status.rawValue),
                ("code", code),
            ], more: [Datum.Member("gone", isGone ? .flag(true) : .null)])
    }
}

extension Datum {
    fileprivate static func event(_ kind: String, _ texts: [(String, String?)], more: [Member] = []) -> Datum {
        let members = texts.compactMap { name, text in text.map { Member(name, .text($0)) } }
        return .object([Member("kind", .text(kind))] + members + more.filter { $0.value != .null })
    }
}
