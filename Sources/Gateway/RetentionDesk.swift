import Conversation
import Expressions
import Storage

/// What is kept too long, for staff: looked at, or let go at once.
package struct RetentionDesk: Sendable {
    private let parts: GatewayParts

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// What a walk would take now; nothing changes.
    package func forecast() async throws -> RetentionNote {
        let terms = RetentionTerms(parts)
        var (people, fields) = (KeptTooLong(), [String: KeptTooLong]())
        var last: PersonID?
        repeat {
            let some = try await parts.store.forecastAging(terms.stretch(after: last), terms.age)
            people = people + some.people
            fields.merge(some.fields, uniquingKeysWith: +)
            last = some.last
        } while last != nil
        let texts = try await parts.store.forecastTexts(terms.texts)
        return RetentionNote(terms, people, fields, texts)
    }

    /// Walks over everything at once. The daily walk goes on beside it.
    package func run() async throws -> RetentionTally {
        var walk = RetentionWalk(parts)
        defer { parts.report(walk.gone) }
        while try await !walk.step() { try Task.checkCancellation() }
        return RetentionTally(walk.gone)
    }
}

/// What would go, kind by kind.
package struct RetentionNote: Codable, Hashable, Sendable {
    /// One kind of what is kept.
    package struct Kind: Codable, Hashable, Sendable {
        /// `people`, `field NAME`, `transcripts`, `messages`, `cases` or `claims`: the keys of `retention` and `person`.
        package let name: String
        /// How long it is kept: `24 months`.
        package let kept: String
        package let count: Int
        /// The day that the oldest of it is from, nil where there is none.
        package let oldest: String?

        init(_ name: String, _ kept: String, _ found: KeptTooLong) {
            self.name = name
            self.kept = kept
            count = found.count
            oldest = found.oldest.map { String($0.rfc3339().prefix(10)) }
        }
    }

    package let kinds: [Kind]

    init(_ terms: RetentionTerms, _ people: KeptTooLong, _ fields: [String: KeptTooLong], _ texts: TextForecast) {
        let settings = terms.settings
        func months(_ count: Int) -> String { count == 1 ? "1 month" : "\(count) months" }
        let declared = terms.fields.sorted { $0.key < $1.key }.map { name, field in
            let ends = [field.keep.map(months), field.wording.map { _ in "until its words change" }]
            return Kind(
                "field \(name)", ends.compactMap(\.self).joined(separator: ", or "), fields[name] ?? KeptTooLong())
        }
        kinds =
            [Kind("people", months(settings.people), people)] + declared + [
                Kind("transcripts", months(settings.transcripts), texts.lines),
                Kind("messages", months(settings.messages), texts.messages),
                Kind("cases", months(settings.cases), texts.notes),
                Kind("claims", "\(ClaimUndoing.days) days", texts.claims),
            ]
    }
}

/// How much went.
package struct RetentionTally: Codable, Hashable, Sendable {
    /// People who were erased, and records that something was taken from.
    package let people, records: Int
    /// Lines of transcripts, messages, notes of closed cases, and claims.
    package let lines, messages, notes, claims: Int

    init(_ gone: RetentionTake) {
        people = gone.people
        records = gone.records
        lines = gone.texts.lines
        messages = gone.texts.messages
        notes = gone.texts.notes
        claims = gone.texts.claims
    }
}
