import Foundation
import Testing

struct EntitleCommandTests {
    private func run(_ facts: String, _ arguments: String...) throws -> Binary.Run {
        try Workspace(.leave).run(
            ["entitle", "xx.leave.days", "--json", "--facts", "-", "--at", "2026-03-01"] + arguments, input: facts)
    }

    @Test func `the question that comes next is told while a fact is missing`() throws {
        let first = try Workspace(.leave).run("entitle", "xx.leave.days", "--json")
        #expect(first.output == #"{"ask":"weeks","question":"How many weeks have you worked?","asked":[]}"# + "\n")
        #expect(first.code == 0)
        let second = try run(#"{"weeks": 3}"#)
        #expect(second.json?["ask"] as? String == "is_written")
        #expect(second.json?["asked"] as? [String] == ["weeks"])
        let labels = (second.json?["options"] as? [[String: Any]])?.compactMap { $0["label"] as? String }
        #expect(labels == ["Yes", "No", "I do not know"])
    }

    @Test func `then the outcome comes with its values, reasons and what to do`() throws {
        let run = try run(#"{"weeks": "12"}"#)
        #expect(
            run.output.hasPrefix(
                #"{"outcome":"yes_now","values":{"left":0},"why":[{"because":"you worked 12 weeks, or it is "#
                    + #"written","law":"Leave Act Art.5","article":"5","from":"2020-01-01"}],"text":"You can take leave now.","#
                    + #""next":["Ask your boss."],"asked":["weeks"],"trace":{"version":3,"#))
        #expect(run.code == 0)
    }

    @Test func `what is assumed when she does not know is said`() throws {
        let run = try run(#"{"weeks": 3, "is_written": null}"#)
        #expect(run.json?["text"] as? String == "In 9 weeks you can take leave.")
        #expect(run.json?["caution"] as? String == "Your town may differ.")
        #expect(run.json?["assumed"] as? [String] == ["is_written"])
    }

    @Test func `what she does not know is named`() throws {
        let run = try run(#"{"weeks": null, "is_written": false}"#)
        #expect(run.json?["outcome"] as? String == "undecided")
        #expect(run.json?["missing"] as? [String] == ["weeks"])
        #expect((run.json?["values"] as? [String: Any])?.isEmpty == true)
    }

    @Test func `for people it is told in words, with the trace`() throws {
        let result = try Workspace(.leave).run(
            "entitle", "xx.leave.days", "--facts", "-", "--at", "2026-03-01",
            input: #"{"weeks": 11, "is_written": false}"#)
        #expect(
            result.lines == [
                "xx.leave.days version 3 on 2026-03-01: later", "In 1 weeks you can take leave.",
                "because you need 12 weeks", "law: Leave Act Art.5, in use here since 2020-01-01",
                "line 1: weeks >= p.wait or is_written is false", "line 2: true is true", "weeks = 11",
                "is_written = false", "p.wait = 12, in use since 2020-01-01", "left = 1",
            ])
        let question = try Workspace(.leave).run("entitle", "xx.leave.days", "--facts", "-", input: #"{"weeks": 1}"#)
        #expect(
            question.lines == [
                "asks for is_written:", "Is there a written contract?", "1 Yes", "2 No", "7 I do not know",
            ])
    }

    @Test func `a rule that is not in force says so`() throws {
        let run = try Workspace(.leave).run("entitle", "xx.leave.days", "--json", "--at", "2019-12-31")
        #expect(run.json?["error"] as? String == "the rule xx.leave.days is not in force on 2019-12-31")
        #expect(run.code == 1)
    }

    @Test(arguments: [
        (["xx.leave.day"], "", "did you mean 'xx.leave.days'?"),
        (["xx.leave.days", "--lang", "sw"], "", "no language 'sw' (en)"),
        (["xx.leave.days", "--at", "soon"], "", "is no time"),
        (["xx.leave.days", "--facts", "-"], #"{"week": 3}"#, "did you mean 'weeks'?"),
        (["xx.leave.days", "--facts", "-"], #"{"is_written": "perhaps"}"#, "can be: true, false, null"),
        (["xx.leave.days", "--facts", "-"], "[]", "must be a JSON object"),
        (["xx.leave.days", "--facts", "-"], "{", "cannot be read as JSON"),
    ])
    func `wrong use says how to mend it`(_ arguments: [String], _ facts: String, _ hint: String) throws {
        let run = try Workspace(.leave).run(["entitle"] + arguments, input: facts)
        #expect(run.code == 2)
        #expect(run.errors.contains(hint))
        #expect(run.output.isEmpty)
    }

    @Test func `rule tests run with the talks, and their outcomes are covered`() throws {
        let run = try Workspace(.leave).run("test")
        #expect(
            run.lines.first?.hasSuffix("languages 0/1 (0%), entitlements 2/2 (100%)") == true)
        #expect(
            run.lines.dropFirst(2) == [
                "  xx.leave.days: 2 of 2 tests, at most 2 questions",
                "  3 questions asked in the rule tests; every fact the rules can use: 4", "2 passed, 0 failed",
            ])
    }

    @Test func `a rule test that fails says where and how`() throws {
        var files: [String: String] = .leave
        files["Flows/leave/rules/leave.yaml"]?.replace("asked: [weeks]", with: "asked: [is_written]")
        files["Flows/leave/rules/leave.yaml"]?.replace("left: 1", with: "left: 2")
        let run = try Workspace(files).run("test", "Flows/leave/rules/leave.yaml")
        #expect(
            run.lines.prefix(2) == [
                "Flows/leave/rules/leave.yaml:28: long enough: asked is [weeks], not [is_written]",
                "Flows/leave/rules/leave.yaml:33: not yet: left is 1, not 2",
            ])
        #expect(run.lines.last == "0 passed, 2 failed")
        #expect(run.code == 1)
    }
}
