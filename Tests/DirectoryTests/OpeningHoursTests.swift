import Directory
import TestSupport
import Testing

/// When offices are open, as tables have it and as people read it.
struct OpeningHoursTests {
    private static let english = OpeningWords(
        days: Dictionary(OpeningHours.Day.allCases.map { ($0, $0.short) }) { first, _ in first },
        everyDay: "Every day", wholeDay: "24 hours")
    private static let chinese = OpeningWords(
        days: Dictionary(zip(OpeningHours.Day.allCases, "一二三四五六日".map { "周\($0)" })) { first, _ in first },
        everyDay: "每天", wholeDay: "24小时")

    @Test(arguments: [
        (
            "Mon-Fri 09:00-17:00; Sat 09:00-12:00", "Mon-Fri 9:00-17:00; Sat 9:00-12:00",
            "周一-周五 9:00-17:00; 周六 9:00-12:00"
        ),
        ("Mon-Fri 9:00-11:30, 13:30-16:30", "Mon-Fri 9:00-11:30, 13:30-16:30", "周一-周五 9:00-11:30, 13:30-16:30"),
        ("Sun-Thu 08:05-14:00", "Sun-Thu 8:05-14:00", "周日-周四 8:05-14:00"),
        ("Mon, Wed-Thu 00:00-24:00", "Mon, Wed-Thu 24 hours", "周一, 周三-周四 24小时"),
        ("Mon-Sun 00:00-24:00", "24 hours", "24小时"), ("Sat-Fri 00:00-24:00", "24 hours", "24小时"),
        ("Mon-Fri, Sat, Sun 08:00-20:00", "Every day 8:00-20:00", "每天 8:00-20:00"),
        (" mon–fri  9:00 – 12:00 ;", "Mon-Fri 9:00-12:00", "周一-周五 9:00-12:00"),
    ])
    func `hours are said in the words of a language`(written: String, english: String, chinese: String) throws {
        let hours = try OpeningHours(written)
        #expect(Self.english.text(hours) == english)
        #expect(Self.chinese.text(hours) == chinese)
    }

    @Test(
        arguments: [
            ("", .incomplete("")), (" ; ", .incomplete(" ; ")), ("Mon-Fri", .incomplete("Mon-Fri")),
            ("9:00-17:00", .incomplete("9:00-17:00")), ("Mon 9:00-12:00; Tue", .incomplete("Tue")),
            ("work hours 9:00-17:00", .day("work hours")), ("Mon- 9:00-17:00", .day("Mon-")),
            ("Mon-Tue-Wed 9:00-17:00", .day("Mon-Tue-Wed")), ("周一 9:00-17:00", .day("周一")),
            ("Mon 9-17", .time("9-17")), ("Mon 9:00", .time("9:00")), ("Mon 9:60-17:00", .time("9:60-17:00")),
            ("Mon 9:00-24:01", .time("9:00-24:01")), ("Mon 9:00-5:00 pm", .time("9:00-5:00 pm")),
            ("Mon 009:00-17:00", .time("009:00-17:00")), ("Mon 9:00-17:0", .time("9:00-17:0")),
            ("Mon 22:00-06:00", .backwards("22:00-06:00")), ("Mon 9:00-9:00", .backwards("9:00-9:00")),
            ("Mon 9:00-12:00, 11:59-13:00", .overlapping("11:59-13:00")),
            ("Mon-Fri 9:00-12:00; Fri 13:00-14:00", .twice(.friday)), ("Mon, Mon 9:00-12:00", .twice(.monday)),
        ] as [(String, OpeningHours.Fault)])
    func `what is no opening hours says what is wrong`(written: String, fault: OpeningHours.Fault) {
        #expect(throws: fault) { try OpeningHours(written) }
    }

    @Test(arguments: 0..<100) func `hours that are written and read again are the same`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var days = OpeningHours.Day.allCases.shuffled(using: &random)[...]
        var parts: [String] = []
        while !days.isEmpty, parts.count < 3 {
            let names = days.prefix(Int.random(in: 1...3, using: &random))
            days = days.dropFirst(names.count)
            let clocks = (0..<2 * Int.random(in: 1...3, using: &random)).map {
                $0 * 200 + Int.random(in: 0..<200, using: &random)
            }
            let times = stride(from: 0, to: clocks.count, by: 2).map { "\(clock(clocks[$0]))-\(clock(clocks[$0 + 1]))" }
            parts.append(names.map(\.short).joined(separator: ", ") + " " + times.joined(separator: ", "))
        }
        let written = parts.joined(separator: "; ")
        let hours = try OpeningHours(written)
        #expect(hours.description == written)
        #expect(try OpeningHours(hours.description) == hours)
        // What people read of it has the same days and times.
        #expect(try OpeningHours(Self.english.text(hours)) == hours)
    }

    private func clock(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
