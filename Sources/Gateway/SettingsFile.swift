package import ContentFiles
import Conversation
import Foundation
import Storage

/// One setting: its key in `waymark.yaml`, what it may be, and where it goes.
package struct Setting: Sendable {
    /// What may be written.
    enum Kind {
        case text(any WritableKeyPath<Settings, String> & Sendable)
        case choice(any WritableKeyPath<Settings, String> & Sendable, [String])
        case whole(any WritableKeyPath<Settings, Int> & Sendable, ClosedRange<Int>)
    }

    /// `group.name`, or `name`.
    package let key: String
    let kind: Kind
    /// What it is for, in one sentence.
    package let about: String

    /// The environment variable that overrides the file: `WAYMARK_SERVER_PORT`.
    package var variable: String {
        "WAYMARK_" + key.replacingOccurrences(of: ".", with: "_").uppercased()
    }

    /// Every setting there is.
    package static let all: [Setting] = [
        Setting(key: "server.host", kind: .text(\.host), about: "The address the server listens on."),
        Setting(key: "server.port", kind: .whole(\.port, 0...65_535), about: "The port; 0 takes any free one."),
        Setting(
            key: "server.proxies", kind: .text(\.proxies),
            about: "The addresses of the reverse proxies whose X-Forwarded-For says who asks."),
        Setting(
            key: "server.body_limit", kind: .whole(\.bodyLimit, 1_024...67_108_864),
            about: "The greatest body in bytes."),
        Setting(
            key: "server.header_limit", kind: .whole(\.headerLimit, 1_024...1_048_576),
            about: "The greatest headers in bytes."),
        Setting(
            key: "server.idle_timeout", kind: .whole(\.idleTimeout, 1...3_600),
            about: "Seconds a silent connection stays open."),
        Setting(
            key: "server.body_time", kind: .whole(\.bodyTime, 1...3_600),
            about: "Seconds a request has to be whole, once its headers came."),
        Setting(
            key: "server.bodies", kind: .whole(\.bodies, 1_024...1_073_741_824),
            about: "Bytes of all bodies that are read at one time; more get 503."),
        Setting(
            key: "server.read_buffer", kind: .whole(\.readBuffer, 1_024...1_048_576),
            about: "Bytes that are read of a connection at once, at most."),
        Setting(
            key: "server.connections", kind: .whole(\.connections, 1...1_000_000), about: "Connections at one time."),
        Setting(
            key: "server.stop_timeout", kind: .whole(\.stopTimeout, 1...600),
            about: "Seconds to finish when stopping."),
        Setting(key: "data", kind: .text(\.data), about: "The folder of the database and the key."),
        Setting(key: "pack", kind: .text(\.pack), about: "The pack that is served."),
        Setting(
            key: "revisions.spare", kind: .whole(\.spareRevisions, 0...100),
            about: "Revisions of the pack that are kept to go back to, beside those that conversations are on."),
        Setting(key: "messages.channel", kind: .text(\.messageChannel), about: "The channel of SMS sent beside USSD."),
        Setting(
            key: "messages.sending", kind: .whole(\.sending, 1...1_024),
            about: "Messages sent at one time on one channel."),
        Setting(
            key: "messages.send_timeout", kind: .whole(\.sendTimeout, 1...300),
            about: "Seconds a provider has to take one."),
        Setting(
            key: "messages.lease", kind: .whole(\.sendLease, 2...300),
            about: "Seconds after which what a gateway was sending when it died is taken over."),
        Setting(
            key: "messages.expiry", kind: .whole(\.messageExpiry, 60...2_592_000),
            about: "Seconds until an answer is too late."),
        Setting(
            key: "messages.stranded", kind: .whole(\.stranded, 60...2_592_000),
            about: "Seconds that a message waits for a channel that is not set up any more."),
        Setting(
            key: "messages.attempts", kind: .whole(\.attempts, 1...100),
            about: "Attempts after which a message is given up."),
        Setting(
            key: "messages.retry_first", kind: .whole(\.retryFirst, 1...3_600),
            about: "The shortest wait after the first attempt, in seconds."),
        Setting(
            key: "messages.retry_longest", kind: .whole(\.retryLongest, 2...86_400),
            about: "The longest wait between attempts, in seconds."),
        Setting(
            key: "messages.throttle_pause", kind: .whole(\.throttlePause, 1...3_600),
            about: "Seconds a channel rests that was asked too fast, unless the provider says how long."),
        Setting(
            key: "messages.account_pause", kind: .whole(\.accountPause, 1...86_400),
            about: "Seconds a message waits when the account is at fault."),
        Setting(
            key: "messages.report_wait", kind: .whole(\.reportWait, 1...86_400),
            about: "Seconds a report has to tell whether a message arrived."),
        Setting(
            key: "messages.same_text", kind: .whole(\.sameText, 1...10_000),
            about: "How often one text may go to one person."),
        Setting(
            key: "messages.same_text_window", kind: .whole(\.sameTextWindow, 1...86_400),
            about: "Within how many seconds that is counted."),
        Setting(
            key: "health.failures", kind: .whole(\.healthFailures, 1...1_000),
            about: "Attempts in a row that fail when a channel is down."),
        Setting(
            key: "health.window", kind: .whole(\.healthWindow, 10...86_400),
            about: "Seconds of attempts that are looked back on."),
        Setting(
            key: "health.fewest", kind: .whole(\.healthFewest, 1...500),
            about: "Attempts within them that say anything at all."),
        Setting(
            key: "health.percent", kind: .whole(\.healthPercent, 1...100),
            about: "Of a hundred of them, those that fail when a channel is degraded."),
        Setting(
            key: "health.late", kind: .whole(\.healthLate, 1...86_400),
            about: "Seconds that a message waits when its channel is degraded."),
        Setting(
            key: "health.stuck", kind: .whole(\.healthStuck, 1...604_800),
            about: "Seconds that a message waits when its channel is down."),
        Setting(
            key: "health.silence", kind: .whole(\.healthSilence, 0...604_800),
            about: "Seconds without anything coming in when a channel is degraded; 0 never."),
        Setting(
            key: "cases.time", kind: .whole(\.caseTime, 60...31_536_000),
            about: "Seconds of working hours that staff have for a case before it is overdue."),
        Setting(
            key: "cases.days", kind: .choice(\.caseDays, WorkingHours.Days.allCases.map(\.rawValue)),
            about: "The days on which staff work on cases."),
        Setting(
            key: "cases.from", kind: .whole(\.caseFrom, 0...23),
            about: "The hour at which they begin, by the clocks of the pack's place."),
        Setting(
            key: "cases.until", kind: .whole(\.caseUntil, 1...24),
            about: "The hour at which they stop; after the one at which they begin."),
        Setting(
            key: "blocks.days", kind: .whole(\.blockDays, 1...365),
            about: "Days for which a number that staff block gets no answers."),
        Setting(
            key: "systems.answer", kind: .whole(\.systemAnswer, 256...1_048_576),
            about: "The greatest answer of another system in bytes."),
        Setting(
            key: "parts.open", kind: .whole(\.parts.openMessages, 1...1_000),
            about: "Long messages of one sender that wait for parts."),
        Setting(
            key: "parts.bytes", kind: .whole(\.parts.bytes, 65_536...1_073_741_824),
            about: "Bytes of all parts that wait; more are met with the busy answer."),
        Setting(
            key: "inbox.channel", kind: .whole(\.admission.channel, 1...1_000_000),
            about: "Requests of one channel that may wait; more are met with the busy answer."),
        Setting(
            key: "inbox.sender", kind: .whole(\.admission.sender, 1...10_000),
            about: "Requests of one sender that may wait; more are met with the busy answer."),
        Setting(
            key: "inbox.sender_rate", kind: .whole(\.admission.senderRate, 1...1_000_000),
            about: "Requests that one sender may make within a minute; more are met with the busy answer."),
        Setting(
            key: "limits.steps", kind: .whole(\.machine.steps, 10...10_000),
            about: "Steps one turn may walk before the apology."),
        Setting(
            key: "limits.calls", kind: .whole(\.machine.callDepth, 1...100),
            about: "Flows that may wait for each other."),
        Setting(
            key: "limits.answers", kind: .whole(\.machine.answers, 10...10_000),
            about: "Answers one session may hold."),
        Setting(
            key: "limits.history", kind: .whole(\.machine.history, 1...1_000), about: "Questions that 'back' remembers."
        ),
        Setting(
            key: "limits.input", kind: .whole(\.machine.input, 10...100_000),
            about: "Characters of one incoming text that are read."),
        Setting(
            key: "limits.reminder_days", kind: .whole(\.machine.reminderDays, 1...3_650),
            about: "Days ahead that a reminder may be."),
        Setting(
            key: "limits.dialogue", kind: .whole(\.machine.dialogue, 10...3_600),
            about: "Seconds after the last answer until a USSD dialogue is over that nobody says is over."),
        Setting(
            key: "limits.held", kind: .whole(\.machine.held, 1...100),
            about: "SMS that are held of one person while she is in a USSD dialogue."),
        Setting(
            key: "store.postgres", kind: .text(\.postgres),
            about: "The PostgreSQL database to serve from, in libpq's words; none for the one in the data folder."),
        Setting(
            key: "store.schema", kind: .text(\.postgresSchema),
            about: "The schema of a PostgreSQL database that the tables are in; it is made when it is missing."),
        Setting(
            key: "store.nodes", kind: .whole(\.nodes, 1...1_000),
            about: "Gateways that share a PostgreSQL database; each keeps to its part of every rate."),
        Setting(
            key: "store.partition", kind: .whole(\.partitions.days, 1...366),
            about: "Days of rows that share a partition of a table that grows for ever, on PostgreSQL."),
        Setting(
            key: "store.partition_grace", kind: .whole(\.partitions.grace, 0...366),
            about: "Days that rows past their time may wait for their whole partition to go; 0 never, on PostgreSQL."),
        Setting(
            key: "store.group", kind: .whole(\.store.groups.size, 1...100_000),
            about: "Changes one commit takes at most."),
        Setting(
            key: "store.pause", kind: .whole(\.store.groups.pause, 0...1_000),
            about: """
                Milliseconds that a large commit waits for more changes while another gateway writes, on PostgreSQL; 0 for none.
                """),
        Setting(
            key: "store.queue", kind: .whole(\.store.groups.queue, 1...1_000_000),
            about: "Changes that may wait; more are met with the busy answer."),
        Setting(
            key: "store.wait", kind: .whole(\.store.groups.wait, 1...3_600),
            about: "Seconds that changes may have waited; while they have waited longer, more get the busy answer."),
        Setting(
            key: "store.lock_wait", kind: .whole(\.store.lockWait, 1...3_600),
            about: "Seconds to wait for another program that holds the database before changes get the busy answer."),
        Setting(
            key: "store.size", kind: .whole(\.store.sizeLimit, 0...1_048_576),
            about: "Megabytes the database may grow to, so that others have room on its disk; 0 as much as there is."),
        Setting(
            key: "store.inspection", kind: .whole(\.inspectionHours, 0...8_760),
            about: "Hours between two looks through the whole database for damage; 0 never."),
        Setting(
            key: "repeats.days", kind: .whole(\.repeatDays, 1...365),
            about: "Days that answered webhooks are remembered."),
        Setting(
            key: "console.access",
            kind: .choice(\.console.access, ConsoleSettings.Access.allCases.map(\.rawValue)),
            about: "Who reaches the console: nobody, this machine only, or everybody who reaches the server."),
        Setting(
            key: "console.url", kind: .text(\.console.url),
            about: "How staff reach the console from elsewhere; it begins with https://."),
        Setting(
            key: "console.idle", kind: .whole(\.console.idle, 1...1_440),
            about: "Minutes without a request after which staff must sign in again."),
        Setting(
            key: "console.hours", kind: .whole(\.console.hours, 1...168),
            about: "Hours after which staff must sign in again in any case."),
        Setting(
            key: "console.invite_hours", kind: .whole(\.console.inviteHours, 1...720),
            about: "Hours for which the link of an invitation is good."),
        Setting(
            key: "console.attempts", kind: .whole(\.console.attempts, 1...10_000),
            about: "How often one address may try to sign in within a minute."),
        Setting(
            key: "console.streams", kind: .whole(\.console.streams, 0...1_000),
            about: "Pages that are kept fresh at one time."),
        Setting(
            key: "console.freshness", kind: .whole(\.console.freshness, 1...60),
            about: "Seconds between two looks whether such a page has changed."),
        Setting(
            key: "console.table", kind: .whole(\.console.table, 1_024...33_554_432),
            about: "Bytes of the largest table that staff can bring into the pack."),
        Setting(
            key: "console.failures", kind: .whole(\.console.lockOut.free, 1...100),
            about: "Attempts to sign in that may fail in a row before there is a wait."),
        Setting(
            key: "console.first_wait", kind: .whole(\.console.lockOut.first, 1...86_400),
            about: "Seconds of the first wait; each is twice as long as the one before."),
        Setting(
            key: "console.longest_wait", kind: .whole(\.console.lockOut.longest, 1...604_800),
            about: "Seconds of the longest wait."),
        Setting(
            key: "api.access",
            kind: .choice(\.api.access, ConsoleSettings.Access.allCases.map(\.rawValue)),
            about: "Who reaches the API: nobody, this machine only, or everybody who reaches the server."),
        Setting(
            key: "api.requests", kind: .whole(\.api.requests, 1...1_000_000),
            about: "Requests that one token may make within a minute."),
        Setting(
            key: "api.guesses", kind: .whole(\.api.guesses, 1...10_000),
            about: "Wrong tokens of one address that are answered as such within a minute."),
        Setting(
            key: "api.body_limit", kind: .whole(\.api.bodyLimit, 1_024...1_048_576),
            about: "The greatest body of a request in bytes."),
        Setting(
            key: "api.tokens", kind: .whole(\.api.tokens, 1...10_000),
            about: "Tokens that may be good at one time."),
        Setting(
            key: "phone.access", kind: .choice(\.phone.access, PhoneSettings.Access.allCases.map(\.rawValue)),
            about: "Who reaches the browser phone: nobody, or this machine while every channel is a simulator's."),
        Setting(
            key: "phone.clock", kind: .choice(\.phone.clock, PhoneSettings.clocks),
            about: "Whether the browser phone may move the gateway's clock ahead."),
        Setting(
            key: "search.words", kind: .choice(\.words, Settings.wordChoices),
            about: "Whether staff find conversations by words that were said in them."),
        Setting(
            key: "evidence.least", kind: .whole(\.evidenceLeast, 3...1_000),
            about: "The least number of conversations that pages of evidence tell of."),
        Setting(
            key: "log.level",
            kind: .choice(\.logLevel, ["trace", "debug", "info", "notice", "warning", "error", "critical"]),
            about: "The lowest level that is logged."),
        Setting(
            key: "log.format", kind: .choice(\.logFormat, Settings.logFormats),
            about: "How events are logged: as lines for people, or as lines of JSON for programs."),
    ]
}

