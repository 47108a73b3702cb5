import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    static let reminders = [
        ContractRule("a reminder is due from its moment on, and begins a conversation once") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.planning("news#start", at: 5_000, $0) }
            #expect(try await store.dueReminders(at: Sample.time(4_999), limit: 9).isEmpty)
            let row = try #require(try await store.dueReminders(at: Sample.time(5_000), limit: 9).first)
            #expect(row.reminder == Reminder(step: "news#start", at: Sample.time(5_000)))
            #expect(row.channel == "sms")
            #expect(try await store.fire(row.id, at: 4_999).isRepeat)
            #expect(try await !store.fire(row.id, at: 5_000).isRepeat)
            #expect(try await store.fire(row.id, at: 5_000).isRepeat)
            #expect(try await store.dueReminders(at: Sample.time(9_000), limit: 9).isEmpty)
            #expect(Sample.turns(in: try await store.snapshot(of: 1).session) == 1)
        },
        ContractRule("a later plan of the same step takes the earlier one's place") { open in
            let store = try open()
            for at: Int64 in [5_000, 7_000] {
                _ = try await store.advance(Sample.arrival(1)) { Sample.planning("news#start", at: at, $0) }
            }
            _ = try await store.advance(Sample.arrival(1)) { Sample.planning("other#start", at: 6_000, $0) }
            _ = try await store.advance(Sample.arrival(2)) { Sample.planning("news#start", at: 8_000, $0) }
            let rows = try await store.dueReminders(at: Sample.time(9_000), limit: 9)
            #expect(rows.map(\.reminder.step) == ["other#start", "news#start", "news#start"])
            #expect(rows.map(\.reminder.at.milliseconds) == [6_000, 7_000, 8_000])
            #expect(try await store.plannedReminders() == ["news#start": 2, "other#start": 1])
        },
        ContractRule("a reminder that is postponed while it is fired stays") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.planning("news#start", at: 5_000, $0) }
            let row = try #require(try await store.dueReminders(at: Sample.time(5_000), limit: 9).first)
            let arrival = Arrival(key: nil, subject: .reminder(row.id), at: Sample.time(5_000))
            _ = try await store.advance(arrival) { Sample.planning("news#start", at: 8_000, $0) }
            #expect(try await store.dueReminders(at: Sample.time(7_999), limit: 9).isEmpty)
            #expect(try await store.dueReminders(at: Sample.time(8_000), limit: 9).count == 1)
        },
        ContractRule("a reminder that waits for a rule is due once a later version is there, whatever the day") {
            open in
            let store = try open()
            for (phone, version) in [(1, 3), (2, 4)] {
                _ = try await store.advance(Sample.arrival(phone)) {
                    Sample.waiting("news#start", "a.wages", version, $0)
                }
            }
            _ = try await store.advance(Sample.arrival(3)) { Sample.waiting("news#start", "a.rent", 1, $0) }
            #expect(try await store.dueReminders(at: Sample.time(1 << 40), limit: 9).isEmpty)
            #expect(try await store.wake("a.wages", 3, limit: 9) == 0)
            #expect(try await store.wake("a.wages", 4, limit: 9) == 1)
            #expect(try await store.wake("a.wages", 4, limit: 9) == 0)
            #expect(try await store.dueReminders(at: Sample.time(6_000), limit: 9).count == 1)
            #expect(try await store.wake("a.wages", 9, limit: 9) == 1)
            #expect(try await store.plannedReminders() == ["news#start": 3])
        },
        ContractRule("people are woken by a changed rule a stretch at a time") { open in
            let store = try open()
            for phone in 1...3 {
                _ = try await store.advance(Sample.arrival(phone)) { Sample.waiting("news#start", "a.wages", 1, $0) }
            }
            for expected in [2, 1, 0] { #expect(try await store.wake("a.wages", 2, limit: 2) == expected) }
        },
        ContractRule("who waits for two rules is told once when both changed, and later of the third") { open in
            let store = try open()
            for rule in ["a.rent", "a.school", "a.wages"] {
                _ = try await store.advance(Sample.arrival(1)) { Sample.waiting("news#start", rule, 1, $0) }
            }
            for rule in ["a.rent", "a.wages"] { _ = try await store.wake(rule, 2, limit: 9) }
            let rows = try await store.dueReminders(at: Sample.time(6_000), limit: 9)
            try #require(rows.count == 2)
            #expect(try await !store.fire(rows[0].id, at: 6_000).isRepeat)
            #expect(try await store.fire(rows[1].id, at: 6_000).isRepeat)
            #expect(try await store.wake("a.school", 2, limit: 9) == 1)
        },
        ContractRule("without a channel for reminders none is kept") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { Sample.planning("news#start", at: 5_000, by: nil, $0) }
            #expect(try await store.dueReminders(at: Sample.time(9_000), limit: 9).isEmpty)
        },
    ]

    static let requests = [
        ContractRule("a request waits, with everything it needs, until it is answered once") { open in
            let store = try open()
            let draft = Sample.request(key: "a")
            let settlement = try await store.advance(Sample.arrival(1, key: "a")) { Sample.asking(draft, $0) }
            let row = try #require(settlement.request)
            #expect(row.draft == draft)
            await store.close()
            let again = try open()
            #expect(try await again.waitingRequests(limit: 9) == [row])
            #expect(try await !again.answer(row.id, "the answer").isRepeat)
            #expect(try await again.answer(row.id, "another").isRepeat)
            #expect(try await again.waitingRequests(limit: 9).isEmpty)
        },
        ContractRule("the answer takes the place of what a repeated webhook gets") { open in
            let store = try open()
            let draft = Sample.request(key: "a")
            _ = try await store.advance(Sample.arrival(1, key: "a")) { Sample.asking(draft, $0) }
            #expect(try await store.repeated("a") == "turn 1")
            let row = try #require(try await store.waitingRequests(limit: 1).first)
            _ = try await store.answer(row.id, "the answer")
            #expect(try await store.repeated("a") == "the answer")
        },
        ContractRule("the window of a webhook begins when the answer is there") { open in
            let store = try open()
            let draft = Sample.request(key: "a")
            _ = try await store.advance(Sample.arrival(1, key: "a")) { Sample.asking(draft, $0) }
            let row = try #require(try await store.waitingRequests(limit: 1).first)
            _ = try await store.answer(row.id, "the answer")
            let again = Arrival(
                key: Sample.key("a"), window: 4_000, subject: .address(Sample.address(1), channel: "ussd"),
                at: Sample.time(5_500))
            #expect(try await store.advance(again) { Sample.next($0) }.isRepeat)
        },
        ContractRule("an answer without bytes leaves what a repeated webhook gets") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1, key: "a")) { Sample.asking(Sample.request(key: "a"), $0) }
            let row = try #require(try await store.waitingRequests(limit: 1).first)
            _ = try await store.answer(row.id, nil)
            #expect(try await store.repeated("a") == "turn 1")
        },
        ContractRule("the answer to a session that is over advances nothing, and is gone") { open in
            let store = try open()
            let settlement = try await store.advance(Sample.arrival(1)) { Sample.asking(Sample.request(), $0) }
            let row = try #require(settlement.request)
            _ = try await store.advance(Sample.arrival(1)) { Decision(turn: Turn($0, session: nil)) }
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
            #expect(try await store.answer(row.id, "late").isRepeat)
            #expect(Sample.turns(in: try await store.snapshot(of: 1).session) == 1)
            #expect(try await store.waitingRequests(limit: 9).isEmpty)
        },
        ContractRule("no two requests have the same number, even after the first is gone") { open in
            let store = try open()
            let first = try #require(
                try await store.advance(Sample.arrival(1)) { Sample.asking(Sample.request(), $0) }.request)
            _ = try await store.answer(first.id, nil)
            let second = try #require(
                try await store.advance(Sample.arrival(1)) { Sample.asking(Sample.request(), $0) }.request)
            #expect(first.id != second.id)
        },
    ]
}

