import Conversation
import Providers

extension PackResult.Failure {
    /// `file:line: talk: what is wrong`, and below it the conversation before and how the text differs.
    func text(for terminal: Terminal) -> [String] {
        let subject = talk.map { terminal.painted($0, .bold) + ": " } ?? ""
        let place = detail.map { $0.place.step.isEmpty ? "" : " (at \($0.place.step))" } ?? ""
        let head = "\(file):\(line): \(subject)" + (detail?.reason.summary ?? message) + place
        return [head] + before(terminal) + difference(terminal)
    }

    /// For programs: a talk's failure has its step, the lines before it, and the texts where these differ.
    func json(pack: String) -> Datum {
        var members = [
            Datum.Member("pack", .text(pack)), Datum.Member("file", .text(file)), Datum.Member("line", .count(line)),
            Datum.Member("talk", .optional(talk)), Datum.Member("message", .text(message)),
        ]
        guard let detail else { return .object(members) }
        members.append(Datum.Member("step", .text(detail.place.step)))
        members.append(Datum.Member("before", .list(detail.place.before.map(Datum.text))))
        if let difference = detail.reason.difference { members += difference.members }
        return .object(members)
    }

    private func before(_ terminal: Terminal) -> [String] {
        guard let lines = detail?.place.before, !lines.isEmpty else { return [] }
        let rows = lines.flatMap { $0.split(separator: "\n") }
        return ["    before it:"] + rows.map { terminal.painted("      \($0)", .dim) }
    }

    private func difference(_ terminal: Terminal) -> [String] {
        guard let difference = detail?.reason.difference else { return [] }
        return ["    expected (-) and shown (+):"] + difference.rows(for: terminal).map { "      " + $0 }
    }
}

extension TalkUpdate {
    /// Each line that has a new text, and how it differs.
    func text(for terminal: Terminal) -> [String] {
        corrections.flatMap { correction in
            ["\(file):\(correction.place.line): updated"]
                + correction.difference.rows(for: terminal).map { "      " + $0 }
        }
    }

    /// For programs.
    var json: [Datum] {
        corrections.map { correction in
            .object(
                [Datum.Member("file", .text(file)), Datum.Member("line", .count(correction.place.line))]
                    + correction.difference.members)
        }
    }
}

extension TalkReport.Difference {
    fileprivate func rows(for terminal: Terminal) -> [String] {
        TextDifference(self).rows.map { $0.text(for: terminal) }
    }

    /// Both texts in the notation of talks.
    fileprivate var members: [Datum.Member] {
        [
            Datum.Member("expected", .text("\(expected)")),
            Datum.Member("shown", .text("\(Conversation.Talk.Screen(shown))")),
        ]
    }
}

extension TalkReport.Reason {
    /// The two texts to compare, where there are two.
    fileprivate var difference: TalkReport.Difference? {
        switch self {
        case .screen(let difference): difference.shown.isEmpty ? nil : difference
        case .sms(let expected, let sent):
            sent.count == 1 ? TalkReport.Difference(expected: expected, shown: sent[0]) : nil
        case .unseen, .fault: nil
        }
    }

    /// What is wrong in a few words, where the texts themselves follow; else the whole sentence.
    fileprivate var summary: String {
        guard difference != nil else { return message }
        if case .sms = self { return "another SMS was sent" }
        return "another screen is shown"
    }
}
