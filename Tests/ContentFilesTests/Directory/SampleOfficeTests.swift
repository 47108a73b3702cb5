import ContentFiles
import Conversation
import Directory
import Expressions
import Testing

/// Offices that were made up to try a service out.
struct SampleOfficeTests {
    private static let rows =
        "id,name:en,name:zh-Hans,source,checked,sample\na,Court,法院,t,2026-11-01,yes\nb,sample Court,示例法院,t,2026-11-01,yes\n"

    private func fixture(_ rows: String = SampleOfficeTests.rows, pack: String = "") -> Fixture {
        var fixture = bilingual(
            "  office:\n    find: court\n    none: nothing\n    go: show\n"
                + "  show:\n    end: ${office.name}\n  nothing:\n    end: Nothing\n",
            [("main#show.end", "${office.name}", "${office.name}"), ("main#nothing.end", "Nothing", "没有")],
            tag: "zh-Hans", name: "中文")
        fixture.pack += "\n" + pack
        fixture.files.merge([
            "directory/regions.csv": "code,level,name:en\nCN,country,China\n", "directory/court.csv": rows,
        ]) { _, new in new }
        for (path, text) in fixture.files where path.hasSuffix(".po") {
            fixture.files[path] = text.replacing("\"Sample!\"", with: "\"示例\"")
        }
        return fixture
    }

    private func names(in tag: String, _ fixture: Fixture) throws -> [String] {
        try #require(fixture.load().pack).directory.services.map { $0.name(in: tag) }
    }

    @Test func `its name begins with the word for it, once and in the reader's language`() throws {
        #expect(try names(in: "en", fixture()) == ["Sample Court", "sample Court"])
        #expect(try names(in: "zh-Hans", fixture()) == ["示例法院", "示例法院"])
    }

    @Test func `the pack may say it in its own word`() throws {
        var fixture = fixture(pack: "texts: { sample: TEST }")
        fixture.pack = fixture.pack.replacing("  zh-Hans: 中文\n", with: "")
        fixture.files["languages/zh-Hans.po"] = nil
        fixture.files["directory/court.csv"] = Self.rows.replacing("name:zh-Hans", with: "remark")
        #expect(try names(in: "en", fixture) == ["TEST Court", "TEST sample Court"])
    }

    @Test func `a real office keeps its name`() throws {
        #expect(try names(in: "en", fixture(Self.rows.replacing("yes", with: "no"))) == ["Court", "sample Court"])
    }

    @Test func `a live channel refuses it where another shows it`() throws {
        let rows = "id,name:en,source,checked,sample\na,Court,t,2026-11-01,yes\n"
        let pack = try #require(fixture(rows).load().pack)
        let machine = ConversationMachine(packs: .init(current: pack))
        let day = try #require(CalendarDate(iso: "2026-11-26"))
        for (isLive, shown) in [(true, "Nothing"), (false, "Sample Court")] {
            let turn = machine.receive(
                .message("hi"), on: ChannelView(name: "x", kind: .sms, isLive: isLive), Snapshot(),
                at: Timestamp(date: day))
            #expect(turn.reply?.text == shown)
        }
    }

    @Test func `a pack in another language must word it only when it has such offices`() {
        var fixture = fixture()
        fixture.pack = fixture.pack.replacing("language: en", with: "language: zh-Hans")
        fixture.files["languages/zh-Hans.po"] = nil
        let isMissed = { (fixture: Fixture) in
            fixture.diagnostics.contains { $0.id == "missing-text" && $0.message.contains("'sample'") }
        }
        #expect(isMissed(fixture))
        fixture.files["directory/court.csv"] = Self.rows.replacing("yes", with: "no")
        #expect(!isMissed(fixture))
    }
}
