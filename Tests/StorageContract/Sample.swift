import Conversation
import Expressions
import Sealing
import Storage
import Testing

/// Values the rules are told with. Times are small numbers of milliseconds.
enum Sample {
    static let revision = RevisionID("0123456789abcdef")

    /// The keys that stores are opened with.
    static let keys = KeyRing(RootKey(secret: Array(repeating: 7, count: 32)))

    /// A person's address; equal numbers are equal addresses.
    static func address(_ number: Int) -> AddressKey {
        AddressKey(fingerprint: Array("fingerprint \(number)".utf8), number: "+25471200000\(number)")
    }

    static func key(_ name: String) -> [UInt8] {
        Array((name + String(repeating: "-", count: 16)).utf8.prefix(16))
    }

    static func time(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

    /// An arrival from a person's address.
    static func arrival(_ person: Int, key name: String? = nil, channel: String = "sms", at: Int64 = 1_000) -> Arrival {
        Arrival(key: name.map(key), subject: .address(address(person), channel: channel), at: time(at))
    }

    /// A session that remembers how many turns it had.
    static func session(turns: Int = 1, at: Int64 = 1_000) -> Session {
        Session(
            revision: revision, language: "en", kind: .sms, startedAt: time(1_000), lastAt: time(at),
            frames: [Frame(id: 0, step: "main#menu")], nextFrame: 1,
            journal: [Assignment(frame: 0, name: "turns", value: .text("\(turns)"))])
    }

    /// How many turns a session remembers.
    static func turns(in session: Session?) -> Int {
        guard case .text(let count)? = session?.journal.last?.value else { return 0 }
        return Int(count) ?? 0
    }

    /// One more turn of whatever session there is; the answer tells which.
    static func next(_ snapshot: Snapshot, at: Int64 = 1_000, silenceAt: Int64? = nil) -> Decision {
        let count = turns(in: snapshot.session) + 1
        let turn = Turn(snapshot, session: session(turns: count, at: at))
        return Decision(turn: turn, answer: Array("turn \(count)".utf8), silenceAt: silenceAt.map(time))
    }
}

extension Turn {
    /// A turn after a snapshot, with a line in the transcript.
    init(_ snapshot: Snapshot, session: Session?) {
        self.init(person: snapshot.person, session: session)
        isBeginning = snapshot.session == nil && session != nil
        input = "hello"
        understood = "first message"
        step = "main#menu"
        reply = Reply(text: "What is your name?", ends: false)
    }
}

extension Decision {
    /// The same decision with messages to send.
    func sending(_ texts: String..., by channel: String = "sms") -> Decision {
        Decision(
            turn: turn, answer: answer, outgoing: texts.map { OutboxDraft(channel: channel, text: $0) },
            silenceAt: silenceAt)
    }
}

extension Store {
    /// What the store knows of a person, found by a turn that leaves everything as it is.
    func snapshot(of person: Int, at: Int64 = 1_000) async throws -> Snapshot {
        let seen = Seen<Snapshot>()
        _ = try await advance(Sample.arrival(person, at: at)) { snapshot in
            seen.put(snapshot)
            return Decision(turn: Turn(person: snapshot.person, session: snapshot.session))
        }
        return try #require(seen.all.last)
    }
}

extension OutboxRow {
    var text: String? { content?.text }
    var number: String? { content?.number }
}
