import Conversation
import Gateway
import Storage

/// What the console asks of the store for one page.
enum ConsoleQuestion: String, CaseIterable {
    case latest, deep, ofFlow, ofFlowAndLanguage, ofChannel, inPlace, inPlaceOfFlow, places, flagged, open, ended,
        number, caseNumber, rareWords, frequentWords, wordsOfEveryScreen, wordsOfFew, page, outbox, cases, caseCounts

    /// What it is, for the report.
    var title: String {
        switch self {
        case .latest: "the latest sessions"
        case .deep: "a page of sessions anywhere in the list"
        case .ofFlow: "sessions of a flow"
        case .ofFlowAndLanguage: "sessions of a flow in a language with one outcome"
        case .ofChannel: "sessions of a channel"
        case .inPlace: "sessions in a province"
        case .inPlaceOfFlow: "sessions of a flow in a city"
        case .places: "the places that sessions are in"
        case .flagged: "flagged sessions"
        case .open: "open sessions"
        case .ended: "sessions with an outcome"
        case .number: "the sessions of a number"
        case .caseNumber: "the session of a case"
        case .rareWords: "sessions in which one person said something"
        case .frequentWords: "sessions in which very many said different things with the same words"
        case .wordsOfEveryScreen: "sessions in which the words of everybody's screen were said"
        case .wordsOfFew: "the same, of those that no filter lets pass"
        case .page: "everything on a session's page"
        case .outbox: "messages that wait"
        case .cases: "open cases"
        case .caseCounts: "open cases by topic"
        }
    }

    /// Asks; returns how many rows there were.
    ///
    /// - Parameters:
    ///   - number: Which of many equal questions.
    ///   - last: The latest conversation.
    func ask(_ database: ConsoleDatabase, number: Int, last: SessionSummary, people: Int) async throws -> Int {
        let store = database.store
        let session = SessionID(rawValue: 1 + Int64(number) * 7_919 % last.id.rawValue)
        switch self {
        case .latest: return try await list(store) { _ in }
        case .deep:
            let place = try await store.session(session)?.place
            return try await store.sessions(SessionFilter(), after: place, limit: Self.rows).count
        case .ofFlow: return try await list(store) { $0.flow = last.flow }
        case .ofFlowAndLanguage:
            return try await list(store) { ($0.flow, $0.language, $0.outcome) = (last.flow, last.language, .finished) }
        case .ofChannel: return try await list(store) { $0.channel = "sms" }
        case .inPlace: return try await list(store) { $0.place = ConsoleDatabase.province }
        case .inPlaceOfFlow:
            return try await list(store) { ($0.place, $0.flow) = (ConsoleDatabase.city(3), last.flow) }
        case .places: return try await store.placesOfSessions().count
        case .rareWords: return try await said("owes \(number * 7_910 % Int(last.id.rawValue))", database)
        case .frequentWords: return try await said("ticket soon", database)
        case .wordsOfEveryScreen: return try await said("boss not paid", database)
        case .wordsOfFew: return try await said("boss not paid", database) { $0.channel = "nowhere" }
        case .flagged: return try await list(store) { $0.isFlagged = true }
        case .open: return try await list(store) { $0.isOpen = true }
        case .ended: return try await list(store) { $0.outcome = .expired }
        case .number:
            let address = database.address(of: number * 7_919 % people)
            guard let person = try await store.people(withNumber: address.fingerprint).first else { return 0 }
            return try await list(store) { $0.person = person }
        case .caseNumber: return try await store.session(ofCase: 1 + number) == nil ? 0 : 1
        case .page:
            guard try await store.session(session) != nil else { return 0 }
            let (lines, messages) = (
                try await store.transcript(of: session), try await store.messages(of: session)
            )
            let cases = try await store.cases(of: session)
            return lines.count + messages.count + cases.count
                + (try await store.numberEnding(of: session) == nil ? 0 : 1)
        case .outbox: return try await store.outbox(OutboxFilter(stage: .waiting), after: nil, limit: Self.rows).count
        case .cases: return try await store.cases(CaseFilter(), after: nil, limit: Self.rows).count
        case .caseCounts: return try await store.caseCounts(overdueBefore: last.beganAt).count
        }
    }

    /// Rows on one page of a list.
    private static let rows = 50

    private func said(
        _ words: String, _ database: ConsoleDatabase, _ change: (inout SessionFilter) -> Void = { _ in }
    ) async throws -> Int {
        var filter = SessionFilter()
        change(&filter)
        let sought = database.vault.sought(words)
        return try await database.store.sessions(saying: sought, filter, before: nil, limit: Self.rows).sessions.count
    }

    private func list(_ store: SQLStore, _ change: (inout SessionFilter) -> Void) async throws -> Int {
        var filter = SessionFilter()
        change(&filter)
        return try await store.sessions(filter, after: nil, limit: Self.rows).count
    }
}
