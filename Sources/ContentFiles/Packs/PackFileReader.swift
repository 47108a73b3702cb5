import Conversation
import Directory
import Expressions
import Foundation
import Telephony

/// What `pack.yaml` says, before flows are read.
struct PackFile {
    var title = ""
    var source = 0
    var languages: [Language] = []
    var keys = Keys()
    var settings: PackSettings
    var constants = Object()
    var personFields: [String: PersonField] = [:]
    /// Months for which an office is shown after it was checked.
    var freshness = Directory.usualFreshness
    /// The group itself, for what is read when flows are known: start, keywords, commands, texts.
    let fields: Fields
}

/// Reads `pack.yaml`.
struct PackFileReader {
    /// What a USSD screen can hold: the most is what fits 160 octets (3GPP TS 24.080), the least a question with two options.
    static let septets = 40...182
    /// The segments of an answer by SMS: each is paid for, and ten hold more than anyone reads.
    static let segments = 1...10

    /// Wrong answers before nothing is taken for a while: one slip must be forgiven, and ten are a search.
    static let tries = 2...10
    /// How many people may use one phone: as many as a menu numbers with one digit, and somebody new.
    static let people = 2...8

    /// The numbers of wordings.
    static let wordings = 1...999

    let log: DiagnosticLog
    let expressions: ExpressionReader

    func read(_ content: String, file: String) -> PackFile? {
        guard let root = YAML.read(content, file: file, log: log),
            let fields = Fields(root, "a pack", .pack, log: log)
        else { return nil }
        var pack = PackFile(settings: settings(fields), fields: fields)
        pack.title = fields.requiredText("title") ?? ""
        pack.languages = languages(fields)
        let language = fields.requiredText("language")
        pack.source = pack.languages.firstIndex { $0.tag == language } ?? 0
        if let language, let value = fields["language"], !pack.languages.isEmpty,
            !pack.languages.contains(where: { $0.tag == language })
        {
            log.error("language", "'\(language)' is not one of 'languages'", at: value.position)
        }
        pack.keys = keys(fields)
        pack.constants = constants(fields)
        pack.personFields = personFields(fields)
        pack.freshness = freshness(fields) ?? Directory.usualFreshness
        return pack.languages.isEmpty ? nil : pack
    }

    private func languages(_ fields: Fields) -> [Language] {
        guard let value = fields["languages"], let entries = value.entries, !entries.isEmpty else {
            log.error(
                "missing-key", "a pack needs 'languages': { tag: own name }",
                at: fields["languages"]?.position ?? fields.position)
            return []
        }
        return entries.compactMap { entry in
            entry.value.text(for: "the name of language \(entry.key)", log: log).map {
                Language(tag: entry.key, name: $0)
            }
        }
    }

    private func keys(_ fields: Fields) -> Keys {
        guard let value = fields["keys"], let own = Fields(value, "'keys'", .keys, log: log) else {
            return Keys()
        }
        let standard = Keys()
        let keys = Keys(
            back: own.text("back") ?? standard.back, home: own.text("home") ?? standard.home,
            unknown: own.text("unknown") ?? standard.unknown, why: own.text("why") ?? standard.why,
            more: own.text("more") ?? standard.more)
        if Set([keys.back, keys.home, keys.unknown, keys.why, keys.more]).count < 5 {
            log.error("keys", "two of 'keys' are the same", at: value.position)
        }
        return keys
    }

    private func constants(_ fields: Fields) -> Object {
        var constants = Object()
        guard let value = fields["constants"], let own = Fields(value, "'constants'", known: nil, log: log) else {
            return constants
        }
        for entry in own.entries {
            guard let text = entry.value.text(for: "constant '\(entry.key)'", log: log) else { continue }
            let isQuoted = if case .scalar(_, isPlain: false) = entry.value.content { true } else { false }
            constants[entry.key] = isQuoted ? .text(text) : Decimal(string: text).map(Value.number) ?? .text(text)
        }
        return constants
    }

    private func personFields(_ fields: Fields) -> [String: PersonField] {
        guard let value = fields["person"], let own = Fields(value, "'person'", known: nil, log: log) else {
            return [:]
        }
        var personFields: [String: PersonField] = [:]
        for entry in own.entries {
            guard let field = Fields(entry.value, "person field '\(entry.key)'", .personField, log: log),
                let name = field.requiredText("type")
            else { continue }
            guard let type = AnswerType(rawValue: name) else {
                log.error(
                    "answer-type", "there is no answer type '\(name)'", at: entry.value.position,
                    suggestion: "types: \(AnswerType.allCases.map(\.rawValue).joined(separator: ", "))")
                continue
            }
            let wording = field.whole("wording", in: Self.wordings)
            if wording != nil, type != .yesNo, let value = field["wording"] {
                log.error(
                    "value", "only a yes or no can be a consent", at: value.position, suggestion: "write type: yes_no")
            }
            personFields[entry.key] = PersonField(
                type: type, isPrivate: field.flag("private") ?? false, keep: months("keep", field), wording: wording)
        }
        return personFields
    }

    /// Facts that nobody has looked at for five years help no one.
    private func freshness(_ fields: Fields) -> Int? {
        guard let value = fields["directory"], let own = Fields(value, "'directory'", .directory, log: log) else {
            return nil
        }
        return months("fresh", own)
    }

    /// `12 months` or `1 year`.
    private func months(_ key: String, _ fields: Fields) -> Int? {
        guard let text = fields.text(key) else { return nil }
        let parts = text.split(separator: " ")
        let units = ["month": 1, "months": 1, "year": 12, "years": 12]
        if parts.count == 2, let number = Int(parts[0]), let unit = units[String(parts[1])],
            (1...60).contains(number), (1...60).contains(number * unit)
        {
            return number * unit
        }
        return report(key, text, "1 to 60 months, such as 12 months", fields)
    }

