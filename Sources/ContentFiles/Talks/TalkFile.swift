package import Conversation
import Expressions

/// Reads `*.talk` files: tests that operators write.
package enum TalkFile {
    /// The talks of one file; lines that cannot be read are errors with their place.
    package static func read(_ content: String, file: String, log: DiagnosticLog) -> [Talk] {
        var talks: [Talk] = []
        var title: (text: String, line: Int)?
        var lines: [Talk.Line] = []
        let finish = {
            if let title { talks.append(Talk(title: title.text, line: title.line, lines: lines)) }
            lines = []
        }
        for (index, raw) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = trim(raw)
            let position = Position(file: file, line: index + 1)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("talk:") {
                finish()
                title = (trim(line.dropFirst("talk:".count)), index + 1)
            } else if title == nil {
                log.error("talk", "a talk begins with 'talk:' and its title", at: position)
                return []
            } else if let action = action(line, at: position, log: log) {
                lines.append(Talk.Line(number: index + 1, action: action))
            }
        }
        finish()
        return talks
    }

    private static func action(_ line: String, at position: Position, log: DiagnosticLog) -> Talk.Action? {
        if line == "..." || line.hasPrefix("... ") { return .seeAnything }
        if line.hasPrefix("<") { return .see(Talk.Screen(notation: trim(line.dropFirst()))) }
        if line.hasPrefix(">") { return .type(trim(line.dropFirst())) }
        let words = line.split(separator: " ").map(String.init)
        switch words[0] {
        case "on": return on(Array(words.dropFirst()), at: position, log: log)
        case "from" where words.count == 2: return .from(words[1])
        case "have": return have(line, at: position, log: log)
        case "dial" where words.count == 2: return .dial(words[1])
        case "wait" where words.count == 2:
            if let seconds = seconds(words[1]) { return .wait(seconds) }
            log.error("talk", "'\(words[1])' is not a length of time such as 90s, 3m, 2h or 1d", at: position)
            return nil
        case "drop" where words.count == 1: return .drop
        case "duplicate" where words.count == 1: return .duplicate
        case "expect" where words.count >= 3:
            return expect(words[1], trim(line.dropFirst("expect \(words[1])".count)), at: position, log: log)
        default:
            log.error(
                "talk", "'\(words[0])' is not a line of a talk", at: position,
                suggestion: "lines begin with on, from, have, dial, >, <, ..., wait, drop, duplicate or expect")
            return nil
        }
    }

    private static func on(_ words: [String], at position: Position, log: DiagnosticLog) -> Talk.Action? {
        guard let kind = words.first.flatMap(ChannelKind.init) else {
            log.error("talk", "'on' needs ussd or sms", at: position)
            return nil
        }
        var from: String?
        var language: String?
        var at: Talk.LocalTime?
        var rest = words.dropFirst()
        while let word = rest.popFirst() {
            switch word {
            case "from": from = rest.popFirst()
            case "in": language = rest.popFirst()
            case "at":
                let day = rest.popFirst() ?? ""
                at = time(day, rest.popFirst() ?? "")
                if at == nil { log.error("talk", "'at' needs a day and a time such as 2026-05-02 09:00", at: position) }
            default:
                log.error(
                    "talk", "'\(word)' is not understood here", at: position,
                    suggestion: "on ussd from +86... in en at 2026-05-02 09:00")
            }
        }
        return .on(kind, from: from, language: language, at: at)
    }

    private static func time(_ day: String, _ clock: String) -> Talk.LocalTime? {
        let date = day.split(separator: "-").map { Int($0) ?? -1 }
        let hours = clock.split(separator: ":").map { Int($0) ?? -1 }
        guard date.count == 3, hours.count == 2, (0..<24).contains(hours[0]), (0..<60).contains(hours[1]) else {
            return nil
        }
        return CalendarDate(year: date[0], month: date[1], day: date[2]).map {
            Talk.LocalTime(date: $0, minutes: hours[0] * 60 + hours[1])
        }
    }

    private static func have(_ line: String, at position: Position, log: DiagnosticLog) -> Talk.Action? {
        let parts = line.dropFirst("have".count).split(separator: "=", maxSplits: 1).map(trim)
        guard parts.count == 2, parts[0].hasPrefix("person."), let value = try? Expression.parse(parts[1]) else {
            log.error("talk", "'have' sets a person field: have person.consent = true", at: position)
            return nil
        }
        return .have(field: String(parts[0].dropFirst("person.".count)), value: value)
    }

    private static func expect(_ what: String, _ rest: String, at position: Position, log: DiagnosticLog) -> Talk
        .Action?
    {
        switch what {
        case "case": return .expectCase(rest)
        case "sms": return .expectMessage(Talk.Screen(notation: rest))
        case "outcome": return .expectOutcome(rest)
        default:
            log.error("talk", "'expect' knows case, sms and outcome, not '\(what)'", at: position)
            return nil
        }
    }

    private static func seconds(_ text: String) -> Int? {
        let factors: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let unit = text.last, let factor = factors[unit], let number = Int(text.dropLast()),
            (0...36_500).contains(number)
        else {
            return nil
        }
        return number * factor
    }

    private static func trim(_ text: some StringProtocol) -> String {
        let tail = text.drop { $0.isWhitespace }
        guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(tail[...last])
    }
}
