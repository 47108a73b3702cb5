import TestSupport
import Testing

@testable import ContentFiles

/// Tables that are brought into a pack's directory.
struct ImportTests {
    private static let old = """
        id,region,name:en,"note:en",phone,source,checked
        a,32,First,"one, two",0512-1111,old list,2026-01-01
        b,,Second,,, old list ,2026-01-01

        """
    private static let places = """
        code,parent,level,name:en
        CN,,country,China
        32,CN,province,Jiangsu

        """

    /// What would become of a table.
    private func plan(
        _ table: String, kind: String = "court", file: String? = ImportTests.old, languages: String = "en: English",
        _ change: (inout DirectoryImport.Wishes) -> Void = { _ in }
    ) -> (plan: ImportPlan?, log: DiagnosticLog) {
        var fixture = Fixture()
        fixture.pack = fixture.pack.replacing("en: English", with: languages)
        fixture.files = [
            "directory/regions.csv": Self.places,
            "directory/school.csv": "id,name:en,source,checked\ns1,School,t,2026-01-01\n",
        ]
        let path = "directory/\(kind).csv"
        if let file { fixture.files[path] = file }
        var wishes = DirectoryImport.Wishes()
        change(&wishes)
        let log = DiagnosticLog()
        let content = fixture.files[path].map { Array($0.utf8) }
        guard let sheet = try? Sheet(Array(table.utf8), file: "t.csv"),
            let load = DirectoryImport(into: fixture.source, kind: kind, content: content, log: log)
        else { return (nil, log) }
        let plan = load.plan(sheet, wishes, log: log)
        if let plan, plan.faults.isEmpty { expectLoadable(plan, path, fixture) }
        return (plan, log)
    }

    /// What is written, the loader takes.
    private func expectLoadable(_ plan: ImportPlan, _ path: String, _ fixture: Fixture) {
        var fixture = fixture
        fixture.files[path] = String(decoding: plan.content, as: UTF8.self)
        let faults = fixture.diagnostics.filter { $0.id != "missing-language" }
        #expect(faults.map(\.description) == [])
    }

    private func content(_ plan: ImportPlan?) -> [String] {
        String(decoding: plan?.content ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func `a new row comes to the end, a changed one in its place, and other lines stay byte for byte`() {
        let plan = plan("id,name:en,source,checked\nc,Third,new list,2026-11-01\na,Best,new list,2026-11-01\n").plan
        #expect(
            plan?.rows == [
                .init(line: 2, key: "c", change: .new),
                .init(line: 3, key: "a", change: .changed(["name:en", "source", "checked"])),
            ])
        #expect(
            content(plan) == [
                "id,region,name:en,\"note:en\",phone,source,checked",
                "a,32,Best,\"one, two\",0512-1111,new list,2026-11-01", "b,,Second,,, old list ,2026-01-01",
                "c,,Third,,,new list,2026-11-01",
            ])
    }

    @Test func `the same table again changes nothing`() {
        let plan = plan("id,name:en\na,First\nb,Second\n").plan
        #expect(plan?.rows.map(\.change) == [.unchanged, .unchanged])
        #expect(plan?.changesFile == false && plan?.content == Array(Self.old.utf8))
    }

    @Test func `a column that the table has empties what it leaves empty, one that it has not keeps it`() {
        let plan = plan("id,phone\na,\n").plan
        #expect(content(plan)[1] == "a,32,First,\"one, two\",,old list,2026-01-01")
    }

    @Test func `lines that the table does not have are kept, and dropped on request`() {
        #expect(plan("id,name:en\na,First\n").plan?.gone == ["b"])
        #expect(content(plan("id,name:en\na,First\n").plan).count == 3)
        let replaced = plan("id,name:en\na,First\n") { $0.replaces = true }.plan
        #expect(replaced?.changesFile == true)
        #expect(content(replaced).map { $0.prefix(2) } == ["id", "a,"])
    }

