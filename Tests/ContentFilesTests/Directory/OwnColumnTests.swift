import ContentFiles
import Conversation
import Directory
import Expressions
import Testing

/// Columns that a pack adds to its offices.
struct OwnColumnTests {
    private static let header = "id,name:en,source,checked"

    /// A pack in which people find a school, with these own columns and their values row by row.
    private func fixture(_ columns: String, _ rows: [String], steps: String = OwnColumnTests.steps()) -> Fixture {
        var fixture = Fixture()
        fixture.main = "steps:\n" + steps
        let lines = rows.enumerated().map { "s\($0),School \($0),test,2026-11-01,\($1)" }
        fixture.files = [
            "directory/regions.csv": "code,level,name:en\nCN,country,China\n",
            "directory/school.csv": ([Self.header + "," + columns] + lines).joined(separator: "\n"),
        ]
        if columns.contains("zh-Hans") {
            fixture.pack = fixture.pack.replacing("  en: English", with: "  en: English\n  zh-Hans: 中文")
            fixture.files["languages/zh-Hans.po"] = ""
        }
        return fixture
    }

    private static func steps(of condition: String = "true", shown: String = "${office.name}") -> String {
        "  office:\n    find: school\n    where: \"\(condition)\"\n    none: nothing\n    go: show\n"
            + "  show:\n    end: \"\(shown)\"\n  nothing:\n    end: Nothing\n"
    }

    private func values(of column: String, in fixture: Fixture) -> [Value]? {
        fixture.load().pack?.directory.services.map { $0.value(named: column, in: "en") }
    }

    @Test(
        arguments: [
            ("papers", ["ID card", ""], [.text("ID card"), .null]),
            ("open", ["yes", "no"], [.boolean(true), .boolean(false)]),
            ("takes", ["yes", "with points"], [.text("yes"), .text("with points")]),
            ("seats", ["12", "-3", "0"], [.number(12), .number(-3), .number(0)]),
            ("seats", ["12", "about 3"], [.text("12"), .text("about 3")]),
            ("ticket", ["0012", "12"], [.text("0012"), .text("12")]),
            ("mobile", ["13800000001", "13800000002"], [.text("13800000001"), .text("13800000002")]),
            ("season_to", ["2027-04-20", ""], [.date(day(2027, 4, 20)), .null]),
            ("season_to", ["2027-04-20", "2027-02-30"], [.text("2027-04-20"), .text("2027-02-30")]),
            ("built", ["2027-04", "2027-05"], [.month(month(2027, 4)), .month(month(2027, 5))]),
            ("built", ["2027-04", "2027-05-01"], [.text("2027-04"), .text("2027-05-01")]),
            ("papers", ["", ""], [.null, .null]),
        ] as [(String, [String], [Value])])
    func `a column has the type that all its values have`(column: String, texts: [String], expected: [Value]) {
        #expect(values(of: column, in: fixture(column, texts)) == expected)
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? Timestamp(milliseconds: 0).date()
    }

    private static func month(_ year: Int, _ month: Int) -> CalendarMonth {
        day(year, month, 1).calendarMonth
    }

    @Test func `a column for each language is read in the reader's, and in another where that is empty`() throws {
        let log = DiagnosticLog()
        let source = fixture("papers:en,papers:zh-Hans", ["ID card,身份证", "Contract,", ","]).source
        let reading = try #require(PackLoader.read(source, isTranslated: false, log: log))
        let services = reading.pack.directory.services
        #expect(services.map { $0.value(named: "papers", in: "zh-Hans").text } == ["身份证", "Contract", ""])
        #expect(services.map { $0.value(named: "papers", in: "en").text } == ["ID card", "Contract", ""])
    }

