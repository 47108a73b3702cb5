import Conversation
import Expressions
import Foundation
import Storage

@testable import Gateway

/// Everything that a gateway gives out of its talks beside the answers to them, by what gives it.
struct StaffReading {
    /// Of many conversations and people, one in so many is looked at, and what would become of one in so many that are
    /// open: it takes long.
    private static let (stride, deedStride): (Int64, Int64) = (6, 24)
    /// So few are all looked at.
    private static let few: Int64 = 200

    private let town: TalkingGateway
    private var gateway: Gateway { town.gateway }
    /// By place, what stands there.
    private(set) var places: [String: String] = [:]

    /// What those read who may not read everything that was said, or programs in their place.
    static func redacted(_ town: TalkingGateway) async throws -> StaffReading {
        var reading = StaffReading(town: town)
        try await reading.readSessions(.redacted)
        try await reading.readCases(.redacted)
        try await reading.readLists()
        try await reading.readCounts()
        return reading
    }

    /// What those read who may read everything, and what she is given herself who asks for it.
    static func whole(_ town: TalkingGateway) async throws -> StaffReading {
        var reading = StaffReading(town: town)
        try await reading.readSessions(.whole)
        try await reading.readCases(.whole)
        try await reading.readExports()
        return reading
    }

    private init(town: TalkingGateway) {
        self.town = town
    }

    private mutating func read(_ value: some Any, at place: String) { places[place, default: ""] += "\(value)\n" }

    private mutating func readSessions(_ sight: Sight) async throws {
        var place: SessionPlace?
        repeat {
            let list = try await gateway.sessions.list(SessionFilter(), after: place, limit: 200)
            read(list.sessions, at: "the list of conversations")
            for session in list.sessions { try await read(session, sight) }
            place = list.next
        } while place != nil
    }

    private mutating func read(_ session: SessionSummary, _ sight: Sight) async throws {
        guard Self.isLookedAt(session.id.rawValue), let page = try await gateway.sessions.page(session.id, sight: sight)
        else { return }
        read(page, at: "a conversation")
        let findings = try await gateway.sessions.findings(of: page, in: "en", sight: sight)
        read(findings, at: "what rules say of somebody")
        guard session.outcome == nil, session.id.rawValue % Self.deedStride == 0 else { return }
        for deed in [StaffDeed.restart, .handBack, .end] {
            guard let preview = try await gateway.deeds.preview(deed, in: session.id, sight: sight) else { continue }
            read((preview.outcome, preview.sent, preview.awaited), at: "what a deed would lead to")
        }
    }

    private static func isLookedAt(_ number: Int64) -> Bool { number <= few || number % stride == 0 }

    private mutating func readCases(_ sight: Sight) async throws {
        for isClosed in [false, true] {
            var filter = CaseFilter()
            filter.isClosed = isClosed
            var place: Int?
            repeat {
                let list = try await gateway.cases.list(filter, after: place, limit: 200, sight: sight)
                read(list.cases, at: "the list of cases")
                for entry in list.cases {
                    let page = try await gateway.cases.page(entry.summary.number, sight: sight)
                    page.map { read($0, at: "a case") }
                }
                place = list.next
            } while place != nil
        }
    }

    private mutating func readLists() async throws {
        read(try await gateway.claims.list(), at: "the list of claims")
        read(try await gateway.claims.waiting(), at: "the list of wishes for records")
        read(try await gateway.messages.list(OutboxFilter(), limit: 200).entries, at: "the list of messages")
        read(try await gateway.deadLetters.list(channel: nil), at: "the list of messages that were given up")
        read(try await town.store.audit(before: nil, limit: 1_000), at: "the audit log")
    }

    private mutating func readCounts() async throws {
        for month in gateway.evidence.months {
            read(try await gateway.evidence.report(of: month), at: "what people need")
            if let messages = try await gateway.evidence.messages(in: month) {
                read(messages, at: "counts of messages")
            }
        }
    }

    private mutating func readExports() async throws {
        let all = try await town.store.recentSessions(limit: 10_000)
        let people = Set(all.map(\.person.rawValue))
        for person in people where Self.isLookedAt(person) {
            let answer = try await gateway.people.export(PersonQuery(record: person, reason: "a test"))
            read(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self), at: "what she is given")
        }
    }
}
