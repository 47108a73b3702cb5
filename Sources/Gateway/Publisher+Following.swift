import ContentFiles
import Conversation
import Expressions
import Logging
import ServiceLifecycle
import Storage

/// What one of several gateways on a database publishes is served by all of them from one moment on.
extension Publisher {
    /// How often it is asked what other gateways have published, beside their telling.
    private static let asking = Duration.seconds(5)
    /// Seconds after which a pack is served that one of several gateways has published: by then each has read it, so that
    /// nobody comes to one that does not know the pack of her conversation.
    private static let grace: Int64 = 10

    /// Publishes what one of several gateways has published, this one or another.
    func follow() async {
        guard isOneOfSeveral else { return }
        let news = Signal()
        parts.store.onPublication { news.send() }
        await cancelWhenGracefulShutdown {
            var (refused, isAwaiting): (RevisionID?, Bool) = (nil, false)
            while !Task.isCancelled {
                await news.wait(atMost: isAwaiting ? Self.glance : Self.asking)
                guard !Task.isCancelled else { return }
                do {
                    (refused, isAwaiting) = try await takeNewest(except: refused)
                } catch {
                    parts.logger.error("what others published cannot be read", metadata: ["error": "\(error)"])
                }
            }
        }
    }

    var isOneOfSeveral: Bool { parts.settings.nodes > 1 }

    /// Reads the pack that was published last, if that is another one, and serves it once its time has come.
    ///
    /// - Parameter refused: One that was tried before.
    /// - Returns: The newest one where it has errors here, and whether its time has yet to come.
    private func takeNewest(except refused: RevisionID?) async throws -> (refused: RevisionID?, isAwaiting: Bool) {
        let packs = parts.library.machine.packs
        let kept = try await parts.store.keptRevisions().first { $0.pack == packs.current.id }
        guard let kept, kept.id != packs.current.revision, kept.id != refused else { return (refused, false) }
        var known = packs[kept.id]
        if known == nil { known = try await read(kept.id) }
        guard let pack = known else {
            parts.logger.error(
                "another gateway has published a pack that has errors here", metadata: ["revision": "\(kept.id)"])
            return (kept.id, false)
        }
        let now = parts.clock.now
        parts.library.learn(pack, at: now)
        guard now - kept.publishedAt >= Self.grace else { return (nil, true) }
        try await parts.library.take(pack, at: now)
        note(pack)
        return (nil, false)
    }

    func note(_ pack: Pack) {
        parts.logger.info("a pack was published", metadata: ["pack": "\(pack.id)", "revision": "\(pack.revision)"])
    }

    /// The pack of a revision that is kept, if it has no errors on the channels here.
    private func read(_ revision: RevisionID) async throws -> Pack? {
        let log = DiagnosticLog()
        let source = try await parts.store.revision(revision).flatMap { try? PackSource(archive: $0) }
        let read = source.flatMap { folders.checked($0, for: Array(parts.channels.values), log: log) }
        return log.hasErrors ? nil : read?.pack
    }
}
