package import Conversation
package import Directory
package import Expressions
package import Storage
import Telephony

/// Conversations for staff: lists of them, what a number or a case leads to, and each with everything that was said.
package struct SessionDesk: Sendable {
    /// As many as one page of a list has at most.
    package static let limit = 200
    /// Conversations on a page of those that are found by words.
    private static let found = 50
    /// Seconds for which nobody is told that something cannot be found yet.
    private static let moment: Int64 = 60

    let parts: GatewayParts
    private let words: WordReader
    private let placeShelf: PlaceShelf
    private var store: any Store { parts.store }

    init(_ parts: GatewayParts, _ words: WordReader) {
        self.parts = parts
        self.words = words
        placeShelf = PlaceShelf(parts.vault)
    }

    /// Whether conversations are found by words.
    package var findsWords: Bool { parts.settings.findsWords }

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

    /// The places of the published pack that conversations are found by, in the order of its files.
    package func places() async throws -> [Region] {
        let there = Set(try await store.placesOfSessions())
        return placeShelf.places(of: parts.library.machine.packs.current).filter { there.contains($0.digest) }.map(
            \.region)
    }

    /// What staff look for: a case by its number, what was said by its words, else the people of a phone number. None of it
    /// is kept or logged.
    ///
    /// - Parameters:
    ///   - filter: Which conversations are found by words.
    ///   - place: Where to go on with those, from `WordList.next`; nil for the first.
    package func find(
        _ text: String, _ filter: SessionFilter = SessionFilter(), after place: SessionID? = nil
    ) async throws -> SessionFinding {
        if findsWords, Self.hasWords(text) { return .said(try await said(text, filter, after: place)) }
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

    private func said(_ text: String, _ filter: SessionFilter, after place: SessionID?) async throws -> WordList {
        try await words.catchUp()
        let sought = parts.vault.words.sought(text)
        let found = try await store.sessions(saying: sought, filter, before: place, limit: Self.found)
        // What was said a moment ago is read with the next search.
        let late = parts.clock.now + -Self.moment
        return WordList(
            sessions: found.sessions, next: found.next, isPartial: found.isPartial,
            unreadSince: found.unreadSince.flatMap { $0 < late ? $0 : nil })
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

    /// Whether there is a letter, which no phone number and no case's number has.
    private static func hasWords(_ text: String) -> Bool { text.contains(where: \.isLetter) }

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

/// Conversations in which something was said.
package struct WordList: Hashable, Sendable {
    /// From the one that began last on.
    package let sessions: [SessionSummary]
    /// Where to look further; nil where there is nothing more.
    package let next: SessionID?
    /// Whether so many things were said with the words that not all were looked at.
    package let isPartial: Bool
    /// When the first of what cannot be found yet was said; nil where everything can.
    package let unreadSince: Timestamp?
}

/// What came of looking for something.
package enum SessionFinding: Hashable, Sendable {
    /// The conversations in which the words were said; there may be none.
    case said(WordList)
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
