/// What came of playing a talk.
package struct TalkReport: Hashable, Sendable {
    /// The lines that were not met; after the first of them the talk stops.
    package var failures: [Failure] = []
    /// The screens and SMS that differ where new ones were to be accepted.
    package var corrections: [Correction] = []
    /// What was walked.
    package var walked = Walked()

    package init() {}

    /// Where in the talk something was noticed.
    package struct Place: Hashable, Sendable {
        /// The line in the talk's file, from 1.
        package let line: Int
        /// The step at which the conversation stood, or which ended it; empty before it began.
        package let step: String
        /// The last lines of the conversation before it, in the notation of talks, with the screens as they were shown.
        package let before: [String]
    }

    /// A line that was not met.
    package struct Failure: Hashable, Sendable {
        /// Where it was noticed.
        package let place: Place
        /// What is wrong.
        package let reason: Reason
    }

    /// Why a line is not met.
    package enum Reason: Hashable, Sendable {
        /// Another screen is shown.
        case screen(Difference)
        /// Other SMS were sent than this one.
        case sms(Talk.Screen, sent: [String])
        /// No line looked at this screen.
        case unseen(String)
        /// Anything else, in a sentence for the author of the talk.
        case fault(String)
    }

    /// A text as it must be, and as it is.
    package struct Difference: Hashable, Sendable {
        /// What the talk says.
        package let expected: Talk.Screen
        /// What is shown instead; empty when nothing is.
        package let shown: String

        package init(expected: Talk.Screen, shown: String) {
            self.expected = expected
            self.shown = shown
        }
    }

    /// A line that is met when it says the new text.
    package struct Correction: Hashable, Sendable {
        /// Where it stands.
        package let place: Place
        /// What it says, and what it has to say.
        package let difference: Difference
    }

    /// What was walked, for coverage.
    package struct Walked: Hashable, Sendable {
        /// Addresses of steps that were walked, by the tag of the language that was spoken meanwhile.
        package var steps: [String: Set<String>] = [:]
        /// Addresses of steps that were walked, by the channel.
        package var channels: [ChannelKind: Set<String>] = [:]
        /// `address.number` of options that were chosen.
        package var options: Set<String> = []
        /// Ids of the ways that were taken out of steps, as pictures have them: `main#menu:3`.
        package var ways: Set<String> = []
        /// Raw values of the outcomes that sessions came to.
        package var outcomes: Set<String> = []
        /// `rule.outcome` of what rules came to.
        package var verdicts: Set<String> = []

        package init() {}

        /// Adds what was walked elsewhere.
        package mutating func formUnion(_ other: Self) {
            steps.merge(other.steps) { $0.union($1) }
            channels.merge(other.channels) { $0.union($1) }
            options.formUnion(other.options)
            ways.formUnion(other.ways)
            outcomes.formUnion(other.outcomes)
            verdicts.formUnion(other.verdicts)
        }
    }
}

extension TalkReport.Reason {
    /// One sentence that says it all, for programs and lists.
    package var message: String {
        switch self {
        case .screen(let difference):
            let shown = difference.shown.isEmpty ? "nothing is shown" : "shown: \(Talk.Screen(difference.shown))"
            return "another screen is shown; expected: \(difference.expected); \(shown)"
        case .sms(let expected, let sent):
            let texts = sent.map { "\(Talk.Screen($0))" }
            let sent = texts.isEmpty ? "none was sent" : "sent: " + texts.joined(separator: " | ")
            return "expected the SMS: \(expected); \(sent)"
        case .unseen(let shown): return "nothing looked at this screen: \(Talk.Screen(shown))"
        case .fault(let sentence): return sentence
        }
    }
}