    private func settings(_ fields: Fields) -> PackSettings {
        let screen = fields["screen"].flatMap { Fields($0, "'screen'", .screen, log: log) }
        let session = fields["session"].flatMap { Fields($0, "'session'", .session, log: log) }
        let idle = session?["idle"].flatMap { Fields($0, "'idle'", .idle, log: log) }
        let resume = session?.text("resume").flatMap { text in
            PackSettings.Resume(rawValue: text) ?? report("resume", text, "ask, continue or restart", session)
        }
        return PackSettings(
            screen: [
                .ussd: .ussd(septets: screen?.whole("ussd", in: Self.septets) ?? 160),
                .sms: .sms(segments: screen?.whole("sms_segments", in: Self.segments) ?? 2),
            ],
            idle: [.ussd: seconds(idle, "ussd") ?? 600, .sms: seconds(idle, "sms") ?? 86_400],
            late: seconds(session, "late") ?? 1_800, resume: resume ?? .ask,
            numbering: fields.text("numbering") ?? ". ",
            utcOffset: offset(fields) ?? 0, code: fields.text("code") ?? "*384*77#",
            guest: seconds(session, "guest") ?? 1_800, country: country(fields),
            quietHours: quietHours(fields),
            consent: fields["consent"].flatMap { expressions.read($0, flow: nil, isCondition: true) },
            reminders: reminders(fields), identity: identity(fields), retention: retention(fields),
            series: screen?.whole("series", in: Series.lengths) ?? 5)
    }

    private func retention(_ fields: Fields) -> RetentionSettings {
        let usual = RetentionSettings()
        guard let value = fields["retention"], let own = Fields(value, "'retention'", .retention, log: log) else {
            return usual
        }
        return RetentionSettings(
            people: months("people", own) ?? usual.people, transcripts: months("transcripts", own) ?? usual.transcripts,
            messages: months("messages", own) ?? usual.messages, cases: months("cases", own) ?? usual.cases)
    }

    /// `21:00-08:00`.
    private func quietHours(_ fields: Fields) -> QuietHours? {
        guard let text = fields.text("quiet_hours") else { return nil }
        let times = text.split(separator: "-", omittingEmptySubsequences: false).map { clock(String($0)) }
        if times.count == 2, let from = times[0], let to = times[1], from != to {
            return QuietHours(from: from, to: to)
        }
        return report("quiet_hours", text, "two times of day such as 21:00-08:00", fields)
    }

    private func reminders(_ fields: Fields) -> ReminderSettings {
        guard let value = fields["reminders"], let own = Fields(value, "'reminders'", .reminders, log: log) else {
            return ReminderSettings()
        }
        let usual = ReminderSettings()
        let time = own.text("at").flatMap { text in
            clock(text) ?? report("at", text, "a time of day such as 09:00", own)
        }
        return ReminderSettings(time: time ?? usual.time, place: own.text("place"))
    }

    private func identity(_ fields: Fields) -> IdentitySettings {
        let usual = IdentitySettings()
        guard let value = fields["identity"], let own = Fields(value, "'identity'", .identity, log: log) else {
            return usual
        }
        return IdentitySettings(
            unverifiedAfter: silence(own) ?? usual.unverifiedAfter, check: own.texts("check"),
            tries: own.whole("tries", in: Self.tries) ?? usual.tries, lock: seconds(own, "lock") ?? usual.lock,
            codeDays: days(own, "code", most: 366) ?? usual.codeDays,
            people: own.whole("people", in: Self.people) ?? usual.people,
            objectionDays: days(own, "objection", most: IdentitySettings.longestObjection) ?? usual.objectionDays)
    }

    private func days(_ fields: Fields, _ key: String, most: Int) -> Int? {
        guard let text = fields.text(key) else { return nil }
        guard let seconds = Duration.seconds(text), seconds % 86_400 == 0, (1...most).contains(seconds / 86_400) else {
            return report(key, text, "whole days from 1d to \(most)d", fields)
        }
        return seconds / 86_400
    }

    private func silence(_ fields: Fields) -> Int? {
        guard let text = fields.text("unverified_after") else { return nil }
        let longest = IdentitySettings.longestSilence
        guard let seconds = Duration.seconds(text), (86_400...longest * 86_400).contains(seconds) else {
            return report("unverified_after", text, "1d to \(longest)d: then networks give numbers to others", fields)
        }
        return seconds
    }

    private func clock(_ text: String) -> TimeOfDay? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { part in
            part.count <= 2 && part.allSatisfy(\.isNumber) ? Int(part) ?? -1 : -1
        }
        return parts.count == 2 ? TimeOfDay(hour: parts[0], minute: parts[1]) : nil
    }

    private func report<T>(_ key: String, _ text: String, _ allowed: String, _ fields: Fields?) -> T? {
        if let position = fields?[key]?.position {
            log.error("value", "'\(key)' must be \(allowed), not '\(text)'", at: position)
        }
        return nil
    }

    /// A length of time: `90s`, `10m`, `24h`, `7d`.
    private func seconds(_ fields: Fields?, _ key: String) -> Int? {
        guard let text = fields?.text(key) else { return nil }
        return Duration.seconds(text) ?? report(key, text, "a length of time such as 90s, 10m, 24h or 7d", fields)
    }

    private func country(_ fields: Fields) -> Country? {
        guard let text = fields.text("country") else { return nil }
        return Country(text) ?? report("country", text, "a country's two letters such as KE or CN", fields)
    }

    private func offset(_ fields: Fields) -> Int? {
        guard let text = fields.text("timezone") else { return nil }
        return UTCOffset.seconds(text) ?? report("timezone", text, "a distance from UTC such as +08:00", fields)
    }
}
