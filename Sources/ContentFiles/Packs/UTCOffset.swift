/// Reads a fixed distance from UTC: `+08:00`. A place with summer time has none; its standard time is the nearest.
enum UTCOffset {
    /// In seconds; nil for anything else.
    static func seconds(_ text: String) -> Int? {
        guard let match = text.wholeMatch(of: /([+-])(\d\d):(\d\d)/), let hours = Int(match.2),
            let minutes = Int(match.3), hours <= 14, minutes < 60
        else { return nil }
        return (match.1 == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
