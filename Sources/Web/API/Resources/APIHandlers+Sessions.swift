import Conversation
import Expressions
import Gateway
import Storage

extension APIHandlers {
    private static let open = "open"

    func sessions(_ call: APICall) async throws -> APIAnswer {
        let list = try await gateway.sessions.list(
            try filter(call.query), after: try call.query.place { SessionPlace($0) },
            limit: try call.query.limit(most: SessionDesk.limit))
        return APIAnswer(SessionListJSON(sessions: list.sessions.map(SessionJSON.init), next: list.next?.text))
    }

    func session(_ call: APICall) async throws -> APIAnswer {
        let (id, sight) = (SessionID(rawValue: try call.number("id")), try call.sight())
        guard let page = try await gateway.sessions.page(id, sight: sight) else { throw APIProblem.missing }
        if sight == .whole { try await note(.readSession, call, on: "session \(id.rawValue)") }
        return APIAnswer(SessionPageJSON(page, sight))
    }

    /// The conversation as a talk, without what is private.
    func sessionTalk(_ call: APICall) async throws -> APIAnswer {
        let id = SessionID(rawValue: try call.number("id"))
        guard try await gateway.parts.store.session(id) != nil, let talk = try await gateway.sessions.talk(id) else {
            throw APIProblem.missing
        }
        try await note(.saveTalk, call, on: "session \(id.rawValue)")
        return APIAnswer(["talk": talk])
    }

    /// Finds conversations by a phone number, a case's number or words, none of which ever stands in an address.
    func findSession(_ call: APICall) async throws -> APIAnswer {
        let sought = try call.body.text("sought", most: SessionsPage.mostSought)
        let place = try call.body.whole("after").map(SessionID.init(rawValue:))
        try await note(.searchSession, call)
        switch try await gateway.sessions.find(sought, after: place) {
        case .said(let list): return APIAnswer(FindingJSON(list))
        case .session(let id): return APIAnswer(FindingJSON(session: id.rawValue))
        case .people(let people): return APIAnswer(FindingJSON(people: people.map(\.rawValue)))
        case .nothing: return APIAnswer(FindingJSON())
        case .unreadable:
            throw APIProblem(
                .value, "'sought' must be a phone number, # and the number of a case, or words where they are searched")
        }
    }

    private func filter(_ query: APIQuery) throws(APIProblem) -> SessionFilter {
        var filter = SessionFilter()
        filter.person = try query.whole("person").map(PersonID.init(rawValue:))
        filter.channel = query["channel"]
        filter.flow = query["flow"]
        filter.language = query["language"]
        filter.place = query["place"].map(gateway.parts.vault.place)
        let state = try query.word("state", of: [Self.open] + Outcome.allCases.map(\.rawValue))
        filter.isOpen = state == Self.open
        filter.outcome = state.flatMap(Outcome.init(rawValue:))
        filter.isFlagged = try query.word("flagged", of: ["true", "false"]) == "true"
        filter.from = try query.moment("from")
        filter.until = try query.moment("until")
        if let word = query["tag"] {
            guard let tag = gateway.deeds.tag(word) else {
                throw APIProblem(.malformed, "'tag' must be small letters, digits and dashes")
            }
            filter.tag = tag.digest
        }
        return filter
    }

    private struct SessionListJSON: Encodable {
        let sessions: [SessionJSON]
        let next: String?
    }

    /// What came of looking for something.
    fileprivate struct FindingJSON: Encodable {
        var session: Int64?
        var people: [Int64] = []
        var sessions: [SessionJSON]?
        var next: Int64?
        var partial: Bool?
        var unreadSince: String?
    }

    /// A conversation in a list.
    struct SessionJSON: Encodable {
        let id, person: Int64
        let channel, flow: String
        let language, revision: String?
        let beganAt, lastAt: String
        let endedAt: String?
        let state, step: String
        let turns, flags: Int

        init(_ session: SessionSummary) {
            id = session.id.rawValue
            person = session.person.rawValue
            channel = session.channel
            flow = session.flow
            language = session.language
            revision = session.revision?.hash
            beganAt = session.beganAt.rfc3339()
            lastAt = session.lastAt.rfc3339()
            endedAt = session.endedAt?.rfc3339()
            state = session.outcome?.rawValue ?? APIHandlers.open
            step = session.step
            turns = session.turns
            flags = session.flags
        }
    }
}

extension APIHandlers.FindingJSON {
    /// Conversations in which something was said.
    fileprivate init(_ list: WordList) {
        sessions = list.sessions.map(APIHandlers.SessionJSON.init)
        next = list.next?.rawValue
        partial = list.isPartial
        unreadSince = list.unreadSince?.rfc3339()
    }
}
