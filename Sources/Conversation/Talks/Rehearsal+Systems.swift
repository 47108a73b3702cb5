import Expressions

extension Rehearsal {
    /// A question to another system, and what waits for its answer.
    struct Question: Sendable {
        let request: SystemRequest
        /// The channel that the answer's screen goes to.
        let channel: ChannelView
        /// The request whose repetition gets that screen; nil when it was no request that led to the question.
        let key: String?
    }

    /// The question to another system that a number's conversation waits for; nil when it waits for none.
    package func question(of number: String) -> SystemRequest? { questions[number]?.request }

    /// Another system answers, or does not. Nil when it was asked nothing.
    package mutating func respond(_ answer: SystemAnswer, to number: String) throws(CodingFault) -> Happening? {
        guard let question = questions[number] else { return nil }
        let event = ConversationEvent.answer(answer, request: question.request.number)
        let turn = try advance(event, on: question.channel, of: number, answering: question.key)
        if let key = question.key, let reply = turn.reply { answers[key] = reply }
        return Happening(number: number, kind: question.channel.kind, turn: turn)
    }

    /// What is asked after a turn: its own question, or the one from before it that still waits.
    mutating func ask(_ question: Question?, of number: String) {
        if case .request(let waiting)? = people[number]?.session?.wait.mode, question == nil,
            questions[number]?.request.number == waiting
        {
            return
        }
        questions[number] = question
        schedule.cancel { event in
            if case .deadline(_, number) = event { true } else { false }
        }
        guard let request = question?.request else { return }
        schedule.plan(.deadline(request: request.number, of: number), at: now + Int64(request.within))
    }
}
