import Conversation
import Expressions
import Foundation
import Telephony

/// What someone does with the phone in the terminal.
enum PhoneAction: Hashable {
    case type(String)
    /// Types what is made up and may be written down, even where a private answer is asked for.
    case invent(String)
    case dial(String)
    case drop
    /// In seconds.
    case wait(Int)
    case respond(SystemAnswer)
    /// A later version of the rule with this id is published.
    case change(String)
    /// Another phone, by its number in full.
    case from(String)
    /// Staff end the conversation.
    case close
    case sms
    case ussd
    case help
    case quit

    /// Reads a line: a command begins with a colon, and what is no command is typed as it is.
    init(line: String) {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        switch (words.first ?? "", words.count) {
        case (":dial", 2): self = .dial(words[1])
        case (":wait", 2): self = TalkDuration(words[1]).map { .wait($0.seconds) } ?? .help
        case (":respond", 2): self = (try? Value.parse(json: words[1])).map { .respond(.value($0)) } ?? .help
        case (":changed", 2): self = .change(words[1].trimmingCharacters(in: .whitespaces))
        case (":invent", 2): self = .invent(words[1])
        case (":from", 2): self = (try? PhoneNumber.parse(words[1], in: nil).e164).map { .from($0) } ?? .help
        case (":close", 1): self = .close
        case (":fail", 1): self = .respond(.failed("it does not answer in this rehearsal"))
        case (":drop", 1): self = .drop
        case (":sms", 1): self = .sms
        case (":ussd", 1), (":dial", 1): self = .ussd
        case (":help", 1), (":wait", 1), (":respond", 1), (":invent", 1), (":changed", 1),
            (":from", 1):
            self = .help
        case (":quit", 1), (":q", 1): self = .quit
        default: self = .type(line)
        }
    }

    /// What a phone can do.
    static let guide = """
        Type an answer, or:
          :drop                the network drops the dialogue
          :wait 3m             time goes by (s, m, h, d), and reminders come
          :sms, :ussd          write an SMS, or dial
          :dial *384*77*3#     dial a code with a shortcut
          :respond {"open":3}  answer for the system that is asked, in JSON
          :fail                the system does not answer
          :changed cn.wages.claim   a later version of a rule is published
          :from +8613900000001 take another phone; what she does there may show on this one
          :close               staff end the conversation
          :invent 1990-01      answer a private question with what may be recorded
          :quit                put the phone away (Ctrl-D)
        """
}
