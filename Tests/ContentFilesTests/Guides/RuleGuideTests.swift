import ContentFiles
import Conversation
import Entitlements
import Testing

/// The examples of the guide for rule authors are a pack without a fault: `Flows/RULES.md`.
struct RuleGuideTests {
    private static let regions = """
        code,parent,level,name:en,aliases
        CN,,country,China,
        320500,CN,city,Suzhou,
        440300,CN,city,Shenzhen,
        """

    /// The blocks of the guide that name their file in the first line.
    private static func files() throws -> [String: String] {
        var files: [String: String] = [:]
        for example in try Guide("Flows/RULES.md").examples(in: "yaml") {
            let first = try #require(example.text.split(separator: "\n").first)
            files[String(first.dropFirst("# ".count))] = example.text
        }
        return files
    }

    private static func fixture() throws -> Fixture {
        var fixture = packFile(
            "person: { consent: { type: yes_no }, region: { type: place } }\nconsent: person.consent")
        fixture.files = try files().merging(["directory/regions.csv": regions]) { first, _ in first }
        return fixture
    }

    @Test func `the examples can be read and their tests are met`() throws {
        let fixture = try Self.fixture()
        #expect(fixture.files.count == 5)
        #expect(fixture.source.schemaFaults == [])
        let (pack, log) = fixture.load()
        #expect(log.sorted.map(\.description) == [])
        let book = try #require(pack).rules
        let rule = try #require(book.rules["cn.wages.year"])
        #expect(rule.tests.count == 6)
        for test in rule.tests {
            #expect(book.play(test, of: rule.id, utcOffset: 0).failures == [], "\(test.name)")
        }
    }
}
