import Expressions
import Telephony

/// What makes two events the same one, so that a repeated webhook advances nothing.
package struct EventKey: Hashable, Sendable {
    /// Equal for equal events. It may hold a number and what was typed: keep a keyed digest of it only.
    package let text: String
    /// Milliseconds for which an equal event is a repetition and after which it is another; nil when it always is.
    ///
    /// Whoever keeps keys counts from the moment the earlier event was answered: a person needs the last screen before
    /// she can type, a provider that repeats itself does not.
    package let window: Int64?
}

extension Event {
    /// The event's key.
    ///
    /// It is made of the provider's account and, as far as the provider tells: a message's id; a USSD session with its
    /// number and its whole input or the number of the hop: a network that gives an id to two people at a time shows
    /// neither the other's screen. Where it tells neither, sender and text count, within the channel's
    /// `duplicateWindow` (4 s unless the channel says otherwise); a window of 0 makes every request an event of its
    /// own. Where the ids of sessions are used again, nothing counts for longer than one of them lives. A part of a long
    /// message is all that is known of it: some providers give all parts one id, or one made of a reference that is used
    /// again.
    package func key(_ channel: Channel) -> EventKey {
        let parts: [String]
        var window: Int64?
        switch self {
        case .message(let message):
            parts =
                ["message"] + (message.id.map { [$0] } ?? ["", message.from.wireText, message.text])
                + message.partMarks
            window = message.id == nil ? channel.duplicateWindow : nil
        case .hop(let hop):
            parts = ["hop", hop.session, hop.from.wireText] + hop.turn
            window = hop.window(channel.duplicateWindow)
        case .hangUp(let hangUp):
            parts = ["end", hangUp.session] + [hangUp.from?.wireText].compactMap(\.self)
            window = channel.duplicateWindow
        case .report(let report):
            parts = ["report", report.id ?? "", report.ourID ?? "", report.status.rawValue, report.code ?? ""]
        case .optOut(let optOut):
            parts = ["stop", optOut.from.wireText]
            window = channel.duplicateWindow
        case .ping: parts = ["ping"]
        }
        return EventKey(text: channel.key(parts), window: window)
    }
}

extension Message {
    /// What the parts of one long message share: the provider's account, both ends and the reference. In SMS that is a
    /// number of 8 or 16 bits (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8), so a sender uses it again some day.
    package func key(joining part: Part, on channel: Channel) -> String {
        channel.key(["parts", from.wireText, to?.wireText ?? channel.id, part.key])
    }

    /// What tells a part from every other; nothing for a whole message.
    fileprivate var partMarks: [String] {
        part.map { ["part", from.wireText, to?.wireText ?? "", $0.key, String($0.index), String($0.count), text] } ?? []
    }
}

extension Channel {
    /// A key of parts that never run into each other, unique among all providers.
    fileprivate func key(_ parts: [String]) -> String {
        ([account] + parts).map(\.keyPart).joined(separator: "|")
    }

    /// The provider's account, or the channel when the adapter names none.
    private var account: String {
        let own = (try? adapter.account?.text(in: Scope(channel: self))) ?? nil
        return adapter.name + "/" + (own ?? id)
    }
}

extension Hop {
    /// What tells the hop from the others of its session.
    fileprivate var turn: [String] {
        if let sequence { return ["number", sequence] }
        switch input {
        case .accumulated(let text, _): return ["input", text]
        case .latest(let text): return [phase == .begin ? "begin" : "latest", text ?? ""]
        }
    }

    fileprivate func window(_ duplicates: Int64) -> Int64? {
        let life = lifetime.map { Int64($0) * 1_000 }
        if sequence != nil { return life }
        switch input {
        case .accumulated: return life
        case .latest where phase == .begin && life == nil: return nil
        case .latest: return duplicates
        }
    }
}

extension String {
    /// The text with the mark between parts escaped, so that different parts never make the same key.
    fileprivate var keyPart: String {
        guard utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\\") }) else { return self }
        return replacing("\\", with: "\\\\").replacing("|", with: "\\|")
    }
}
