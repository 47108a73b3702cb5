import Conversation
import Expressions
import Testing

/// The verb `remind`: flows that start later. The test clock stands at 2026-04-24 11:06:40 in the pack's place.
struct ReminderTests {
    private func pack(
        _ remind: StepMaker? = nil, consent: String = "person.region = 'yes'", quiet: QuietHours? = nil
    ) throws -> Pack {
        let plan = remind ?? inThirtyDays
        return try PackBuilder(quietHours: quiet, consent: try Expression.parse(consent)).pack([
            "main#start": menu("?", ["Remind me -> main#plan", "Bye -> main#bye"]),
            "main#plan": plan,
            "main#bye": end("Bye."),
            "news#start": menu("News?", ["Yes -> main#bye", "No -> main#bye"]),
        ])
    }

    private let inThirtyDays = remind("news#start", after: 30 * 86_400, go: "main#bye")

    private func consenting(_ pack: Pack) -> Chat {
        var chat = Chat(pack)
        chat.snapshot.person.fields["region"] = .text("yes")
        return chat
    }

    private func local(_ moment: Timestamp?) -> String? { moment?.rfc3339(utcOffset: 28_800) }

    @Test func `a reminder is planned, and begins its flow by SMS when it falls due`() throws {
        var chat = consenting(try pack())
        let planned = try chat.walk(["1"])
        #expect(planned.reply == Reply(text: "Bye.", ends: true))
        let reminder = try #require(planned.reminders.first)
        #expect(reminder.step == "news#start")
        #expect(reminder.at == chat.now + 30 * 86_400)
        let fired = try chat.fire(reminder)
        #expect(fired.reply == Reply(text: "News?\n1. Yes\n2. No", ends: false))
        #expect(fired.isBeginning && fired.session?.kind == .sms)
        #expect(try chat.text("2").reply?.text == "Bye.")
    }

    @Test(arguments: [
        ("date('2026-06-01')", "2026-06-01T09:00"), ("month('2026-10')", "2026-10-01T09:00"),
        ("add_months(today, 6)", "2026-10-24T09:00"), ("datetime('2026-05-01T10:30:00+08:00')", "2026-05-01T10:30"),
    ])
    func `a day is at the pack's hour`(moment: String, due: String) throws {
        var chat = consenting(try pack(remind("news#start", on: moment, go: "main#bye")))
        let turn = try chat.walk(["1"])
        #expect(turn.flags.isEmpty)
        #expect(local(turn.reminders.first?.at)?.hasPrefix(due) == true)
    }

    @Test(arguments: ["nobody", "'soon'", "date('2020-01-01')", "date('2099-01-01')", "1 / 0"])
    func `a moment that cannot be is flagged, and the conversation goes on`(moment: String) throws {
        var chat = consenting(try pack(remind("news#start", on: moment, go: "main#bye")))
        let turn = try chat.walk(["1"])
        #expect(turn.reminders.isEmpty)
        #expect(turn.flags.contains { $0.kind == .reminder })
        #expect(turn.reply?.text == "Bye.")
    }

    @Test func `the last plan of a step in one turn counts`() throws {
        let pack = try PackBuilder().pack([
            "main#start": remind("news#start", after: 60, go: "main#again"),
            "main#again": remind("news#start", after: 120, go: "main#bye"),
            "main#bye": end("Bye."), "news#start": end("News."),
        ])
        var chat = Chat(pack)
        #expect(try chat.dial().reminders == [Reminder(step: "news#start", at: chat.now + 120)])
    }

    private let night = QuietHours(
        from: TimeOfDay(hour: 21, minute: 0) ?? .midnight, to: TimeOfDay(hour: 8, minute: 0) ?? .midnight)

    @Test(arguments: [
        (9 * 3_600, "2026-04-24T20:06"), (10 * 3_600, "2026-04-25T08:00"), (20 * 3_600, "2026-04-25T08:00"),
        (21 * 3_600, "2026-04-25T08:06"),
    ])
    func `quiet hours move a reminder to the morning`(seconds: Int, due: String) throws {
        var chat = consenting(try pack(remind("news#start", after: seconds, go: "main#bye"), quiet: night))
        #expect(local(try chat.walk(["1"]).reminders.first?.at)?.hasPrefix(due) == true)
    }

