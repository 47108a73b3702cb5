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

    package init(flow: String, name: String, verb: Verb, stopsShortcut: Bool = false) {
        self.address = flow + "#" + name
        self.flow = flow
        self.name = name
        self.verb = verb
        self.stopsShortcut = stopsShortcut
    }
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
    /// The last text; the session is over.
    case end(LocalizedText)

    /// Whether it waits for an answer of its own.
    package var asks: Bool {
        switch self {
        case .menu, .ask: true
        case .say, .branch, .set, .call, .send, .refer, .end: false
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

    /// Reads `name`, `person.name` or `person.language`; names have no case.
    package init(_ text: String) {
        let text = text.lowercased()
        let field = text.hasPrefix("person.") ? String(text.dropFirst("person.".count)) : nil
        switch field {
        case "language": self = .language
        case .some(let field): self = .person(field)
        case nil: self = .answer(text)
        }
    }
}

/// A numbered menu.
package struct Menu: Sendable {
    /// The question above the options.
    package let text: LocalizedText
    /// Every option in the file's order; which of them are shown depends on their conditions.
    package let options: [Option]
    /// Where the label of the chosen option's value is kept.
    package let save: Target?
    /// What stands above the options after each answer that was not understood; empty: the pack's own sentence.
    package let retry: [LocalizedText]
    /// Where someone goes whose answers were not understood after the last retry; nil: where the pack says.
    package let otherwise: Go?

    package init(text: LocalizedText, options: [Option], save: Target?, retry: [LocalizedText], otherwise: Go?) {
        self.text = text
        self.options = options
        self.save = save
        self.retry = retry
        self.otherwise = otherwise
    }
}

/// One choice of a menu. Its number is its place in the file, and stays it whatever is shown.
package struct Option: Sendable {
    /// What is typed to choose it, from 1.
    package let number: Int
    /// What stands behind the number.
    package let label: LocalizedText
    /// Labels and words that choose it, folded, of all languages.
    package let words: [String]
    /// Old digits that still choose it.
    package let aliases: [String]
    /// Shown only when this holds.
    package let when: Expression?
    /// What choosing it computes and keeps, in order, after the menu's own `save`.
    package let set: [Change]
    /// What `save` of the menu keeps: the label in the pack's own language.
    package let value: String
    /// Where choosing it leads.
    package let go: Go

    package init(
        number: Int, label: LocalizedText, words: [String], aliases: [String] = [], when: Expression? = nil,
        set: [Change] = [], value: String, go: Go
    ) {
        self.number = number
        self.label = label
        self.words = words
        self.aliases = aliases
        self.when = when
        self.set = set
        self.value = value
        self.go = go
    }
}

/// One typed question.
package struct Ask: Sendable {
    /// The question.
    package let text: LocalizedText
    /// What counts as an answer to it.
    package let answer: AnswerRule
    /// Where the answer is kept; "I do not know" is kept as null.
    package let save: Target
    /// What is asked after each answer that was not understood; empty: the pack's own sentence and the question.
    package let retry: [LocalizedText]
    /// Where someone goes whose answers were not understood after the last retry; nil: where the pack says.
    package let otherwise: Go?
    /// Whether the answer is shown and confirmed before it counts.
    package let confirms: Bool
    /// Whether transcripts hide what was typed.
    package let isPrivate: Bool
    /// Where it goes on, once there is an answer.
    package let go: Go

    /// Whether what is typed here must not be kept: a private answer or a PIN.
    package var hidesAnswer: Bool { isPrivate || answer.type == .pin }

    package init(
        text: LocalizedText, answer: AnswerRule, save: Target, retry: [LocalizedText], otherwise: Go?, confirms: Bool,
        isPrivate: Bool, go: Go
    ) {
        self.text = text
        self.answer = answer
        self.save = save
        self.retry = retry
        self.otherwise = otherwise
        self.confirms = confirms
        self.isPrivate = isPrivate
        self.go = go
    }
}

/// Runs another flow and comes back with its answers under the step's name.
package struct Call: Sendable {
    /// The first step of the flow.
    package let flow: Int
    /// Answers the flow begins with.
    package let with: [Change]
    /// Where it goes on, once the flow has come back.
    package let go: Go

    package init(flow: Int, with: [Change], go: Go) {
        self.flow = flow
        self.with = with
        self.go = go
    }
}

/// A case to open.
package struct Referral: Sendable {
    /// The word staff sort cases by, for example `wages`.
    package let topic: String
    /// What staff should know about the case; nil when the topic says enough.
    package let note: LocalizedText?
    /// What she is told, which can name `case.number`; nil when the next step says it.
    package let say: LocalizedText?
    /// Where it goes on, once the case is open.
    package let go: Go

    package init(topic: String, note: LocalizedText?, say: LocalizedText?, go: Go) {
        self.topic = topic
        self.note = note
        self.say = say
        self.go = go
    }
}
