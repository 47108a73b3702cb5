/// One phone of a talk: what it shows, and what its conversation came to.
struct TalkPhone {
    /// How it talks: what is typed goes into its USSD dialogue, or is sent as an SMS.
    var kind: ChannelKind
    /// Screens that no line has looked at yet, oldest first.
    var unseen: [String] = []
    /// The screen that a line looked at last; empty when nothing is shown.
    var shown = ""
    /// What the last thing that happened to it led to; more than one turn when time went by.
    var turns: [Turn] = []
    /// Where its conversation stands, or ended.
    var step = ""
    /// How many lines have looked for an SMS of these turns.
    var messagesLookedFor = 0

    /// The SMS that were sent beside the conversation.
    var messages: [String] { turns.flatMap(\.messages) }
    /// The topics of the cases that were opened.
    var topics: [String] { turns.flatMap(\.cases).map(\.topic) }
    /// The questions that other systems were asked.
    var requests: [SystemRequest] { turns.compactMap(\.request) }
    /// The steps that start later, by their addresses.
    var reminders: [String] { turns.flatMap(\.reminders).map(\.step) }
    /// What rules came to.
    var verdicts: [RuleVerdict] { turns.flatMap(\.verdicts) }
    /// How sessions ended.
    var outcomes: [Outcome] { turns.compactMap { $0.outcome ?? $0.replaced } }

    /// Something new happens: what was before is no longer asked about.
    mutating func beginTurns() {
        turns = []
        messagesLookedFor = 0
    }

    /// Takes what a turn led to.
    mutating func take(_ turn: Turn) {
        turns.append(turn)
        if !turn.step.isEmpty { step = turn.step }
        if let reply = turn.reply {
            unseen.append(reply.text)
        } else {
            shown = ""
        }
    }

    /// Begins with the answer of another system. As long as nobody looked at the screen that asks for patience, the
    /// provider waits for the one that follows the answer, and both turns are one for whoever asks about them.
    mutating func beginAnswer() {
        guard turns.last?.request != nil, !unseen.isEmpty else { return beginTurns() }
        unseen.removeLast()
    }

    /// The next screen that nobody looked at; the one shown before when there is none.
    mutating func look() -> String {
        if !unseen.isEmpty { shown = unseen.removeFirst() }
        return shown
    }
}
