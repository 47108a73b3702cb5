import Foundation
import Testing

/// `waymark entitle` and `waymark find`, on the China pack.
struct AdviceCommandTests {
    private let flows = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Flows").path

    private func run(_ arguments: String..., input: String = "") throws -> Binary.Run {
        try Workspace([:]).run(arguments + ["--flows", flows], input: input)
    }

    @Test func `a rule asks for what it needs, then answers with the law`() throws {
        let first = try run("entitle", "cn.wages.arrears", "--json", "--at", "2026-11-24")
        #expect(first.json?["ask"] as? String == "still_there")
        #expect((first.json?["question"] as? String)?.contains("1 Yes\n2 No") == true)
        let facts = #"{"still_there": false, "left_month": "2026-08", "on_site": false}"#
        let answer = try run(
            "entitle", "cn.wages.arrears", "--json", "--at", "2026-11-24", "--facts", "-", input: facts)
        #expect(answer.json?["outcome"] as? String == "firm_route")
        #expect((answer.json?["values"] as? [String: Any])?["last_month"] as? String == "2027-08")
        let why = try #require((answer.json?["why"] as? [[String: Any]])?.first)
        #expect((why["law"] as? String)?.contains("Art.27") == true)
        #expect(answer.code == 0)
        let chinese = try run(
            "entitle", "cn.wages.arrears", "--at", "2026-11-24", "--facts", "-", "--lang", "zh-Hans", input: facts)
        #expect(chinese.output.contains("2027年8月"))
    }

    @Test(arguments: [
        ["entitle", "cn.wages.arrear"], ["entitle", "cn.wages.arrears", "--facts", "gone.json"],
        ["entitle", "cn.wages.arrears", "--lang", "xx"], ["entitle", "cn.wages.arrears", "--at", "soon"],
        ["find", "hotlin"], ["find", "hotline", "--pack", "chin"], ["find", "hotline", "--lang", "xx"], ["find"],
        ["entitle"],
    ])
    func `wrong use is one sentence and code 2`(arguments: [String]) throws {
        let run = try Workspace([:]).run(arguments + ["--flows", flows])
        #expect(run.code == 2)
        #expect(!run.errors.isEmpty && run.output.isEmpty)
    }

    @Test func `a kind that is not there is asked back`() throws {
        let run = try run("find", "hotlin")
        #expect(run.errors.contains("the directory has no kind 'hotlin': did you mean 'hotline'?"))
    }

    @Test(arguments: [
        ("en", "Shanghai Legal Aid Center", "Mon-Fri 9:00-11:30, 13:30-16:30"),
        ("zh-Hans", "上海市法律援助中心", "周一-周五 9:00-11:30, 13:30-16:30"),
    ])
    func `a search tells when an office is open, in the reader's language`(
        tag: String, name: String, hours: String
    ) throws {
        let run = try run("find", "legal_aid", "--near", "上海", "--at", "2026-12-01", "--lang", tag)
        let line = try #require(run.lines.first { $0.contains(name) })
        #expect(line.hasSuffix(", " + hours), "\(line)")
    }

    @Test func `a search obeys the day, and says that old offices are left out`() throws {
        let run = try run("find", "hotline", "--at", "2028-01-01")
        #expect(run.code == 1 && run.output.hasPrefix("nothing found; ") && run.output.contains("nobody has checked"))
    }

    @Test func `facts that are no facts are refused`() throws {
        for facts in ["[1]", "{", #"{"still_here": true}"#, #"{"still_there": 5}"#] {
            let run = try run("entitle", "cn.wages.arrears", "--facts", "-", input: facts)
            #expect(run.code == 2 && run.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func `a search lists offices, or asks a place back`() throws {
        let hotlines = try run("find", "hotline", "--json")
        let offices = try #require(hotlines.json?["offices"] as? [[String: Any]])
        #expect(offices.first?["phone"] as? String == "12333")
        let ambiguous = try run("find", "labour_arbitration", "--near", "suzhou")
        #expect(ambiguous.lines.prefix(2) == ["1 Suzhou, Jiangsu", "2 Suzhou, Anhui"])
        #expect(ambiguous.code == 0)
        let gone = try run("find", "hotline", "--near", "nowhere at all")
        #expect(gone.code == 1 && gone.output == "no place is called 'nowhere at all'\n")
        let nowhere = try run("find", "hotline", "--near", "nowhere at all", "--json")
        #expect(nowhere.code == 1 && (nowhere.json?["places"] as? [Any])?.isEmpty == true)
        let near = try run("find", "labour_arbitration", "--near", "昆山", "--lang", "zh-Hans")
        #expect(near.lines.first?.hasPrefix("1 示例劳动仲裁院丙") == true)
    }
}
