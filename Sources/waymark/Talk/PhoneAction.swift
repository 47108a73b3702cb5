/// What someone does with the phone in the terminal.
enum PhoneAction: Hashable {
    case type(String)
    case dial(String)
    case drop
    /// In seconds.
    case wait(Int)
    case sms
    case ussd
    case help
    case quit

    /// Reads a line: a command begins with a colon, and what is no command is typed as it is.
    init(line: String) {
        let words = line.split(separator: " ").map(String.init)
        switch (words.first ?? "", words.count) {
        case (":dial", 2): self = .dial(words[1])
        case (":wait", 2): self = Self.seconds(words[1]).map(Self.wait) ?? .help
        case (":drop", 1): self = .drop
        case (":sms", 1): self = .sms
        case (":ussd", 1), (":dial", 1): self = .ussd
        case (":help", 1): self = .help
        case (":quit", 1), (":q", 1): self = .quit
        default: self = .type(line)
        }
    }

    /// What a phone can do.
    static let guide = """
        Type an answer, or:
          :drop                the network drops the dialogue
          :wait 3m             time goes by (s, m, h, d)
          :sms, :ussd          write an SMS, or dial
          :dial *384*77*3#     dial a code with a shortcut
          :quit                put the phone away (Ctrl-D)
        """

    private static func seconds(_ text: String) -> Int? {
        let factors: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let factor = text.last.flatMap({ factors[$0] }), let number = Int(text.dropLast()),
            (0...36_500).contains(number)
        else { return nil }
        return number * factor
    }
}
