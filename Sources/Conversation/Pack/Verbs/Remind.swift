package import Expressions

/// Starts a flow later by SMS: only with consent, outside quiet hours, and not after STOP.
package struct Remind: Sendable {
    /// When it is to be.
    package enum Moment: Sendable {
        /// So many seconds after the step.
        case after(Int)
        /// On a day, at the pack's hour for reminders, or at an exact moment.
        case on(Expression)
        /// Once a rule has a later version than the one of now; the expression gives the rule's name.
        case changed(Expression)
    }

    /// The first step of the flow to start.
    package let flow: Int
    /// When the flow is to start.
    package let moment: Moment
    /// Where it goes on now.
    package let go: Go

    package init(flow: Int, moment: Moment, go: Go) {
        self.flow = flow
        self.moment = moment
        self.go = go
    }
}
