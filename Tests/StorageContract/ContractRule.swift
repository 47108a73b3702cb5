package import Sealing
package import Storage

/// One rule that every store keeps. A store's tests run `ContractRule.all`, each with a place of its own.
package struct ContractRule: Sendable, CustomStringConvertible {
    /// Opens the store at a place; opening again finds what was kept there.
    package struct Opening: Sendable {
        private let open: @Sendable (KeyRing) throws -> any Store

        package init(_ open: @escaping @Sendable (KeyRing) throws -> any Store) {
            self.open = open
        }

        func callAsFunction(_ keys: KeyRing = Sample.keys) throws -> any Store { try open(keys) }
    }

    /// The rule, as a sentence.
    package let sentence: String
    /// Fails an expectation when the store at a fresh place breaks the rule.
    package let check: @Sendable (Opening) async throws -> Void

    init(_ sentence: String, check: @escaping @Sendable (Opening) async throws -> Void) {
        self.sentence = sentence
        self.check = check
    }

    package var description: String { sentence }

    /// Every rule.
    package static let all: [ContractRule] = [
        turns, repeats, windows, groups, sessions, outbox, modelProvider, reports, timers, reminders, requests, parts,
        identity, claims, objections, sharing, pleas, holding, partLimits, revisions, review, sessionLists,
        sessionPages,
        needs, outboxLists, passages, words, cases, deeds, sealing, staff, tokens, people, erasing, guests, aging,
        consents,
    ].flatMap { $0 }
}
