import Conversation
import Expressions
import Telephony

/// Reads one line of a talk; a line that cannot be read is an error that says how to mend it.
struct TalkLineReader {
    /// What a line says.
    enum Line {
        case action(Talk.Action)
        /// `late 2h`: the SMS on the next line is late, in seconds.
        case late(Int)
        /// `on ussd and sms`: the talk is played twice, once on each.
        case onEach(Talk.Action, Talk.Action)
    }

    private static let words = [
        "on", "from", "have", "dial", "begin", "late", "wait", "drop", "gone", "changed", "approve", "refuse",
        "close", "duplicate", "respond", "expect",
    ]

    let position: Position
    let log: DiagnosticLog

    /// What a line says; nil after an error in the log.
    ///
    /// - Parameter line: Not empty, without spaces around.
    func read(_ line: String) -> Line? {
        if line == "..." || line.hasPrefix("... ") { return .action(.seeAnything) }
        let rest = TalkLine(Substring(line.unicodeScalars.dropFirst())).text
        if line.unicodeScalars.first == "<" { return .action(.see(Talk.Screen(notation: rest))) }
        if line.unicodeScalars.first == ">" { return .action(.type(TalkText.typed(rest), late: nil)) }
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        if words[0] == "late" { return duration(words).map(Line.late) }
        if words[0] == "on", words.dropFirst(2).first == "and" { return onEach(words) }
        return action(words, line).map(Line.action)
    }

    private func action(_ words: [String], _ line: String) -> Talk.Action? {
        switch words[0] {
        case "on": on(words.dropFirst())
        case "from": single(words, "a number").flatMap(number).map(Talk.Action.from)
        case "have": have(line)
        case "dial": single(words, "what is dialled").map(Talk.Action.dial)
        case "begin": words.count == 1 ? .begin : error("'begin' stands alone on its line")
        case "wait": duration(words).map(Talk.Action.wait)
        case "drop": drop(words)
        case "gone": words.count == 1 ? .gone : error("'gone' stands alone on its line")
        case "changed": single(words, "the name of a rule").map { .changed(rule: $0) }
        case "approve", "refuse":
            words.count == 1
                ? .decide(isApproved: words[0] == "approve") : error("'\(words[0])' stands alone on its line")
        case "close": words.count == 1 ? .close : error("'close' stands alone on its line")
        case "duplicate": words.count == 1 ? .duplicate : error("'duplicate' stands alone on its line")
        case "respond": respond(TalkLine(line.dropFirst("respond".count)).text)
        case "expect": TalkExpectationReader(line: self).read(TalkLine(line.dropFirst("expect".count)).text)
        default: unknown(words[0])
        }
    }

    /// Reports what is wrong with the line.
    func error<Result>(_ message: String, suggestion: String? = nil) -> Result? {
        log.error("talk", message, at: position, suggestion: suggestion)
        return nil
    }

    private func unknown(_ word: String) -> Talk.Action? {
        let known = Self.words.dropLast().joined(separator: ", ") + " or expect"
        let near = Spelling.nearest(to: word, among: Self.words).map { "did you mean '\($0)'?" }
        return error("'\(word)' is not a line of a talk", suggestion: near ?? "lines begin with >, <, ..., \(known)")
    }

    private func single(_ words: [String], _ what: String) -> String? {
        words.count == 2 ? words[1] : error("'\(words[0])' needs \(what), and nothing else")
    }

    private func duration(_ words: [String]) -> Int? {
        let example = "a length of time such as 90s, 3m, 2h or 1d"
        guard let word = single(words, example) else { return nil }
        return TalkDuration(word)?.seconds ?? error("'\(word)' is not \(example)")
    }

    private func drop(_ words: [String]) -> Talk.Action? {
        switch words.dropFirst() {
        case []: .drop(isNoticed: true)
        case ["unnoticed"]: .drop(isNoticed: false)
        default:
            error(
                "'drop' stands alone on its line",
                suggestion: "or 'drop unnoticed', when the provider does not tell of it")
        }
    }

    private func respond(_ text: String) -> Talk.Action? {
        if text == "fails" { return .respond(.failed("it does not answer in this talk")) }
        let mend = "respond {\"open\": 3}, or respond fails"
        if text.isEmpty { return error("'respond' needs what the system answers", suggestion: mend) }
        do {
            return .respond(.value(try Value.parse(json: text)))
        } catch {
            return self.error("the answer is no JSON: \(error.message)", suggestion: mend)
        }
    }

    private func have(_ line: String) -> Talk.Action? {
        let parts = line.dropFirst("have".count).split(separator: "=", maxSplits: 1).map { TalkLine($0).text }
        guard parts.count == 2, parts[0].hasPrefix("person.") else {
            return error("'have' sets a person field", suggestion: "have person.consent = true")
        }
        let field = parts[0].dropFirst("person.".count).lowercased()
        return expression(parts[1]).map { .have(field: field, value: $0) }
    }

    /// An expression, or an error that says what is wrong with it.
    func expression(_ source: String) -> Expression? {
        do {
            return try Expression.parse(source)
        } catch {
            return self.error("'\(source)' is no expression: \(error.message)", suggestion: error.suggestion)
        }
    }
}

// Who talks, how and when.
extension TalkLineReader {
    private static let example = "on ussd from +8613800000001 in en at 2026-05-02 09:00"

    /// Two kinds of channel with the same words behind them.
    private func onEach(_ words: [String]) -> Line? {
        let kinds = [words[1]] + words.dropFirst(3).prefix(1)
        guard Set(kinds) == Set(ChannelKind.allCases.map(\.rawValue)) else {
            return error("'and' stands between ussd and sms", suggestion: "on ussd and sms from +8613800000001")
        }
        let rest = words.dropFirst(4)
        guard let first = on([kinds[0]] + rest), let second = on([kinds[1]] + rest) else { return nil }
        return .onEach(first, second)
    }

    private func on(_ words: ArraySlice<String>) -> Talk.Action? {
        guard let kind = words.first.flatMap(ChannelKind.init) else {
            return error("'on' needs ussd, sms, or both: ussd and sms", suggestion: Self.example)
        }
        var (from, language, at): (String?, String?, Talk.LocalTime?)
        var rest = words.dropFirst()
        while let word = rest.popFirst() {
            switch (word, rest.popFirst()) {
            case ("from", let text?):
                from = number(text)
                if from == nil { return nil }
            case ("in", let tag?): language = tag
            case ("at", let day?):
                at = time(day, rest.popFirst() ?? "")
                if at == nil { return nil }
            default: return error("'\(word)' is not understood here", suggestion: Self.example)
            }
        }
        return .on(kind, from: from, language: language, at: at)
    }

    /// A number as people are known by.
    private func number(_ text: String) -> String? {
        let mend = "write it with a plus and the calling code, like +8613800000001"
        guard let number = try? PhoneNumber.parse(text, in: nil).e164 else {
            return error("'\(text)' is no phone number", suggestion: mend)
        }
        return number == text ? number : error("'\(text)' is not in full", suggestion: "write \(number)")
    }

    private func time(_ day: String, _ clock: String) -> Talk.LocalTime? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.count == 2 ? Int($0) : nil }
        guard let date = CalendarDate(iso: day), parts.count == 2, numbers.count == 2,
            (0..<24).contains(numbers[0]), (0..<60).contains(numbers[1])
        else { return error("'at' needs a day and a time such as 2026-05-02 09:00") }
        return Talk.LocalTime(date: date, minutes: numbers[0] * 60 + numbers[1])
    }
}
