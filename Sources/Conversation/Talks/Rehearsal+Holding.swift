import Expressions

/// SMS that are held while a USSD dialogue is open.
extension Rehearsal {
    /// One of them.
    struct HeldMessage: Sendable {
        let text: String
        /// When it came.
        let since: Timestamp
    }

    /// How many are held of whoever has a number, on any of her numbers.
    func heldCount(of number: String) -> Int {
        people.numbers(leadingWhere: number).reduce(0) { $0 + (held[$1]?.count ?? 0) }
    }

    /// Holds an SMS, once more if it was held before. Returns whether the turn says so.
    mutating func hold(_ turn: Turn, _ event: ConversationEvent, of number: String) -> Bool {
        guard let hold = turn.hold else { return false }
        if case .message = event {
            held[number, default: []].append(HeldMessage(text: hold.text, since: now))
            if held[number]?.count == 1 { schedule.plan(.held(of: number), at: hold.until) }
        } else {
            schedule.plan(.held(of: number), at: hold.until)
        }
        if turn.frees { free(number) }
        return true
    }

    /// What is held of whoever has a number is dealt with now.
    mutating func free(_ number: String) {
        for number in people.numbers(leadingWhere: number) where held[number]?.isEmpty == false {
            schedule.cancel { $0 == .held(of: number) }
            schedule.plan(.held(of: number), at: now)
        }
    }

    /// Whoever wants no messages gets no answer any more, and whoever comes new to a number none to what another wrote.
    mutating func forgetHeld(after turn: Turn, of number: String) {
        let isStopped = turn.person.isStopped || turn.address?.isStopped == true
        guard isStopped || turn.move == .newcomer else { return }
        for number in people.numbers(leadingWhere: number) { held[number] = nil }
    }

    /// The oldest SMS of a number that is held; nil when none is any more.
    mutating func release(_ number: String) throws(CodingFault) -> Happening? {
        guard let message = held[number]?.first else { return nil }
        let view = ChannelView(name: "rehearsal", kind: .sms)
        let turn = try advance(.held(message.text, since: message.since), on: view, of: number)
        guard turn.hold == nil else { return nil }
        if held[number]?.isEmpty == false { held[number]?.removeFirst() }
        if held[number]?.isEmpty == false { free(number) }
        return Happening(number: number, kind: .sms, turn: turn)
    }
}
