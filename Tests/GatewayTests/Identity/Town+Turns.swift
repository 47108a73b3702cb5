import Expressions
import Storage
import Synchronization
import Testing

@testable import Conversation

/// One turn, in the model and in the store, which must say the same.
extension Town {
    /// - Parameter person: Who does it, and reads the answer.
    mutating func advance(
        _ event: ConversationEvent, on kind: ChannelKind, of number: String, by person: Int
    ) async throws -> Reply? {
        let dice = roll()
        let view = ChannelView(name: "test", kind: kind)
        let expected = try advanceModel(event, on: view, of: number, dice, by: person)
        let seen = Noted<(turn: Turn, holder: Int64?)>()
        let arrival = Arrival(key: nil, subject: .address(Self.key(number), channel: "test"), at: now)
        let (machine, now, store) = (machine, now, store)
        try await settle { stretched in
            try await store.advance(arrival) { snapshot in
                let turn = machine.receive(event, on: view, snapshot.knowing(dice, stretched), at: now)
                seen.put((turn, snapshot.holder))
                return Self.decision(turn, machine)
            }
        }
        trail.append(
            "\(person) on \(number.suffix(1)), record \(model.lines[number]?.person ?? 0): \(event.brief) -> "
                + (expected.reply?.text ?? "").replacing("\n", with: " / "))
        #expect(seen.last?.turn.reply == expected.reply)
        #expect(seen.last?.turn.hold == expected.hold)
        #expect(seen.last?.turn.messages == expected.messages && seen.last?.turn.notice == expected.notice)
        #expect(seen.last?.turn.objection == expected.objection)
        #expect(seen.last?.turn.frozenUntil == expected.frozenUntil)
        read(expected, by: person)
        if expected.plea != nil, let asker = model[number]?.holder, let holder = seen.last?.holder {
            asked += 1
            pleas.append(Waiting(person: person, model: asker, store: holder))
        }
        return expected.reply
    }

    mutating func roll() -> [UInt8] { (0..<24).map { _ in UInt8.random(in: 0...255, using: &random) } }

    /// Makes a turn of the store again with the PINs stretched that it asks for.
    func settle(_ advance: ([[UInt8]: [UInt8]]) async throws -> Settlement) async throws {
        var stretched: [[UInt8]: [UInt8]] = [:]
        for _ in 0..<3 {
            guard let stretch = try await advance(stretched).stretch else { return }
            for salt in stretch.salts { stretched[salt] = salt + stretch.pin.utf8 }
        }
    }

    mutating func advanceModel(
        _ event: ConversationEvent, on view: ChannelView, of number: String, _ dice: [UInt8], by person: Int
    ) throws -> Turn {
        var snapshot = model[number] ?? Snapshot()
        snapshot.dice = dice
        snapshot.findings = Findings()
        snapshot.held = held.count { isOfOne($0.number, number) }
        var turn = machine.receive(event, on: view, snapshot, at: now)
        while let need = turn.need {
            model.answer(need, in: &snapshot, at: now)
            turn = machine.receive(event, on: view, snapshot, at: now)
        }
        if turn.hold == nil {
            try model.keep(turn, of: number)
            noteClaims()
        }
        hold(turn, event, of: number, by: person)
        return turn
    }

    /// Notes when a claim was made that the model has just kept.
    mutating func noteClaims() {
        for claim in model.claims.dropFirst(claimedAt.count) {
            claimedAt.append(now)
            trail.append("staff see \(claim)")
        }
    }

    private static func key(_ number: String) -> AddressKey {
        AddressKey(fingerprint: Array(number.utf8), number: number)
    }

    static func decision(_ turn: Turn, _ machine: ConversationMachine) -> Decision {
        var decision = Decision(turn: turn, silenceAt: turn.session.map(machine.expiry))
        decision.offer = turn.offer.map { CodeDraft(digest: Array($0.digits.utf8), expiresAt: $0.expiresAt) }
        decision.plea = turn.plea.map {
            PleaDraft(fingerprint: Array($0.number.utf8), caseNumber: $0.caseNumber)
        }
        decision.objection = turn.objection.map {
            ObjectionDraft($0, question: OutboxDraft(channel: "test", text: $0.question))
        }
        switch turn.need {
        case .code(let digits): decision.lookup = .code(Array(digits.utf8))
        case .holders(let number): decision.lookup = .holders(Array(number.utf8))
        case .plea(let person): decision.lookup = .plea(of: person)
        case .sharer(let person): decision.lookup = .sharer(person)
        case .counts(let person): decision.lookup = .counts(of: person)
        case .stretch(let pin, let salts): decision.stretch = Stretch(pin: pin, salts: salts)
        case nil: break
        }
        return decision
    }
}

extension Snapshot {
    /// With what the store does not know.
    func knowing(_ dice: [UInt8], _ stretched: [[UInt8]: [UInt8]]) -> Snapshot {
        var snapshot = self
        snapshot.dice = dice
        snapshot.findings = snapshot.findings ?? Findings()
        snapshot.findings?.stretched = stretched
        return snapshot
    }
}

/// What was noted inside decisions.
final class Noted<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    var last: Value? { values.withLock { $0.last } }

    func put(_ value: Value) { values.withLock { $0.append(value) } }
}

extension ConversationEvent {
    /// It in a few words.
    fileprivate var brief: String {
        switch self {
        case .hop(let hop): if case .latest(let text) = hop.input { "types \(text)" } else { "types" }
        case .message(let text): "writes \(text)"
        default: "\(self)"
        }
    }
}
