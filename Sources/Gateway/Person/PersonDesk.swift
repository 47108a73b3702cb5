import Conversation
import Expressions
import Providers
package import Storage
import Telephony

/// Gives everything that is kept about one person, for her who asks for it.
package struct PersonDesk: Sendable {
    /// Conversations that are read at one time.
    private static let stretch = 100

    private let store: any Store
    private let vault: NumberVault
    private let clock: Clock
    /// The clock of the audit log.
    private let staffClock: Clock
    /// The pack that says where fields come from; nil where none is at hand.
    private let pack: @Sendable () -> Pack?

    init(_ parts: GatewayParts) {
        let library = parts.library
        store = parts.store
        vault = parts.vault
        clock = parts.clock
        staffClock = parts.staffClock
        pack = { library.machine.packs.current }
    }

    /// A desk over a data folder that no gateway serves; numbers are then read only as they are dialled from anywhere.
    package init(_ store: any Store, _ vault: NumberVault, clock: Clock = .system) {
        self.store = store
        self.vault = vault
        self.clock = clock
        staffClock = clock
        pack = { nil }
    }

    /// Everything that is kept about whoever is asked for. That it was given is in the audit log before it is.
    package func export(_ query: PersonQuery) async throws -> PersonAnswer {
        let reason = query.reason.trimmingPrefix(while: \.isWhitespace)
        guard !reason.isEmpty, reason.count <= PersonQuery.longestReason else { return PersonAnswer(.unreasoned) }
        let address = query.number.map { try? Address.parse($0, in: pack()?.settings.country) }
        guard address.map({ $0?.isNumber == true }) ?? true else { return PersonAnswer(.unreadable) }
        let found = try await people(query, address ?? nil)
        guard let id = found.first else { return PersonAnswer(.nobody) }
        guard found.count == 1 else { return PersonAnswer(.several, records: found.map(\.rawValue)) }
        guard let holdings = try await store.holdings(of: id) else { return PersonAnswer(.nobody) }
        if let address, query.record == nil, !holdings.isHers(address.map(vault.key)?.number) {
            return PersonAnswer(.doubtful, records: [id.rawValue])
        }
        let entry = AuditDraft(.exportPerson, by: nil, on: "person \(id.rawValue)", because: String(reason))
        try await store.note(entry, at: staffClock.now)
        return PersonAnswer(.done, person: try await export(holdings))
    }

    /// Whom a query is about, with the address that its number is.
    private func people(_ query: PersonQuery, _ address: Address?) async throws -> [PersonID] {
        if let address {
            let people = try await store.people(withNumber: vault.key(for: address).fingerprint)
            return query.record.map { record in people.filter { $0.rawValue == record } } ?? people
        }
        if let number = query.caseNumber { return try await [store.caseNumbered(number)?.person].compactMap(\.self) }
        if let session = query.session {
            return try await [store.session(SessionID(rawValue: session))?.person].compactMap(\.self)
        }
        return [query.record].compactMap(\.self).map(PersonID.init(rawValue:))
    }

    private func export(_ holdings: PersonHoldings) async throws -> PersonExport {
        var sessions: [PersonExport.Conversation] = []
        var filter = SessionFilter()
        filter.person = holdings.id
        var place: SessionPlace?
        repeat {
            let page = try await store.sessions(filter, after: place, limit: Self.stretch)
            for summary in page { sessions.append(try await conversation(summary)) }
            place = page.count < Self.stretch ? nil : page.last?.place
        } while place != nil
        var cases: [PersonExport.Case] = []
        for opened in holdings.cases {
            cases.append(PersonExport.Case(opened, notes: try await store.notes(ofCase: opened.number)))
        }
        return PersonExport(
            holdings, at: clock.now, pack: pack(), conversations: sessions.reversed(),
            messages: try await store.messages(to: holdings.id, limit: .max).reversed(), cases: cases,
            consents: try await store.consents(of: holdings.id))
    }

    private func conversation(_ summary: SessionSummary) async throws -> PersonExport.Conversation {
        PersonExport.Conversation(
            summary, lines: try await store.transcript(of: summary.id), notes: try await store.notes(of: summary.id),
            tags: try await store.tags(of: summary.id))
    }
}

extension PersonHoldings {
    /// Whether a number is held to be hers at the moment.
    fileprivate func isHers(_ number: String?) -> Bool {
        numbers.contains { $0.number == number && $0.standing == .verified }
    }
}