extension Sample {
    /// One more turn that plans a reminder.
    fileprivate static func planning(
        _ step: String, at: Int64, by channel: String? = "sms", _ snapshot: Snapshot
    ) -> Decision {
        var turn = next(snapshot).turn
        turn.reminders = [Reminder(step: step, at: time(at))]
        return Decision(turn: turn, reminderChannel: channel)
    }

    /// One more turn that plans a reminder for when a rule changes.
    fileprivate static func waiting(
        _ step: String, _ rule: String, _ version: Int, _ snapshot: Snapshot
    ) -> Decision {
        var turn = next(snapshot).turn
        turn.reminders = [
            Reminder(step: step, at: time(1_000), awaiting: RuleVersion(rule: rule, version: version))
        ]
        return Decision(turn: turn, reminderChannel: "sms")
    }

    fileprivate static func request(key: String? = nil) -> RequestDraft {
        let request = SystemRequest(
            number: 1, system: "jobs", path: "/open?city=Xi%27an", body: "{\"month\":\"2026-03\"}", within: 2,
            step: "main#ask")
        return RequestDraft(
            request: request, channel: "ussd", arrivalKey: key.map(Sample.key), deadline: time(3_000))
    }

    /// One more turn that asks another system.
    fileprivate static func asking(_ draft: RequestDraft, _ snapshot: Snapshot) -> Decision {
        let decision = next(snapshot)
        return Decision(turn: decision.turn, answer: decision.answer, request: draft)
    }
}

extension Store {
    fileprivate func wake(_ rule: String, _ version: Int, limit: Int) async throws -> Int {
        try await wakeReminders(
            of: RuleVersion(rule: rule, version: version), at: Sample.time(5_000), limit: limit)
    }

    fileprivate func fire(_ reminder: ReminderID, at: Int64) async throws -> Settlement {
        try await advance(Arrival(key: nil, subject: .reminder(reminder), at: Sample.time(at))) { snapshot in
            var turn = Turn(snapshot, session: Sample.session())
            turn.isBeginning = true
            return Decision(turn: turn)
        }
    }

    fileprivate func answer(_ request: RequestID, _ text: String?) async throws -> Settlement {
        try await advance(Arrival(key: nil, subject: .request(request), at: Sample.time(2_000))) { snapshot in
            Decision(turn: Sample.next(snapshot).turn, answer: text.map { Array($0.utf8) })
        }
    }

    /// What a repeat of an arrival gets.
    fileprivate func repeated(_ key: String) async throws -> String? {
        let settlement = try await advance(Sample.arrival(1, key: key)) { Sample.next($0) }
        #expect(settlement.isRepeat)
        return settlement.answer.map { String(decoding: $0, as: UTF8.self) }
    }
}
