import Conversation
import Expressions
import Providers
import Storage

/// Keeps what providers tell of people who want no messages, or whose number nobody has any more: by a request of their
/// own, in a report, or as the answer to a message of ours.
struct OptOuts: Sendable {
    private let store: any Store
    private let library: PackLibrary
    private let vault: NumberVault
    private let clock: Clock

    init(_ parts: GatewayParts) {
        store = parts.store
        library = parts.library
        vault = parts.vault
        clock = parts.clock
    }

    /// Whoever a message was for wants no more of them.
    func keep(recipientOf message: OutboxID, on channel: String) async throws {
        try await take(.optOut, of: .recipient(message), key: "opted out|\(message.rawValue)", on: channel)
    }

    /// Nobody has the number any more that a message was for.
    func lose(recipientOf message: OutboxID, on channel: String) async throws {
        try await take(.gone, of: .recipient(message), key: "gone|\(message.rawValue)", on: channel)
    }

    private func take(
        _ event: ConversationEvent, of subject: Subject, key: String, on channel: String
    ) async throws {
        let now = clock.now
        let machine = library.machine
        let arrival = Arrival(key: vault.digest(key), subject: subject, at: now)
        _ = try await store.advance(arrival) { snapshot in
            let view = ChannelView(name: channel, kind: snapshot.session?.kind ?? .sms)
            let turn = machine.receive(event, on: view, snapshot, at: now)
            return Decision(turn: turn, silenceAt: turn.session.map(machine.expiry))
                .completed(machine, vault)
        }
    }
}
