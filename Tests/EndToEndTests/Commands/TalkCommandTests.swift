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

    @Test(arguments: [
        (["--on", "fax"], "ussd or sms"), (["--from", "12"], "no number to talk from"),
        (["--language", "sw"], "does not speak 'sw'"),
        (["--pack", "tee"], "did you mean 'tea'?"), (["--at", "soon"], "'soon' is no time"),
        (["--flows", "Nowhere"], "'Nowhere'"),
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
