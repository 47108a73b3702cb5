package import Expressions

/// The conversation state machine: (what is known, what happened, when) to a turn. It reads no clock and does no I/O;
/// the same arguments always give the same turn.
package struct ConversationMachine: Sendable {
    /// The packs conversations can be on.
    package struct Packs: Sendable {
        /// The published revision: every new session begins on it.
        package let current: Pack
        /// Revisions that sessions still need, by content hash.
        package let earlier: [RevisionID: Pack]

        package init(current: Pack, earlier: [RevisionID: Pack] = [:]) {
            self.current = current
            self.earlier = earlier
        }

        /// The pack of a revision, nil when it is not at hand.
        package subscript(revision: RevisionID) -> Pack? {
            revision == current.revision ? current : earlier[revision]
        }
    }

    /// Where the steps of a session are looked up, by the revision it is on.
    package let packs: Packs
    /// How far one turn may go before it is stopped and flagged.
    package let limits: MachineLimits

    package init(packs: Packs, limits: MachineLimits = MachineLimits()) {
        self.packs = packs
        self.limits = limits
    }

    /// One turn.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - channel: Where it came through, and so where the answer goes.
    ///   - snapshot: What is known before.
    ///   - now: The moment it is dealt with.
    package func receive(
        _ event: ConversationEvent, on channel: ChannelView, _ snapshot: Snapshot, at now: Timestamp
    ) -> Turn {
        var walk = Walk(self, channel: channel, snapshot: snapshot, at: now)
        switch event {
        case .silence: break  // a session silent for too long is already dropped
        case .hangUp(let dialogue): walk.hangUp(dialogue)
        case .message(let text): walk.receive(message: text)
        case .hop(let hop): walk.receive(hop)
        case .optOut: walk.optOut()
        case .reminder(let reminder): walk.receive(reminder)
        case .answer(let answer, let request, let isSeen): walk.receive(answer, to: request, isSeen: isSeen)
        }
        return walk.finished()
    }

    /// When a session that hears nothing more is over.
    package func expiry(of session: Session) -> Timestamp {
        let pack = packs[session.revision] ?? packs.current
        return session.lastAt + Int64(pack.settings.idle[session.kind] ?? 0)
    }
}
