import Conversation
import Expressions
import Testing

struct StaffTests {
    @Test func `staff answer, what she writes then is for them, and the flow goes on where it was`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        try chat.text("cook")
        let answered = chat.act(.answer("We call you."))
        #expect((answered.outcome, answered.turn.messages) == (.done, ["We call you."]))
        #expect(answered.turn.reply == nil)
        let heard = try chat.text("when?")
        #expect((heard.reply, heard.input, heard.understood) == (nil, "when?", "to staff"))
        chat.wait(7_200)
        #expect(try chat.text("2").reply == nil)
        let back = chat.act(.handBack)
        #expect(back.turn.reply?.text == "Your pay?")
        #expect(chat.act(.handBack).outcome == .idle)
        #expect(try chat.text("3000").reply?.text == "You earn 3000 as cook.")
    }

    @Test func `what she tells staff at a private question is kept for them, and only for them`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        try chat.text("cook")
        _ = chat.act(.answer("How can we help?"))
        let heard = try chat.text("my boss hit me")
        #expect(heard.input == "my boss hit me")
        let line = TranscriptLine(
            at: chat.now, input: heard.input, reply: nil, understood: heard.understood, step: heard.step, flags: [])
        let seen = Redaction(of: try pack()).redacted([line])
        #expect(seen.map(\.input) == [Redaction.mask])
        #expect(Redaction(of: try pack()).redacted(message: "How can we help?", writtenIn: seen[0]) == Redaction.mask)
    }

    @Test func `the word for the menu and a new dial lead away from staff`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        _ = chat.act(.answer("Hello."))
        #expect(try chat.text("menu").reply?.text == "Your job?")
        _ = chat.act(.answer("Hello."))
        #expect(try chat.dial().reply?.text.contains("Continue") == true)
        #expect(try chat.type("1").reply?.text == "Your job?")
    }

    @Test func `in an open dialogue she is asked again where she was`() throws {
        var chat = Chat(try pack())
        try chat.dial()
        _ = chat.act(.answer("Hello."))
        #expect(try chat.type("cook").reply?.text == "Your job?")
        #expect(try chat.type("cook").reply?.text == "Your pay?")
    }

    @Test func `handed back on USSD she sees the question when she goes on`() throws {
        var chat = Chat(try pack())
        try chat.dial()
        _ = chat.act(.answer("Hello."), on: .ussd)
        let back = chat.act(.handBack, on: .ussd)
        #expect((back.outcome, back.turn.reply, back.awaited) == (.done, nil, "Your job?"))
        #expect(try chat.type("cook").reply?.text == "Your pay?")
    }

    @Test func `handed back on USSD while another system was asked, it is asked anew when she goes on`() throws {
        let pack = try PackBuilder().pack([
            "m#city": ask("City?", save: "city", go: "m#note"),
            "m#note": say("Looking in ${city}.", go: "m#look"),
            "m#look": request("jobs", "/open?city=${city}", failed: "m#end", go: "m#end"),
            "m#end": end("Done."),
        ])
        var chat = Chat(pack)
        try chat.dial()
        try chat.type("Wuhan")
        _ = chat.act(.answer("Hello."), on: .ussd)
        let back = chat.act(.handBack, on: .ussd)
        #expect((back.outcome, back.turn.reply, back.awaited) == (.done, nil, nil))
        #expect(back.turn.session != nil && back.turn.outcome == nil)
        let asked = try chat.type("1")
        #expect(asked.request?.path == "/open?city=Wuhan")
        #expect(asked.reply?.text == "We are looking. Reply 1 in a moment.")
        #expect(try chat.answer(.value(.null)).reply?.text == "Looking in Wuhan.\nDone.")
    }

    @Test func `nobody has everything erased but she herself`() throws {
        let builder = PackBuilder(forgets: ["forget#erase"])
        let pack = try builder.pack([
            "m#job": ask("Your job?", save: "job", go: "m#job"),
            "forget#start": say("It is done.", go: "forget#erase"), "forget#erase": end("All is gone."),
        ])
        for step in ["forget#start", "forget#erase"] {
            var chat = Chat(pack)
            try chat.text("hello")
            let before = chat.snapshot.session
            let moved = chat.act(.move(to: step))
            #expect((moved.outcome, moved.turn.forgets, moved.turn.session) == (.nowhere, false, before), "\(step)")
        }
    }

    @Test func `staff end a conversation`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        let ended = chat.act(.end)
        #expect((ended.outcome, ended.turn.outcome, ended.turn.session) == (.done, .closed, nil))
        #expect(ended.turn.step == "m#job")
        #expect(chat.act(.end).outcome == .over)
        #expect(chat.act(.handBack).outcome == .over)
    }

    @Test func `after the end staff can still write to her, and nothing begins`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        _ = chat.act(.end)
        let answered = chat.act(.answer("Done."))
        #expect((answered.outcome, answered.turn.messages, answered.turn.session) == (.done, ["Done."], nil))
    }

    @Test func `a conversation before the one she is in is not taken over`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        chat.snapshot.isCurrent = false
        let answered = chat.act(.answer("Done."))
        #expect((answered.outcome, answered.turn.messages) == (.done, ["Done."]))
        // It is no step of that conversation at which she is now.
        #expect(answered.turn.step.isEmpty && chat.act(.block(until: chat.now)).turn.step.isEmpty)
        #expect(try chat.text("cook").reply?.text == "Your pay?")
        #expect(chat.act(.end).outcome == .over)
    }

    @Test func `nothing is sent to a number that may be a stranger's, or to someone who wants nothing`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        var other = chat
        other.snapshot.address.standing = .unverified
        #expect(other.act(.answer("Hello.")) == StaffTurn.refused(.unverified, other))
        other = chat
        other.snapshot.isAway = true
        #expect(other.act(.answer("Hello.")).outcome == .unverified)
        other = chat
        try other.text("stop")
        #expect(other.act(.answer("Hello.")) == StaffTurn.refused(.stopped, other))
    }

    @Test func `what staff tell her leaves the conversation where it is`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        let told = chat.act(.tell("Your case is closed."))
        #expect((told.outcome, told.turn.messages) == (.done, ["Your case is closed."]))
        #expect(try chat.text("cook").reply?.text == "Your pay?")
    }

    @Test func `staff send her to a step, and back leads to where she was`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        let moved = chat.act(.move(to: "m#pay"))
        #expect((moved.outcome, moved.turn.reply?.text) == (.done, "Your pay?"))
        #expect(moved.turn.understood == "moved by staff")
        #expect(try chat.text("0").reply?.text == "Your job?")
        let unchanged = chat.snapshot.session
        #expect(chat.act(.move(to: "m#nowhere")).outcome == .nowhere)
        #expect(chat.snapshot.session == unchanged)
    }

    @Test func `a flow that staff send her to is nobody's call, and what she answered stays`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        try chat.text("cook")
        #expect(chat.act(.move(to: "other#hello")).turn.reply?.text == "Hello?")
        #expect(chat.snapshot.session?.journal.count == 1)
        #expect(try chat.text("yes").outcome == .finished)
    }

    @Test func `after staff begin anew nothing is left of what she answered`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        try chat.text("cook")
        #expect(chat.act(.restart).turn.reply?.text == "Your job?")
        #expect(chat.snapshot.session?.journal.isEmpty == true)
        #expect(try chat.text("nurse").reply?.text == "Your pay?")
        #expect(try chat.text("10").reply?.text == "You earn 10 as nurse.")
    }

    @Test func `on USSD she sees where staff sent her when she goes on`() throws {
        var chat = Chat(try pack())
        try chat.dial()
        try chat.type("cook")
        let moved = chat.act(.move(to: "m#job"), on: .ussd)
        #expect((moved.outcome, moved.turn.reply, moved.awaited) == (.done, nil, "Your job?"))
        #expect(try chat.type("10").reply?.text == "Your job?")
        #expect(try chat.type("nurse").reply?.text == "Your pay?")
    }

    @Test func `nobody is sent anywhere whose number may be a stranger's`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        chat.snapshot.address.standing = .unverified
        #expect(chat.act(.move(to: "m#pay")) == StaffTurn.refused(.unverified, chat))
        #expect(chat.act(.restart) == StaffTurn.refused(.unverified, chat))
    }

    @Test func `a blocked number gets no answers, but STOP counts, and it ends by itself`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        let blocked = chat.act(.block(until: chat.now + 600))
        #expect((blocked.outcome, blocked.turn.messages, blocked.turn.reply) == (.done, [], nil))
        let heard = try chat.text("cook")
        #expect((heard.reply, heard.input, heard.understood) == (nil, "", "blocked"))
        #expect(try chat.dial().reply == Reply(text: BuiltInTexts.Name.blocked.english, ends: true))
        var other = chat
        #expect(try other.text("stop").person.isStopped)
        chat.wait(601)
        #expect(try chat.text("cook").reply?.text == "Your pay?")
    }

    @Test func `a reminder for a blocked number waits until it is let in`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        try chat.text("cook")
        try chat.text("10")
        let end = chat.now + 600
        _ = chat.act(.block(until: end))
        let put = try chat.fire(Reminder(step: "other#hello", at: chat.now))
        #expect((put.reply, put.session, put.reminders) == (nil, nil, [Reminder(step: "other#hello", at: end)]))
        #expect(try chat.fire(put.reminders[0]).reply?.text == "Hello?")
    }

    @Test func `staff let a number in again`() throws {
        var chat = Chat(try pack())
        try chat.text("hello")
        _ = chat.act(.block(until: chat.now + 600))
        #expect(chat.act(.unblock).outcome == .done)
        #expect(try chat.text("cook").reply?.text == "Your pay?")
        chat.snapshot.isAway = true
        #expect(chat.act(.block(until: chat.now + 600)).outcome == .unverified)
    }

    private func pack() throws -> Pack {
        try PackBuilder().pack([
            "m#job": ask("Your job?", save: "job", go: "m#pay"),
            "m#pay": ask("Your pay?", save: "pay", isPrivate: true, go: "m#end"),
            "m#end": end("You earn ${pay} as ${job}."),
            "other#hello": ask("Hello?", save: "hello", go: "other#bye"), "other#bye": end("Bye."),
        ])
    }
}

extension StaffTurn {
    /// Nothing changes.
    fileprivate static func refused(_ outcome: StaffOutcome, _ chat: Chat) -> StaffTurn {
        StaffTurn(turn: Turn(person: chat.snapshot.person, session: chat.snapshot.session), outcome: outcome)
    }
}

extension Chat {
    /// A member of staff does something.
    fileprivate mutating func act(_ deed: StaffDeed, on kind: ChannelKind = .sms) -> StaffTurn {
        let channel = ChannelView(name: "test", kind: kind)
        let done = machine.receive(deed, on: channel, snapshot, at: now)
        snapshot.session = done.turn.session
        if let address = done.turn.address { snapshot.address = address }
        return done
    }
}
