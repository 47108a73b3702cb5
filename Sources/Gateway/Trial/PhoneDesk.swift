import Conversation
package import Expressions
package import Providers
import Storage
package import Telephony

/// The gateway behind the browser phone: made-up people, what came of what they did, and the clock.
///
/// It is there only while every channel is a simulator's. So it shows nobody's conversation but those that were made up.
package struct PhoneDesk: Sendable {
    /// How many people behind one number are looked at.
    private static let people = 20
    /// How many phones there are to begin with.
    private static let phones = 3
    /// The adapters whose requests the phone knows to write, with the routes that take them.
    private static let dialling = (adapter: "generic-ussd", route: "session")
    private static let texting = (adapter: "generic", route: "receive")

    /// The channel that is dialled; nil where there is none.
    package let ussd: Channel?
    /// The channel that is written to; nil where there is none.
    package let sms: Channel?
    private let parts: GatewayParts
    private let sessions: SessionDesk
    /// Called when what is due may have changed.
    private let moved: @Sendable () -> Void

    /// Nil where there is no phone.
    init?(_ parts: GatewayParts, sessions: SessionDesk, moved: @escaping @Sendable () -> Void) {
        let channels = parts.channels.values.sorted { $0.id < $1.id }
        guard parts.settings.phone.access == PhoneSettings.Access.local.rawValue, channels.allSatisfy(\.isSimulator)
        else { return nil }
        ussd = channels.first { $0.answers(Self.dialling) }
        sms = channels.first { $0.answers(Self.texting) }
        guard ussd != nil || sms != nil else { return nil }
        self.parts = parts
        self.sessions = sessions
        self.moved = moved
    }

    /// Made-up numbers of the pack's country to begin with.
    package var numbers: [String] {
        let country = parts.library.machine.packs.current.settings.country ?? ussd?.country ?? sms?.country
        return (1...Self.phones).map { Self.number($0, in: country) }
    }

    /// The moment it is for whoever is tried out.
    package var now: Timestamp { parts.clock.now }

    /// Seconds that the clock is ahead; nil where it cannot be moved.
    package var shift: Int64? { parts.shift?.seconds }

    /// Lets time go by. Returns false where the clock cannot be moved.
    package func move(by seconds: Int64) throws -> Bool {
        guard let shift = parts.shift else { return false }
        try shift.move(by: seconds)
        moved()
        return true
    }

    /// The latest conversation of whoever has a number, in full: she is made up. Nil while there is none.
    package func page(of address: Address) async throws -> SessionPage? {
        var latest: SessionSummary?
        for person in try await parts.store.people(withNumber: parts.vault.key(for: address).fingerprint)
            .prefix(Self.people)
        {
            var filter = SessionFilter()
            filter.person = person
            guard let own = try await parts.store.sessions(filter, after: nil, limit: 1).first else { continue }
            if latest.map({ $0.lastAt < own.lastAt }) ?? true { latest = own }
        }
        // Of a channel that is gone nobody knows whether its people were made up.
        guard let latest, parts.channels[latest.channel] != nil else { return nil }
        return try await sessions.page(latest.id, sight: .whole)
    }

    /// A subscriber's number: its beginning, zeros, and which one it is.
    private static func number(_ index: Int, in country: Country?) -> String {
        let country = country ?? Country("CN")
        let beginning = country?.code == "CN" ? "138" : "7"
        let length = country?.nationalLengths.upperBound ?? 11
        let zeros = String(repeating: "0", count: max(0, length - beginning.count - 1))
        return "+" + (country?.callingCode ?? "86") + beginning + zeros + String(index)
    }
}

extension Channel {
    /// Whether an adapter is its own and has a route.
    fileprivate func answers(_ way: (adapter: String, route: String)) -> Bool {
        adapter.name == way.adapter && adapter.routes.contains { $0.name == way.route }
    }
}