    @Test(arguments: [
        ("id,name:en,source,checked\nc,,t,2026-11-01\n", "t.csv:2:3", "csv-value"),
        ("id,name:en,source,checked\nc,C,t,soon\n", "t.csv:2:7", "csv-value"),
        ("id,name:en,source,checked,phone\nc,C,t,2026-11-01,1.2E+11\n", "t.csv:2:18", "csv-value"),
        ("id,name:en,source,checked,region\nc,C,t,2026-11-01,99\n", "t.csv:2:18", "unknown-region"),
        ("id,name:en,source,checked\ns1,C,t,2026-11-01\n", "t.csv:2:1", "duplicate-row"),
        ("id,name:en,source\nc,C,t\n", "t.csv:2:1", "csv-value"),
        ("id,phone\na,call\n", "t.csv:2:3", "csv-value"), ("id,phone\na,1,2\n", "t.csv:2:1", "csv"),
        ("id,phone\na\n", "t.csv:2:1", "csv"), ("id,source,checked\n,t,2026-11-01\n", "t.csv:2:1", "csv-value"),
    ])
    func `a row that cannot be used is told with its place, and never written`(table: String, place: String, id: String)
    {
        let plan = plan(table).plan
        guard case .refused(let faults)? = plan?.rows.first?.change else {
            Issue.record("it was taken: \(content(plan))")
            return
        }
        #expect(faults.map { "\($0.position) \($0.id)" } == ["\(place) \(id)"])
        #expect(plan?.refused == 1 && plan?.changesFile == false && plan?.content == Array(Self.old.utf8))
    }

    @Test func `the second row of a name is refused`() {
        let plan = plan("id,phone\na,12345\na,12346\n").plan
        #expect(plan?.refused == 1 && content(plan)[1].contains("12345"))
    }

    @Test func `names of columns are taken as both write them, and as the operator says`() {
        let table = "No,Name,Phone ,Town,Notes\na,Best,0512-2222,Suzhou,x\n"
        let plan = plan(table) { $0.map = ["No": "id", "Town": "town"] }.plan
        #expect(content(plan)[0].hasSuffix("checked,town"))
        #expect(content(plan)[1] == "a,32,Best,\"one, two\",0512-2222,old list,2026-01-01,Suzhou")
        #expect(content(plan)[2] == "b,,Second,,, old list ,2026-01-01,")
        #expect(plan?.leftOut.map(\.name) == ["Notes"])
        #expect(plan?.leftOut.first?.advice.contains("note:en") == true)
    }

    @Test func `what a table does not say can be said for all rows`() {
        let plan = plan("id,name:en,source\nc,C,\nd,D,own\n") {
            $0.fill = ["source": "the list", "checked": "2026/11/5"]
        }.plan
        #expect(content(plan).suffix(2) == ["c,,C,,,the list,2026-11-05", "d,,D,,,own,2026-11-05"])
    }

