package import Expressions

extension Rehearsal {
    /// Something that happened while time went by.
    package struct Happening: Hashable, Sendable {
        /// Whose phone it concerns.
        package let number: String
        /// Over what it happened.
        package let kind: ChannelKind
        /// What it led to.
        package let turn: Turn

        package init(number: String, kind: ChannelKind, turn: Turn) {
            self.number = number
            self.kind = kind
            self.turn = turn
        }
    }

    /// Sends an SMS that the network delivers only after so many seconds.
    package mutating func send(_ text: String, from number: String, arrivingIn seconds: Int) {
        schedule.plan(.message(text, from: number), at: now + Int64(seconds))
    }

    /// Whether an SMS that was sent has not come yet.
    package var hasMessageOnTheWay: Bool {
        schedule.contains { if case .message = $0 { true } else { false } }
    }

    /// Lets time go by.
    ///
    /// - Returns: What happened meanwhile, in its order.
    package mutating func wait(seconds: Int) throws(CodingFault) -> [Happening] {
        try wait(until: now + Int64(seconds))
    }

    /// A pack is published with a later version of a rule: those who asked for it are told.
    package mutating func change(_ rule: String) {
        schedule.change(rule, at: now)
    }

    /// What happens at this very moment, such as the answers to SMS that were held until now.
    package mutating func catchUp() throws(CodingFault) -> [Happening] { try wait(until: now) }

    /// Lets time go by until a moment; one that is past changes nothing.
    package mutating func wait(until moment: Timestamp) throws(CodingFault) -> [Happening] {
        var happenings: [Happening] = []
        while let (event, time) = schedule.next(by: moment) {
            now = max(now, time)
            if let happening = try happen(event) { happenings.append(happening) }
        }
        now = max(now, moment)
        return happenings
    }

    /// Takes back what was planned for whoever had a number before.
    mutating func dropPlans(of number: String) {
        questions[number] = nil
        schedule.cancel { event in
            switch event {
            case .silence(number), .reminder(_, number, _), .deadline(_, number): true
            case .silence, .reminder, .deadline, .message, .held, .consequence: false
            }
        }
    }

    /// Sets the timers that a number has after a turn; those from before it that no longer count are taken back.
    ///
    /// - Parameter person: The one of the people of the number that the turn was about; nil for whoever has it.
    mutating func planTimers(of number: String, after turn: Turn, person: Int64? = nil) {
        schedule.cancel { $0 == .silence(of: number) }
        if let session = people[number]?.session {
            schedule.plan(.silence(of: number), at: machine.expiry(of: session))
        }
        for reminder in turn.reminders { plan(reminder, of: number, person ?? people[number]?.holder) }
    }

    /// A later reminder of the same step, and of the same rule, takes the place of an earlier one.
    private mutating func plan(_ reminder: Reminder, of number: String, _ person: Int64?) {
        schedule.cancel { event in
            guard case .reminder(let earlier, number, person) = event else { return false }
            return reminder.replaces(earlier)
        }
        let event = Schedule.Event.reminder(reminder, of: number, person: person)
        guard let awaited = reminder.awaited else { return schedule.plan(event, at: reminder.at) }
        schedule.plan(event, onceChanged: awaited.rule)
    }

    /// What an event does when its time has come; nil when it no longer concerns anyone.
    private mutating func happen(_ event: Schedule.Event) throws(CodingFault) -> Happening? {
        switch event {
        case .silence(let number):
            guard let kind = people[number]?.session?.kind else { return nil }
            let turn = try advance(.silence, on: ChannelView(name: "timer", kind: kind), of: number)
            return Happening(number: number, kind: kind, turn: turn)
        case .held(let number): return try release(number)
        case .message(let text, let number):
            return Happening(number: number, kind: .sms, turn: try send(text, by: .sms, from: number))
        case .reminder(let reminder, let number, let person):
            let view = ChannelView(name: "rehearsal", kind: .sms)
            if let person, people.snapshot(of: person, at: number) == nil { return nil }
            schedule.cancel(by: now) { event in
                guard case .reminder(let other, number, person) = event else { return false }
                return other.step == reminder.step
            }
            let turn = try advance(.reminder(reminder), on: view, of: number, about: person)
            return Happening(number: number, kind: .sms, turn: turn)
        case .deadline(let request, let number):
            guard questions[number]?.request.number == request else { return nil }
            return try respond(.failed("no answer in time"), to: number)
        case .consequence(let turn, let number): return Happening(number: number, kind: .sms, turn: turn)
        }
    }
}
