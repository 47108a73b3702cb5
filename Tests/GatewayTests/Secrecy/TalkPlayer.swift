import Conversation
import Expressions
import Foundation
import Gateway
import Storage
import Telephony

/// Does with a gateway's phones what a talk tells, and notes what must be seen by nobody else. What the talk expects is
/// not looked at: that is for the tests of talks.
struct TalkPlayer {
    let town: TalkingGateway
    private var kinds: [String: ChannelKind] = [:]
    private var dialogues: [String: String] = [:]
    private var number = ""
    /// How many talks were played; those that name no number have one of their own.
    private var talks = 0
    private var count = 0
    private var code = ""
    /// Everything that was typed, shown or known, and every number.
    private(set) var secrets: Set<String> = []
    /// The numbers as they are dialled at home, without the first digit.
    private(set) var numbers: Set<String> = []
    /// By number, the numbers that were typed there, without the first digits as above.
    private(set) var named: [String: Set<String>] = [:]
    /// Claim codes that were shown.
    private var codes: Set<String> = []
    /// What was typed as a PIN or a claim code.
    private var typedKeys: Set<String> = []
    /// PINs and claim codes. Where several talks have one number a PIN may be typed at any question: then it is no secret.
    var keys: Set<String> { typedKeys.subtracting(open).union(codes) }
    /// What was typed or known as private, and what was typed where it is not.
    private var hidden: Set<String> = []
    private var open: Set<String> = []
    /// What is private of somebody, and nowhere else a word like any other.
    var privates: Set<String> { hidden.subtracting(open) }

    init(_ town: TalkingGateway) {
        self.town = town
    }

    mutating func play(_ talk: Talk) async throws {
        kinds = [:]
        dialogues = [:]
        talks += 1
        number = "+1\(3_058_170_000 + talks)"
        for line in talk.lines { try await play(line.action) }
    }

    private mutating func play(_ action: Talk.Action) async throws {
        switch action {
        case .on(let kind, let from, let language, let at):
            if let from { number = from }
            kinds[number] = kind
            if let at { try await move(to: at.timestamp(utcOffset: town.pack.settings.utcOffset)) }
            if let language { try await know { $0.language = language } }
        case .from(let other):
            kinds[other] = kinds[other] ?? kinds[number]
            number = other
        case .have(let field, let value): try await know(field, value)
        case .dial(let dialled): try await dial(dialled)
        case .begin:
            if kinds[number] == .sms { try await type(town.pack.firstWord ?? "") } else { try await dial(nil) }
        case .type(let text, _): try await type(text)
        case .wait(let seconds): try await move(to: town.clock.now + Int64(seconds))
        case .drop: _ = try await hop(["phase": "end"])
        case .decide(let isApproved): try await decide(isApproved: isApproved)
        case .changed(let rule):
            let later = RuleVersion(rule: rule, version: .max)
            _ = try await town.gateway.parts.store.wakeReminders(of: later, at: town.clock.now, limit: 100)
            try await town.settle()
        case .gone, .close, .duplicate, .respond, .see, .seeAnything, .expect: break
        }
    }

    private func move(to moment: Timestamp) async throws {
        town.clock.move(to: moment)
        try await town.settle()
    }

    private func decide(isApproved: Bool) async throws {
        let desk = town.gateway.claims
        for plea in try await desk.waiting() {
            _ = try await isApproved ? desk.approve(plea.id, record: nil) : desk.refuse(plea.id)
        }
        try await town.settle()
    }

    private mutating func dial(_ dialled: String?) async throws {
        count += 1
        dialogues[number] = "dialogue \(count)"
        kinds[number] = .ussd
        try await see(hop(["phase": "begin", "code": dialled ?? town.pack.settings.code]))
    }

    /// The PINs of four digits in the talks of the shipped packs.
    private static let pins: Set = ["4826", "4827", "4828", "5274", "5275", "5556", "5557", "7391", "7392"]
    /// The code in all talks, whose random bytes are always the same; here the one is typed that was shown last.
    private static let rehearsedCode = "0423956175"

