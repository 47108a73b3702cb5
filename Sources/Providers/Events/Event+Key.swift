import Expressions
import Telephony

extension Event {
    /// What makes two events the same one, so that a repeated webhook advances nothing.
    ///
    /// It is made of the provider's account and, as far as the provider tells: a message's id; a USSD session with its
    /// whole input or the number of the hop. Where it tells neither, sender and text count together with the channel's
    /// `duplicateWindow`: time is cut into stretches of that length (4 s unless the channel says otherwise), and equal
    /// texts within one stretch are one event. A window of 0 makes every request an event of its own.
    package func key(_ channel: Channel) -> String {
        let parts: [String]
        switch self {
        case .message(let message):
            parts = ["message"] + (message.id.map { [$0] } ?? channel.windowed(message))
        case .hop(let hop): parts = ["hop", hop.session] + channel.turn(of: hop)
        case .hangUp(let hangUp): parts = ["end", hangUp.session]
        case .report(let report):
            parts = ["report", report.id ?? "", report.ourID ?? "", report.status.rawValue, report.code ?? ""]
        case .optOut(let optOut):
            parts = ["stop", optOut.from.wireText, channel.stretch(of: optOut.receivedAt.milliseconds)]
        case .ping: parts = ["ping"]
        }
        return ([channel.account] + parts).map(\.keyPart).joined(separator: "|")
    }
}

extension Channel {
    /// The provider's account, or the channel when the adapter names none.
    fileprivate var account: String {
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
