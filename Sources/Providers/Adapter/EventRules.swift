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
    /// The sender's name, as the provider knows it.
    package let name: Template
    /// A list of URLs, which are added to the text.
    package let attachments: Template
    /// Of what message it is a part, when the provider tells the parts of long messages one by one.
    package let join: JoinRule?
    /// Whether a message without text is nothing.
    package let skipsEmpty: Bool

    package init(
        require: [Template], id: Template, from: Template, to: Template, text: Template, time: Template,
        network: Template, name: Template, attachments: Template, join: JoinRule?, skipsEmpty: Bool
    ) {
        self.name = name
        self.attachments = attachments
        self.join = join
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

/// What ties the parts of a long message together.
package struct JoinRule: Hashable, Sendable {
    /// The longest that the first part may wait for the others, in seconds: six hours. Until then nobody answers the
    /// person, and a sender's reference of 8 bits may tie the parts of her next message already (3GPP TS 23.040,
    /// 9.2.3.24.1).
    package static let maximumLifetime = 6 * 3_600

    package let key, index, count: Template
    /// Seconds to wait for the other parts.
    package let lifetime: Int

    package init(key: Template, index: Template, count: Template, lifetime: Int) {
        self.key = key
        self.index = index
        self.count = count
        self.lifetime = lifetime
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
    /// When nobody has the number, in the words of the network; nil where the provider does not tell that apart.
    package let gone: Condition?
    /// Reports of no use to the operator.
    package let drop: Drop?

    /// What is left out, and when.
    package struct Drop: Hashable, Sendable {
        package let when: Condition
        package let statuses: [Report.Status]

        package init(when: Condition, statuses: [Report.Status]) {
            self.when = when
            self.statuses = statuses
        }
    }

    package init(
        require: [Template], ourID: Template, id: Template, value: Template, code: Template, person: Template,
        time: Template, overrides: [Override], map: [String: Report.Status], otherwise: Report.Status?,
        gone: Condition? = nil, drop: Drop?
    ) {
        self.gone = gone
        self.drop = drop
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
        /// The same, and the dialled code before it.
        case accumulatedWithCode(separator: String)
    }

    /// How the dialled code is told.
    package enum CodeFormat: String, Hashable, Sendable, CaseIterable {
        /// As a phone shows it: `*384*77#`.
        case full
        /// Without the star before and the hash behind.
        case bare
    }

    package let session, from, code, network, input, sequence: Template
    /// The provider's word for where in the session this is.
    package let phase: Template
    package let phases: [String: USSDPhase]
    package let firstInput: FirstInput
    package let mode: Mode
    package let codeFormat: CodeFormat
    /// Seconds after which the same id means another session, where ids are used again; nil where they are not.
    package let lifetime: Int?

    package init(
        session: Template, from: Template, code: Template, network: Template, input: Template, sequence: Template,
        phase: Template, phases: [String: USSDPhase], firstInput: FirstInput, mode: Mode,
        codeFormat: CodeFormat, lifetime: Int?
    ) {
        self.codeFormat = codeFormat
        self.lifetime = lifetime
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