extension Settings {
    /// What other files may ask for by name: the server's own port, as `${WAYMARK_SERVER_PORT}`.
    package var environment: [String: String] { ["WAYMARK_SERVER_PORT": String(port)] }

    /// Reads `waymark.yaml` under the environment: a variable wins over the file, the file over the default.
    ///
    /// - Parameter content: The file's text, nil when there is no file.
    package static func read(_ content: String?, file: String, environment: [String: String], log: DiagnosticLog)
        -> Settings
    {
        var settings = Settings()
        if let content, let root = YAML.read(content, file: file, log: log) {
            for value in leaves(of: root, log: log) { settings.take(value, log: log) }
        }
        for setting in Setting.all {
            guard let text = environment[setting.variable], !text.isEmpty else { continue }
            settings.set(setting, to: text, at: Position(file: setting.variable), log: log)
        }
        return settings
    }

    private static func leaves(of root: YAML, log: DiagnosticLog) -> [(key: String, position: Position, value: YAML)] {
        guard let entries = root.entries else {
            log.error("type", "the settings must be a group of keys, not \(root.kind)", at: root.position)
            return []
        }
        return entries.flatMap { entry -> [(key: String, position: Position, value: YAML)] in
            guard let inner = entry.value.entries else { return [(entry.key, entry.keyPosition, entry.value)] }
            return inner.map { (entry.key + "." + $0.key, $0.keyPosition, $0.value) }
        }
    }

