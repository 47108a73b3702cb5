package import Conversation
package import Expressions
package import Storage

extension DeedDesk {
    /// How a conversation stands for whoever may act in it; nil where there is none of that number.
    ///
    /// - Parameter language: The tag of the language that they read.
    package func standing(of session: SessionID, in language: String?) async throws -> DeedStanding? {
        guard let snapshot = try await parts.store.snapshot(of: session) else { return nil }
        let (now, machine) = (parts.clock.now, parts.library.machine)
        let live = snapshot.isCurrent ? snapshot.session.flatMap { now < machine.expiry(of: $0) ? $0 : nil } : nil
        let pack = live.flatMap { machine.packs[$0.revision] } ?? machine.packs.current
        return DeedStanding(
            isOpen: live != nil, isWithStaff: live?.wait.mode == .staff,
            blockedUntil: snapshot.address.isBlocked(at: now) ? snapshot.address.blockedUntil : nil,
            beginnings: live == nil ? [] : pack.beginnings(in: language))
    }

    /// When a number is let in again that is blocked now.
    package var blockEnd: Timestamp { parts.clock.now + Int64(parts.settings.blockDays) * 86_400 }
}

/// How a conversation stands for whoever may act in it.
package struct DeedStanding: Hashable, Sendable {
    /// Whether it goes on.
    package let isOpen: Bool
    /// Whether what she writes is for staff.
    package let isWithStaff: Bool
    /// Until when her number is blocked; nil where it is not.
    package let blockedUntil: Timestamp?
    /// Where she may be sent.
    package let beginnings: [FlowBeginning]
}
