import Conversation
import Expressions
import Telephony

/// A person's phone, and the service that it reaches: a pack, played without a gateway.
struct Phone {
    let pack: Pack
    let number: String
    private(set) var kind: ChannelKind
    private var rehearsal: Rehearsal

    /// - Parameters:
    ///   - on: `ussd` or `sms`.
    ///   - at: When it begins; nil means now.
    ///   - language: The tag of a language of the pack.
    init(pack: Pack, on: String, from: String, at: String?, language: String?) throws(WrongUse) {
        guard let kind = ChannelKind(rawValue: on) else { throw WrongUse("'--on' must be ussd or sms, not '\(on)'") }
        self.pack = pack
        self.kind = kind
        number = try Self.number(from)
        let now = try Moment.read(at, place: pack.settings.utcOffset).timestamp
        let machine = ConversationMachine(packs: ConversationMachine.Packs(current: pack))
        rehearsal = Rehearsal(machine: machine, now: now)
        if let language { rehearsal.people[number] = Snapshot(person: Person(language: try tag(language))) }
    }

    private static func number(_ text: String) throws(WrongUse) -> String {
        do {
            return try PhoneNumber.parse(text, in: nil).e164
        } catch {
            throw WrongUse("'\(text)' is no number to talk from: \(error)")
        }
    }

    private func tag(_ text: String) throws(WrongUse) -> String {
        let tags = pack.languages.map(\.tag)
        guard tags.contains(text) else {
            throw WrongUse("the pack does not speak '\(text)', only \(tags.joined(separator: ", "))")
        }
        return text
    }

    /// Whether a USSD dialogue is open, so that what is typed is an answer.
    var isInDialogue: Bool { rehearsal.isInDialogue(number) }

    /// The clock at the pack's place.
    var clock: String { rehearsal.now.rfc3339(utcOffset: pack.settings.utcOffset) }

    /// What one screen or answer may hold.
    var limit: ScreenLimit? { pack.settings.screen[kind] }

    /// Which page of its screen the conversation shows, from 1; nil when it is over.
    var page: Int? { rehearsal.people[number]?.session.map { $0.wait.page + 1 } }
}

extension Phone {
    /// Types an answer or sends an SMS; on a phone that shows no USSD dialogue it dials.
    mutating func type(_ text: String) throws(CodingFault) -> Turn {
        try rehearsal.send(text, by: kind, from: number)
    }

    /// Dials the pack's code.
    mutating func dial(_ digits: String = "") throws(CodingFault) -> Turn {
        kind = .ussd
        return try rehearsal.dial(digits, from: number)
    }

    /// The network drops the dialogue; false when there is none. Nothing can be answered to that.
    mutating func drop() throws(CodingFault) -> Bool {
        try rehearsal.drop(from: number) != nil
    }

    /// Lets time go by.
    mutating func wait(seconds: Int) {
        rehearsal.now = rehearsal.now + Int64(seconds)
    }

    /// Puts the phone's message window in front.
    mutating func useSMS() {
        kind = .sms
    }

    /// What a dialled code has behind the pack's own; nil when it is another service's.
    func digits(in code: String) -> String? {
        let base = pack.settings.code.hasSuffix("#") ? pack.settings.code.dropLast() : pack.settings.code[...]
        guard code.hasPrefix(base) else { return nil }
        var rest = code.dropFirst(base.count)
        if rest.hasSuffix("#") { rest = rest.dropLast() }
        guard rest.isEmpty || rest.hasPrefix("*") else { return nil }
        return String(rest.dropFirst())
    }
}
