import ContentFiles
package import Conversation
package import Storage
import Synchronization

/// The published pack and the earlier revisions that sessions still need.
package final class PackLibrary: Sendable {
    private let state: Mutex<ConversationMachine>
    private let store: any Store

    /// Publishes a first pack.
    package init(_ pack: Pack, limits: MachineLimits = MachineLimits(), store: any Store) {
        state = Mutex(ConversationMachine(packs: ConversationMachine.Packs(current: pack), limits: limits))
        self.store = store
    }

    /// The machine on the packs of this moment.
    package var machine: ConversationMachine { state.withLock { $0 } }

    /// Keeps a pack's files, makes it the current one, and loads the earlier revisions that sessions are on.
    ///
    /// - Returns: The revisions that sessions are on but that cannot be loaded; these sessions begin anew.
    package func publish(_ pack: Pack, files: [UInt8], clock: Clock) async throws -> [RevisionID] {
        try await store.keepRevision(pack.revision, pack: pack.id, archive: files, at: clock.now)
        var earlier: [RevisionID: Pack] = [:]
        var missing: [RevisionID] = []
        for revision in try await store.revisionsInUse() where revision != pack.revision {
            if let known = machine.packs[revision] {
                earlier[revision] = known
            } else if let loaded = try await load(revision) {
                earlier[revision] = loaded
            } else {
                missing.append(revision)
            }
        }
        let packs = ConversationMachine.Packs(current: pack, earlier: earlier)
        state.withLock { $0 = ConversationMachine(packs: packs, limits: $0.limits) }
        return missing
    }

    private func load(_ revision: RevisionID) async throws -> Pack? {
        guard let archive = try await store.revision(revision), let source = try? PackSource(archive: archive) else {
            return nil
        }
        return PackLoader.load(source, log: DiagnosticLog())
    }
}
