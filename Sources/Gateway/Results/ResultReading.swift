import Conversation
import Directory
import Foundation

/// Reads a conversation's answers out of its transcript: what each turn was understood as, and the questions it walked.
struct ResultReading {
    /// An answer to a question.
    struct Response: Hashable, Sendable {
        let question: ResultQuestion
        let value: Value

        /// An answer as it is given out.
        enum Value: Hashable, Sendable {
            case text(String)
            case number(Decimal)
        }
    }

    /// What a pack asks, looked through once for all of its conversations.
    struct Questions: Sendable {
        fileprivate let pack: Pack
        /// Every question whose answers may be given out, by the address of its step.
        let all: [String: ResultQuestion]

        init(_ pack: Pack) {
            self.pack = pack
            let names = PrivateNames(pack)
            let found = pack.steps.compactMap { ResultQuestion($0, of: pack, names) }
            all = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        }
    }

    private let questions: Questions
    /// The step it stands at.
    private var standing = ""
    /// An answer that waits to be confirmed.
    private var waiting: Response?

    init(_ questions: Questions) {
        self.questions = questions
    }

    /// The answers that a turn gave, in order.
    mutating func read(_ line: TranscriptLine) -> [Response] {
        let notes = line.understood.split(separator: ", ").map(String.init)
        let isBegun = notes.contains { Self.beginnings.contains($0) }
        var asked = (isBegun ? [] : [standing]) + line.path.filter(asks)
        if !line.step.isEmpty { standing = line.step }
        var responses: [Response] = []
        for note in notes {
            if note == "confirmed" { responses += [waiting].compactMap(\.self) }
            if note == "confirmed" || note == "not confirmed" { waiting = nil }
            guard isAnswer(note), let step = asked.first, !isPick(note, at: step) else { continue }
            asked.removeFirst()
            guard let response = response(note, to: step, in: line.understood) else { continue }
            if confirms(step) { waiting = response } else { responses.append(response) }
        }
        return responses
    }

    /// The notes of turns that leave where the conversation stood.
    private static let beginnings: Set = ["dialled", "first message", "restarted", "start again", "keyword"]

    /// Whether a note is the answer to a question; of one that is private it says only its kind.
    private func isAnswer(_ note: String) -> Bool {
        note == "do not know" || Self.kinds.contains { note.hasPrefix($0 + " ") || note == $0 }
    }

    /// Whether one of several places was picked, whose code follows as the answer.
    private func isPick(_ note: String, at step: String) -> Bool {
        guard note.hasPrefix("option "), let place = questions.pack.places[step] else { return false }
        return if case .ask = questions.pack.steps[place].verb { true } else { false }
    }

    private static let kinds = ["option", "text", "number", "boolean", "date", "month", "duration"]

    private func asks(_ step: String) -> Bool {
        questions.pack.places[step].map { questions.pack.steps[$0].verb.asks } ?? false
    }

    private func confirms(_ step: String) -> Bool {
        guard let place = questions.pack.places[step], case .ask(let ask) = questions.pack.steps[place].verb else {
            return false
        }
        return ask.confirms
    }

    private func response(_ note: String, to step: String, in understood: String) -> Response? {
        guard let question = questions.all[step], let place = questions.pack.places[step] else { return nil }
        let words = note.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return nil }
        let value: Response.Value?
        switch questions.pack.steps[place].verb {
        case .menu(let menu): value = words[0] == "option" ? choice(words[1], of: menu) : nil
        case .ask(let ask): value = answer(words[0], words[1], to: ask, in: understood)
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: value = nil
        }
        return value.map { Response(question: question, value: $0) }
    }

    private func choice(_ text: String, of menu: Menu) -> Response.Value? {
        let number = Int(text.prefix { $0.isNumber })
        return menu.options.first { $0.number == number }.map { .text(menu.word(for: $0)) }
    }

    private func answer(_ kind: String, _ text: String, to ask: Ask, in understood: String) -> Response.Value? {
        let words = ask.answer.choices.values
        if kind == "text", words.contains(text) { return .text(text) }
        // A word may hold what notes are told apart by.
        let long = words.filter { $0.contains(", ") }.max { $0.count < $1.count }
        if kind == "text", let long, understood.contains("text " + long) { return .text(long) }
        switch (ask.answer.type, kind) {
        case (.yesNo, "boolean"): return .text(text == "true" ? "yes" : "no")
        case (.number, "number"), (.whole, "number"), (.money, "number"), (.duration, "number"):
            return Decimal(string: text).map(Response.Value.number)
        case (.date, "date"), (.month, "month"), (.duration, "duration"): return .text(text)
        case (.place, "text"): return questions.pack.directory.region(around: text, upTo: .city).map { .text($0.code) }
        default: return nil
        }
    }
}
