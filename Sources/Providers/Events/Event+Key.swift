import Expressions
import Telephony

extension Event {
    /// What makes two events the same one, so that a repeated webhook advances nothing.
    ///
    /// It is made of the provider's account and, as far as the provider tells: a message's id; a USSD session with its
    /// whole input or the number of the hop. Where it tells neither, sender and text count together with the channel's
    /// `duplicateWindow`: time is cut into stretches of that length (4 s unless the channel says otherwise), and equal
    /// texts within one stretch are one event. A window of 0 makes every request an event of its own. A part of a long
    /// message is all that is known of it: some providers give all parts one id, or one made of a reference that is used
    /// again.
    package func key(_ channel: Channel) -> String {
        let parts: [String]
        switch self {
        case .message(let message):
            parts = ["message"] + (message.id.map { [$0] } ?? channel.windowed(message)) + message.partMarks
        case .hop(let hop): parts = ["hop", hop.session] + channel.turn(of: hop)
        case .hangUp(let hangUp): parts = ["end", hangUp.session]
        case .report(let report):
            parts = ["report", report.id ?? "", report.ourID ?? "", report.status.rawValue, report.code ?? ""]
        case .optOut(let optOut):
            parts = ["stop", optOut.from.wireText, channel.stretch(of: optOut.receivedAt.milliseconds)]
        case .ping: parts = ["ping"]
        }
        return channel.key(parts)
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

    fileprivate func windowed(_ message: Message) -> [String] {
        ["", message.from.wireText, message.text, stretch(of: message.receivedAt.milliseconds)]
    }

    fileprivate func turn(of hop: Hop) -> [String] {
        if let sequence = hop.sequence { return ["number", sequence] }
        switch hop.input {
        case .accumulated(let text, _): return ["input", text]
        case .latest(let text) where hop.phase == .begin: return ["begin", text ?? ""]
        case .latest(let text): return ["latest", text ?? "", stretch(of: hop.receivedAt.milliseconds)]
        }
    }

    fileprivate func stretch(of milliseconds: Int64) -> String {
        String(milliseconds / max(1, duplicateWindow))
    }
}

extension String {
    /// The text with the mark between parts escaped, so that different parts never make the same key.
    fileprivate var keyPart: String {
        guard utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\\") }) else { return self }
        return replacing("\\", with: "\\\\").replacing("|", with: "\\|")
    }
}
