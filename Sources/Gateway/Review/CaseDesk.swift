package import Conversation
package import Expressions
package import Storage

/// Call-backs and referrals for staff: which wait, who sees to them, what was done.
package struct CaseDesk: Sendable {
    /// As many as one page of a list has at most.
    package static let limit = 200
    private let parts: GatewayParts
    private var store: any Store { parts.store }

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// A page of the cases that pass a filter: open ones from the oldest, so that what is overdue comes first; closed ones
    /// from the latest.
    ///
    /// - Parameter number: `CaseList.next` of the page before; nil for the first page.
    package func list(
        _ filter: CaseFilter, after number: Int? = nil, limit: Int = 50, sight: Sight
    ) async throws -> CaseList {
        let limit = min(max(limit, 1), Self.limit)
        let found = try await store.cases(filter, after: number, limit: limit + 1)
        let redaction = redaction(sight)
        let cases = found.prefix(limit).map { entry(of: $0, redaction) }
        return CaseList(cases: cases, next: found.count > limit ? cases.last?.summary.number : nil)
    }

    /// A case with everything that staff wrote about it; nil when there is none of that number.
    package func page(_ number: Int, sight: Sight) async throws -> CasePage? {
        guard let summary = try await store.caseNumbered(number) else { return nil }
        let notes = try await store.notes(ofCase: number)
        let redaction = redaction(sight)
        return CasePage(
            entry: entry(of: summary, redaction),
            notes: redaction == nil
                ? notes : notes.map { StaffNote(at: $0.at, author: $0.author, text: Redaction.mask) }
        )
    }

    /// How many open cases there are, by topic.
    package func counts() async throws -> [CaseCount] {
        let moment = parts.workingHours.moment(Int64(parts.settings.caseTime), before: parts.clock.now)
        return try await store.caseCounts(overdueBefore: moment)
    }

    /// Does something about a case.
    ///
    /// - Parameters:
    ///   - author: The id of the account of whoever does it, never a name.
    ///   - key: Names this deed: asked for twice, it is done once.
    package func change(
        _ number: Int, _ change: CaseChange, by author: String, key: String
    ) async throws -> CaseChanging {
        let digest = parts.vault.digest("case \(number)|\(author)|\(key)")
        return try await store.changeCase(
            number, change.cut(to: DeedDesk.noteLimit), by: author, key: digest, at: parts.clock.now)
    }

    private func redaction(_ sight: Sight) -> Redaction? {
        sight == .whole ? nil : Redaction(of: parts.library.machine.packs.current)
    }

    private func entry(of summary: CaseSummary, _ redaction: Redaction?) -> CaseEntry {
        let dueAt = parts.workingHours.moment(Int64(parts.settings.caseTime), after: summary.openedAt)
        return CaseEntry(
            summary: summary.noting(redaction?.redacted(note: summary.note, writtenAt: summary.step) ?? summary.note),
            dueAt: dueAt, isOverdue: summary.closedAt == nil && dueAt < parts.clock.now)
    }
}

extension CaseChange {
    fileprivate func cut(to limit: Int) -> CaseChange {
        if case .note(let text) = self { .note(String(text.prefix(limit))) } else { self }
    }
}

/// A page of a list of cases.
package struct CaseList: Hashable, Sendable {
    package let cases: [CaseEntry]
    /// Where the next page begins; nil on the last one.
    package let next: Int?
}

/// A case with its time.
package struct CaseEntry: Hashable, Sendable {
    package let summary: CaseSummary
    /// When staff should be done with it.
    package let dueAt: Timestamp
    /// Whether they should be and are not.
    package let isOverdue: Bool
}

/// A case with everything that staff wrote about it.
package struct CasePage: Hashable, Sendable {
    package let entry: CaseEntry
    /// In order.
    package let notes: [StaffNote]
}