    private mutating func take(_ leaf: (key: String, position: Position, value: YAML), log: DiagnosticLog) {
        if leaf.value.isNull { return }
        guard let setting = Setting.all.first(where: { $0.key == leaf.key }) else {
            let suggestion = nearest(to: leaf.key, among: Setting.all.map(\.key))
            return log.error(
                "unknown-key", "there is no setting '\(leaf.key)'", at: leaf.position,
                suggestion: suggestion.map { "did you mean '\($0)'?" })
        }
        guard let text = leaf.value.text(for: "setting '\(leaf.key)'", log: log) else { return }
        set(setting, to: text, at: leaf.value.position, log: log)
    }

    private mutating func set(_ setting: Setting, to text: String, at position: Position, log: DiagnosticLog) {
        origins[setting.key] = position
        switch setting.kind {
        case .text(let path): self[keyPath: path] = text
        case .choice(let path, let choices):
            self[keyPath: path] = text
            if !choices.contains(text) {
                log.error(
                    "value", "'\(setting.key)' must be one of \(choices.joined(separator: ", ")), not '\(text)'",
                    at: position)
            }
        case .whole(let path, let range):
            if let number = Int(text), range.contains(number) {
                self[keyPath: path] = number
            } else {
                log.error(
                    "value",
                    "'\(setting.key)' must be a whole number from \(range.lowerBound) to \(range.upperBound), "
                        + "not '\(text)'",
                    at: position)
            }
        }
    }
}
