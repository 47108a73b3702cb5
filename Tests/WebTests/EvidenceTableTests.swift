import Conversation
import Evidence
import Gateway
import Storage
import Testing

@testable import Web

struct EvidenceTableTests {
    @Test func `a line for each count, empty where it is not told, with names in quotes that need them`() {
        let counts = [
            NeedCount(flow: "wages", place: "420100", language: "en", outcome: .finished, total: 43),
            NeedCount(flow: "a \"b\", c", place: "", language: "en", outcome: .finished, total: 12),
            NeedCount(flow: "a \"b\", c", place: "", language: "en", outcome: .expired, total: 17),
        ]
        let text = EvidenceTable(EvidenceReport(counts, month: "2026-11", least: 10)).text
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(
            lines.prefix(5) == [
                "month,flow,place,language,outcome,conversations", "2026-11,\"a \"\"b\"\", c\",,,expired,20",
                "2026-11,\"a \"\"b\"\", c\",,,finished,10", "2026-11,wages,,,expired,", "2026-11,wages,,,finished,40",
            ])
        for line in ["2026-11,wages,420100,,,40", "2026-11,,420100,,finished,40", "2026-11,,,en,finished,60"] {
            #expect(lines.contains(line), "\(text)")
        }
    }
}
