import Expressions
import Storage
import Testing

@testable import Conversation

/// SMS that are held.
extension Town {
    /// One of them.
    struct HeldText {
        let number: String
        /// When it came; no two came at one time.
        let since: Timestamp
        var due: Timestamp
        /// Who wrote it.
        let person: Int
    }

    /// Whether two numbers lead to one person.
    func isOfOne(_ number: String, _ other: String) -> Bool {
        number == other || model.numbers(leadingWhere: other).contains(number)
    }

    /// Keeps in the model what a turn says of SMS that are held.
    mutating func hold(_ turn: Turn, _ event: ConversationEvent, of number: String, by person: Int) {
        switch (event, turn.hold) {
        case (.message, let hold?): held.append(HeldText(number: number, since: now, due: hold.until, person: person))
        case (.held(_, let since), let hold?):
            if let place = held.firstIndex(where: { $0.since == since }) { held[place].due = hold.until }
        case (.held(_, let since), nil): held.removeAll { $0.since == since }
        default: break
        }
        if turn.move == .newcomer { held.removeAll { $0.number == number } }
        guard turn.frees else { return }
        for place in held.indices where isOfOne(held[place].number, number) { held[place].due = now }
    }

    /// The oldest of each person, as far as their time has come.
    private var due: [HeldText] {
        held.enumerated().filter { place, text in
            text.due <= now && !held[..<place].contains { isOfOne($0.number, text.number) }
        }.map(\.element)
    }

    /// Deals with what is due, until nothing is.
    mutating func catchUp() async throws {
        for _ in 0..<20 {
            let rows = try await store.dueHeld(at: now, limit: 99)
            #expect(rows.count == due.count)
            if rows.isEmpty { return }
            for row in rows { try await release(row.id) }
        }
        Issue.record("what is held comes back and back")
    }

    private mutating func release(_ id: HeldID) async throws {
        let dice = roll()
        let view = ChannelView(name: "test", kind: .sms)
        let seen = Noted<(turn: Turn, message: HeldMessage)>()
        let (machine, now, store) = (machine, now, store)
        try await settle { stretched in
            try await store.takeHeld(id, at: now) { snapshot, message in
                let event = ConversationEvent.held(message.text, since: message.since)
                let turn = machine.receive(event, on: view, snapshot.knowing(dice, stretched), at: now)
                seen.put((turn, message))
                return Self.decision(turn, machine)
            }
        }
        let (turn, message) = try #require(seen.last)
        let text = try #require(held.first { $0.since == message.since })
        let expected = try advanceModel(
            .held(message.text, since: message.since), on: view, of: text.number, dice, by: text.person)
        #expect(turn.reply == expected.reply)
        #expect(turn.hold == expected.hold)
        if turn.hold == nil { released += 1 }
        read(expected, by: text.person)
    }
}
