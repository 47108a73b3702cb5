import Expressions
import Testing

@testable import Conversation

/// How long what is known of a person stays.
struct KeepingTests {
    private static let declared = [
        "region": PersonField(type: .place, keep: 24), "sex": PersonField(type: .choice, keep: 1),
        "name": PersonField(type: .text),
    ]

    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
        try #require(CalendarDate(year: year, month: month, day: day))
    }

    @Test func `a value goes on the day its months are over, and one without months stays`() throws {
        var person = Person()
        let given = try day(2024, 1, 31)
        for field in ["region", "sex", "name"] { person.keep(.text(field), in: field, on: given) }
        let before = try person.aged(to: day(2024, 2, 28), by: Self.declared)
        #expect(before == person)
        let after = try person.aged(to: day(2024, 2, 29), by: Self.declared)
        #expect(after.fields == ["region": .text("region"), "name": .text("name")])
        let late = try person.aged(to: day(2026, 1, 31), by: Self.declared)
        #expect(late.fields == ["name": .text("name")] && late.given.keys.sorted() == ["name"])
    }

    @Test func `a value that is given again is kept from then on`() throws {
        var person = Person()
        try person.keep(.text("f"), in: "sex", on: day(2026, 1, 1))
        try person.keep(.text("f"), in: "sex", on: day(2026, 1, 20))
        #expect(try person.aged(to: day(2026, 2, 10), by: Self.declared).fields["sex"] == .text("f"))
        try person.keep(.unknown, in: "sex", on: day(2026, 1, 21))
        #expect(person == Person())
    }

    @Test func `a value from before days were kept counts from the first day it is looked at`() throws {
        let person = Person(fields: ["sex": .text("f")])
        let seen = try person.aged(to: day(2026, 1, 1), by: Self.declared)
        #expect(seen.fields == person.fields)
        #expect(try seen.aged(to: day(2026, 1, 31), by: Self.declared).fields == person.fields)
        #expect(try seen.aged(to: day(2026, 2, 1), by: Self.declared).fields.isEmpty)
    }

    @Test func `the days are kept with the record`() throws {
        var person = Person(language: "en")
        try person.keep(.number(3), in: "region", on: day(2026, 11, 27))
        #expect(try Person(decoding: person.encoded()) == person)
    }
}
