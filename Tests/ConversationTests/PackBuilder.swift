import Conversation
import Expressions
import Telephony

/// Makes a step once the places of all steps are known.
typealias StepMaker = ([String: Int]) throws -> Verb

/// A small pack written in code, in English and Chinese: `English|中文`; a text without `|` is the same in both.
struct PackBuilder {
    var title = "Test"
    var languages = [Language(tag: "en", name: "English"), Language(tag: "zh-Hans", name: "中文")]
    var keywords: [String: String] = [:]
    var destinations: [Command: String] = [:]
    var otherwise: String?
    var keys = Keys()
    var limit: [ChannelKind: ScreenLimit] = [.ussd: .ussd(septets: 160), .sms: .sms(segments: 2)]
    var resume = PackSettings.Resume.ask
    var texts: [BuiltInTexts.Name: String] = [:]
    var noShortcut: Set<String> = []
    var privateSteps: Set<String> = []
    var forgets: Set<String> = []
    var quietHours: QuietHours?
    var consent: Expressions.Expression?
    var country: Country?
    var identity = IdentitySettings()
    var revision = "r1"
    var fields: [String: PersonField] = [:]

    /// What packs of several languages and countries list.
    static let words: [(Command, [String])] = [
        (.help, ["info", "帮助", "aide", "msaada", "मदद", "مساعدة"]),
        (.stop, ["STOPALL", "UNSUBSCRIBE", "TD", "退订", "ARRET", "ARRÊT", "acha", "रोकें", "إيقاف"]),
        (.start, ["UNSTOP", "开始", "恢复", "anza"]),
    ]

    /// The pack of these steps, each with its address `flow#step`; the first is the start.
    func pack(_ steps: KeyValuePairs<String, StepMaker>) throws -> Pack {
        try pack(steps.map { ($0.key, $0.value) })
    }

    func pack(_ steps: [(String, StepMaker)]) throws -> Pack {
        let places = Dictionary(steps.enumerated().map { ($1.0, $0) }, uniquingKeysWith: { first, _ in first })
        let made = try steps.map { address, maker in
            let parts = address.split(separator: "#").map(String.init)
            let verb = try maker(places)
            return Step(
                flow: parts[0], name: parts[1], verb: verb, stopsShortcut: noShortcut.contains(address),
                forgets: forgets.contains(address), isPrivate: privateSteps.contains(address))
        }
        let wordings = try BuiltInTexts.Name.allCases.map { ($0, try localized(texts[$0] ?? $0.english)) }
        let commands = (CommandWords.all.map { ($0, $1) } + Self.words).flatMap { command, words in
            words.map { (Folding.fold($0), command) }
        }
        return Pack(
            id: "test", title: title, revision: RevisionID(revision), languages: languages, sourceLanguage: 0,
            steps: made,
            start: 0, keywords: keywords.compactMapValues { places[$0] },
            commands: Dictionary(commands, uniquingKeysWith: { first, _ in first }),
            destinations: destinations.compactMapValues { places[$0] }, otherwise: otherwise.flatMap { places[$0] },
            keys: keys,
            settings: settings, constants: ["hotline": .text("12333")],
            personFields: fields.merging(["region": PersonField(type: .text)]) { own, _ in own },
            texts: BuiltInTexts(
                Dictionary(wordings, uniquingKeysWith: { first, _ in first }), fallback: try localized("Sorry.")))
    }

    private var settings: PackSettings {
        PackSettings(
            screen: limit, idle: [.ussd: 600, .sms: 86_400], late: 1_800, resume: resume, numbering: ". ",
            utcOffset: 28_800,
            code: "*384*77#", country: country, quietHours: quietHours, consent: consent, identity: identity)
    }
}

/// A text in both languages.
func localized(_ text: String) throws -> LocalizedText {
    let versions = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let first = try Template.parse(versions.first ?? "")
    return LocalizedText(id: text, versions: [first, try versions.count > 1 ? Template.parse(versions[1]) : first])
}

