import Foundation
import Testing

struct EvalCommandTests {
    @Test(arguments: [
        (["1 + 2 * 3"], #"{"type":"number","value":7,"text":"7"}"#),
        (["-1 + 2"], #"{"type":"number","value":1,"text":"1"}"#),
        ([#"upper("a") & "b""#], #"{"type":"text","value":"Ab","text":"Ab"}"#),
        (["1 < 2"], #"{"type":"boolean","value":true,"text":"true"}"#),
        (["today", "--at", "2026-05-02T23:30:00-05:00"], #"{"type":"date","value":"2026-05-02","text":"2026-05-02"}"#),
        (["today", "--at", "2026-05-02 23:30"], #"{"type":"date","value":"2026-05-02","text":"2026-05-02"}"#),
        (["--template", "1 and 1 is ${1 + 1}"], #"{"type":"text","value":"1 and 1 is 2","text":"1 and 1 is 2"}"#),
    ])
    func `an expression gives its value as JSON`(_ arguments: [String], _ expected: String) throws {
        let run = try Binary.run(["eval"] + arguments)
        #expect(run.output == expected + "\n")
        #expect(run.code == 0)
        #expect(run.errors.isEmpty)
    }

    @Test func `names come from the context`() throws {
        let workspace = try Workspace(["context.json": #"{"person": {"name": "Ada"}}"#])
        #expect(
            try workspace.run("eval", "person.name", "--context", "context.json").json?["value"] as? String == "Ada")
        let piped = try workspace.run("eval", "--template", "Hi ${a}", "--context", "-", input: #"{"a": 5}"#)
        #expect(piped.json?["text"] as? String == "Hi 5")
    }

    @Test(arguments: [("upper(", 6), ("1 +", 3), ("1 ~ 2", 2)])
    func `what is no expression is told with its place`(_ source: String, _ offset: Int) throws {
        let run = try Binary.run(["eval", source])
        #expect(run.code == 1)
        #expect(run.json?["offset"] as? Int == offset)
        #expect((run.json?["error"] as? String)?.isEmpty == false)
    }

    @Test func `a misspelt function is told with the one that may be meant`() throws {
        let run = try Binary.run(["eval", "uper(1)"])
        #expect((run.json?["suggestion"] as? String)?.contains("upper") == true)
    }

    @Test(arguments: [["1 / 0"], ["nobody"], ["--template", "Hi ${nobody}"]])
    func `what has no value is an error with code 1`(_ arguments: [String]) throws {
        let run = try Binary.run(["eval"] + arguments)
        #expect(run.code == 1)
        #expect(run.json?["error"] != nil)
        #expect(run.json?["offset"] == nil)
    }
}
