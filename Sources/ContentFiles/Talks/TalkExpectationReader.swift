import Conversation
import Expressions

/// Reads what stands behind `expect`.
struct TalkExpectationReader {
    private static let words = ["case", "sms", "outcome", "request", "reminder", "no", "language", "step"]

    let line: TalkLineReader

    /// What is expected; nil after an error in the log.
    ///
    /// - Parameter text: Without spaces around.
    func read(_ text: String) -> Talk.Action? {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let word = words.first else { return line.error("'expect' needs \(Self.known)") }
        let rest = TalkLine(text.dropFirst(word.count)).text
        let expectation: Talk.Expectation? =
            switch word {
            case "case": rest.isEmpty ? missing("a topic", "expect case wages") : .opened(topic: rest)
            case "sms": rest.isEmpty ? missing("a text", "expect no sms") : .sent(Talk.Screen(notation: rest))
            case "outcome": outcome(words.dropFirst())
            case "request": request(words, rest)
            case "reminder": rest.isEmpty ? missing("a flow", "expect reminder news") : .planned(rest)
            case "no": nothing(rest)
            case "language": rest.isEmpty ? missing("a language", "expect language en") : .language(rest)
            case "step": rest.contains("#") ? .step(rest) : missing("flow#step", "expect step wages/late#start")
            default: condition(text, word)
            }
        return expectation.map(Talk.Action.expect)
    }

    private static let known = words.joined(separator: ", ") + " or a condition about person"

    private func missing(_ what: String, _ example: String) -> Talk.Expectation? {
        line.error("'expect' needs \(what) here", suggestion: example)
    }

    /// How a session ends, or what a rule comes to.
    private func outcome(_ names: ArraySlice<String>) -> Talk.Expectation? {
        guard let name = names.first else { return missing("how the session ends", "expect outcome finished") }
        if names.count == 2, let outcome = names.last { return .judged(rule: name, outcome: outcome) }
        if names.count == 1, let outcome = Outcome(rawValue: name) { return .ended(outcome) }
        let known = Outcome.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
        return line.error(
            "a session ends as \(known.dropLast().joined(separator: ", ")) or \(known.last ?? ""), not as"
                + " '\(names.joined(separator: " "))'",
            suggestion: near ?? "for what a rule comes to write its name, too: expect outcome cn.wages.claim in_time")
    }

    private func request(_ words: [String], _ rest: String) -> Talk.Expectation? {
        guard words.count > 2 else { return missing("a system and a path", "expect request jobs /open ...") }
        return .asked(system: words[1], path: Talk.Screen(notation: TalkLine(rest.dropFirst(words[1].count)).text))
    }

    private func nothing(_ what: String) -> Talk.Expectation? {
        if let effect = Talk.Effect(rawValue: what) { return .nothing(effect) }
        return missing(Talk.Effect.allCases.map(\.rawValue).joined(separator: ", "), "expect no sms")
    }

    /// Anything that is said about `person` is a condition.
    private func condition(_ text: String, _ word: String) -> Talk.Expectation? {
        if text.hasPrefix("person.") { return line.expression(text).map { .holds($0) } }
        if let condition = try? Expression.parse(text), condition.references.contains(where: { $0.root == "person" }) {
            return .holds(condition)
        }
        let near = Spelling.nearest(to: word, among: Self.words).map { "did you mean '\($0)'?" }
        return line.error("'expect' knows \(Self.known), not '\(word)'", suggestion: near)
    }
}
