import ContentFiles
import Conversation
import Directory
import Expressions
import Testing

/// The hours of offices, from the table to what people read.
struct OfficeHoursTests {
    private static let week = "Mon-Fri 09:00-17:00; Sat 09:00-12:00"

    /// A pack in English and Chinese with one office.
    ///
    /// - Parameters:
    ///   - columns: Those beyond what every office has.
    ///   - values: What stands in them.
    private func fixture(_ columns: String, _ values: String) -> Fixture {
        var fixture = bilingual(
            "  office:\n    find: court\n    none: nothing\n    go: show\n"
                + "  show:\n    end: \"${office.name}.${if(office.hours = null, '', ' ' & office.hours)}\"\n  nothing:\n    end: Nothing\n",
            [
                (
                    "main#show.end", "${office.name}.${if(office.hours = null, '', ' ' & office.hours)}",
                    "${office.name}。${if(office.hours = null, '', ' ' & office.hours)}"
                ),
                ("main#nothing.end", "Nothing", "没有"),
            ],
            tag: "zh-Hans", name: "中文")
        fixture.files["directory/regions.csv"] = "code,level,name:en\nCN,country,China\n"
        fixture.files["directory/court.csv"] =
            "id,name:en,source,checked\(columns)\na,Court,test,2026-11-01\(values)\n"
        for (path, text) in fixture.files where path.hasSuffix(".po") {
            let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
            fixture.files[path] =
                header
                + text.replacing("\"Mon!\"", with: "\"周一\"").replacing("\"Fri!\"", with: "\"周五\"")
                .replacing("\"Sat!\"", with: "\"周六\"").replacing("\"24 hours!\"", with: "\"24小时\"")
        }
        return fixture
    }

    private func hours(_ columns: String, _ values: String, in tag: String) throws -> String? {
        let service = try #require(fixture(columns, values).load().pack?.directory.service("a"))
        return service.hours(in: tag)
    }

    @Test(arguments: [
        ("en", Self.week, "Mon-Fri 9:00-17:00; Sat 9:00-12:00"),
        ("zh-Hans", Self.week, "周一-周五 9:00-17:00; 周六 9:00-12:00"),
        ("fr", Self.week, "Mon-Fri 9:00-17:00; Sat 9:00-12:00"),
        ("zh-Hans", "Mon-Sun 00:00-24:00", "24小时"),
    ])
    func `one column is read in every language, and in the pack's by those whom it does not have`(
        tag: String, written: String, said: String
    ) throws {
        #expect(try hours(",hours", ",\(written)", in: tag) == said)
    }

    @Test func `the table keeps what it says, beside what people read`() throws {
        let service = try #require(fixture(",hours", ",\(Self.week)").load().pack?.directory.service("a"))
        #expect(service.opening?.description == Self.week)
    }

    @Test func `hours that no table can hold stay in words`() throws {
        #expect(try hours(",hours,hours:en", ",,work hours", in: "zh-Hans") == "work hours")
    }

    @Test(arguments: [
        ("en", Self.week, "Court. Mon-Fri 9:00-17:00; Sat 9:00-12:00"), ("en", "", "Court."), ("zh-Hans", "", "Court。"),
    ])
    func `people read them on a screen, and nothing where they are not known`(
        tag: String, written: String, screen: String
    ) throws {
        let pack = try #require(fixture(",hours", ",\(written)").load().pack)
        let machine = ConversationMachine(packs: .init(current: pack))
        var snapshot = Snapshot()
        snapshot.person.language = tag
        let turn = machine.receive(
            .message("hi"), on: ChannelView(name: "x", kind: .sms), snapshot,
            at: Timestamp(date: try #require(CalendarDate(iso: "2026-11-26"))))
        #expect(turn.reply?.text == screen)
    }

    @Test(arguments: [
        (",hours", ",⟦Mon-Fri", "Mon-Fri 09:00-17:00; Sat 09:00-12:00"), (",hours", ",⟦Mo 9:00-17:00", "Mon, Tue, Wed"),
        (",hours", ",⟦Mon 9-17", "00:00-24:00"), (",hours", ",⟦Mon 22:00-06:00", "00:00-06:00, 22:00-24:00"),
        (",hours", ",⟦\"Mon 9:00-12:00, 11:00-13:00\"", "in their order"),
        (",hours", ",⟦Mon 9:00-12:00; Mon 13:00-14:00", "in one place"),
        (",hours,hours:en", ",Mon 9:00-12:00,⟦mornings", "empty"),
    ])
    func `what is wrong with them is said at their field, with how to mend it`(
        columns: String, values: String, advice: String
    ) {
        let fixture = fixture(columns, values.replacing("⟦", with: ""))
        let found = fixture.diagnostics
        #expect(found.first?.suggestion?.contains(advice) == true, "\(found)")
        self.fixture(columns, values).expect(["csv-value"])
    }

    @Test(arguments: [("hour", "did you mean 'hours'?"), ("hour:en", "did you mean 'hours:en'?")])
    func `a slip in the column's name finds the one that was meant`(column: String, advice: String) {
        let found = fixture("," + column, ",x").diagnostics.filter { $0.id == "csv-column" }
        #expect(found.map(\.suggestion) == [advice])
    }

    @Test func `a pack in another language words the days only when some office has hours`() {
        func isMissed(_ written: String) -> Bool {
            var fixture = fixture(",hours", ",\(written)")
            fixture.pack = fixture.pack.replacing("language: en", with: "language: zh-Hans")
            fixture.files["languages/zh-Hans.po"] = nil
            fixture.files["directory/court.csv"]?.replace("name:en", with: "name:zh-Hans")
            return fixture.diagnostics.contains { $0.id == "missing-text" && $0.message.contains("'monday'") }
        }
        #expect(isMissed(Self.week))
        #expect(!isMissed(""))
    }
}
