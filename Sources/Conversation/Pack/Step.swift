package import Expressions

/// One step of a flow: one verb and what belongs to it.
package struct Step: Sendable {
    /// `flow#step`.
    package let address: String
    /// The flow's name, for example `wages/late`.
    package let flow: String
    /// The step's own name.
    package let name: String
    /// What it does, with everything that needs.
    package let verb: Verb
    /// Whether dialled shortcuts stop here: consent, a PIN, private answers.
    package let stopsShortcut: Bool
    /// Whether everything that is kept about her is erased with its last text.
    package let forgets: Bool
    /// Whether the SMS that it sends holds facts of her own, which she was asked about: only staff who may see everything
    /// read it.
    package let isPrivate: Bool
    /// Whether a text that is too long for one SMS comes in several.
    package let isSeries: Bool

    package init(
        flow: String, name: String, verb: Verb, stopsShortcut: Bool = false, forgets: Bool = false,
        isPrivate: Bool = false, isSeries: Bool = false
    ) {
        self.address = flow + "#" + name
        self.flow = flow
        self.name = name
        self.verb = verb
        self.stopsShortcut = stopsShortcut
        self.forgets = forgets
        self.isPrivate = isPrivate
        self.isSeries = isSeries
    }

    /// The name of the flow that a step belongs to, by its address.
    package static func flow(of address: String) -> Substring { address.prefix { $0 != "#" } }
}

/// What a step does.
package indirect enum Verb: Sendable {
    /// Shows text and goes on.
    case say(LocalizedText, go: Go)
    case menu(Menu)
    case ask(Ask)
    /// The first arm whose condition holds; the last has none.
    case branch([Arm])
    case set([Change], go: Go)
    case call(Call)
    /// An SMS beside the conversation.
    case send(LocalizedText, go: Go)
    /// Opens a case for staff.
    case refer(Referral)
    /// Judges rules, asking what they still need.
    case check(Check)
    /// Searches the directory.
    case find(Find)
    /// Starts a flow later.
    case remind(Remind)
    /// Asks another system.
    case request(Request)
    /// The last text; the session is over.
    case end(LocalizedText)

    /// Whether it can wait for an answer of its own.
    package var asks: Bool {
        switch self {
        case .menu, .ask, .find: true
        case .check(let check): check.lists
        case .say, .branch, .set, .call, .send, .refer, .remind, .request, .end: false
        }
    }

    /// The options that a file gives it: those of a menu, and those below a list.
    package var options: [Option] {
        switch self {
        case .menu(let menu): menu.options
        case .check(let check): check.options
        case .say, .ask, .branch, .set, .call, .send, .refer, .find, .remind, .request, .end: []
        }
    }

    /// Whether it is done again for someone who comes back to it: what it shows is looked up.
    var isTakenAnew: Bool {
        switch self {
        case .find, .request: true
        case .check(let check): check.lists
        case .say, .menu, .ask, .branch, .set, .call, .send, .refer, .remind, .end: false
        }
    }
}

/// Where a step leads.
package enum Go: Hashable, Sendable {
    /// A step, by its place in the pack.
    case step(Int)
    /// The last question, with its answer undone.
    case back
    /// The pack's start.
    case home
    /// Out of this flow: back to its caller, or the end of the session.
    case end
}

/// One arm of a branch.
package struct Arm: Sendable {
    /// nil: always.
    package let when: Expression?
    /// Where it leads when its condition holds.
    package let go: Go

    package init(when: Expression?, go: Go) {
        self.when = when
        self.go = go
    }
}

/// One computed answer or person field.
package struct Change: Sendable {
    /// Where the result is kept.
    package let target: Target
    /// What is computed, with the answers of this moment.
    package let value: Expression

    package init(target: Target, value: Expression) {
        self.target = target
        self.value = value
    }
}

/// Where an answer is kept.
package enum Target: Hashable, Sendable {
    /// An answer of the flow, gone with the session.
    case answer(String)
    /// A field of the person.
    case person(String)
    /// The language of the person and of the session.
    case language
    /// The PIN that protects her record.
    case pin
    /// Whether several people use her phone.
    case sharing

    /// Reads `name`, `person.name`, `person.language` or `sharing.on`; names have no case.
    package init(_ text: String) {
        let text = text.lowercased()
        if text == "sharing.on" {
            self = .sharing
            return
        }
        let field = text.hasPrefix("person.") ? String(text.dropFirst("person.".count)) : nil
        switch field {
        case "language": self = .language
        case "pin": self = .pin
        case .some(let field): self = .person(field)
        case nil: self = .answer(text)
        }
    }

    /// The name by which files read it.
    package var name: String {
        switch self {
        case .answer(let name): name
        case .person(let field): "person." + field
        case .language: "person.language"
        case .pin: "person.pin"
        case .sharing: "sharing.on"
        }
    }
}
