import Conversation

/// Someone sits at the phone: lines in, screens out, until there are no more lines.
struct PhoneCall {
    private var phone: Phone

    init(phone: Phone) {
        self.phone = phone
    }

    mutating func run(on display: some PhoneDisplay) throws {
        display.begin(phone)
        if phone.kind == .ussd { display.show(try phone.dial(), on: phone) }
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

    private mutating func perform(_ action: PhoneAction, _ display: some PhoneDisplay) throws(CodingFault) {
        switch action {
        case .type(let text): display.show(try phone.type(text), on: phone)
        case .ussd: display.show(try phone.dial(), on: phone)
        case .dial(let code):
            guard let digits = phone.digits(in: code) else {
                return display.tell("the pack's code is \(phone.pack.settings.code)")
            }
            display.show(try phone.dial(digits), on: phone)
        case .drop:
            display.tell(try phone.drop() ? "the dialogue broke" : "there is no dialogue to drop")
        case .wait(let seconds):
            phone.wait(seconds: seconds)
            display.tell("it is \(phone.clock)")
        case .sms:
            phone.useSMS()
            display.tell("write an SMS")
        case .help: display.tell(PhoneAction.guide)
        case .quit: break
        }
    }
}

/// Where a phone is shown.
protocol PhoneDisplay {
    /// Greets, before the first screen.
    func begin(_ phone: Phone)
    /// Asks for the next line.
    func prompt(_ phone: Phone)
    /// Shows what a turn led to.
    func show(_ turn: Turn, on phone: Phone)
    /// Tells something about the phone itself.
    func tell(_ note: String)
    /// Says goodbye when there are no more lines.
    func end()
}
