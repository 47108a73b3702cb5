import Expressions
import Telephony

/// Plays a talk against a pack and says where they differ.
package struct TalkRun: Sendable {
    /// A line that was not met.
    package struct Failure: Hashable, Sendable {
        /// The line in the talk's file, from 1.
        package let line: Int
        /// What was expected and what came instead, for the author of the talk.
        package let message: String
    }

    /// What happened: failures, and what was walked, for coverage.
    package struct Report: Hashable, Sendable {
        /// The lines that were not met; after the first of them the talk stops.
        package var failures: [Failure] = []
        /// Addresses of steps that were walked.
        package var steps: Set<String> = []
        /// `address.number` of options that were chosen.
        package var options: Set<String> = []
        /// The tags of languages that something was said in.
        package var languages: Set<String> = []
        /// Raw values of the outcomes that sessions came to.
        package var outcomes: Set<String> = []
    }

    private let pack: Pack
    private var rehearsal: Rehearsal
    private var number = "+10000000000"
    private var kind = ChannelKind.ussd
    private var last: Turn?
    /// The screen that no line has looked at yet.
    private var unseen: String?
    private var waitingAt = ""
    private var report = Report()

    private init(pack: Pack) {
        self.pack = pack
        let machine = ConversationMachine(packs: ConversationMachine.Packs(current: pack))
        rehearsal = Rehearsal(machine: machine, now: Timestamp(milliseconds: 0))
    }

    /// Plays one talk.
    package static func play(_ talk: Talk, in pack: Pack) -> Report {
        var run = TalkRun(pack: pack)
        for line in talk.lines {
            do {
                try run.play(line)
            } catch {
                run.fail(line.number, "the session could not be kept: \(error)")
            }
            if !run.report.failures.isEmpty { return run.report }
        }
        run.expectNothingUnseen(talk.lines.last?.number ?? talk.line)
        return run.report
    }

    private mutating func play(_ line: Talk.Line) throws(CodingFault) {
        switch line.action {
        case .on(let kind, let from, let language, let at):
            self.kind = kind
            if let from { number = from }
            if let at { rehearsal.now = at.timestamp(utcOffset: pack.settings.utcOffset) }
            if let language { rehearsal.people[number, default: Snapshot()].person.language = language }
        case .from(let other): number = other
        case .have(let field, let value): have(field, value)
        case .dial(let code):
            expectNothingUnseen(line.number)
            show(try rehearsal.dial(digits(in: code), from: number), line.number)
        case .type(let text):
            expectNothingUnseen(line.number)
            show(try rehearsal.send(text, by: kind, from: number), line.number)
        case .drop: _ = try rehearsal.drop(from: number)
        case .wait(let seconds): rehearsal.now = rehearsal.now + Int64(seconds)
        case .duplicate: unseen = last?.reply?.text
        case .see, .seeAnything, .expectCase, .expectMessage, .expectOutcome: expect(line)
        }
    }

    private mutating func have(_ field: String, _ value: Expression) {
        let evaluation = Evaluation(
            scope: DictionaryScope([:]), now: rehearsal.now, utcOffset: pack.settings.utcOffset, language: "en")
        rehearsal.people[number, default: Snapshot()].person.fields[field] = evaluation.evaluate(value)
    }

    /// What is dialled after the pack's service code.
    private func digits(in code: String) -> String {
        let base = pack.settings.code.hasSuffix("#") ? String(pack.settings.code.dropLast()) : pack.settings.code
        var rest = Substring(code)
        if rest.hasPrefix(base) { rest = rest.dropFirst(base.count) }
        if rest.hasSuffix("#") { rest = rest.dropLast() }
        return rest.hasPrefix("*") ? String(rest.dropFirst()) : String(rest)
    }

    private mutating func show(_ turn: Turn, _ line: Int) {
        if let choice = turn.choice { report.options.insert("\(waitingAt).\(choice)") }
        report.steps.formUnion(turn.path)
        report.languages.insert(
            turn.session?.language ?? turn.person.language ?? pack.languages[pack.sourceLanguage].tag)
        if let outcome = turn.outcome ?? turn.replaced { report.outcomes.insert(outcome.rawValue) }
        waitingAt = turn.step
        last = turn
        unseen = turn.reply?.text ?? ""
        for flag in turn.flags { fail(line, "step \(flag.step): \(flag.detail)") }
        guard let text = turn.reply?.text, let limit = pack.settings.screen[kind], !limit.fits(text) else { return }
        fail(line, "the screen is too long: \(Talk.Screen.notation(of: text))")
    }

    private mutating func expect(_ line: Talk.Line) {
        switch line.action {
        case .see(let screen):
            let shown = unseen ?? last?.reply?.text ?? ""
            unseen = nil
            if !screen.matches(shown) {
                fail(
                    line.number,
                    "expected: \(screen)\n   shown: \(shown.isEmpty ? "(nothing)" : Talk.Screen.notation(of: shown))")
            }
        case .seeAnything: unseen = nil
        case .expectCase(let topic):
            let topics = last?.cases.map(\.topic) ?? []
            if !topics.contains(topic) {
                fail(line.number, "expected a case '\(topic)', opened: \(topics.joined(separator: ", "))")
            }
        case .expectMessage(let screen):
            let messages = last?.messages ?? []
            if !messages.contains(where: screen.matches) {
                fail(
                    line.number,
                    "expected an SMS: \(screen)\n   sent: "
                        + messages.map(Talk.Screen.notation).joined(separator: " | "))
            }
        case .expectOutcome(let outcome):
            let shown = (last?.outcome ?? last?.replaced)?.rawValue
            if shown != outcome { fail(line.number, "expected the outcome '\(outcome)', got: \(shown ?? "none")") }
        case .on, .from, .have, .dial, .type, .wait, .drop, .duplicate: break
        }
    }

    private mutating func expectNothingUnseen(_ line: Int) {
        guard let shown = unseen, !shown.isEmpty else { return }
        fail(line, "nothing looked at this screen before: \(Talk.Screen.notation(of: shown))")
        unseen = nil
    }

    private mutating func fail(_ line: Int, _ message: String) {
        report.failures.append(Failure(line: line, message: message))
    }
}
