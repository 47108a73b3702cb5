package import Conversation
import Expressions
package import Storage
import Telephony

/// Conversations for staff: lists of them, what a number or a case leads to, and each with everything that was said.
package struct SessionDesk: Sendable {
    /// As many as one page of a list has at most.
    package static let limit = 200

    let parts: GatewayParts
    private var store: any Store { parts.store }

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// A page of the conversations that pass a filter, the latest first.
    ///
    /// - Parameter place: `SessionList.next` of the page before; nil for the first page.
    package func list(
        _ filter: SessionFilter, after place: SessionPlace? = nil, limit: Int = 50
    ) async throws -> SessionList {
        let limit = min(max(limit, 1), Self.limit)
        let found = try await store.sessions(filter, after: place, limit: limit + 1)
        let sessions = Array(found.prefix(limit))
        return SessionList(sessions: sessions, next: found.count > limit ? sessions.last?.place : nil)
    }

    /// What staff look for: a case by its number, else the people of a phone number. Neither is kept or logged.
    package func find(_ text: String) async throws -> SessionFinding {
        if let number = Self.caseNumber(text) {
            if let session = try await store.session(ofCase: number) { return .session(session) }
            return .nothing
        }
        let address: Address
        do throws(PhoneNumberFault) {
            address = try Address.parse(text, in: parts.library.machine.packs.current.settings.country)
        } catch {
            return .unreadable("\(error); or write # and the number of a case")
        }
        guard case .number = address else { return .unreadable("a phone number, or # and the number of a case") }
        let people = try await store.people(withNumber: parts.vault.key(for: address).fingerprint)
        return people.isEmpty ? .nothing : .people(people)
    }

    /// Everything of one conversation in its order; nil when there is none of that number.
    package func page(_ id: SessionID, sight: Sight) async throws -> SessionPage? {
        guard let summary = try await store.session(id) else { return nil }
        let lines = try await store.transcript(of: id)
        let packs = parts.library.machine.packs
        // Of what was retired, the pack that is published now says what is private.
        let pack = summary.revision.flatMap { packs[$0] } ?? packs.current
        let material = SessionPage.Material(
            summary: summary, numberEnding: try await store.numberEnding(of: id), lines: lines,
            messages: try await store.messages(of: id), cases: try await store.cases(of: id),
            notes: try await store.notes(of: id), tags: try await store.tags(of: id),
            consents: try await store.consents(of: summary.person))
        return SessionPage(material, channels: parts.channels, redaction: sight == .whole ? nil : Redaction(of: pack))
    }

    /// `#12`, or up to six digits.
    private static func caseNumber(_ text: String) -> Int? {
        let text = text.trimmingPrefix(while: \.isWhitespace)
        if text.first == "#" { return Int(text.dropFirst()) }
        return text.count <= 6 ? Int(text) : nil
    }
}

/// A page of a list of conversations.
package struct SessionList: Hashable, Sendable {
    package let sessions: [SessionSummary]
    /// Where the next page begins; nil on the last one.
    package let next: SessionPlace?
}

/// What came of looking for something.
package enum SessionFinding: Hashable, Sendable {
    /// The conversation that opened the case.
    case session(SessionID)
    /// Everybody who has or had the number, the latest first.
    case people([PersonID])
    /// Nobody has the number, or no conversation opened the case.
    case nothing
    /// It is neither; the sentence says how to write it.
    case unreadable(String)
}

extension SessionPlace {
    /// The place as it stands in an address.
    package var text: String { "\(beganAt.milliseconds)-\(id.rawValue)" }

    /// Reads a place back; nil of anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let began = Int64(parts[0]), let id = Int64(parts[1]) else { return nil }
        self.init(beganAt: Timestamp(milliseconds: began), id: SessionID(rawValue: id))
    }
}
