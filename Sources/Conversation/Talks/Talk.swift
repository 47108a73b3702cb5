package import Expressions

/// A conversation written down as a test: what is typed, and what must be shown.
package struct Talk: Hashable, Sendable {
    /// What the talk shows, in a sentence for reports.
    package let title: String
    /// The line its title stands in.
    package let line: Int
    /// What is done and expected, in order.
    package let lines: [Line]

    package init(title: String, line: Int, lines: [Line]) {
        self.title = title
        self.line = line
        self.lines = lines
    }

    /// One line of a talk with its place in the file.
    package struct Line: Hashable, Sendable {
        /// The line in the file, from 1.
        package let number: Int
        /// What it does or expects.
        package let action: Action

        package init(number: Int, action: Action) {
            self.number = number
            self.action = action
        }
    }

    /// What a line does or expects.
    package enum Action: Hashable, Sendable {
        /// `on ussd from +86... in en at 2026-05-02 09:00`; what is left out stays as it was.
        case on(ChannelKind, from: String?, language: String?, at: LocalTime?)
        /// `from +86...`: another phone.
        case from(String)
        /// `have person.consent = true`.
        case have(field: String, value: Expression)
        /// `dial *384*77*1#`.
        case dial(String)
        /// `begin`: dials the pack's code on USSD, and writes the word of the first flow by SMS.
        case begin
        /// `> text`; with `late 2h` on the line before, it arrives so many seconds after it was written.
        case type(String, late: Int?)
        /// `wait 3m`, in seconds.
        case wait(Int)
        /// `drop`: the USSD dialogue breaks and the provider says so; `drop unnoticed`: it does not say so.
        case drop(isNoticed: Bool)
        /// `gone`: the network reports that nobody has the number any more.
        case gone
        /// `changed cn.wages.claim`: a pack is published with a later version of the rule.
        case changed(rule: String)
        /// `approve`: staff bring the record that she asked for; `refuse`: they do not.
        case decide(isApproved: Bool)
        /// `close`: staff end the conversation.
        case close
        /// `duplicate`: the provider repeats the last request.
        case duplicate
        /// `respond {"open": 3}` or `respond fails`: the system that was asked answers, or does not.
        case respond(SystemAnswer)
        /// `< screen`.
        case see(Screen)
        /// `...`: whatever is shown.
        case seeAnything
        /// `expect ...`.
        case expect(Expectation)
    }

    /// What must be so after the last thing that happened to the phone.
    package enum Expectation: Hashable, Sendable {
        /// `case wages`: it opened a case with this topic.
        case opened(topic: String)
        /// `sms text`: it sent this SMS beside the conversation.
        case sent(Screen)
        /// `outcome finished`: the session ended so.
        case ended(Outcome)
        /// `outcome cn.wages.claim in_time`: a rule came to this.
        case judged(rule: String, outcome: String)
        /// `request jobs /open?city=...`: it asked another system.
        case asked(system: String, path: Screen)
        /// `reminder news` or `reminder news#start`: it planned to start this flow, or this step, later.
        case planned(String)
        /// `no case`, `no sms` and the like: nothing of the kind.
        case nothing(Effect)
        /// `language en`: what she is spoken to in.
        case language(String)
        /// `person.consent = true`: what is known about her now, as a condition.
        case holds(Expression)
        /// `step wages/late#start`: where the conversation stands, or ended.
        case step(String)
    }

    /// What a turn can lead to beside its screen.
    package enum Effect: String, Hashable, Sendable, CaseIterable {
        /// A case for staff.
        case opened = "case"
        /// An SMS beside the conversation.
        case sent = "sms"
        /// The end of a session.
        case ended = "outcome"
        /// A question to another system.
        case asked = "request"
        /// A flow that starts later.
        case planned = "reminder"
    }

    /// A day and a time at the pack's place.
    package struct LocalTime: Hashable, Sendable {
        /// The calendar day.
        package let date: CalendarDate
        /// Minutes since midnight, from 0 to 1,439.
        package let minutes: Int

        package init(date: CalendarDate, minutes: Int) {
            self.date = date
            self.minutes = minutes
        }

        /// The moment, given the place's distance from UTC in seconds.
        package func timestamp(utcOffset: Int) -> Timestamp {
            Timestamp(milliseconds: Int64(date.daysSinceEpoch * 86_400 + minutes * 60 - utcOffset) * 1_000)
        }
    }
}
