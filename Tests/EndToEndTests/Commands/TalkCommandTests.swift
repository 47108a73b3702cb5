import Foundation
import Testing

struct TalkCommandTests {
    @Test func `from a pipe a USSD talk dials first, and each line is one message`() throws {
        let run = try Workspace(.tea).run("talk", input: "5\n1\n")
        #expect(
            run.output == """
                --
                Which tea?
                1. Green 绿茶
                2. Black
                --
                --
                Please reply with one number from the list.
                1. Green 绿茶
                2. Black
                --
                --
                Enjoy.
                --
                sms: Green it is.

                """)
        #expect(run.code == 0)
    }

    @Test func `of several packs the one that is served is talked to`() throws {
        let other = ["Flows/other/pack.yaml": "title: Other\nlanguage: en\nlanguages: { en: English }\nstart: main\n"]
        let several = [String: String].tea.merging(other) { $1 }
        let served = try Workspace(several.merging(["Config/waymark.yaml": "pack: tea\n"]) { $1 }).run(
            "talk", input: "")
        #expect(served.code == 0 && served.output.hasPrefix("--\nWhich tea?"))
        let unsure = try Workspace(several).run("talk", input: "")
        #expect(unsure.code == 2 && unsure.errors.contains("choose one with --pack (other, tea)"))
    }

    @Test func `an SMS talk waits for the first message`() throws {
        let run = try Workspace(.tea).run("talk", "--on", "sms", "--pack", "tea", input: "TEA\n2\n")
        #expect(run.output.hasPrefix("--\nWhich tea?"))
        #expect(run.lines.last == "case 1: tea")
    }

    @Test func `a phone drops, waits and dials shortcuts`() throws {
        let input = ":drop\n:wait 1m\n:dial\n2\n:dial *384*7*1#\n:dial *100#\n:quit\n5\n"
        let run = try Workspace(.tea).run("talk", "--at", "2026-05-02 09:00", input: input)
        #expect(run.output.contains("--\nWelcome back. 1 Continue 2 Start again\n--"))
        #expect(run.lines.suffix(4) == ["--", "Enjoy.", "--", "sms: Green it is."])
        #expect(run.errors.contains("it is 2026-05-02T09:01:00+08:00"))
        #expect(run.errors.contains("the pack's code is *384*7#"))
    }

    @Test func `on a terminal wide characters line up in the frame`() throws {
        let shown = try Workspace(.tea).runOnTerminal("talk", typing: ["1", ":quit"])
        let frame = shown.split(separator: "\n").filter { line in "╭│╰".contains(line.drop { $0 == " " }.first ?? " ") }
        #expect(frame.count >= 8)
        #expect(Set(frame.map { Self.columns($0.drop { $0 == " " }) }) == [42])
        #expect(shown.contains("31/70 units, page 1"))
        #expect(shown.contains("understood: option 1"))
        #expect(shown.contains("SMS beside"))
        #expect(!shown.contains("\u{1B}"))
    }

    /// Columns of a row that has no other wide characters than Chinese ones.
    private static func columns(_ row: Substring) -> Int {
        row.unicodeScalars.reduce(0) { $0 + ((0x4E00...0x9FFF).contains($1.value) ? 2 : 1) }
    }

    /// The tea house with a system to ask, a reminder and a private question.
    private static let late = [String: String].tea.merging([
        "Flows/tea/pack.yaml": """
        title: Tea house
        language: en
        languages: { en: English }
        code: "*384*7#"
        timezone: "+08:00"
        start: main
        consent: "true"

        """,
        "Flows/tea/main.yaml": """
        steps:
          start:
            request: stock
            url: /teas
            failed: name
            go: kinds
          kinds:
            say: ${start.teas} teas.
            go: name
          name:
            ask: Your name?
            answer: { type: text }
            private: true
            save: name
            go: plan
          plan:
            remind: news
            after: 2d
            go: bye
          bye:
            end: Bye ${name}.

        """,
        "Flows/tea/news.yaml": "steps: { start: { end: New teas are here. } }",
        "Flows/tea/talks/tea.talk": "# Ours",
    ]) { $1 }

    @Test func `who sits at the phone plays the systems, and sees reminders`() throws {
        let input =
            ":fail\n:drop\n:dial\n2\n:respond {\"teas\":3}\nAda\n:wait 2d\n:respond {}\n:respond {\n:changed tea.law\n"
        let run = try Workspace(Self.late).run("talk", "--at", "2026-05-02 09:00", input: input)
        let shown = run.output
        #expect(shown.contains("request: stock /teas\n--\nYour name?\n--\n"))
        #expect(shown.contains("--\n3 teas.\nYour name?\n--\n--\nBye Ada.\n--\n"))
        #expect(shown.contains("reminder: news#start at 2026-05-04T09:00:00+08:00\n--\nNew teas are here.\n--\n"))
        #expect(run.errors.contains("answer for it with :respond {...}, or :fail"))
        #expect(run.errors.contains("no system is asked that could answer"))
        #expect(run.errors.contains("the pack has no rule 'tea.law'"))
        #expect(run.errors.contains("Type an answer, or:"))
    }

    @Test func `what is recorded passes at once, behind what the file holds`() throws {
        let workspace = try Workspace(Self.late)
        let input =
            ":respond {\"teas\":3}\n:invent Eve\n:wait 3d\n:sms\nhello\n:fail\n:drop\n:dial *384*7*1#\n:fail\nAda\n2\n"
        let file = "Flows/tea/talks/tea.talk"
        let arguments = ["talk", "--at", "2026-05-02T09:00:30+08:00", "--record", file]
        let run = try workspace.run(arguments, input: input)
        #expect(run.errors.contains("a private answer is not written down: the talk in \(file) ends before it"))
        let talk = try String(contentsOf: workspace.folder.appendingPathComponent(file), encoding: .utf8)
        #expect(
            talk.hasPrefix(
                "# Ours\n\ntalk: recorded at 2026-05-02 09:00\non ussd from +8613800000001 at 2026-05-02 09:00\n"
                    + "dial *384*7#\n< We are looking. Reply 1 in a moment.\nexpect request stock /teas\n"
                    + "respond {\"teas\":3}\n< 3 teas. / Your name?\n> Eve\n< Bye Eve.\n"))
        #expect(!talk.contains("Ada"))
        #expect(try workspace.run("test", file).lines.last == "1 passed, 0 failed")
        _ = try workspace.run(arguments, input: "x\n")
        #expect(try workspace.run("test", file).lines.last == "2 passed, 0 failed")
    }

    /// A pack whose first screen shows a code that brings the record to another phone.
    private static let moving = [String: String].tea.merging([
        "Flows/tea/main.yaml": """
        steps:
          start:
            menu: "Code: ${claim.code}"
            options: [Bring -> bring, Again -> start]
          bring:
            ask: Which code?
            answer: { type: claim_code }
            save: outcome
            go: done
          done:
            end: It is ${outcome}.
          black:
            end: Bye.

        """,
        "Flows/tea/talks/tea.talk": "# Ours",
    ]) { $1 }

    @Test func `another phone is taken in hand, and what it does shows on the first, also in the record`() throws {
        let (old, file) = ("+8613800000001", "Flows/tea/talks/tea.talk")
        let workspace = try Workspace(Self.moving)
        let input = "2\n2\n:from +8613900000001\n\n1\n:invent 04239-56175\n:from \(old)\n:quit\n"
        let run = try workspace.run(
            ["talk", "--from", old, "--at", "2026-05-02 09:00", "--record", file], input: input)
        let notice =
            "The record of this number is now on another phone. If that was not you, reply 2 within 3 days. "
            + "If it was you, do nothing."
        #expect(run.output.hasSuffix("--\nIt is done.\n--\non \(old):\nsms: \(notice)\noutcome: moved\n"))
        #expect(run.errors.contains("this is the phone +8613900000001"))
        let talk = try String(contentsOf: workspace.folder.appendingPathComponent(file), encoding: .utf8)
        #expect(talk.contains("from \(old)\nexpect sms \(notice)\nexpect outcome moved\nfrom +8613900000001\n"))
        #expect(try workspace.run("test", file).lines.last == "1 passed, 0 failed")
    }

    @Test func `staff end a conversation that there is`() throws {
        let run = try Workspace(.tea).run("talk", input: ":close\n:close\n")
        #expect(run.output.hasSuffix("outcome: closed\n"))
        #expect(run.errors.contains("staff ended the conversation"))
        #expect(run.errors.contains("there is no conversation to end"))
    }

    @Test(arguments: [
        (["--on", "fax"], "ussd or sms"), (["--from", "12"], "no number to talk from"),
        (["--language", "sw"], "does not speak 'sw'"),
        (["--pack", "tee"], "did you mean 'tea'?"), (["--at", "soon"], "'soon' is no time"),
        (["--flows", "Nowhere"], "'Nowhere'"), (["--record", "Flows"], "'Flows' is a folder"),
        (["--record", "tea.txt"], "does not end with .talk"), (["--record", "gone/tea.talk"], "cannot be written"),
    ])
    func `wrong use is one sentence`(_ arguments: [String], _ sentence: String) throws {
        let run = try Workspace(.tea).run(["talk"] + arguments)
        #expect(run.code == 2)
        #expect(run.errors.contains(sentence))
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.output.isEmpty)
    }

    @Test func `a pack with errors is not played`() throws {
        let run = try Workspace(.tea.merging(["Flows/tea/main.yaml": "steps: {}"]) { $1 }).run("talk")
        #expect(run.code == 1)
        #expect(run.errors.contains("Flows/tea/"))
    }
}
