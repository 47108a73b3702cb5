/// One of the things a payload can be.
package struct EventCase: Hashable, Sendable {
    /// When it is this; nil means always.
    package let when: Condition?
    package let rule: EventRule

    package init(when: Condition?, rule: EventRule) {
        self.when = when
        self.rule = rule
    }
}

/// How an event is made of a payload.
package enum EventRule: Hashable, Sendable {
    case message(MessageRule)
    case status(StatusRule)
    case stop(StopRule)
    case ussd(USSDRule)
    case ussdEnd(USSDEndRule)
    /// Nothing we have a use for.
    case ignore
}

/// A text from a person.
package struct MessageRule: Hashable, Sendable {
    /// Fields that have to be there.
    package let require: [Template]
    package let id, from, to, text, time, network: Template
    /// Whether a message without text is nothing.
    package let skipsEmpty: Bool

    package init(
        require: [Template], id: Template, from: Template, to: Template, text: Template, time: Template,
        network: Template,
        skipsEmpty: Bool
    ) {
        self.require = require
        self.id = id
        self.from = from
        self.to = to
        self.text = text
        self.time = time
        self.network = network
        self.skipsEmpty = skipsEmpty
    }
}

/// What became of a message of ours.
package struct StatusRule: Hashable, Sendable {
    /// A status that a condition decides before the map is asked.
    package struct Override: Hashable, Sendable {
        package let when: Condition
        package let status: Report.Status

        package init(when: Condition, status: Report.Status) {
            self.when = when
            self.status = status
        }
    }

    package let require: [Template]
    package let ourID, id, value, code, person, time: Template
    package let overrides: [Override]
    /// The provider's words and ours.
    package let map: [String: Report.Status]
    /// For other words; nil ignores them.
    package let otherwise: Report.Status?

    package init(
        require: [Template], ourID: Template, id: Template, value: Template, code: Template, person: Template,
        time: Template, overrides: [Override], map: [String: Report.Status], otherwise: Report.Status?
    ) {
        self.require = require
        self.ourID = ourID
        self.id = id
        self.value = value
        self.code = code
        self.person = person
        self.time = time
        self.overrides = overrides
        self.map = map
        self.otherwise = otherwise
    }
}

/// A person who does not want to be written to.
package struct StopRule: Hashable, Sendable {
    package let from, to: Template

    package init(from: Template, to: Template) {
        self.from = from
        self.to = to
    }
}

/// One request of a USSD session.
package struct USSDRule: Hashable, Sendable {
    /// What the input of a session's first request is.
    package enum FirstInput: String, Hashable, Sendable, CaseIterable {
        /// What was dialled after the code.
        case input
        /// The code that was dialled.
        case code
        /// Nothing of use.
        case none
    }

    /// How much of what was typed a request tells.
    package enum Mode: Hashable, Sendable {
        case latest
        case accumulated(separator: String)
    }

    package let session, from, code, network, input, sequence: Template
    /// The provider's word for where in the session this is.
    package let phase: Template
    package let phases: [String: USSDPhase]
    package let firstInput: FirstInput
    package let mode: Mode

    package init(
        session: Template, from: Template, code: Template, network: Template, input: Template, sequence: Template,
        phase: Template, phases: [String: USSDPhase], firstInput: FirstInput, mode: Mode
    ) {
        self.session = session
        self.from = from
        self.code = code
        self.network = network
        self.input = input
        self.sequence = sequence
        self.phase = phase
        self.phases = phases
        self.firstInput = firstInput
        self.mode = mode
    }
}

/// Where in a session a request is, in an adapter file's words.
package enum USSDPhase: String, Hashable, Sendable, CaseIterable {
    case begin, `continue`, end
}

/// The end of a USSD session.
package struct USSDEndRule: Hashable, Sendable {
    package let session, from, reason, detail: Template
    package let map: [String: HangUp.Reason]

    package init(session: Template, from: Template, reason: Template, detail: Template, map: [String: HangUp.Reason]) {
        self.session = session
        self.from = from
        self.reason = reason
        self.detail = detail
        self.map = map
    }
}
