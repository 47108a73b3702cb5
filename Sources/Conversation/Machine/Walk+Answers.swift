import Directory
import Entitlements
import Expressions

extension Walk {
    /// Computes an expression; an error is flagged for staff.
    mutating func evaluate(_ expression: Expression) -> Value {
        let value = evaluation.evaluate(expression)
        if case .error(let fault) = value { flag(.expression, "\(expression.source): \(fault.message)") }
        return value
    }

    /// Whether a condition holds; what is unknown or fails does not.
    mutating func holds(_ condition: Expression) -> Bool {
        evaluate(condition).isTrue ?? false
    }

    /// A text in the session's language.
    func render(_ text: LocalizedText) throws(EvaluationFault) -> String {
        let version = text.version(language)
        if let literal = version.literal { return literal }
        return try evaluation.render(version)
    }

    /// One of the pack's built-in texts; they hold no expressions that can fail but `confirm`, which is rendered with
    /// its answer.
    func builtIn(_ name: BuiltInTexts.Name) -> String {
        let version = pack.texts[name].version(language)
        return version.literal ?? (try? evaluation.render(version)) ?? name.english
    }

    var evaluation: Evaluation {
        Evaluation(scope: WalkScope(self), now: now, utcOffset: utcOffset, language: pack.languages[language].tag)
    }

    /// Computes and keeps a list of changes, in order: a later one sees the earlier.
    mutating func apply(_ changes: [Change]) {
        for change in changes { assign(evaluate(change.value), to: change.target) }
    }

    /// Keeps one value; an error keeps what was there.
    mutating func assign(_ value: Value, to target: Target) {
        if case .error = value { return }
        switch target {
        case .answer(let name): assign(value, named: name)
        case .person(let field) where isAnswerOfStranger: assign(value, named: field)
        case .person(let field):
            let before = turn.person.fields[field]
            turn.person.keep(value, in: field, on: now.date(utcOffset: utcOffset))
            noteConsent(field, before: before)
        case .language: choose(language: value.text)
        case .pin: break  // only a question keeps one, and it keeps no digits
        case .sharing: share(value)
        }
    }

    /// Whether a rule asks someone who has not agreed that anything is kept about her: her answer lives as long as the
    /// conversation.
    private var isAnswerOfStranger: Bool {
        guard step?.flow == Fact.flow, let consent = pack.settings.consent else { return false }
        return evaluation.evaluate(consent).isTrue != true
    }

    /// Changes the language of the person and of the session, if the pack has it.
    mutating func choose(language tag: String) {
        guard let place = pack.languages.firstIndex(where: { $0.tag == tag }) else {
            return flag(.expression, "the pack has no language '\(tag)'")
        }
        language = place
        session?.language = tag
        turn.person.language = tag
    }

    /// Keeps an answer: of the running flow, unless it is given to another frame.
    mutating func assign(_ value: Value, named name: String, frame: Int? = nil) {
        guard let frame = frame ?? session?.frames.last?.id else { return }
        if let count = session?.journal.count, count >= limits.answers { shortenJournal() }
        session?.journal.append(Assignment(frame: frame, name: name, value: value))
    }

    /// Keeps only the last answer of each name; "back" ends here. Too many even so: the oldest go, and staff see it.
    private mutating func shortenJournal() {
        guard let current = session else { return }
        let live = Set(current.frames.map(\.id) + [Frame.facts])
        var seen: Set<[String]> = []
        var kept = current.journal.reversed().filter { entry in
            live.contains(entry.frame) && seen.insert(["\(entry.frame)", entry.name]).inserted
        }
        if kept.count >= limits.answers {
            flag(.answers, "more than \(limits.answers) answers in one session")
            kept = Array(kept.prefix(limits.answers - 1))
        }
        session?.history = []
        session?.journal = kept.reversed()
    }

    /// The answers of one frame, the last of each name.
    func answers(of frame: Int) -> Object {
        var answers = Object()
        for entry in session?.journal ?? [] where entry.frame == frame { answers[entry.name] = entry.value }
        return answers
    }

    /// One answer of a frame, the last of its name.
    func answer(_ name: String, of frame: Int) -> Value? {
        session?.journal.last { $0.frame == frame && $0.name == name }?.value
    }
}

/// The names a flow's expressions can use.
struct WalkScope: Scope {
    private let session: Session?
    private let person: Person
    private let channel: ChannelView
    private let pack: Pack
    private let language: String
    private let sharing: Object
    /// How much is kept of her; nil where that cannot be asked.
    private let counts: RecordCounts?

    init(_ walk: Walk) {
        counts = walk.findings.map { ($0.counts ?? RecordCounts()).beginning(walk.turn.isBeginning) }
        sharing = walk.sharingObject
        language = walk.pack.languages[walk.language].tag
        session = walk.session
        person = walk.turn.person
        channel = walk.channel
        pack = walk.pack
    }

    /// A name's value: the running flow's last answer of that name, else one of the roots. What was never
    /// answered is unknown.
    func value(named name: String) -> Value? {
        if let frame = session?.frames.last?.id,
            let entry = session?.journal.last(where: { $0.frame == frame && $0.name == name })
        {
            return entry.value
        }
        switch name {
        case "person": return .object(personObject)
        case "channel": return .object(Object([("name", .text(channel.name)), ("kind", .text(channel.kind.rawValue))]))
        case "constants": return .object(pack.constants)
        case "sharing": return .object(sharing)
        case Walk.kept: return kept
        case "claim": return .object(Walk.claimObject(pack.settings.identity))
        default: return placeName(name) { value(named: $0) } ?? .unknown
        }
    }

    /// `city_name` is the name of the place whose code is the answer `city`, in the reader's language.
    private func placeName(_ name: String, _ code: (String) -> Value?) -> Value? {
        guard !pack.directory.regions.isEmpty, name.hasSuffix(AnswerType.placeNameSuffix),
            case .text(let code)? = code(String(name.dropLast(AnswerType.placeNameSuffix.count)))
        else { return nil }
        return pack.directory.region(code).map { .text($0.label(in: language)) }
    }

    private var kept: Value {
        guard let counts else { return .unknown }
        let view = KeptView(person: person, counts: counts, pack: pack, language: pack.place(of: language))
        return .object(view.object)
    }

    /// Every declared field; one without a value is unknown.
    private var personObject: Object {
        var object = Object(pack.personFields.keys.sorted().map { ($0, person.fields[$0] ?? .unknown) })
        object["language"] = person.language.map(Value.text) ?? .unknown
        object["stopped"] = .boolean(person.isStopped)
        for (field, declared) in pack.personFields where declared.type == .place {
            let name = field + AnswerType.placeNameSuffix
            object[name] = placeName(name) { object[$0] } ?? .unknown
        }
        return object
    }
}
