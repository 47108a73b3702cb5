import Expressions
import Logging
import Storage

/// Lets what is kept long enough go, as the published pack says: once a day it walks over everything.
struct Retention {
    /// Milliseconds between the end of a walk and the next.
    private static let rest: Int64 = 86_400_000

    private let parts: GatewayParts
    private var walk: RetentionWalk
    private var restsUntil: Timestamp?

    init(_ parts: GatewayParts) {
        self.parts = parts
        walk = RetentionWalk(parts)
    }

    /// One stretch of the walk, if it is time for one.
    mutating func step() async throws {
        let now = parts.clock.now
        if let restsUntil, now < restsUntil { return }
        guard try await walk.step() else { return }
        restsUntil = Timestamp(milliseconds: now.milliseconds + Self.rest)
        parts.report(walk.gone)
        walk = RetentionWalk(parts)
    }
}

extension GatewayParts {
    /// Tells of a walk that took something.
    func report(_ gone: RetentionTake) {
        let texts = gone.texts
        guard gone.records + gone.people + texts.total > 0 else { return }
        logger.notice(
            "what was kept long enough is deleted",
            metadata: [
                "records": "\(gone.records)", "people": "\(gone.people)", "lines": "\(texts.lines)",
                "messages": "\(texts.messages)", "notes": "\(texts.notes)", "claims": "\(texts.claims)",
            ])
        counters.add(.erased, by: gone.people)
        counters.add(.dropped, by: gone.records + texts.total)
    }
}
