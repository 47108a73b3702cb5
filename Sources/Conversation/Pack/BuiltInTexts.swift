package import Expressions

/// The texts every pack has without writing them; a pack may word them itself and translates them like its own.
package struct BuiltInTexts: Sendable {
    /// Which text.
    package enum Name: String, Hashable, Sendable, CaseIterable {
        /// The navigation words after the keys: "More", "Back".
        case more, back
        /// "Welcome back" and its two ways.
        case resume
        /// Shown when a menu's answer, or another answer, was not understood and the step has no retry of its own.
        case retryMenu = "retry_menu"
        case retryAnswer = "retry_answer"
        /// Shown for HELP when the pack has no help flow.
        case help
        /// The one confirmation after STOP, and after START.
        case stopped, started
        /// Something failed in content: the way on.
        case apology
        /// The language menu's heading.
        case language
        /// Asks whether an answer was read rightly; `${answer}` is the answer.
        case confirm
        /// Closes a conversation whose last step ended without a text of its own.
        case goodbye
        /// Above a list of places or offices that could be meant.
        case which
        /// The last line of such a list.
        case noneOfThese = "none_of_these"
        /// Ends the questions of several rules: what is known is shown.
        case enough
        /// The last line of what several rules came to, while some still need a fact.
        case askMore = "ask_more"
        /// Shown while another system is asked, to someone who writes meanwhile.
        case wait
        /// Sent to someone who writes more than is held while she is in a USSD dialogue.
        case tooMany = "too_many"
        /// The only screen that a blocked number sees on USSD.
        case blocked
        /// Asks whoever is at a number that may be a stranger's by now.
        case gateKnown = "gate_known"
        /// Above the question by which she is told from a stranger, and above the next one.
        case gateCheck = "gate_check"
        case gateAgain = "gate_again"
        /// Asks for the PIN that she chose.
        case gatePin = "gate_pin"
        /// Sent to the number that led to a record which somebody brought to another one.
        case claimNotice = "claim_notice"
        /// Sent to one of them that was surely hers alone: a 2 says that it was not she.
        case claimQuestion = "claim_question"
        /// The answer to that 2.
        case claimObjected = "claim_objected"
        /// Sent to whoever asked staff for her record, once they have decided.
        case claimApproved = "claim_approved"
        case claimRefused = "claim_refused"
        /// Asks whoever is at a phone that several people use; above the same list when a reminder waits for one of them.
        case who
        case whoMessage = "who_message"
        /// A line of the list, before the number; the last line, for someone who is new.
        case whoPerson = "who_person"
        case whoNew = "who_new"
        /// Instead of a question, after too many answers that did not match.
        case gateLocked = "gate_locked"
        /// What the name of a made-up office begins with.
        case sample
        /// Ends the last SMS of a series when there is more than may be sent.
        case seriesRest = "series_rest"
        /// The days of the week in opening hours, as short as people write them; instead of all of them; instead of the
        /// time from midnight to midnight.
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
        case everyDay = "every_day"
        case wholeDay = "whole_day"

        /// The words in which opening hours are said.
        package static let opening: [Name] = [
            .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday, .everyDay, .wholeDay,
        ]

        /// The English wording, for packs that do not word it themselves.
        package var english: String {
            switch self {
            case .more: "More"
            case .back: "Back"
            case .resume: "Welcome back. 1 Continue 2 Start again"
            case .retryMenu: "Please reply with one number from the list."
            case .retryAnswer: "Please answer again, a little differently."
            case .help: "Reply with the number of your choice. 0 goes back, 00 to the start. STOP ends all messages."
            case .stopped: "You will get no more messages from us. Reply START to begin again."
            case .started: "Messages are on again. Send any word to begin."
            case .apology: "Sorry, we had a problem. Reply 1 to try again, 2 to talk to a person."
            case .language: "Choose a language."
            case .confirm: "${answer}. Is this right? 1 Yes 2 No"
            case .goodbye: "Thank you. Write or dial again any time."
            case .which: "Which one?"
            case .noneOfThese: "None of these"
            case .enough: "Enough"
            case .askMore: "Ask me more"
            case .wait: "We are looking. Reply 1 in a moment."
            case .tooMany: "Your menu is still open. Close it, and we answer what you wrote. Write the rest after that."
            case .blocked: "This number gets no answers from us at the moment."
            case .gateKnown: "Have you used this service before? 1 Yes 2 No"
            case .gateCheck: "One question, to be sure that it is you. 0 Back"
            case .gateAgain: "That does not match. Please answer this one. 0 Back"
            case .gatePin: "Please type your PIN. 0 Back"
            case .claimNotice:
                "The record of this number is now on another phone. If that was not you, write or call us."
            case .claimQuestion:
                """
                The record of this number is now on another phone. If that was not you, reply 2 within \
                ${claim.objection_days} days. If it was you, do nothing.
                """
            case .claimObjected: "Thank you. We will look into it."
            case .claimApproved: "What you asked us for is done. Write or dial to go on."
            case .claimRefused: "We could not do what you asked us for. Write PERSON to talk to us."
            case .who: "Who is there?"
            case .whoMessage: "There is a message for one of you. Who is there?"
            case .whoPerson: "Person"
            case .whoNew: "Somebody new"
            case .gateLocked: "We could not check it. 1 Start anew 2 Try another day"
            case .sample: "Sample"
            case .seriesRest: "There is more. Write PERSON to ask us."
            case .monday: "Mon"
            case .tuesday: "Tue"
            case .wednesday: "Wed"
            case .thursday: "Thu"
            case .friday: "Fri"
            case .saturday: "Sat"
            case .sunday: "Sun"
            case .everyDay: "Every day"
            case .wholeDay: "24 hours"
            }
        }
    }

    private let texts: [Name: LocalizedText]
    private let fallback: LocalizedText

    /// - Parameters:
    ///   - texts: The pack's wording of every name.
    ///   - fallback: Used for a name that is missing; its wording is never shown by a pack that was checked.
    package init(_ texts: [Name: LocalizedText], fallback: LocalizedText) {
        self.texts = texts
        self.fallback = fallback
    }

    /// The pack's wording of a text in all of its languages.
    package subscript(name: Name) -> LocalizedText { texts[name] ?? fallback }
}
