import Conversation

/// Someone sits at the phone: lines in, screens out, until there are no more lines.
struct PhoneCall {
    private var phone: Phone
    private var recording: Recording?

    /// - Parameter recording: Where it is written down as a talk.
    init(phone: Phone, recording: Recording?) {
        self.phone = phone
        self.recording = recording
    }

    mutating func run(on display: some PhoneDisplay) throws {
        display.begin(phone)
        try recording?.begin(phone)
        if phone.kind == .ussd { try take(try phone.dial(), display) }
        while let line = nextLine(display) {
            let action = PhoneAction(line: line)
            if action == .quit { return }
            try perform(action, display)
        }
        display.end()
    }

    private func nextLine(_ display: some PhoneDisplay) -> String? {
        display.prompt(phone)
        return readLine()
    }

    private mutating func perform(_ action: PhoneAction, _ display: some PhoneDisplay) throws {
        switch action {
        case .type(let text):
            let isPrivate = phone.hidesAnswer
            try take(try phone.type(text), isPrivate: isPrivate, display)
        case .invent(let text): try take(try phone.type(text), display)
        case .ussd: try take(try phone.dial(), display)
        case .dial(let code):
            guard let digits = phone.pack.settings.digits(in: code) else {
                return display.tell("the pack's code is \(phone.pack.settings.code)")
            }
            try take(try phone.dial(digits), display)
        case .drop: try take(try phone.drop(), "the dialogue broke", else: "there is no dialogue to drop", display)
        case .respond(let answer):
            try take(try phone.respond(answer), nil, else: "no system is asked that could answer", display)
        case .change(let rule):
            try take(
                try phone.change(rule), "rule \(rule) is published anew", else: "the pack has no rule '\(rule)'",
                display)
        case .from(let number):
            try take(phone.pickUp(number), display)
            display.tell("this is the phone \(number)")
        case .close:
            try take(
                try phone.close(), "staff ended the conversation", else: "there is no conversation to end", display)
        case .wait(let seconds):
            try take(try phone.wait(seconds: seconds), display)
            display.tell("it is \(phone.clock)")
        case .sms:
            try take(phone.useSMS(), display)
            display.tell("write an SMS")
        case .help: display.tell(PhoneAction.guide)
        case .quit: break
        }
    }

    /// What may not be possible, with the sentences that tell of it.
    private mutating func take(
        _ deed: Phone.Deed?, _ done: String?, else reason: String, _ display: some PhoneDisplay
    ) throws {
        guard let deed else { return display.tell(reason) }
        try take(deed, display)
        if let done { display.tell(done) }
    }

    private mutating func take(_ deed: Phone.Deed, isPrivate: Bool = false, _ display: some PhoneDisplay) throws {
        for happening in deed.happenings { display.show(happening, on: phone) }
        if let note = try recording?.record(deed, on: phone, isPrivate: isPrivate) { display.tell(note) }
        if let question = phone.question { display.tell(PhoneAction.hint(for: question)) }
    }
}

extension PhoneAction {
    /// Who sits at the phone plays the systems, too.
    fileprivate static func hint(for question: SystemRequest) -> String {
        let what = question.body.map { "POST \(question.path) \($0)" } ?? "GET \(question.path)"
        return "\(question.system) is asked: \(what)\nanswer for it with :respond {...}, or :fail"
    }
}

/// Where a phone is shown.
protocol PhoneDisplay {
    /// Greets, before the first screen.
    func begin(_ phone: Phone)
    /// Asks for the next line.
    func prompt(_ phone: Phone)
    /// Shows what a turn led to, on the phone in hand or on another.
    func show(_ happening: Rehearsal.Happening, on phone: Phone)
    /// Tells something about the phone itself.
    func tell(_ note: String)
    /// Says goodbye when there are no more lines.
    func end()
}