    private mutating func type(_ written: String) async throws {
        // A PIN of four digits may stand anywhere by chance: she has a longer one that begins with it.
        let written = Self.pins.contains(written) ? written + "91" : written
        let isCode = written.filter(\.isNumber) == Self.rehearsedCode
        let text = isCode && !code.isEmpty ? code : written
        secrets.insert(text)
        numbers.insert(String(number.suffix(10)))
        if let typed = try? PhoneNumber.parse(text, in: town.pack.settings.country) {
            named[number, default: []].insert(String(typed.e164.suffix(10)))
        }
        switch try await question() {
        case let ask? where ask.answer.type == .pin || ask.answer.type == .claimCode: typedKeys.insert(text)
        case let ask? where ask.hidesAnswer: hidden.insert(text)
        default: open.insert(text)
        }
        switch kinds[number] ?? .ussd {
        case .sms:
            count += 1
            let fields = ["id": "\(count)", "from": number, "to": "10000", "text": text]
            _ = try await town.post(fields, to: "sms", route: "receive")
            try await town.settle()
        case .ussd: try await see(hop(["phase": "continue", "text": text]))
        }
    }

    /// The question that waits for whoever has the number; nil where none does, or where several people have or had it.
    private func question() async throws -> Ask? {
        let fingerprint = town.gateway.parts.vault.key(for: try Address.parse(number, in: nil)).fingerprint
        let people = try await town.store.people(withNumber: fingerprint)
        guard people.count == 1 else { return nil }
        var filter = SessionFilter()
        filter.person = people.first
        let latest = try await town.store.sessions(filter, after: nil, limit: 1).first
        guard let latest, latest.outcome == nil, let place = town.pack.places[latest.step],
            case .ask(let ask) = town.pack.steps[place].verb
        else { return nil }
        return ask
    }

    private mutating func hop(_ fields: [String: String]) async throws -> String {
        secrets.insert(String(number.suffix(10)))
        numbers.insert(String(number.suffix(10)))
        guard let dialogue = dialogues[number] else { return "" }
        let own = ["session": dialogue, "from": number].merging(fields) { $1 }
        return try await town.post(own, to: "ussd", route: "session")
    }

    private mutating func see(_ body: String) {
        guard let screen = try? Value.parse(json: body), case .object(let fields) = screen,
            case .text(let text)? = fields["text"]
        else { return }
        if let shown = text.firstMatch(of: /[0-9]{5}-[0-9]{5}/) {
            code = String(shown.0)
            codes.insert(code)
            secrets.insert(code)
        }
        secrets.formUnion(text.split(whereSeparator: \.isNewline).map(String.init))
        if case .boolean(true)? = fields["ends"] { dialogues[number] = nil }
    }

    /// Something is known of the person beforehand.
    private mutating func know(_ field: String, _ expression: Expressions.Expression) async throws {
        let scope = DictionaryScope(["constants": .object(town.pack.constants)])
        let value = Evaluation(
            scope: scope, now: town.clock.now, utcOffset: town.pack.settings.utcOffset, language: "en"
        ).evaluate(expression)
        if field == "language" { return try await know { $0.language = value.text } }
        secrets.insert(value.text)
        let declared = town.pack.personFields[field]
        // A place is known by its code, which stands for it wherever it is no secret, too.
        if declared?.isPrivate == true, declared?.type != .place { hidden.insert(value.text) }
        let today = town.clock.now.date(utcOffset: town.pack.settings.utcOffset)
        try await know { $0.keep(value, in: field, on: today) }
    }

    /// The same, whatever it is; her number is held to be hers.
    private func know(_ change: @escaping @Sendable (inout Person) -> Void) async throws {
        let address = town.gateway.parts.vault.key(for: try Address.parse(number, in: nil))
        let now = town.clock.now
        let arrival = Arrival(key: nil, subject: .address(address, channel: "ussd"), at: now)
        _ = try await town.store.advance(arrival) { snapshot in
            var person = snapshot.person
            change(&person)
            var turn = Turn(person: person, session: snapshot.session)
            if snapshot.address.heardAt == nil {
                turn.address = AddressState(heardAt: now)
            }
            return Decision(turn: turn)
        }
    }
}
