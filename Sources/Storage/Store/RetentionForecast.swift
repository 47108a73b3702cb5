package import Expressions

/// How much of one kind is kept too long, and since when the oldest of it.
package struct KeptTooLong: Hashable, Sendable {
    package private(set) var count: Int
    /// Since when the oldest is there; nil where there is none.
    package private(set) var oldest: Timestamp?

    package init(count: Int = 0, oldest: Timestamp? = nil) {
        self.count = count
        self.oldest = oldest
    }

    /// One more.
    mutating func add(since moment: Timestamp) {
        self = self + KeptTooLong(count: 1, oldest: moment)
    }

    package static func + (left: KeptTooLong, right: KeptTooLong) -> KeptTooLong {
        KeptTooLong(
            count: left.count + right.count, oldest: [left.oldest, right.oldest].compactMap(\.self).min())
    }
}

/// What some people would lose by their age.
package struct AgingForecast: Hashable, Sendable {
    /// Who was looked at last; nil at the end.
    package let last: PersonID?
    /// Those who would be erased, by when each was heard.
    package let people: KeptTooLong
    /// The values that others would lose, by field and by when each was given.
    package let fields: [String: KeptTooLong]

    package init(last: PersonID?, people: KeptTooLong, fields: [String: KeptTooLong]) {
        self.last = last
        self.people = people
        self.fields = fields
    }
}

/// What would be dropped of the rest.
package struct TextForecast: Hashable, Sendable {
    /// Lines of transcripts.
    package let lines: KeptTooLong
    /// Messages that are sent or given up.
    package let messages: KeptTooLong
    /// What staff were told in cases that are closed.
    package let notes: KeptTooLong
    /// Claims, with the records as they were before.
    package let claims: KeptTooLong

    package init(lines: KeptTooLong, messages: KeptTooLong, notes: KeptTooLong, claims: KeptTooLong) {
        self.lines = lines
        self.messages = messages
        self.notes = notes
        self.claims = claims
    }
}