    @Test func `a new file has the columns in their usual order`() {
        let table = "checked,seats,papers:en,phone,name:zh-Hans,name:en,id,source\n2026-11-01,9,x,12345,丙,C,c,t\n"
        let plan = plan(table, file: nil, languages: "en: English\n  zh-Hans: 中文").plan
        #expect(
            content(plan) == [
                "id,name:en,name:zh-Hans,source,checked,phone,papers:en,seats", "c,C,丙,t,2026-11-01,12345,x,9",
            ])
    }

    @Test(
        arguments: [
            ("name:en,source\nC,t\n", [:], "--map 'NAME=id'"), ("id,id\na,b\n", [:], "take it out"),
            ("id,ID\na,b\n", [:], "take it out"), ("id,x\na,b\n", ["y": "phone"], "its columns"),
            ("id,x\na,b\n", ["x": "adress"], "did you mean 'address:en'?"), ("", [:], ""),
            ("id,x\na,\"b\n", [:], "two quotes"),
        ] as [(String, [String: String], String)])
    func `a table whose columns do not do is refused as a whole`(table: String, map: [String: String], advice: String) {
        let (plan, log) = plan(table) { $0.map = map }
        #expect(plan == nil && log.hasErrors)
        #expect(log.all.first.map { ($0.suggestion ?? "").contains(advice) } == true, "\(log.all)")
    }

    @Test func `a new file needs all that must be filled`() {
        let (plan, log) = plan("id\na\n", file: nil)
        #expect(plan == nil)
        let named = ["source", "checked", "name:en"].map { "no column of the table is '\($0)'" }
        #expect(log.all.map(\.message) == named)
    }

    @Test(arguments: ["id,name:en,source\na,A\n", "id,name:en,source\n,A,t\n", "name:en\nA\n", "id,name:en\na,\"A\n"])
    func `a file that is broken is mended first`(file: String) {
        let (plan, log) = plan("id,name:en\na,A\n", file: file)
        #expect(plan == nil)
        #expect(log.all.first?.position.file == "Flows/test/directory/court.csv")
    }

    @Test(arguments: [
        ("seats", "12", "a few"), ("open", "yes", "maybe"), ("until", "2026-11-01", "May"),
        ("built", "2026-11", "2026"),
    ])
    func `a column keeps the type that flows rely on`(column: String, old: String, new: String) {
        let file = "id,name:en,source,checked,\(column)\na,A,t,2026-01-01,\(old)\n"
        #expect(plan("id,\(column)\na,\(new)\n", file: file).plan?.refused == 1)
        #expect(plan("id,\(column)\na,\(new)\n", file: file) { $0.replaces = true }.plan?.refused == 0)
        #expect(plan("id,\(column)\na,\n", file: file).plan?.refused == 0)
    }

    @Test(arguments: [
        ("checked", "2026/3/5", "2026-03-05"), ("checked", "2026年3月5日", "2026-03-05"),
        ("from", "2026.03.05", "2026-03-05"),
        ("from", "5/3/2026", "5/3/2026"), ("phone", "０２１－１２３４８", "021-12348"), ("sample", "YES", "yes"),
        ("until", "2026/3/5", "2026-03-05"), ("until", "Yes", "yes"), ("until", "No idea", "No idea"),
        ("note:en", " Yes\u{A0}", "Yes"), ("note:en", "2026/3/5", "2026/3/5"), ("name:en", "\u{3000}Ｗ\u{200B}", "Ｗ"),
        ("from", "2026/13/5", "2026/13/5"), ("id", "\u{A0}", ""),
    ])
    func `a cell is brought to the directory's form`(column: String, cell: String, text: String) {
        #expect(CellForm(column, .offices(["en"])).text(cell) == text)
    }

    @Test func `places are merged by code, and those that would lie nowhere are refused with those in them`() {
        let table = """
            code,parent,level,name:en
            32,CN,province,Kiangsu
            3205,32,city,Suzhou
            33,XX,province,Zhejiang
            3301,33,city,Hangzhou
            330106,3301,district,Xihu

            """
        let plan = plan(table, kind: "regions", file: Self.places).plan
        #expect(plan?.refused == 3)
        #expect(
            content(plan) == [
                "code,parent,level,name:en", "CN,,country,China", "32,CN,province,Kiangsu", "3205,32,city,Suzhou",
            ])
    }

    @Test func `a file of places is not left without what lies around them`() {
        let table = "code,parent,level,name:en\n32,CN,provinz,Jiangsu\n"
        let plan = plan(table, kind: "regions", file: Self.places) { $0.replaces = true }.plan
        #expect(plan?.faults.map(\.id) == ["unknown-region"])
    }

    @Test func `line ends and a mark before the first line stay`() {
        let file = "\u{FEFF}" + Self.old.replacing("\n", with: "\r\n")
        let plan = plan("id,phone\na,12345\n", file: file).plan
        let text = String(decoding: plan?.content ?? [], as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}id,") && text.unicodeScalars.count { $0 == "\r" } == 3)
    }

    @Test(arguments: 0..<60) func `what is written is read back as it was given`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("ab ,\"'\n苏😀é;\t")
        let notes = (0..<8).map { _ in
            "x" + String((0..<6).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }) + "x"
        }
        let rows = notes.enumerated().map { CSVLine.bytes(["n\($0)", "N", $1, "t", "2026-11-01"]) + [0x0A] }
        let table = "id,name:en,note:en,source,checked\n" + String(decoding: rows.joined(), as: UTF8.self)
        let plan = try #require(plan(table).plan)
        var reader = CSVReader(plan.content, file: "court.csv", log: DiagnosticLog())
        var read: [String] = []
        while let fields = reader.next() { if fields[0].text.hasPrefix("n") { read.append(fields[3].text) } }
        #expect(read == notes && plan.refused == 0)
    }
}
