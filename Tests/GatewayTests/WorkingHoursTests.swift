import Expressions
import Testing

@testable import Gateway

struct WorkingHoursTests {
    /// Two days of eight hours, from Monday to Friday, in Beijing.
    private let office = WorkingHours(.weekdays, hours: 9..<17, utcOffset: 28_800)
    private let twoDays: Int64 = 57_600

    @Test(arguments: [
        ("2026-11-23T10:00:00+08:00", "2026-11-25T10:00:00+08:00"),
        ("2026-11-23T03:00:00+08:00", "2026-11-24T17:00:00+08:00"),
        ("2026-11-26T16:00:00+08:00", "2026-11-30T16:00:00+08:00"),
        ("2026-11-28T12:00:00+08:00", "2026-12-01T17:00:00+08:00"),
        ("2026-11-27T22:00:00+08:00", "2026-12-01T17:00:00+08:00"),
    ])
    func `time counts only while staff work`(opened: String, due: String) throws {
        let (opened, due) = (try moment(opened), try moment(due))
        #expect(office.moment(twoDays, after: opened) == due)
        #expect(office.moment(twoDays, before: due + 1) <= due + 1 - twoDays)
        let mark = office.moment(twoDays, before: due + 60)
        #expect(opened < mark && office.moment(twoDays, after: mark) <= due + 60)
    }

    @Test func `a case is overdue by the list exactly when it is by the counts`() throws {
        let week = try moment("2026-11-23T00:00:00+08:00")
        for days in WorkingHours.Days.allCases {
            let hours = WorkingHours(days, hours: 8..<18, utcOffset: 28_800)
            for now in stride(from: Int64(8 * 86_400 + 17), to: 16 * 86_400, by: 11_003).map({ week + $0 }) {
                let mark = hours.moment(twoDays, before: now)
                for opened in stride(from: Int64(5), to: 8 * 86_400, by: 7_919).map({ week + $0 }) {
                    let isOverdue = hours.moment(twoDays, after: opened) < now
                    #expect(isOverdue == (opened < mark), "opened \(opened.rfc3339()), now \(now.rfc3339())")
                }
            }
        }
    }

    @Test func `who works all the time has all of it`() throws {
        let always = WorkingHours(.everyDay, hours: 0..<24, utcOffset: 10_800)
        let opened = try moment("2026-11-28T23:59:00+03:00")
        #expect(always.moment(172_800, after: opened) == opened + 172_800)
        #expect(always.moment(172_800, before: opened) == opened - 172_800)
    }

    private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }
}