    @Test(arguments: [
        ("service.season_to >= today", "${office.name} until ${format_date(office.season_to)}", "School 1 until"),
        ("service.seats > 4 and service.boarding", "${office.seats + 1} seats", "6 seats"),
        ("service.papers != null", "${office.papers}", "Contract"),
        ("service.boarding and service.papers = null", "(${office.papers})", "()"),
    ])
    func `conditions and texts read them with their types`(condition: String, shown: String, beginning: String) throws {
        let fixture = fixture(
            "season_to,seats,boarding,papers",
            ["2026-11-01,9,no,", "2027-06-30,4,no,Contract", "2026-11-02,5,yes,", "2026-01-02,1,no,"],
            steps: Self.steps(of: condition, shown: shown))
        let (pack, log) = fixture.load()
        #expect(log.sorted.map(\.description) == [])
        let machine = ConversationMachine(packs: .init(current: try #require(pack)))
        let turn = machine.receive(
            .message("hi"), on: ChannelView(name: "sms", kind: .sms), Snapshot(),
            at: .init(date: Self.day(2026, 11, 26)))
        #expect(turn.reply?.text.hasPrefix(beginning) == true, "\(turn.reply?.text ?? "")")
    }

    @Test(arguments: [
        ("service.⟦seets > 4", "${office.name}"), ("true", "${office.⟦papper}"), ("true", "${office.⟦adress}"),
    ])
    func `a name that no column has is told of at its place`(condition: String, shown: String) throws {
        let fixture = fixture("seats,papers", ["1,x"], steps: Self.steps(of: condition, shown: shown))
        fixture.expect(["unknown-name"])
        #expect(fixture.diagnostics.first?.suggestion?.hasPrefix("did you mean") == true)
    }

    @Test func `a column of one kind is not known of another`() {
        var fixture = fixture("seats", ["1"], steps: Self.steps(of: "service.⟦seats > 4", shown: "x"))
        fixture.main.replace("find: school", with: "find: court")
        fixture.files["directory/court.csv"] = Self.header + "\na,Court,test,2026-11-01\n"
        fixture.expect(["unknown-name"])
    }

    @Test func `a type that does not fit is found before anybody searches`() {
        let fixture = fixture("season_to", ["2027-04-20"], steps: Self.steps(of: "service.season_to > 5", shown: "x"))
        let log = DiagnosticLog()
        #expect(PackCheck().load(fixture.source, log: log) == nil)
        #expect(log.sorted.contains { $0.id == "expression-type" && $0.severity == .error })
    }

    @Test(arguments: [
        ("adress", "did you mean 'address:en'?"), ("adress:zh-Hans", "did you mean 'address:zh-Hans'?"),
        ("phones", "did you mean 'phone'?"), ("form", "did you mean 'from'?"), ("Papers", "small letters"),
        ("papers needed", "small letters"), ("2nd", "small letters"), ("papers:fr", "languages of this pack: en"),
        ("address", "did you mean 'address:en'?"), ("phone:en", "did you mean 'phone'?"), ("kind", "another name"),
        ("", "small letters"),
    ])
    func `a column that cannot be one says how it is written`(column: String, suggestion: String) {
        let found = fixture(column, ["x"]).diagnostics.filter { $0.id.hasPrefix("csv") }
        #expect(found.map(\.id) == ["csv-column"])
        #expect(found.first?.suggestion?.contains(suggestion) == true, "\(found)")
    }

    @Test(arguments: [
        "date", "fee", "stages", "phone,phone2", "from,form", "seats_left", "papers:en,papers:zh-Hans", "level", "age",
    ])
    func `a name of the pack's own is not taken for a slip`(columns: String) {
        let values = columns.split(separator: ",").map { $0.hasPrefix("phone") ? "12333" : $0 == "from" ? "" : "x" }
        let found = fixture(columns, [values.joined(separator: ",")]).diagnostics
        #expect(found.filter { $0.id.hasPrefix("csv") } == [])
    }

    @Test func `a column has one text or one for each language`() {
        let found = fixture("papers,papers:en", ["x,y"]).diagnostics
        #expect(found.map(\.id) == ["csv-column"])
    }

    @Test func `places have no columns of the pack's own`() {
        var fixture = fixture("papers", ["x"])
        fixture.files["directory/regions.csv"] = "code,level,name:en,⟦papers\nCN,country,China,x\n"
        fixture.expect(["csv-column"])
    }
}
