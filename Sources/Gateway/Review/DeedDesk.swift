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
    ///   - mark: `DeedPreview.mark` of what its author looked at: where it would be something else by now, nothing is
    ///     done. Nil where nobody looked.
    package func act(
        _ deed: StaffDeed, in session: SessionID, by author: String, key: String, as mark: String? = nil
    ) async throws -> StaffOutcome {
        guard let summary = try await parts.store.session(session) else { return .unknown }
        let line = line(of: summary)
        guard line != nil || deed.text == nil else { return .silent }
        guard fits(deed) else { return .length }
        let plan = DeedPlan(deed, in: summary, line, parts)
        let digest = parts.vault.digest("staff \(session.rawValue)|\(author)|\(key)")
        let arrival = Arrival(key: digest, subject: .session(session), at: plan.now)
        let settlement = try await parts.store.advance(arrival) { snapshot in
            plan.decision(plan.done(snapshot, asLookedAt: mark), snapshot)
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

    /// Whether a text of staff is one, and takes no more SMS than the pack allows.
    func fits(_ deed: StaffDeed) -> Bool {
        guard let text = deed.text else { return true }
        let pack = parts.library.machine.packs.current
        return text.contains { !$0.isWhitespace } && pack.limit(on: .sms, of: nil).fits(text)
    }
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
