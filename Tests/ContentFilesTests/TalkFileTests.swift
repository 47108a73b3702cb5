import ContentFiles
import Conversation
import TestSupport
import Testing

/// Talks as they are written.
struct TalkFileTests {
    private func read(_ text: String) -> (talks: [Talk], log: [String]) { TalkReading.read(text) }

    @Test func `lines are read with their numbers`() {
        let (talks, log) = read(
            """
            # A comment
            talk: first

            on sms from +8613800000001 in en at 2026-05-02 09:00
            > hello
            < What? / 1. Yes ...
            ...
            talk: second
            have person.region = 'Gansu'
            dial *384*77*1#
            wait 90s
            wait 2h
            drop
            duplicate
            from +8613800000002
            expect case wages
            expect sms Call 12333 ...
            expect outcome finished
            late 10m
            > yes / no
            respond {"open":3}
            respond fails
            expect outcome cn.wages.claim in_time
            expect request jobs /open?city=A ...
            expect reminder news#start
            expect no case
            expect language en
            expect person.region = 'Gansu'
            expect step main#done
            drop unnoticed
            close
            """)
        #expect(log == [])
        #expect(talks.map(\.title) == ["first", "second"])
        #expect(talks.map(\.line) == [2, 8])
        #expect(talks.first?.lines.map(\.number) == [4, 5, 6, 7])
        #expect(
            talks.first?.lines.map(\.action).dropFirst() == [
                .type("hello", late: nil), .see(Talk.Screen(notation: "What? / 1. Yes ...")), .seeAnything,
            ])
        let actions = talks.last?.lines.map(\.action) ?? []
        #expect(actions.count == 22)
        #expect(actions.contains(.wait(90)) && actions.contains(.wait(7_200)) && actions.contains(.dial("*384*77*1#")))
        #expect(actions.contains(.expect(.ended(.finished))) && actions.contains(.expect(.opened(topic: "wages"))))
        #expect(actions.contains(.type("yes / no", late: 600)) && actions.contains(.drop(isNoticed: false)))
        #expect(actions.last == .close)
        #expect(actions.contains(.expect(.judged(rule: "cn.wages.claim", outcome: "in_time"))))
        #expect(actions.contains(.expect(.asked(system: "jobs", path: Talk.Screen(notation: "/open?city=A ...")))))
    }

    @Test(arguments: [
        ("> hi", "1 talk"), ("talk: t\nhello there", "2 talk"), ("talk: t\nwait long", "2 talk"),
        ("talk: t\nwait 99999999999999999d", "2 talk"),
        ("talk: t\non ussd and fax", "2 talk"), ("talk: t\non ussd and", "2 talk"),
        ("talk: t\non sms and sms", "2 talk"), ("talk: t\nbegin here", "2 talk"),
        ("talk: t\non fax", "2 talk"), ("talk: t\non sms at 2026-02-30 09:00", "2 talk"),
        ("talk: t\non sms at 2026-x-02-03 09:00", "2 talk"),
        ("talk: t\non sms at 2026-02-03 25:00", "2 talk"), ("talk: t\non sms badly", "2 talk"),
        ("talk: t\nhave region = 1", "2 talk"),
        ("talk: t\nhave person.region = 1 +", "2 talk"), ("talk: t\nexpect rain today", "2 talk"),
        ("talk: t\nexpect case", "2 talk"), ("talk:\n> hi", "1 talk"), ("talk: t\nfrom 0138", "2 talk"),
        ("talk: t\nfrom +86 138 0000 0001", "2 talk"), ("talk: t\nlate 2h\nwait 1h", "2 talk"),
        ("talk: t\nlate 2h", "2 talk"), ("talk: t\nduplicate 2", "2 talk"), ("talk: t\nclose it", "2 talk"),
        ("talk: t\nrespond", "2 talk"),
        ("talk: t\nrespond {open: 3}", "2 talk"), ("talk: t\nexpect outcome finishd", "2 talk"),
        ("talk: t\nexpect outcome", "2 talk"), ("talk: t\nexpect request jobs", "2 talk"),
        ("talk: t\nexpect no rain", "2 talk"), ("talk: t\nexpect step done", "2 talk"),
        ("talk: t\nexpect person.region =", "2 talk"), ("talk: t\ndrop it", "2 talk"),
    ])
    func `a line that cannot be read is an error with its number`(_ text: String, _ expected: String) {
        #expect(read(text).log == [expected])
    }

    @Test func `a screen is exact, or its beginning`() {
        #expect(Talk.Screen(notation: "A / 1. B").matches("A\n1. B"))
        #expect(!Talk.Screen(notation: "A / 1. B").matches("A\n1. B\n2. C"))
        #expect(Talk.Screen(notation: "A ...").matches("A\n1. B"))
        #expect(!Talk.Screen(notation: "B ...").matches("A\n1. B"))
        #expect(Talk.Screen(notation: "A....").matches("A...."))
        #expect(Talk.Screen(notation: "A / B ...").description == "A / B ...")
    }

    @Test func `an error says how to mend the line`() {
        let log = DiagnosticLog()
        _ = TalkFile.read("talk: t\n  wiat 3m\non sms from 8613800000001", file: "a.talk", log: log)
        #expect(
            log.sorted.map(\.description) == [
                "a.talk:2:3: error: 'wiat' is not a line of a talk (did you mean 'wait'?) [talk]",
                "a.talk:3:1: error: '8613800000001' is not in full (write +8613800000001) [talk]",
            ])
    }

    @Test func `a talk with a line that cannot be read is left out, the others stay`() {
        let (talks, log) = read("talk: a\nshout\ntalk: b\ndial *1#\n...")
        #expect(talks.map(\.title) == ["b"])
        #expect(log == ["2 talk"])
    }

    @Test(arguments: 0..<40)
    func `whatever stands in a file is read or reported, and what was read is written the same`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let text = "talk: t\n" + (0..<8).map { _ in Self.line(&random) }.joined(separator: "\n")
            for talk in read(text).talks {
                let written = talk.lines.map(\.action.description).joined(separator: "\n")
                let again = read("talk: t\n" + written)
                #expect(again.log == [] && again.talks.first?.lines.map(\.action) == talk.lines.map(\.action))
            }
        }
    }

    private static func line(_ random: inout SplitMix64) -> String {
        let words = [
            "on", "sms", "ussd", "from", "+8613800000001", "in", "en", "at", "2026-05-02", "09:00", "have",
            "person.region", "=", "'a'", "dial", "*384*77#", ">", "<", "...", "wait", "late", "3m", "drop", "duplicate",
            "approve", "refuse", "close", "respond", "{\"a\":[1,\"x\"]}", "fails", "expect", "case", "outcome", "no",
            "request", "/", "\\", "\\/",
            "\\s", "\\.", "\\{A0}", "工资", "e\u{301}", "\u{301}", "\u{A0}", "\t", "\r", "\u{7}", " ", "#",
        ]
        return (0...Int.random(in: 0..<6, using: &random))
            .map { _ in words[Int.random(in: words.indices, using: &random)] }
            .joined(separator: Bool.random(using: &random) ? " " : "")
    }

    @Test(arguments: 0..<20)
    func `every text can be written as a screen, as an answer and behind an SMS`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            " ", "/", "\n", "...", ".", "\\", "\u{301}", "a", "工", "\r", "\t", "\u{A0}", "{A0}", "n", "s", "#",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0..<8, using: &random))
                .map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
            let actions: [Talk.Action] = [
                .see(Talk.Screen(text)), .type(text, late: nil), .expect(.sent(Talk.Screen(text + "."))),
            ]
            let file = "talk: t\n" + actions.map(\.description).joined(separator: "\n")
            let (talks, log) = read(file)
            #expect(log == [] && talks.first?.lines.map(\.action) == actions, "\(file)")
        }
    }
}
