import Directory

extension OfficeReader {
    /// The hours of each day; nil where there are none, and after an error.
    func opening(_ row: CSVTable.Row) -> OpeningHours? {
        guard let text = row.text("hours") else { return nil }
        if let words = row.columns.languages.first(where: { row.text("hours:\($0)") != nil }) {
            log.error(
                "csv-value", "the hours are there twice", at: row.position(of: "hours:\(words)"),
                suggestion: "leave the column with the language empty where 'hours' says it")
        }
        do throws(OpeningHours.Fault) {
            return try OpeningHours(text)
        } catch {
            log.error("csv-value", error.message, at: row.position(of: "hours"), suggestion: error.advice)
            return nil
        }
    }
}

extension OpeningHours.Fault {
    fileprivate var message: String {
        switch self {
        case .incomplete(let text): "'\(text)' does not say both days and times"
        case .day(let text): "'\(text)' is no day of the week"
        case .time(let text): "'\(text)' is no time of the day"
        case .backwards(let text): "'\(text)' does not end after it begins"
        case .overlapping(let text): "'\(text)' begins before the time in front of it is over"
        case .twice(let day): "\(day.short) is there twice"
        }
    }

    fileprivate var advice: String {
        switch self {
        case .incomplete: "write for example Mon-Fri 09:00-17:00; Sat 09:00-12:00"
        case .day: "days are \(OpeningHours.Day.allCases.map(\.short).joined(separator: ", ")), or Mon-Fri"
        case .time: "write for example 09:00-17:00; a whole day is 00:00-24:00"
        case .backwards: "a night is two times: 00:00-06:00, 22:00-24:00"
        case .overlapping: "write the times of a day in their order, and none twice"
        case .twice: "write all times of a day in one place, with commas between them"
        }
    }
}
