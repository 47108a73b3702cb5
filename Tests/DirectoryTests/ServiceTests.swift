import Directory
import Expressions
import Testing

/// What is known about an office, by the names that flows use.
struct ServiceTests {
    private let service = Service(
        id: "a", kind: "court", region: "32", names: ["en": "Court", "zh-Hans": "法院"], addresses: ["en": "Road 1"],
        hours: ["zh-Hans": "周一"], phone: "12333", source: "test", checked: ServiceTests.day(10),
        from: ServiceTests.day(2), to: ServiceTests.day(20))

    private static func day(_ day: Int) -> CalendarDate {
        Timestamp(milliseconds: 1_790_000_000_000 + Int64(day) * 86_400_000).date()
    }

    @Test(arguments: [
        ("id", "en", "a"), ("kind", "en", "court"), ("region", "en", "32"), ("name", "en", "Court"),
        ("name", "zh-Hans", "法院"), ("name", "sw", "Court"), ("address", "zh-Hans", "Road 1"), ("hours", "en", "周一"),
        ("note", "en", nil), ("phone", "en", "12333"), ("source", "en", "test"), ("from", "en", day(2).iso),
        ("to", "en", day(20).iso), ("checked", "en", day(10).iso), ("lat", "en", nil), ("", "en", nil),
    ])
    func `a field is known by its name`(field: String, tag: String, text: String?) {
        #expect(service.value(named: field, in: tag).text == (text ?? ""))
    }

    @Test(arguments: [(1, false), (2, true), (10, true), (20, true), (21, false)])
    func `an office can be used from its first day to its last`(day: Int, isOpen: Bool) {
        #expect(service.isOpen(on: Self.day(day)) == isOpen)
    }

    @Test func `the empty directory has nothing`() {
        #expect(Directory.empty.kinds.isEmpty && !Directory.empty.hasSamples)
        #expect(Directory.empty.reading(of: "Suzhou") == .none)
        #expect(Directory.empty.services("court", near: nil, limit: 5).isEmpty)
        #expect(Directory.empty.region("32") == nil && Directory.empty.service("a") == nil)
    }
}
