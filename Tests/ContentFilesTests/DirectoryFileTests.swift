import ContentFiles
import Conversation
import Directory
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
    ])
    func `what is wrong with a region is said at its field`(content: String, id: String) {
        fixture(regions: content, offices: "id,name:en,source,checked\na,First,test,2026-11-01\n").expect([id])
    }

    @Test(arguments: [
        ("id,name:en,source,checked\na,First,⟦,2026-11-01\n", "csv-value"),
        ("id,name:en,source,checked\na,First,test,⟦2026-13-01\n", "csv-value"),
        ("id,name:en,source,checked,phone\na,First,test,2026-11-01,⟦call me\n", "csv-value"),
        ("id,name:en,source,checked,phone\na,First,test,2026-11-01,⟦12\n", "csv-value"),
        ("id,name:en,source,checked,sample\na,First,test,2026-11-01,⟦maybe\n", "csv-value"),
        ("id,region,name:en,source,checked\na,⟦99,First,test,2026-11-01\n", "unknown-region"),
        ("id,name:en,source,checked\na,First,test,2026-11-01\n⟦a,Second,test,2026-11-01\n", "duplicate-row"),
        (
            "id,name:en,source,checked\na,⟦A name that is far too long for one line of a menu on a small screen,t,2026-11-01\n",
            "csv-value"
        ),
        ("⟦", "empty-file"),
    ])
    func `what is wrong with an office is said at its field`(content: String, id: String) {
        fixture(offices: content).expect([id])
    }

    @Test func `samples are known as such`() throws {
        let content = "id,name:en,source,checked,sample\na,First,test,2026-11-01,yes\nb,Second,test,2026-11-01,no\n"
        let directory = try #require(fixture(offices: content).load().pack).directory
        #expect(directory.hasSamples)
        #expect(directory.services("offices", near: nil, limit: 5).filter(\.isSample).map(\.id) == ["a"])
        #expect(try #require(fixture().load().pack).directory.hasSamples == false)
    }
}