    @Test func `what a reminder says is not sent at night either, by the clock where she is`() throws {
        var chat = consenting(try pack(quiet: night))
        let reminder = try #require(try chat.walk(["1"]).reminders.first)
        let turn = try chat.fire(reminder)
        let quiet = try #require(turn.quiet)
        #expect(turn.reply != nil && quiet == night.inUTC(from: chat.machine.packs.current.settings.utcOffset))
        for hour in 0..<24 {
            let moment = chat.now + Int64(hour) * 3_600
            let local = night.end(after: moment, utcOffset: chat.machine.packs.current.settings.utcOffset)
            #expect(quiet.end(after: moment) == local)
        }
        #expect(try chat.text("1").quiet == nil)
    }

    @Test func `a reminder that is fired late, at night, waits for the morning`() throws {
        var chat = consenting(try pack(quiet: night))
        chat.wait(10 * 3_600)
        let turn = try chat.fire(Reminder(step: "news#start", at: chat.now))
        #expect(turn.reply == nil && turn.session == nil)
        #expect(local(turn.reminders.first?.at)?.hasPrefix("2026-04-25T08:00") == true)
    }

    @Test func `nobody is reminded after STOP, or without consent`() throws {
        var chat = consenting(try pack())
        let reminder = try #require(try chat.walk(["1"]).reminders.first)
        var other = chat
        try chat.text("STOP")
        let stopped = try chat.fire(reminder)
        #expect(stopped.reply == nil && stopped.reminders.isEmpty && stopped.session == nil)
        other.snapshot.person.fields["region"] = nil
        let refused = try other.fire(reminder)
        #expect(refused.reply == nil && refused.reminders.isEmpty && refused.session == nil)
        #expect(refused.understood == "no reminder: no consent")
    }

    @Test func `who is in a conversation is reminded when it is over`() throws {
        var chat = consenting(try pack())
        let reminder = try #require(try chat.walk(["1"]).reminders.first)
        chat.wait(30 * 86_400)
        try chat.text("hi")
        let session = try #require(chat.snapshot.session)
        let turn = try chat.fire(Reminder(step: reminder.step, at: chat.now))
        #expect(turn.reply == nil && turn.session == session)
        #expect(turn.reminders == [Reminder(step: "news#start", at: chat.machine.expiry(of: session))])
        #expect(try chat.fire(turn.reminders[0]).reply?.text == "News?\n1. Yes\n2. No")
    }

    @Test func `a step that the published pack does not have is flagged`() throws {
        var chat = consenting(try pack())
        let turn = try chat.fire(Reminder(step: "gone#start", at: chat.now))
        #expect(turn.reply == nil && turn.flags.map(\.kind) == [.reminder])
    }

    @Test(arguments: ["nobody", "'cn.none'", "7", "1 / 0"])
    func `a rule that is not there is flagged, and the conversation goes on`(rule: String) throws {
        var chat = consenting(try pack(remind("news#start", changed: rule, go: "main#bye")))
        let turn = try chat.walk(["1"])
        #expect(turn.reminders.isEmpty)
        #expect(turn.flags.contains { $0.kind == .reminder })
        #expect(turn.reply?.text == "Bye.")
    }

    @Test func `a plan for a rule takes the place of one for the same step and rule only`() {
        let plans = ["a.wages", "a.rent", nil].map { rule in
            Reminder(
                step: "news#start", at: Timestamp(milliseconds: 0),
                awaiting: rule.map { RuleVersion(rule: $0, version: 1) })
        }
        for (place, plan) in plans.enumerated() {
            #expect(plans.map(plan.replaces) == plans.indices.map { $0 == place })
            #expect(!plan.replaces(Reminder(step: "other#start", at: plan.at, awaiting: plan.awaited)))
        }
    }
}
