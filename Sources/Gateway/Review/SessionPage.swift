package import Conversation
package import Delivery
package import Expressions
import Providers
package import Storage
package import Telephony

/// One conversation with everything that was said and done in it, as much as its reader may see.
package struct SessionPage: Hashable, Sendable {
    package let summary: SessionSummary
    /// The last two digits of the number she used last.
    package let numberEnding: String?
    /// What was typed and shown, in order.
    package let turns: [Turn]
    /// The SMS that it wrote, in order.
    package let messages: [Message]
    /// The cases that it opened, in order.
    package let cases: [CaseSummary]
    /// What staff wrote about it, in order.
    package let notes: [StaffNote]
    /// The words by which staff find it.
    package let tags: [String]
    /// What its person agreed to, refused and took back at any time, in order.
    package let consents: [ConsentRow]

    /// One turn.
    package struct Turn: Hashable, Sendable {
        package let line: TranscriptLine
        /// What was shown; nil when nothing was said.
        package let screen: Screen?
        /// Seconds since the turn before; nil for the first.
        package let pause: Int64?
    }

    /// One screen or SMS answer, with what it took of its channel.
    package struct Screen: Hashable, Sendable {
        /// As it was sent; a mask where it is withheld.
        package let text: String
        /// Septets or UTF-16 units of what was sent.
        package let length: TextMeasure
        /// How many of them a screen of the channel holds; nil for SMS, and where the channel is gone.
        package let limit: Int?
        /// In how many SMS it went; nil for a USSD screen.
        package let segments: Int?
        package let isWithheld: Bool
    }

    /// One SMS with what became of it.
    package struct Message: Hashable, Sendable {
        package let id: OutboxID
        /// The channel's name.
        package let channel: String
        package let screen: Screen
        package let createdAt: Timestamp
        package let state: MessageState
        /// How many times sending was tried.
        package let attempts: Int
        /// When it was sent or given up; nil while it waits.
        package let settledAt: Timestamp?
        /// When it is tried next; nil when it is sent or given up.
        package let dueAt: Timestamp?
        /// Why it was given up, in the words of `DeadReason`.
        package let deadReason: String?
        /// What the provider reported last.
        package let status: DeliveryStatus?
        /// The provider's code of a failure.
        package let code: String?
    }

    /// What the store has of one conversation.
    struct Material {
        let summary: SessionSummary
        let numberEnding: String?
        let lines: [TranscriptLine]
        let messages: [MessageSummary]
        let cases: [CaseSummary]
        let notes: [StaffNote]
        let tags: [String]
        let consents: [ConsentRow]
    }

    /// - Parameter redaction: What takes out what the reader may not see; nil for someone who sees everything.
    init(_ material: Material, channels: [String: Channel], redaction: Redaction?) {
        let ruler = ScreenRuler(channels: channels, summary: material.summary)
        let lines = redaction?.redacted(material.lines) ?? material.lines
        summary = material.summary
        numberEnding = material.numberEnding
        var before: Timestamp?
        turns = zip(material.lines, lines).map { sent, line in
            defer { before = line.at }
            return Turn(
                line: line, screen: ruler.screen(sent.reply, of: line), pause: before.map { line.at - $0 })
        }
        messages = material.messages.map { message in
            // A message bears the time of the turn that wrote it, which another turn may have, too.
            let written = lines.filter { $0.at == message.createdAt }
            let text = ClaimCode.hidden(in: message.text)
            let shown = redaction?.redacted(message: text, writtenInOneOf: written) ?? text
            return Message(message, showing: shown, measuredBy: ruler)
        }
        notes = material.notes.map { note in
            redaction == nil ? note : StaffNote(at: note.at, author: note.author, text: Redaction.mask)
        }
        tags = material.tags
        consents = material.consents
        cases = material.cases.map { opened in
            opened.noting(redaction?.redacted(note: opened.note, writtenAt: opened.step) ?? opened.note)
        }
    }
}

/// Measures what was sent on the channels that it went through.
struct ScreenRuler {
    let channels: [String: Channel]
    let summary: SessionSummary

    /// A turn's screen with the length of what was sent.
    func screen(_ sent: String?, of line: TranscriptLine) -> SessionPage.Screen? {
        guard let sent, let shown = line.reply else { return nil }
        let channel = line.channel.isEmpty ? summary.channel : line.channel
        return screen(sent, shown: shown, on: channel, isWithheld: line.isWithheld)
    }

    func screen(_ sent: String, shown: String, on channel: String, isWithheld: Bool) -> SessionPage.Screen {
        let channel = channels[channel]
        let length = TextMeasure(of: sent)
        let isUSSD = channel?.kind == .ussd
        var limit: Int?
        if isUSSD, case .ussd(let septets, let ucs2)? = channel?.screenLimit {
            limit = length.encoding == .gsm7 ? septets : ucs2
        }
        return SessionPage.Screen(
            text: shown, length: length, limit: limit, segments: isUSSD ? nil : Segments.count(sent),
            isWithheld: isWithheld)
    }
}

extension SessionPage.Message {
    fileprivate init(_ message: MessageSummary, showing shown: String, measuredBy ruler: ScreenRuler) {
        self.init(
            id: message.id, channel: message.channel,
            screen: ruler.screen(
                message.text, shown: shown, on: message.channel, isWithheld: shown == Redaction.mask),
            createdAt: message.createdAt, state: message.state, attempts: message.attempts,
            settledAt: message.settledAt, dueAt: message.dueAt, deadReason: message.deadReason,
            status: message.status, code: message.code)
    }
}
