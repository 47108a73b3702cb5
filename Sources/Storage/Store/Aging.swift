package import Expressions

/// Some people in their order, to let their records age.
package struct AgingStretch: Hashable, Sendable {
    /// Where the last one stopped; nil at the beginning.
    package let after: PersonID?
    /// People to look at.
    package let limit: Int
    /// Who was not heard since then is erased.
    package let heardSince: Timestamp
    /// The moment it happens.
    package let at: Timestamp

    package init(after: PersonID?, limit: Int, heardSince: Timestamp, at: Timestamp) {
        self.after = after
        self.limit = limit
        self.heardSince = heardSince
        self.at = at
    }
}

/// How far it came.
package struct Aging: Hashable, Sendable {
    /// Who was looked at last; nil at the end.
    package let last: PersonID?
    /// Records that something was taken from.
    package let changed: Int
    /// People who were erased.
    package let erased: Int

    package init(last: PersonID?, changed: Int, erased: Int) {
        self.last = last
        self.changed = changed
        self.erased = erased
    }
}

/// Since when texts are kept.
package struct KeptTexts: Hashable, Sendable {
    /// What was said in conversations.
    package let transcripts: Timestamp
    /// Messages that are sent or given up.
    package let messages: Timestamp
    /// What staff were told in cases that are closed.
    package let cases: Timestamp
    /// Claims, with the records as they were before.
    package let claims: Timestamp

    package init(transcripts: Timestamp, messages: Timestamp, cases: Timestamp, claims: Timestamp) {
        self.transcripts = transcripts
        self.messages = messages
        self.cases = cases
        self.claims = claims
    }
}

extension KeptTexts {
    /// The same where what lies in partitions may wait until its whole partition goes.
    ///
    /// - Parameter grace: Seconds.
    func waiting(_ grace: Int64) -> KeptTexts {
        KeptTexts(transcripts: transcripts - grace, messages: messages - grace, cases: cases, claims: claims)
    }
}

/// How many of each were dropped.
package struct DroppedTexts: Hashable, Sendable {
    package var lines = 0
    package var messages = 0
    package var notes = 0
    package var claims = 0

    package init() {}

    package static func + (left: DroppedTexts, right: DroppedTexts) -> DroppedTexts {
        var sum = left
        sum.lines += right.lines
        sum.messages += right.messages
        sum.notes += right.notes
        sum.claims += right.claims
        return sum
    }

    /// All of them.
    package var total: Int { lines + messages + notes + claims }
}
