import Conversation
import Expressions
import Logging
import Storage

/// Lets what is kept long enough go, as the published pack says: once a day it walks over everybody, a stretch at a time,
/// so that nobody's turn waits for it.
struct Retention {
    /// People, or texts of each kind, at a time.
    private static let batch = 200
    /// Milliseconds between the end of a walk and the next.
    private static let rest: Int64 = 86_400_000

    private let parts: GatewayParts
    private var last: PersonID?
    private var restsUntil: Timestamp?
    private var changed = 0
    private var erased = 0

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// One stretch of the walk, if it is time for one.
    mutating func step() async throws {
        let now = parts.clock.now
        if let restsUntil, now < restsUntil { return }
        let pack = parts.library.machine.packs.current
        let today = now.date(utcOffset: pack.settings.utcOffset)
        let stretch = AgingStretch(
            after: last, limit: Self.batch, heardSince: now.earlier(months: pack.settings.retention.people), at: now)
        let aging = try await parts.store.agePeople(stretch) { $0.aged(to: today, by: pack.personFields) }
        last = aging.last
        changed += aging.changed
        erased += aging.erased
        if last == nil { try await finish(pack.settings.retention, at: now) }
    }

    /// Everybody was looked at: what was said too long ago goes, and the walk is reported.
    private mutating func finish(_ settings: RetentionSettings, at now: Timestamp) async throws {
        let kept = KeptTexts(
            transcripts: now.earlier(months: settings.transcripts), messages: now.earlier(months: settings.messages),
            cases: now.earlier(months: settings.cases), claims: now - Int64(ClaimUndoing.days) * 86_400)
        var dropped = DroppedTexts()
        while !Task.isCancelled {
            let some = try await parts.store.dropTexts(kept, at: now, limit: Self.batch)
            dropped = dropped + some
            if some.total == 0 { break }
        }
        restsUntil = Timestamp(milliseconds: now.milliseconds + Self.rest)
        if changed + erased + dropped.total > 0 { report(dropped) }
        (changed, erased) = (0, 0)
    }

    private func report(_ dropped: DroppedTexts) {
        parts.logger.notice(
            "what was kept long enough is deleted",
            metadata: [
                "records": "\(changed)", "people": "\(erased)", "lines": "\(dropped.lines)",
                "messages": "\(dropped.messages)", "notes": "\(dropped.notes)", "claims": "\(dropped.claims)",
            ])
        parts.counters.add(.erased, by: erased)
        parts.counters.add(.dropped, by: changed + dropped.total)
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
