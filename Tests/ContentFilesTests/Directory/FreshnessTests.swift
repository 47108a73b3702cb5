import ContentFiles
import Conversation
import Directory
import Expressions
import Testing

/// Offices that nobody has compared with their source for long.
struct FreshnessTests {
    private static let header = "id,name:en,source,checked\n"

    private func fixture(_ offices: String, pack: String = "") -> Fixture {
        var fixture = packFile(
            pack,
            main: "steps:\n  office:\n    find: court\n    none: nothing\n    go: show\n"
                + "  show:\n    end: ${office.name}\n  nothing:\n    end: Nothing\n")
        fixture.files = [
            "directory/regions.csv": "code,level,name:en\nCN,country,China\n",
            "directory/court.csv": Self.header + offices,
        ]
        return fixture
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

    @Test(arguments: [
        ("", "2026-11-24", true), ("", "2026-11-25", false), ("directory: { fresh: 2 years }", "2027-11-24", true),
        ("directory: { fresh: 3 months }", "2026-02-25", false),
        ("directory: { fresh: 1 month }", "2025-12-24", true), ("", "2025-11-24", true),
    ])
    func `an office is shown so many months after it was checked`(pack: String, today: String, isShown: Bool) throws {
        let pack = try #require(fixture("a,First,test,2025-11-24\n", pack: pack).load().pack)
        let machine = ConversationMachine(packs: .init(current: pack))
        let noon = Timestamp(date: try day(today)).adding(seconds: 43_200)
        for isLive in [true, false] {
            let turn = machine.receive(
                .message("hi"), on: ChannelView(name: "x", kind: .sms, isLive: isLive), Snapshot(), at: noon)
            #expect(turn.reply?.text == (isShown ? "First" : "Nothing"))
        }
    }

    @Test(arguments: ["12", "0 months", "61 months", "6 years", "soon", "12 weeks", "-1 months"])
    func `a time that cannot be is told of at its place`(fresh: String) {
        packFile("directory: { fresh: ⟦\(fresh) }").expect(["value"])
    }

    @Test(arguments: [
        ("2025-11-20", "'a' is not shown since 2026-11-20", true),
        ("2025-11-27", "'a' is shown until 2026-11-27 only", true),
        ("2026-01-24", "'a' is shown until 2027-01-24 only", true), ("2026-01-26", "", false),
        ("2026-11-27", "'a' was checked on 2026-11-27, a day to come", true),
    ])
    func `staff are told before an office is hidden`(checked: String, message: String, isTold: Bool) throws {
        let log = DiagnosticLog()
        let source = fixture("z,Last,test,2026-11-01\na,First,test,\(checked)\n").source
        #expect(PackLoader.load(source, today: try day("2026-11-26"), log: log) != nil)
        #expect(log.sorted.map(\.id) == (isTold ? ["stale-office"] : []))
        #expect(log.sorted.first.map { $0.message.hasPrefix(message) } ?? true, "\(log.sorted)")
        #expect(log.sorted.first.map { $0.position.line == 3 && $0.severity == .warning } ?? true)
    }

    @Test func `a file of old rows is one warning`() throws {
        let rows = (0..<50).map { "a\($0),Office,test,2025-01-01\n" }.joined()
        let log = DiagnosticLog()
        _ = PackLoader.load(fixture(rows).source, today: try day("2026-11-26"), log: log)
        #expect(log.sorted.map(\.message).first?.hasPrefix("'a0' and 49 more are not shown since 2026-01-01") == true)
        #expect(log.sorted.count == 1)
    }

    @Test func `a pack is not held against today unless somebody asks`() {
        #expect(fixture("a,First,test,2020-01-01\n").diagnostics == [])
    }
}
