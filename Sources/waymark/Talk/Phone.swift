import Conversation
import Entitlements
import Expressions
import Telephony

/// Phones, one of them in hand, and the service that they reach: a pack, played without a gateway.
struct Phone {
    let pack: Pack
    /// Of the phone in hand.
    private(set) var number: String
    /// How each phone talks that was in hand.
    private var kinds: [String: ChannelKind]
    private var rehearsal: Rehearsal

    /// How the phone in hand talks.
    private(set) var kind: ChannelKind {
        get { kinds[number] ?? .ussd }
        set { kinds[number] = newValue }
    }

    /// - Parameters:
    ///   - on: `ussd` or `sms`.
    ///   - at: When it begins; nil means now.
    ///   - language: The tag of a language of the pack.
    ///   - toTheMinute: Whether it begins with the minute, as talks do.
    init(
        pack: Pack, on: String, from: String, at: String?, language: String?, toTheMinute: Bool
    ) throws(WrongUse) {
        guard let kind = ChannelKind(rawValue: on) else { throw WrongUse("'--on' must be ussd or sms, not '\(on)'") }
        self.pack = pack
        number = try Self.number(from)
        kinds = [number: kind]
        let utcOffset = pack.settings.utcOffset
        var now = try Moment.read(at, place: utcOffset).timestamp
        if toTheMinute { now = Conversation.Talk.LocalTime(now, utcOffset: utcOffset).timestamp(utcOffset: utcOffset) }
        let machine = ConversationMachine(packs: ConversationMachine.Packs(current: pack))
        rehearsal = Rehearsal(machine: machine, now: now)
        if let language {
            rehearsal.people[number] = Snapshot(
                person: Person(language: try tag(language)), address: AddressState(heardAt: now))
        }
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
    func limit(over kind: ChannelKind) -> ScreenLimit? { pack.settings.screen[kind] }

    /// The minute at the pack's place.
    var time: Conversation.Talk.LocalTime {
        Conversation.Talk.LocalTime(rehearsal.now, utcOffset: pack.settings.utcOffset)
    }

    /// The language the person is known to have chosen.
    var language: String? { rehearsal.people[number]?.person.language }

    /// Which page of its screen the conversation shows, from 1; nil when it is over.
    var page: Int? { rehearsal.people[number]?.session.map { max($0.wait.page, 0) + 1 } }

    /// Whether what is typed next must not be kept.
    var hidesAnswer: Bool { rehearsal.hidesAnswer(of: number) }

    /// The question to another system that the conversation waits for.
    var question: SystemRequest? { rehearsal.question(of: number) }
}

extension Phone {
    /// Something that was done with the phone, as talks write it, and what it led to.
    struct Deed {
        let action: Conversation.Talk.Action
        let happenings: [Rehearsal.Happening]
    }

    /// Types an answer or sends an SMS; on a phone that shows no USSD dialogue it dials.
    mutating func type(_ text: String) throws(CodingFault) -> Deed {
        guard kind == .sms || isInDialogue else { return try dial() }
        return try deed(.type(text, late: nil), rehearsal.send(text, by: kind, from: number))
    }

    /// Dials the pack's code, with digits behind it joined by `*`.
    mutating func dial(_ digits: String = "") throws(CodingFault) -> Deed {
        kind = .ussd
        let kept = try rehearsal.kept(digits, dialledBy: number)
        return try deed(.dial(pack.settings.code(dialling: kept)), rehearsal.dial(digits, from: number))
    }

    /// The network drops the dialogue; nil when there is none. Nothing can be answered to that but SMS that were held.
    mutating func drop() throws(CodingFault) -> Deed? {
        guard let turn = try rehearsal.drop(from: number) else { return nil }
        return try deed(.drop(isNoticed: true), turn)
    }

    /// The system that is asked answers, or does not; nil when none is asked.
    mutating func respond(_ answer: SystemAnswer) throws(CodingFault) -> Deed? {
        guard let happening = try rehearsal.respond(answer, to: number) else { return nil }
        return Deed(action: .respond(answer), happenings: [happening] + (try rehearsal.catchUp()))
    }

    /// A later version of a rule is published, and who asked to be told of it is; nil when the pack has no such rule.
    mutating func change(_ rule: String) throws(CodingFault) -> Deed? {
        guard pack.rules.rules[rule] != nil else { return nil }
        rehearsal.change(rule)
        return Deed(action: .changed(rule: rule), happenings: try rehearsal.catchUp())
    }

    /// Lets time go by.
    mutating func wait(seconds: Int) throws(CodingFault) -> Deed {
        Deed(action: .wait(seconds), happenings: try rehearsal.wait(seconds: seconds))
    }

    /// Puts the phone's message window in front.
    mutating func useSMS() -> Deed {
        kind = .sms
        return Deed(action: .on(.sms, from: nil, language: nil, at: nil), happenings: [])
    }

    /// Takes another phone in hand, which talks as this one does unless it was in hand before.
    mutating func pickUp(_ other: String) -> Deed {
        kinds[other] = kinds[other] ?? kind
        number = other
        return Deed(action: .from(other), happenings: [])
    }

    /// Staff end the conversation; nil when there is none.
    mutating func close() throws(CodingFault) -> Deed? {
        guard let turn = try rehearsal.close(on: number) else { return nil }
        return try deed(.close, turn)
    }

    private mutating func deed(_ action: Conversation.Talk.Action, _ turn: Turn) throws(CodingFault) -> Deed {
        let own = Rehearsal.Happening(number: number, kind: kind, turn: turn)
        return Deed(action: action, happenings: [own] + (try rehearsal.catchUp()))
    }
}
