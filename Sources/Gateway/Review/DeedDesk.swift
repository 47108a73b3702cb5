package import Conversation
import Expressions
import Providers
package import Storage
import Telephony

/// What staff do in conversations: each deed is kept with everything it leads to, once for each key.
package struct DeedDesk: Sendable {
    /// Characters of a note at most; the rest is cut.
    package static let noteLimit = 4_000
    /// Characters of a tag at most.
    package static let tagLimit = 32

    let parts: GatewayParts
    private let requests: Requests
    /// Called when there is something to send.
    private let wake: @Sendable () -> Void

    init(_ parts: GatewayParts, requests: Requests, wake: @escaping @Sendable () -> Void) {
        self.parts = parts
        self.requests = requests
        self.wake = wake
    }

    /// Does something in a conversation.
    ///
    /// - Parameters:
    ///   - author: The id of the account of whoever does it, never a name.
    ///   - key: Names this deed: asked for twice, it is done once, and what came of it is told again.
    package func act(
        _ deed: StaffDeed, in session: SessionID, by author: String, key: String
    ) async throws -> StaffOutcome {
        guard let summary = try await parts.store.session(session) else { return .unknown }
        let line = line(of: summary)
        guard line != nil || deed.text == nil else { return .silent }
        guard fits(deed) else { return .length }
        let (now, machine) = (parts.clock.now, parts.library.machine)
        let expiry = now + Int64(parts.settings.messageExpiry)
        let digest = parts.vault.digest("staff \(session.rawValue)|\(author)|\(key)")
        let arrival = Arrival(key: digest, subject: .session(session), at: now)
        let settlement = try await parts.store.advance(arrival) { snapshot in
            let view = view(of: summary, line, snapshot)
            let done = machine.receive(deed, on: view, snapshot, at: now)
            return Decision(
                turn: done.turn, answer: Array(done.outcome.rawValue.utf8),
                outgoing: line.map { line in
                    done.turn.texts.map { OutboxDraft(channel: line, text: $0, expiresAt: expiry) }
                } ?? [],
                silenceAt: done.turn.session.map(machine.expiry), reminderChannel: line,
                request: done.turn.request.map { request in
                    RequestDraft(
                        request: request, channel: view.name, arrivalKey: nil, deadline: now + Int64(request.within))
                })
        }
        if settlement.hasOutgoing { wake() }
        try await follow(settlement.request)
        return settlement.answer.flatMap { StaffOutcome(rawValue: String(decoding: $0, as: UTF8.self)) } ?? .unknown
    }

    /// Asks another system what the step needs that she was sent to.
    private func follow(_ request: RequestRow?) async throws {
        guard let request, let channel = parts.channels[request.draft.channel] else { return }
        _ = try await requests.settle(request, nil, on: channel)
        wake()
    }

    /// Writes a note about a conversation. Returns whether there is one.
    package func note(_ text: String, on session: SessionID, by author: String, key: String) async throws -> Bool {
        let note = SessionRemark.note(String(text.prefix(Self.noteLimit)))
        return try await keep(note, on: session, by: author, key: key)
    }

    /// Puts a tag on a conversation, or takes it away. Returns whether there is such a conversation, and the tag is one.
    package func tag(
        _ word: String, isOn: Bool, on session: SessionID, by author: String, key: String
    ) async throws -> Bool {
        guard let tag = tag(word) else { return false }
        return try await keep(isOn ? .tag(tag) : .untag(tag), on: session, by: author, key: key)
    }

    /// A tag as the store finds it: small letters, digits and dashes; nil where a text is none.
    package func tag(_ word: String) -> SessionTag? {
        let word = word.lowercased()
        guard (1...Self.tagLimit).contains(word.count), NumberMask.masked(word) == word,
            word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
        else { return nil }
        return SessionTag(digest: parts.vault.digest("tag " + word), word: word)
    }

    private func keep(
        _ remark: SessionRemark, on session: SessionID, by author: String, key: String
    ) async throws -> Bool {
        let digest = parts.vault.digest("remark \(session.rawValue)|\(author)|\(key)")
        return try await parts.store.remark(remark, on: session, by: author, key: digest, at: parts.clock.now)
    }

    /// The channel that carries SMS to her: the conversation's own, else the one for SMS beside USSD.
    func line(of summary: SessionSummary) -> String? {
        if let own = parts.channels[summary.channel], own.kind == .sms { return own.id }
        return parts.messageChannel
    }

    /// The channel that she is on, as the conversation sees it.
    ///
    /// - Parameter line: The one that carries SMS to her; nil where none does.
    func view(of summary: SessionSummary, _ line: String?, _ snapshot: Snapshot) -> ChannelView {
        let name = line ?? summary.channel
        guard snapshot.isCurrent, snapshot.session?.kind == .ussd else { return ChannelView(name: name, kind: .sms) }
        let own = parts.channels[summary.channel].flatMap { $0.kind == .ussd ? $0 : nil }
        return ChannelView(name: own?.id ?? name, kind: .ussd, limit: own?.screenLimit)
    }

    /// Whether a text of staff is one, and takes no more SMS than the pack allows.
    func fits(_ deed: StaffDeed) -> Bool {
        guard let text = deed.text else { return true }
        let pack = parts.library.machine.packs.current
        return text.contains { !$0.isWhitespace } && pack.limit(on: .sms, of: nil).fits(text)
    }
}

extension Turn {
    /// Everything it sends to her by SMS, in order.
    var texts: [String] { messages + [reply?.text].compactMap(\.self) }
}

extension StaffDeed {
    /// What staff wrote themselves.
    package var text: String? {
        switch self {
        case .answer(let text), .tell(let text): text
        case .handBack, .move, .restart, .end, .block, .unblock: nil
        }
    }
}
