import Conversation
import Expressions
import Telephony

// The verbs whose effect comes after the turn.

func remind(_ flow: String, after seconds: Int, go: String) -> StepMaker {
    { places in .remind(Remind(flow: try place(flow, places), moment: .after(seconds), go: try way(go, places))) }
}

func remind(_ flow: String, on moment: String, go: String) -> StepMaker {
    { places in
        .remind(
            Remind(flow: try place(flow, places), moment: .on(try Expression.parse(moment)), go: try way(go, places)))
    }
}

func remind(_ flow: String, changed rule: String, go: String) -> StepMaker {
    { places in
        .remind(
            Remind(flow: try place(flow, places), moment: .changed(try Expression.parse(rule)), go: try way(go, places))
        )
    }
}

func request(
    _ system: String, _ path: String, body: KeyValuePairs<String, String> = [:], save: String = "found",
    failed: String, go: String
) -> StepMaker {
    { places in
        .request(
            Request(
                system: system, path: try Template.parse(path),
                body: try body.map { ($0.key, try Expression.parse($0.value)) }, save: Target(save), within: 2,
                failed: try way(failed, places), go: try way(go, places)))
    }
}

extension Chat {
    /// Another system answers the question that waits.
    @discardableResult
    mutating func answer(_ answer: SystemAnswer, request: Int? = nil, isSeen: Bool = true) throws -> Turn {
        let waiting: Int? = if case .request(let number)? = snapshot.session?.wait.mode { number } else { nil }
        return try receive(
            .answer(answer, request: request ?? waiting ?? -1, isSeen: isSeen), snapshot.session?.kind ?? .sms)
    }

    /// A reminder falls due at its moment.
    @discardableResult
    mutating func fire(_ reminder: Reminder) throws -> Turn {
        now = max(now, reminder.at)
        return try receive(.reminder(reminder), .sms)
    }
}
