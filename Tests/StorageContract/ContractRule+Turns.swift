import Conversation
import Expressions
import Storage
import Testing

extension ContractRule {
    static let turns = [
        ContractRule("a new address is a new person without a session") { open in
            let store = try open()
            #expect(try await store.snapshot(of: 1) == Snapshot())
            #expect(try await store.counts().persons == 1)
        },
        ContractRule("an address is found again by its fingerprint, however it is written") { open in
            let store = try open()
            let known = AddressKey(fingerprint: Sample.address(1).fingerprint, number: "+254 712 000 001")
            _ = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
            let again = Arrival(key: nil, subject: .address(known, channel: "ussd"), at: Sample.time(2_000))
            let settlement = try await store.advance(again) { Sample.next($0) }
            #expect(settlement.answer == Array("turn 2".utf8))
            #expect(try await store.counts().persons == 1)
        },
        ContractRule("the person is kept as the turn left her") { open in
            let store = try open()
            let person = Person(language: "zh-Hans", isStopped: true, fields: ["city": .text("深圳")])
            _ = try await store.advance(Sample.arrival(1)) { snapshot in
                var turn = Turn(snapshot, session: nil)
                turn.person = person
                return Decision(turn: turn)
            }
            #expect(try await store.snapshot(of: 1).person == person)
            #expect(try await store.snapshot(of: 2).person == Person())
        },
        ContractRule("turns of two hundred arrivals of one person follow one another and none is lost") { open in
            let store = try open()
            try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
                for _ in 1...200 {
                    group.addTask { try await store.advance(Sample.arrival(1)) { Sample.next($0) }.answer }
                }
                let answers = try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1 ?? []) }
                #expect(answers.count == 200)
            }
            #expect(Sample.turns(in: try await store.snapshot(of: 1).session) == 200)
        },
        ContractRule("what was reported as kept is there when the store is opened again") { open in
            let before = try open()
            _ = try await before.advance(Sample.arrival(1, key: "a")) { Sample.next($0).sending("later") }
            let after = try open()
            let settlement = try await after.advance(Sample.arrival(1, key: "a")) { Sample.next($0) }
            #expect(settlement == Settlement(answer: Array("turn 1".utf8), isRepeat: true, hasOutgoing: false))
            #expect(try await after.snapshot(of: 1).session == Sample.session())
            #expect(try await after.counts().waitingMessages == 1)
        },
        ContractRule("after closing, everything is a fault") { open in
            let store = try open()
            await store.close()
            await #expect(throws: StoreFault.self) { try await store.check() }
            await #expect(throws: StoreFault.closed) { try await store.advance(Sample.arrival(1)) { Sample.next($0) } }
        },
    ]

    static let repeats = [
        ContractRule("a repeated arrival gets the same bytes and advances nothing") { open in
            let store = try open()
            let answer: [UInt8] = [0, 255, 13, 10]
            let first = try await store.advance(Sample.arrival(1, key: "a")) { snapshot in
                Decision(turn: Sample.next(snapshot).turn, answer: answer).sending("one")
            }
            #expect(first == Settlement(answer: answer, isRepeat: false, hasOutgoing: true))
            let again = try await store.advance(Sample.arrival(1, key: "a", at: 9_000)) { snapshot in
                Sample.next(snapshot, silenceAt: 9_000).sending("two")
            }
            #expect(again == Settlement(answer: answer, isRepeat: true, hasOutgoing: false))
            #expect(Sample.turns(in: try await store.snapshot(of: 1).session) == 1)
            #expect(try await store.counts().turns == 1)
            #expect(try await store.counts().waitingMessages == 1)
        },
        ContractRule("repeats that arrive together advance once") { open in
            let store = try open()
            try await withThrowingTaskGroup(of: Settlement.self) { group in
                for _ in 1...50 {
                    group.addTask { try await store.advance(Sample.arrival(1, key: "a")) { Sample.next($0) } }
                }
                let settlements = try await group.reduce(into: [Settlement]()) { $0.append($1) }
                #expect(settlements.filter { !$0.isRepeat }.count == 1)
                #expect(settlements.allSatisfy { $0.answer == Array("turn 1".utf8) })
            }
        },
        ContractRule("a repeat of an arrival without an answer has none") { open in
            let store = try open()
            for isRepeat in [false, true] {
                let settlement = try await store.advance(Sample.arrival(1, key: "a")) { snapshot in
                    Decision(turn: Sample.next(snapshot).turn)
                }
                #expect(settlement == Settlement(answer: nil, isRepeat: isRepeat, hasOutgoing: false))
            }
        },
        ContractRule("an arrival without a key is never a repeat") { open in
            let store = try open()
            for turn in 1...3 {
                let settlement = try await store.advance(Sample.arrival(1)) { Sample.next($0) }
                #expect(settlement.answer == Array("turn \(turn)".utf8))
            }
            #expect(try await store.counts().inboundKeys == 0)
        },
        ContractRule("keys are forgotten some at a time, and one that came again is as young as it came") { open in
            let store = try open()
            for (place, at) in [1_000, 1_001, 1_002].enumerated() {
                _ = try await store.advance(Sample.arrival(1, key: "k\(place)", at: Int64(at))) { Sample.next($0) }
            }
            let again = Arrival(
                key: Sample.key("k0"), window: 1, subject: .address(Sample.address(1), channel: "sms"),
                at: Sample.time(9_000))
            #expect(try await !store.advance(again) { Sample.next($0) }.isRepeat)
            #expect(try await store.forgetInbound(before: Sample.time(5_000), limit: 1) == 1)
            #expect(try await store.forgetInbound(before: Sample.time(5_000), limit: 5) == 1)
            #expect(try await store.forgetInbound(before: Sample.time(5_000), limit: 5) == 0)
            #expect(try await store.counts().inboundKeys == 1)
            #expect(try await store.advance(Sample.arrival(1, key: "k0", at: 9_000)) { Sample.next($0) }.isRepeat)
            #expect(try await !store.advance(Sample.arrival(1, key: "k1", at: 9_000)) { Sample.next($0) }.isRepeat)
        },
        ContractRule("a forgotten key is new again, a younger one is not") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1, key: "old", at: 1_000)) { Sample.next($0) }
            _ = try await store.advance(Sample.arrival(1, key: "young", at: 2_000)) { Sample.next($0) }
            _ = try await store.forgetInbound(before: Sample.time(2_000), limit: 100)
            #expect(try await store.advance(Sample.arrival(1, key: "young")) { Sample.next($0) }.isRepeat)
            #expect(try await !store.advance(Sample.arrival(1, key: "old")) { Sample.next($0) }.isRepeat)
            _ = try await store.forgetInbound(before: Sample.time(9_000), limit: 100)
            #expect(try await store.counts().inboundKeys == 0)
        },
    ]

    static let groups = [
        ContractRule("a turn that is refused leaves nothing and sinks none of its neighbours") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(0, key: "0")) { .openingCase(1, $0) }
            let refused = try await withThrowingTaskGroup(of: Int?.self) { group in
                for person in 1...40 {
                    group.addTask {
                        do {
                            _ = try await store.advance(Sample.arrival(person, key: "\(person)")) { snapshot in
                                person % 10 == 0 ? .openingCase(1, snapshot) : Sample.next(snapshot)
                            }
                            return nil
                        } catch let fault as StoreFault {
                            #expect(fault.code == .refused)
                            return person
                        }
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.formUnion($1.map { [$0] } ?? []) }
            }
            #expect(refused == [10, 20, 30, 40])
            let counts = try await store.counts()
            #expect((counts.persons, counts.liveSessions, counts.inboundKeys) == (37, 37, 37))
        },
        ContractRule("in a group the known, the new and the repeats are told apart") { open in
            let before = try open()
            for person in 1...20 {
                _ = try await before.advance(Sample.arrival(person, key: "\(person)")) { Sample.next($0) }
            }
            let store = try open()
            let first = try await store.advanceTogether((1...40).flatMap { [$0, $0] }) { "\($0)" }
            #expect(first.filter { !$0.settlement.isRepeat }.map(\.person).sorted() == Array(21...40))
            #expect(first.allSatisfy { $0.settlement.answer == Array("turn 1".utf8) })
            let second = try await store.advanceTogether(Array(1...40)) { "again \($0)" }
            #expect(second.allSatisfy { !$0.settlement.isRepeat && $0.settlement.answer == Array("turn 2".utf8) })
        },
        ContractRule("a refused turn can be tried again") { open in
            let store = try open()
            _ = try await store.advance(Sample.arrival(1)) { .openingCase(1, $0) }
            await #expect(throws: StoreFault.self) {
                try await store.advance(Sample.arrival(2, key: "a")) { .openingCase(1, $0) }
            }
            let settlement = try await store.advance(Sample.arrival(2, key: "a")) { .openingCase($0.caseNumber, $0) }
            #expect(!settlement.isRepeat)
            #expect(try await store.openCases(limit: 9).map(\.number) == [1, 2])
        },
    ]
}

extension Store {
    /// Lets people's arrivals come all at once.
    fileprivate func advanceTogether(
        _ people: [Int], key: @escaping @Sendable (Int) -> String
    ) async throws -> [(person: Int, settlement: Settlement)] {
        try await withThrowingTaskGroup(of: (Int, Settlement).self) { group in
            for person in people {
                group.addTask {
                    (person, try await self.advance(Sample.arrival(person, key: key(person))) { Sample.next($0) })
                }
            }
            return try await group.reduce(into: []) { $0.append((person: $1.0, settlement: $1.1)) }
        }
    }
}

extension Decision {
    /// A turn that opens a case under a number.
    fileprivate static func openingCase(_ number: Int, _ snapshot: Snapshot) -> Decision {
        var turn = Sample.next(snapshot).turn
        turn.cases = [OpenedCase(number: number, topic: "wages", note: "three months", step: "wages#refer")]
        return Decision(turn: turn)
    }
}
