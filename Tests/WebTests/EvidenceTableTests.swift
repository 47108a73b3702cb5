import Evidence
import Gateway
import Testing

@testable import Web

struct EvidenceTableTests {
    @Test func `a line for each count, empty where it is not told, with names in quotes that need them`() {
        let counts = Crosstab(rows: ["wages", "a \"b\", c"], columns: ["x", "y"], counts: [[40, 3], [12, 50]])
        let report = EvidenceReport(month: "2026-11", outcomes: Disclosure(counts, least: 10))
        #expect(
            EvidenceTable(report).text == """
                month,flow,kind,value,conversations\r
                2026-11,wages,outcome,x,\r
                2026-11,wages,outcome,y,\r
                2026-11,"a ""b"", c",outcome,x,\r
                2026-11,"a ""b"", c",outcome,y,\r

                """)
    }
}
