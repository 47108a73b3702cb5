import Expressions

/// What stands behind the question mark of a request.
struct APIQuery: Sendable {
    private let values: [String: String]

    /// - Parameter known: What may stand there.
    init(_ pairs: [(key: String, value: String)], known: Set<String>) throws(APIProblem) {
        var values: [String: String] = [:]
        for (key, value) in pairs {
            guard known.contains(key) else {
                let choice =
                    known.isEmpty ? "there is none here" : "there are \(known.sorted().joined(separator: ", "))"
                throw APIProblem(.malformed, "there is no parameter '\(key.shortened)'; \(choice)")
            }
            guard values.updateValue(value, forKey: key) == nil else {
                throw APIProblem(.malformed, "the parameter '\(key)' stands there twice")
            }
        }
        self.values = values
    }

    subscript(name: String) -> String? { values[name] }

    /// A whole number within bounds; nil where the parameter is not there.
    func whole(_ name: String, _ range: ClosedRange<Int64> = 0...Int64.max) throws(APIProblem) -> Int64? {
        guard let text = values[name] else { return nil }
        guard let number = Int64(text), range.contains(number) else {
            let most = range.upperBound == .max ? "" : " to \(range.upperBound)"
            throw APIProblem(
                .malformed, "'\(name)' must be a whole number from \(range.lowerBound)\(most), not '\(text.shortened)'")
        }
        return number
    }

    /// How many entries a page is to have.
    func limit(most: Int) throws(APIProblem) -> Int {
        try whole("limit", 1...Int64(most)).map(Int.init) ?? min(50, most)
    }

    /// One of some words; nil where the parameter is not there.
    func word(_ name: String, of words: [String]) throws(APIProblem) -> String? {
        guard let text = values[name] else { return nil }
        guard words.contains(text) else {
            throw APIProblem(
                .malformed, "'\(name)' must be one of \(words.joined(separator: ", ")), not '\(text.shortened)'")
        }
        return text
    }

    /// A moment as in RFC 3339; nil where the parameter is not there.
    func moment(_ name: String) throws(APIProblem) -> Timestamp? {
        guard let text = values[name] else { return nil }
        guard let moment = Timestamp(rfc3339: text) else {
            throw APIProblem(
                .malformed, "'\(name)' must be a moment such as 2026-11-27T08:00:00Z, not '\(text.shortened)'")
        }
        return moment
    }

    /// A day; nil where the parameter is not there.
    func day(_ name: String) throws(APIProblem) -> CalendarDate? {
        guard let text = values[name] else { return nil }
        guard let day = CalendarDate(iso: text) else {
            throw APIProblem(.malformed, "'\(name)' must be a day such as 2026-11-27, not '\(text.shortened)'")
        }
        return day
    }

    /// Where a page begins, by what the page before said; nil for the first one.
    func place<Place>(_ read: (String) -> Place?) throws(APIProblem) -> Place? {
        guard let text = values["after"] else { return nil }
        guard let place = read(text) else {
            throw APIProblem(.malformed, "'after' must be what 'next' was on the page before")
        }
        return place
    }
}

extension String {
    /// As much of it as an answer repeats.
    var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
