import ContentFiles
import Conversation
import Directory
import TestSupport
import Testing

/// The CSV files of a directory.
struct DirectoryFileTests {
    private static let regions = "code,parent,level,name:en\nCN,,country,China\n32,CN,province,Jiangsu\n"
    private static let offices = "id,region,name:en,phone,source,checked\na,32,First,12333,test,2026-11-01\n"

    private func fixture(regions: String? = nil, offices: String? = nil) -> Fixture {
        var fixture = Fixture()
        fixture.files = [
            "directory/regions.csv": regions ?? Self.regions, "directory/offices.csv": offices ?? Self.offices,
        ]
        return fixture
    }

    @Test func `quotes, line ends and a mark at the beginning are read as RFC 4180 says`() throws {
        let pack = try #require(
            fixture(
                regions:
                    "\u{FEFF}code,level,name:en,aliases\r\nCN,country,\"China, \"\"the\"\" country\",a; b ;c\r\n\r\n",
                offices: "id,name:en,note:en,source,checked\n\"x\",\"Two\nlines\", a note ,s,2026-11-01"
            ).load().pack)
        #expect(pack.directory.region("CN")?.name(in: "en") == "China, \"the\" country")
        #expect(pack.directory.region("CN")?.aliases == ["a", "b", "c"])
        #expect(pack.directory.service("x")?.name(in: "en") == "Two\nlines")
        #expect(pack.directory.service("x")?.note(in: "en") == "a note")
        #expect(pack.directory.kinds == ["offices"])
    }

    @Test(arguments: [
        ("code,level,name:en,⟦nmae:en\nCN,country,China,x\n", "csv-column"),
        ("⟦code,name:en\nCN,China\n", "csv-column"), ("code,level,name:en,⟦code\nCN,country,China,x\n", "csv-column"),
        ("code,level,name:en\n⟦CN,country\n", "csv"), ("code,level,name:en\nCN,country,⟦\"China\n", "csv"),
        ("code,level,name:en\nCN,⟦contry,China\n", "csv-value"), ("code,level,name:en\nCN,country,⟦\n", "csv-value"),
        ("code,level,name:en\n⟦,country,China\n", "csv-value"),
        ("code,level,name:en\nCN,country,China\n⟦CN,country,China\n", "duplicate-row"),
        ("code,parent,level,name:en\n32,⟦XX,province,Jiangsu\n", "unknown-region"),
        ("code,level,name:en,lat,lon\nCN,country,China,⟦95,10\n", "csv-value"),
        ("code,level,name:en,lat,lon\nCN,country,China,⟦35,\n", "csv-value"),
        ("code,level,name:en,checked\nCN,country,China,⟦yesterday\n", "csv-value"),
        ("⟦code;level;name:en\nCN;country;China\n", "csv"), ("⟦code\tlevel\nCN\tcountry\n", "csv"),
        ("code,level,name:en\nCN,country,\"China\" ⟦again\n", "csv"),
        ("code,level,name:en\n⟦CN,country,China,\n", "csv"),
        ("code,level,name:en,lat,lon\nCN,country,China,⟦nan,10\n", "csv-value"),
        ("code,level,name:en,postcode\nCN,country,China,⟦SW1\n", "csv-value"),
        ("code,parent,level,name:en\nA,,province,A\nB,⟦C,city,B\nC,A,district,C\n", "region-parent"),
        ("code,parent,level,name:en\nA,⟦A,city,A\n", "region-parent"),
        ("code,level,name:en,replaced_by\nA,city,A,⟦B\n", "unknown-region"),
        ("code,level,name:en,replaced_by\nA,city,A,⟦A\n", "unknown-region"),
        (
            "code,level,name:en,replaced_by\nA,city,A,⟦B\nB,city,B,⟦A\nC,city,C,\nD,city,D,C\n",
            "unknown-region unknown-region"
        ),
        ("code,parent,level,name:en,aliases\nA,,city,A,\"苏州\n市\"\nB,⟦X,city,B,\n", "unknown-region"),
    ])
    func `what is wrong with a region is said at its field`(content: String, id: String) {
        fixture(regions: content, offices: "id,name:en,source,checked\na,First,test,2026-11-01\n").expect(
            id.split(separator: " ").map(String.init))
    }

    @Test(arguments: [
        ("id,name:en,source,checked\na,First,⟦,2026-11-01\n", "csv-value"),
        ("id,name:en,source,checked\na,First,test,⟦2026-13-01\n", "csv-value"),
        ("id,name:en,source,checked,phone\na,First,test,2026-11-01,⟦call me\n", "csv-value"),
        ("id,name:en,source,checked,phone\na,First,test,2026-11-01,⟦12\n", "csv-value"),
        ("id,name:en,source,checked,sample\na,First,test,2026-11-01,⟦maybe\n", "csv-value"),
        ("id,name:en,source,checked,from,to\na,First,test,2026-11-01,2026-02-01,⟦2026-01-31\n", "csv-value"),
        ("id,name:en,source,checked,to\na,First,test,2026-11-01,⟦2026-02-30\n", "csv-value"),
        ("id,name:en,source,checked\na,First,test,⟦\n", "csv-value"),
        ("⟦id,name:en,source,⟦cheked\na,First,test,2026-11-01\n", "csv-column csv-column"),
        ("id,region,name:en,source,checked\na,⟦99,First,test,2026-11-01\n", "unknown-region"),
        ("id,name:en,source,checked\na,First,test,2026-11-01\n⟦a,Second,test,2026-11-01\n", "duplicate-row"),
        (
            "id,name:en,source,checked\na,⟦A name that is far too long for one line of a menu on a small screen,t,2026-11-01\n",
            "csv-value"
        ),
        ("⟦", "empty-file"),
    ])
    func `what is wrong with an office is said at its field`(content: String, id: String) {
        fixture(offices: content).expect(id.split(separator: " ").map(String.init))
    }

    @Test func `a region that lies in itself by way of another is told of at both`() {
        fixture(
            regions: "code,parent,level,name:en\nA,⟦B,city,A\nB,⟦A,city,B\nC,B,district,C\n",
            offices: "id,name:en,source,checked\na,First,test,2026-11-01\n"
        ).expect(["region-parent", "region-parent"])
    }

    @Test func `every fault of a file is reported in one run`() {
        let rows = "a,,test,2026-11-01,\nb,Second,test,soon,\nc,Third,test,2026-11-01,call me\nd,Fourth,test\n"
        let found = fixture(offices: "id,name:en,source,checked,phone\n" + rows).diagnostics
        #expect(found.map(\.position.line) == [2, 3, 4, 5])
        #expect(Set(found.map(\.position.file)) == ["Flows/test/directory/offices.csv"])
    }

    @Test func `a near column is suggested`() {
        let found = fixture(regions: "code,levl,name:en\nCN,country,China\n").diagnostics
        #expect(found.first { $0.message.contains("'levl'") }?.suggestion == "did you mean 'level'?")
    }

    @Test(arguments: ["\r\n", "\n", "\r"]) func `every line end counts as one`(end: String) {
        let lines = ["code,level,name:en", "CN,country,中国", "", "X,contry,\"a, b\"", ""]
        let source = PackSource(
            folder: "Flows/test",
            files: fixture().source.files.filter { !$0.path.hasPrefix("directory/") } + [
                PackSource.File(path: "directory/regions.csv", content: lines.joined(separator: end))
            ])
        let log = DiagnosticLog()
        #expect(PackLoader.load(source, log: log) == nil)
        #expect(log.sorted.map(\.position.description) == ["Flows/test/directory/regions.csv:4:3"])
    }

    @Test(arguments: 0..<50) func `what is put in quotes comes out as it was`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("ab ,\"'\n苏😀é;\t")
        let texts = (0..<20).map { _ in
            "x" + String((0..<8).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] })
        }
        let rows = texts.enumerated().map { "\($0),\"\($1.replacing("\"", with: "\"\""))\",n,t,2026-11-01\n" }
        let pack = try #require(fixture(offices: "id,note:en,name:en,source,checked\n" + rows.joined()).load().pack)
        #expect(texts.indices.map { pack.directory.service("\($0)")?.note(in: "en") } == texts)
    }

    @Test func `samples are known as such`() throws {
        let content = "id,name:en,source,checked,sample\na,First,test,2026-11-01,yes\nb,Second,test,2026-11-01,no\n"
        let directory = try #require(fixture(offices: content).load().pack).directory
        #expect(directory.hasSamples)
        #expect(directory.services("offices", near: nil, limit: 5).filter(\.isSample).map(\.id) == ["a"])
        #expect(try #require(fixture().load().pack).directory.hasSamples == false)
    }
}