/// Where a step leads: `back`, `home`, `end` or an address.
func way(_ text: String, _ places: [String: Int]) throws -> Go {
    switch text {
    case "back": return .back
    case "home": return .home
    case "end": return .end
    default: return .step(try place(text, places))
    }
}

struct NoSuchStep: Error { let address: String }

func place(_ address: String, _ places: [String: Int]) throws -> Int {
    guard let place = places[address] else { throw NoSuchStep(address: address) }
    return place
}

func changes(_ list: KeyValuePairs<String, String>) throws -> [Change] {
    try list.map { Change(target: Target($0.key), value: try Expression.parse($0.value)) }
}

// MARK: Verbs

func say(_ text: String, go: String) -> StepMaker {
    { places in .say(try localized(text), go: try way(go, places)) }
}

func send(_ text: String, go: String) -> StepMaker {
    { places in .send(try localized(text), go: try way(go, places)) }
}

func end(_ text: String) -> StepMaker { { _ in .end(try localized(text)) } }

func set(_ list: KeyValuePairs<String, String>, go: String) -> StepMaker {
    { places in .set(try changes(list), go: try way(go, places)) }
}

func branch(_ arms: [(String?, String)]) -> StepMaker {
    { places in
        .branch(try arms.map { Arm(when: try $0.map { try Expression.parse($0) }, go: try way($1, places)) })
    }
}

func call(_ flow: String, with: KeyValuePairs<String, String> = [:], go: String) -> StepMaker {
    { places in .call(Call(flow: try place(flow, places), with: try changes(with), go: try way(go, places))) }
}

func refer(_ topic: String, note: String? = nil, say: String? = nil, go: String) -> StepMaker {
    { places in
        .refer(
            Referral(topic: topic, note: try note.map(localized), say: try say.map(localized), go: try way(go, places)))
    }
}

/// An option as a test writes it: `Label -> step`.
struct OptionDraft: ExpressibleByStringLiteral {
    let label: String
    let go: String
    var words: [String] = []
    var when: String?
    var aliases: [String] = []

    init(stringLiteral text: String) { self.init(text) }

    init(_ text: String, words: [String] = [], when: String? = nil, aliases: [String] = []) {
        let arrow = text.range(of: " -> ")
        label = arrow.map { String(text[..<$0.lowerBound]) } ?? text
        go = arrow.map { String(text[$0.upperBound...]) } ?? "end"
        (self.words, self.when, self.aliases) = (words, when, aliases)
    }

    func option(_ number: Int, _ places: [String: Int]) throws -> Option {
        let text = try localized(label)
        let words = (text.versions.compactMap(\.literal) + words).map(Folding.fold).filter { !$0.isEmpty }
        return Option(
            number: number, label: text, words: words, aliases: aliases,
            when: try when.map { try Expression.parse($0) },
            value: text.versions[0].source, go: try way(go, places))
    }
}

func menu(
    _ text: String, _ options: [OptionDraft], save: String? = nil, retry: [String] = [], otherwise: String? = nil
) -> StepMaker {
    { places in
        .menu(
            Menu(
                text: try localized(text), options: try options.enumerated().map { try $1.option($0 + 1, places) },
                save: save.map(Target.init), retry: try retry.map(localized),
                otherwise: try otherwise.map { try way($0, places) }))
    }
}

func ask(
    _ text: String, _ rule: AnswerRule = AnswerRule(type: .text), save: String = "answer", retry: [String] = [],
    otherwise: String? = nil, confirm: Bool = false, isPrivate: Bool = false, go: String
) -> StepMaker {
    { places in
        .ask(
            Ask(
                text: try localized(text), answer: rule, save: Target(save), retry: try retry.map(localized),
                otherwise: try otherwise.map { try way($0, places) }, confirms: confirm, isPrivate: isPrivate,
                go: try way(go, places)))
    }
}

extension String {
    /// Where a shorter text stands in this one; the standard library alone has no such search.
    fileprivate func range(of other: String) -> Range<String.Index>? { ranges(of: other).first }
}
