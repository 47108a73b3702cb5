import Conversation
import Entitlements
import Expressions

/// A text of a pack: what it is for, and where it stands in each language.
struct PackText {
    /// What a text is for.
    enum Role: Hashable {
        /// The question of a menu, above its options.
        case menu
        /// The question of an `ask`.
        case ask
        /// Said above the next screen.
        case said
        /// The last screen of a conversation.
        case end
        /// The label of the option with this number.
        case option(Int)
        /// A line of a list that the machine makes: the title of a rule.
        case listed
        /// Shown after this many answers that were not understood, from 1.
        case retry(Int)
        /// An SMS beside the conversation.
        case message
        /// For staff, with a case.
        case note
        /// Said by the machine itself.
        case builtIn(BuiltInTexts.Name)

        /// Whether it is what the step is about, and not what comes below or after it.
        var isMain: Bool {
            switch self {
            case .menu, .ask, .said, .end, .message: true
            case .option, .listed, .retry, .note, .builtIn: false
            }
        }
    }

    /// What it is for.
    let role: Role
    /// The text in all languages.
    let text: LocalizedText
    /// The place of its step in the pack; nil for a built-in text.
    let step: Int?
    /// Where it stands.
    let place: TextPlace

    /// Whether people see it on a USSD screen or in an SMS answer.
    var isShown: Bool {
        switch role {
        case .menu, .ask, .said, .end, .option, .listed, .retry, .builtIn: true
        case .message, .note: false
        }
    }

    /// Every text of a pack.
    static func all(of reading: PackReading) -> [PackText] {
        let pack = reading.pack
        var texts: [PackText] = []
        func add(_ role: Role, _ text: LocalizedText, _ step: Int?) {
            guard let place = reading.texts[text.id] else { return }
            texts.append(PackText(role: role, text: text, step: step, place: place))
        }
        for (place, step) in pack.steps.enumerated() {
            for (role, text) in step.verb.texts { add(role, text, place) }
        }
        var listed: Set<String> = []
        for title in pack.steps.flatMap({ $0.verb.listedTitles(in: pack.rules) }) where listed.insert(title.id).inserted
        {
            add(.listed, title, nil)
        }
        for (_, label) in pack.fieldLabels.sorted(by: { $0.key < $1.key }) { add(.listed, label, nil) }
        for name in BuiltInTexts.Name.allCases { add(.builtIn(name), pack.texts[name], nil) }
        return texts
    }

    /// The versions of the languages that have one of their own.
    func versions(of pack: Pack) -> [TextVersion] {
        pack.languages.indices.compactMap { language in
            let isSource = language == pack.sourceLanguage
            guard let position = isSource ? place.source : place.translations[language]?.position else { return nil }
            let template = text.version(language)
            return TextVersion(
                text: self, language: language, tag: pack.languages[language].tag, isSource: isSource,
                position: position, template: template)
        }
    }
}

/// A text in one language. All rules look at the same ones, of which a large pack has a hundred thousand.
final class TextVersion: Sendable {
    /// The text it is a version of.
    let text: PackText
    /// The place of the language in the pack's list.
    let language: Int
    /// The language's tag, `zh-Hans`.
    let tag: String
    /// Whether this is the language that the flows are written in.
    let isSource: Bool
    /// Where the text begins in its file.
    let position: Position
    /// What stands there.
    let template: Template
    /// Its words and sentences.
    let wording: Wording

    init(
        text: PackText, language: Int, tag: String, isSource: Bool, position: Position, template: Template
    ) {
        self.text = text
        self.language = language
        self.tag = tag
        self.isSource = isSource
        self.position = position
        self.template = template
        wording = Wording(template)
    }

    /// Where a character of the text stands, by its place in the text's source.
    func position(at offset: Int) -> Position { position.moved(by: offset) }

    /// What is to be shown, for a message: `'Do you still work...'`.
    var quoted: String {
        let line = template.source.split(separator: "\n").joined(separator: " / ")
        return line.count > 40 ? "'\(line.prefix(37))...'" : "'\(line)'"
    }
}

extension Verb {
    /// The texts of a step with what each is for, in the order in which they are written.
    var texts: [(role: PackText.Role, text: LocalizedText)] {
        switch self {
        case .say(let text, _): [(.said, text)]
        case .menu(let menu): [(.menu, menu.text)] + labels + Self.retries(menu.retry)
        case .ask(let ask): [(.ask, ask.text)] + Self.retries(ask.retry)
        case .send(let text, _): [(.message, text)]
        case .refer(let referral):
            (referral.note.map { [(.note, $0)] } ?? []) + (referral.say.map { [(.said, $0)] } ?? [])
        case .end(let text): [(.end, text)]
        case .find(let find): find.heading.map { [(.said, $0)] } ?? []
        case .check(let check): (check.heading.map { [(.said, $0)] } ?? []) + labels
        case .branch, .set, .call, .remind, .request: []
        }
    }

    private var labels: [(role: PackText.Role, text: LocalizedText)] {
        options.map { (.option($0.number), $0.label) }
    }

    /// The lines that a list of what rules came to can have.
    func listedTitles(in book: RuleBook) -> [LocalizedText] {
        guard case .check(let check) = self else { return [] }
        let rules = check.rules(in: book)
        switch check.subject {
        case .rule: return []
        case .several: return rules.map(\.title)
        case .move: return rules.compactMap { $0.portability?.next.isEmpty == false ? $0.portability?.title : nil }
        }
    }

    private static func retries(_ retries: [LocalizedText]) -> [(role: PackText.Role, text: LocalizedText)] {
        retries.enumerated().map { (.retry($0 + 1), $1) }
    }
}
