import Conversation
import Expressions
import Foundation
import Gateway
import Sealing
import Storage

/// A made-up database of many conversations, to be looked through. It is made in a file once and measured often.
struct ConsoleDatabase {
    /// Conversations of one person.
    static let perPerson = 5
    /// Changes made at one time, so that commits are shared.
    private static let atOnce = 256
    /// Lines that are read for their words in one go.
    private static let linesAtOnce = 1_000
    /// A province with 20 cities, each with as many conversations as the others.
    static let province = PlaceDigest(rawValue: 44)
    private static let cities = 20
    private static let flows = ["wages", "school", "housing", "insurance", "moved", "person", "offices", "permit"]
    private static let languages = ["en", "zh-Hans", "zh-Hans", "zh-Hans"]
    /// The key that everybody knows: nobody real is in it.
    static let keys = KeyRing(RootKey(secret: Array(repeating: 1, count: RootKey.size)))

    let store: SQLStore
    private let calendar: Calendar
    private let lookup: LookupKey
    /// What stands for words.
    let vault: WordVault

    /// When conversations take place.
    struct Calendar {
        /// When the first begins, in milliseconds since 1970.
        var begin: Int64 = 1_760_000_000_000
        /// Milliseconds from one to the next.
        var pace: Int64 = 5_000
        /// Whether the keys of arrivals are kept.
        var hasKeys = false

        func time(_ number: Int) -> Timestamp { Timestamp(milliseconds: begin + Int64(number) * pace) }
    }

    /// Opens the database.
    init(path: String, calendar: Calendar = Calendar()) throws {
        store = try SQLStore(path: path, keys: Self.keys)
        self.calendar = calendar
        lookup = LookupKey(bytes: Array(repeating: 2, count: 32))
        vault = WordVault(LookupKey(bytes: Array(repeating: 3, count: 32)))
    }

    /// Makes conversations until there are so many.
    func fill(to sessions: Int, progress: (Int) -> Void) async throws {
        let there = try await store.counts().sessions
        guard there < sessions else { return }
        // Those of one time are of different people: each has one conversation after the other.
        let people = max(1, sessions / Self.perPerson)
        for first in stride(from: there, to: sessions, by: people) {
            for start in stride(from: first, to: min(first + people, sessions), by: 10_000) {
                let end = min(start + 10_000, first + people, sessions)
                try await fill(start..<end, people: people)
                progress(end)
            }
        }
    }

    /// Reads what was said for its words, until all of it is read.
    func readWords(progress: (Int) -> Void) async throws {
        var count = 0
        while true {
            let unread = try await store.unreadLines(limit: Self.linesAtOnce)
            guard !unread.lines.isEmpty else { return }
            let texts = unread.conversations.values.flatMap { one in
                zip(one.ids, one.lines.map { [$0.input, $0.reply ?? ""] })
            }
            let said = Dictionary(texts) { first, _ in first }
            let words = unread.lines.map { LineWords(line: $0, phrases: (said[$0.id] ?? []).compactMap(vault.phrase)) }
            try await store.keepWords(words, form: SearchWords.form)
            count += unread.lines.count
            if count.isMultiple(of: 100_000) { progress(count) }
        }
    }

    /// Leaves what was said so far unread.
    func passWords() async throws {
        try await store.passLines(form: SearchWords.form)
    }

    private func fill(_ numbers: Range<Int>, people: Int) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in numbers {
                if number - numbers.lowerBound >= Self.atOnce { _ = try await group.next() }
                group.addTask { try await talk(number, person: number % people) }
            }
            try await group.waitForAll()
        }
    }

    /// One conversation of two turns; most of them end with the second.
    private func talk(_ number: Int, person: Int) async throws {
        let at = calendar.time(number)
        for turn in 1...2 {
            let key = calendar.hasKeys ? lookup.digest("\(number).\(turn)") : nil
            let arrival = Arrival(
                key: key.map { Array($0.prefix(16)) },
                subject: .address(address(of: person), channel: number % 3 == 0 ? "sms" : "ussd"),
                at: at + Int64(turn))
            _ = try await store.advance(arrival) { snapshot in
                Self.decision(number, turn: turn, snapshot, at: arrival.at)
            }
        }
    }

    private static func decision(_ number: Int, turn count: Int, _ snapshot: Snapshot, at: Timestamp) -> Decision {
        let flow = flows[number % flows.count]
        let language = languages[number % languages.count]
        let session = Session(
            revision: RevisionID("bench"), language: language, kind: .ussd, startedAt: at, lastAt: at,
            frames: [Frame(id: 0, step: flow + "#since")], nextFrame: 1)
        let isLast = count == 2 && number % 50 != 0
        var turn = Turn(person: snapshot.person, session: isLast ? nil : session)
        turn.isBeginning = count == 1
        if turn.isBeginning, snapshot.session != nil { turn.replaced = .expired }
        (turn.language, turn.revision, turn.step) = (language, RevisionID("bench"), flow + "#since")
        turn.path = ["main#menu", flow + "#start", flow + "#since"]
        (turn.input, turn.understood) = (input(number, turn: count), "option \(count)")
        turn.reply = Reply(text: reply(number, isLast: isLast), ends: isLast)
        if isLast { turn.outcome = number % 4 == 0 ? .expired : .finished }
        if number % 200 == 0 { turn.flags = [Flag(.request, step: turn.step, detail: "no answer")] }
        if isLast, number % 100 == 0 {
            turn.cases = [
                OpenedCase(number: snapshot.caseNumber, topic: flow, note: "call at noon", step: flow + "#call")
            ]
        }
        let texts = isLast && number % 5 == 0 ? ["Your ticket is \(number)."] : []
        var decision = Decision(turn: turn, outgoing: texts.map { OutboxDraft(channel: "sms", text: $0) })
        decision.places = [city(number), province]
        return decision
    }

    /// One of the cities.
    static func city(_ number: Int) -> PlaceDigest { PlaceDigest(rawValue: 4_400 + Int64(number % cities)) }

    /// Most people press a digit; one in ten tells something of her own.
    private static func input(_ number: Int, turn count: Int) -> String {
        count == 2 && number % 10 == 0 ? "the foreman owes me \(number) since spring" : "\(count)"
    }

    /// Most screens are everybody's; one in five has a number of its own.
    private static func reply(_ number: Int, isLast: Bool) -> String {
        isLast && number % 5 == 0
            ? "Your ticket is \(number). We call you soon."
            : "Since when has the boss not paid you? Like 2026-03\n0. Back 00. Start"
    }

    /// The number of a person as the store knows it.
    func address(of person: Int) -> AddressKey {
        let number = "+861\(3_000_000_000 + person)"
        return AddressKey(fingerprint: lookup.digest(number), number: number)
    }
}
