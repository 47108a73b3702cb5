import Conversation
import Expressions
import Storage

/// One walk over everything that is kept, a stretch at a time, so that nobody's turn waits for it.
struct RetentionWalk {
    /// People, or texts of each kind, at a time.
    static let batch = 200

    private let parts: GatewayParts
    private var last: PersonID?
    private(set) var gone = RetentionTake()

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// One stretch. Returns whether it was the last.
    mutating func step() async throws -> Bool {
        let terms = RetentionTerms(parts)
        let aging = try await parts.store.agePeople(terms.stretch(after: last), terms.age)
        last = aging.last
        gone.records += aging.changed
        gone.people += aging.erased
        if last != nil { return false }
        gone.texts = gone.texts + (try await parts.store.dropPartitions(terms.texts, at: terms.now))
        while !Task.isCancelled {
            let some = try await parts.store.dropTexts(terms.texts, at: terms.now, limit: Self.batch)
            gone.texts = gone.texts + some
            if some.total == 0 { break }
        }
        return true
    }
}

/// How much a walk took.
struct RetentionTake: Hashable {
    /// Records that something was taken from.
    var records = 0
    /// People who were erased.
    var people = 0
    var texts = DroppedTexts()
}

/// How long everything is kept, as the published pack says, from this moment.
struct RetentionTerms {
    let now: Timestamp
    private let today: CalendarDate
    private let pack: Pack

    init(_ parts: GatewayParts) {
        now = parts.clock.now
        pack = parts.library.machine.packs.current
        today = now.date(utcOffset: pack.settings.utcOffset)
    }

    var settings: RetentionSettings { pack.settings.retention }

    /// The fields that end: after some months, or when the words of a consent change.
    var fields: [String: PersonField] { pack.personFields.filter { $1.keep != nil || $1.wording != nil } }

    /// What is left of a record.
    var age: @Sendable (Person) -> Person {
        { [today, pack] in $0.aged(to: today, by: pack.personFields) }
    }

    /// The people behind one of them.
    func stretch(after last: PersonID?) -> AgingStretch {
        AgingStretch(
            after: last, limit: RetentionWalk.batch, heardSince: now.earlier(months: settings.people), at: now)
    }

    /// Since when texts are kept.
    var texts: KeptTexts {
        KeptTexts(
            transcripts: now.earlier(months: settings.transcripts), messages: now.earlier(months: settings.messages),
            cases: now.earlier(months: settings.cases), claims: now - Int64(ClaimUndoing.days) * 86_400)
    }
}

extension Timestamp {
    /// So many months before, on the calendar of UTC.
    fileprivate func earlier(months: Int) -> Timestamp {
        let day = date(utcOffset: 0)
        guard let earlier = day.adding(months: -months) else { return self }
        return self + Int64(earlier.daysSinceEpoch - day.daysSinceEpoch) * 86_400
    }
}
