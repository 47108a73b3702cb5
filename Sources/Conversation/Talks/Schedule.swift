package import Expressions

/// What is still to come in a rehearsal, by the time it comes; of two things at one time, what was planned first.
///
/// Everything that happens because time goes by is in this one queue, so that all of it happens in order: to add a kind
/// of timer is to add a kind of event, plan it after the turn that sets it, and say in `Rehearsal` what it does.
package struct Schedule: Sendable {
    /// Something that happens when its time comes.
    package enum Event: Hashable, Sendable {
        /// The silence timer of whoever has this number.
        case silence(of: String)
        /// An SMS that the network held back.
        case message(String, from: String)
        /// Whoever has this number may be out of the USSD dialogue that her SMS are held for.
        case held(of: String)
        /// A reminder that a turn planned for one of the people of a number; nil for whoever has it.
        case reminder(Reminder, of: String, person: Int64?)
        /// The deadline of a question to another system, by its number in the conversation of whoever has the phone's.
        case deadline(request: Int, of: String)
        /// What was done elsewhere shows on the phone with this number.
        case consequence(Turn, on: String)
    }

    private struct Entry: Sendable {
        let at: Timestamp
        let event: Event
    }

    /// In the order in which they come.
    private var entries: [Entry] = []
    /// What comes once a rule changes, in the order in which it was planned.
    private var awaiting: [(rule: String, event: Event)] = []

    /// Plans an event.
    package mutating func plan(_ event: Event, at time: Timestamp) {
        let place = entries.firstIndex { time < $0.at } ?? entries.endIndex
        entries.insert(Entry(at: time, event: event), at: place)
    }

    /// Plans an event for when a rule changes.
    package mutating func plan(_ event: Event, onceChanged rule: String) {
        awaiting.append((rule, event))
    }

    /// A rule changes: what waited for that comes now.
    package mutating func change(_ rule: String, at time: Timestamp) {
        for waiting in awaiting where waiting.rule == rule { plan(waiting.event, at: time) }
        awaiting.removeAll { $0.rule == rule }
    }

    /// Takes back what was planned, such as a timer that is set anew.
    package mutating func cancel(where isMeant: (Event) -> Bool) {
        entries.removeAll { isMeant($0.event) }
        awaiting.removeAll { isMeant($0.event) }
    }

    /// Takes out the next event that comes by a time; nil when there is none.
    package mutating func next(by time: Timestamp) -> (event: Event, at: Timestamp)? {
        guard let first = entries.first, first.at <= time else { return nil }
        entries.removeFirst()
        return (first.event, first.at)
    }

    /// Takes back what comes by a time.
    package mutating func cancel(by time: Timestamp, where isMeant: (Event) -> Bool) {
        entries.removeAll { $0.at <= time && isMeant($0.event) }
    }

    /// How many flows start later for whoever has a number.
    func reminders(of number: String) -> Int {
        (entries.map(\.event) + awaiting.map(\.event)).count {
            if case .reminder(_, number, _) = $0 { true } else { false }
        }
    }

    /// Whether an event is planned that a talk has to wait for.
    package func contains(where isMeant: (Event) -> Bool) -> Bool {
        entries.contains { isMeant($0.event) }
    }
}
