import Directory
import Expressions
import Testing

/// Places that others have replaced.
struct SuccessionTests {
    private static func region(_ code: String, _ name: String, in parent: String? = "1", by next: String? = nil)
        -> Region
    {
        Region(
            code: code, parent: parent, level: parent == nil ? .province : .district, names: ["en": name],
            replacedBy: next)
    }

    private let directory = Directory(
        regions: [
            region("1", "Province", in: nil), region("11", "Oldtown", by: "12"), region("12", "Midtown", by: "13"),
            region("13", "Newtown"), region("14", "Harbour", by: "15"), region("15", "Bayside"),
            region("16", "Harbour"),
            region("17", "Lost", by: "99"), region("18", "Ring", by: "19"), region("19", "Ringer", by: "18"),
        ],
        services: [
            Service(
                id: "a", kind: "court", region: "11", names: ["en": "Court"], source: "test",
                checked: Timestamp(milliseconds: 0).date())
        ])

    @Test(arguments: [("11", "13"), ("12", "13"), ("13", "13"), ("14", "15"), ("17", nil), ("18", nil), ("99", nil)])
    func `a code that is no more leads to the place that has replaced it`(code: String, now: String?) {
        #expect(directory.region(code)?.code == now)
    }

    @Test(arguments: [("13", ["13", "1"]), ("11", ["13", "1"]), ("1", ["1"]), ("99", nil)])
    func `a place lies in those around the one that it is today`(code: String, chain: [String]?) {
        #expect(directory.chain(of: code) == chain)
    }

    @Test func `however often a place was replaced, its first code leads to the last place`() {
        let steps = (0..<40).map { Self.region("s\($0)", "Step \($0)", by: $0 < 39 ? "s\($0 + 1)" : nil) }
        let directory = Directory(regions: [Self.region("1", "Province", in: nil)] + steps, services: [])
        #expect(directory.region("s0")?.code == "s39")
    }

    @Test func `places that are no more are none to be chosen`() {
        #expect(directory.regions.map(\.code) == ["1", "13", "15", "16"])
    }

    @Test(arguments: [("oldtown", "13"), ("Midtown", "13"), ("newtown", "13"), ("harbour", "16"), ("lost", "")])
    func `old names are found until another place has them`(typed: String, code: String) {
        #expect(directory.reading(of: typed).codes == code)
    }

    @Test func `offices under an old code serve the new place`() {
        #expect(directory.services("court", near: "13", limit: 1).map(\.id) == ["a"])
        #expect(directory.services("court", near: "12", limit: 1).map(\.id) == ["a"])
    }
}
