package import Expressions
import Foundation
package import Storage

/// The tokens by which programs ask for the console's facts: making and revoking them, and what each may ask.
package struct TokenDesk: Sendable {
    /// What a token begins with, so that whoever finds one knows what it is and where to bring it.
    package static let prefix = "wmk_"
    /// Bytes of a token: the prefix, and 32 random bytes in base 64.
    static let length = prefix.utf8.count + 43
    /// Days that a token may be good for.
    package static let days = 1...3_650
    /// Characters of a token's name.
    package static let nameLength = 2...60
    /// Seconds between two notes that a token was used.
    private static let touching: Int64 = 60

    private let store: any Store
    private let clock: Clock
    private let settings: APISettings
    private let requests: AttemptGate
    private let guesses: AttemptGate

    init(_ parts: GatewayParts) {
        store = parts.store
        clock = parts.staffClock
        settings = parts.settings.api
        requests = AttemptGate(most: settings.requests)
        guesses = AttemptGate(most: settings.guesses)
    }

    /// What became of making a token.
    package enum Making: Hashable, Sendable {
        /// The token, which is shown once and kept nowhere.
        case done(String)
        /// The name is too short or too long, or has signs of control in it.
        case name
        /// The days are not among those that a token may be good for.
        case days
        /// As many tokens are good as may be: revoke one first.
        case full(Int)
    }

    /// Makes a token.
    ///
    /// - Parameters:
    ///   - days: How long it is good for; nil for until it is revoked.
    ///   - admin: Who makes it; nil for a command on the gateway's own machine.
    package func make(_ name: String, _ role: StaffRole, days: Int?, by admin: StaffID?) async throws -> Making {
        guard let name = Self.kept(name) else { return .name }
        guard days.map(Self.days.contains) ?? true else { return .days }
        let now = clock.now
        guard try await store.tokens().count(where: { $0.isGood(at: now) }) < settings.tokens else {
            return .full(settings.tokens)
        }
        let token = Self.prefix + Secret.token()
        let draft = TokenDraft(
            digest: Secret.digest(token), name: name, role: role, maker: admin,
            expiresAt: days.map { now + Int64($0) * 86_400 })
        _ = try await store.keepToken(draft, at: now)
        return .done(token)
    }

    /// Every token there ever was, the latest first.
    package func list() async throws -> [TokenRow] { try await store.tokens() }

    /// The moment it is now.
    package var now: Timestamp { clock.now }

    /// Makes a token good for nothing. Returns whether it was not revoked before.
    package func revoke(_ id: TokenID, by admin: StaffID?) async throws -> Bool {
        try await store.revokeToken(id, by: admin, at: clock.now)
    }

    /// What becomes of a request.
    package enum Admission: Hashable, Sendable {
        case token(TokenRow)
        /// There is no such token, or it was revoked, or its time is over; it is not said which.
        case wrong
        /// Too much was asked; seconds until more may be.
        case crowded(Int64)
    }

    /// Lets in who has a good token. It is looked up by its digest, so that the time it takes tells nothing about others.
    ///
    /// A good token passes also while its address has guessed too often: behind a proxy all have one address, and nobody
    /// guesses 256 bits.
    ///
    /// - Parameter address: Where the request came from.
    package func admit(_ token: String, from address: String) async throws -> Admission {
        let now = clock.now
        guard let row = try await row(of: token), row.isGood(at: now) else {
            let wait = guesses.wait(address, at: now)
            return wait == 0 ? .wrong : .crowded(wait)
        }
        let wait = requests.wait("\(row.id.rawValue)", at: now)
        guard wait == 0 else { return .crowded(wait) }
        if row.usedAt.map({ now - $0 >= Self.touching }) ?? true { try await store.touchToken(row.id, at: now) }
        return .token(row)
    }

    /// Notes what a program is about to do or to see. It is on disk before it is done.
    package func note(_ act: StaffAct, by token: TokenID, on subject: String? = nil) async throws {
        try await store.note(AuditDraft(act, by: token, on: subject), at: clock.now)
    }

    private func row(of token: String) async throws -> TokenRow? {
        guard token.hasPrefix(Self.prefix), token.utf8.count == Self.length else { return nil }
        return try await store.token(Secret.digest(token))
    }

    /// A name as it is kept; nil where it is none.
    private static func kept(_ text: String) -> String? {
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let isPlain = name.unicodeScalars.allSatisfy { !$0.properties.generalCategory.isControl }
        return nameLength.contains(name.count) && isPlain ? name : nil
    }
}

extension Unicode.GeneralCategory {
    /// Whether a sign of this kind shows nothing by itself, or breaks a line.
    fileprivate var isControl: Bool {
        switch self {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
