import ContentFiles
package import Conversation
package import Expressions
package import Storage
import Synchronization

/// The published pack and the earlier revisions that sessions still need.
package final class PackLibrary: Sendable {
    /// Seconds a replaced revision is kept whatever the sessions say: a turn may just be beginning one on it.
    private static let grace: Int64 = 60

    private struct State {
        var machine: ConversationMachine
        /// When each earlier revision was replaced or loaded.
        var left: [RevisionID: Timestamp] = [:]
    }

    private let state: Mutex<State>
    private let store: any Store
    private let spare: Int

    /// Publishes a first pack.
    ///
    /// - Parameter spare: How many revisions are kept to go back to, beside those that sessions are on.
    package init(_ pack: Pack, limits: MachineLimits = MachineLimits(), spare: Int = 0, store: any Store) {
        state = Mutex(State(machine: ConversationMachine(packs: .init(current: pack), limits: limits)))
        self.spare = spare
        self.store = store
    }

    /// The machine on the packs of this moment.
    package var machine: ConversationMachine { state.withLock { $0.machine } }

    /// Keeps a pack's files, makes it the current one, and loads the earlier revisions that sessions are on.
    ///
    /// - Returns: The revisions that sessions are on but that cannot be loaded; these sessions begin anew.
    package func publish(_ pack: Pack, files: [UInt8], at now: Timestamp) async throws -> [RevisionID] {
        try await store.keepRevision(pack.revision, pack: pack.id, archive: files, at: now)
        return try await take(pack, at: now)
    }

    /// Keeps a pack's files for every gateway on the database to read before any serves them.
    package func announce(_ pack: Pack, files: [UInt8], at now: Timestamp) async throws {
        try await store.keepRevision(pack.revision, pack: pack.id, archive: files, at: now)
        learn(pack, at: now)
    }

    /// Lets sessions be on a pack that is published in a moment, here or by another gateway.
    package func learn(_ pack: Pack, at now: Timestamp) {
        state.withLock { state in
            let packs = state.machine.packs
            guard pack.revision != packs.current.revision else { return }
            state.left[pack.revision] = now
            let earlier = packs.earlier.merging([pack.revision: pack]) { known, _ in known }
            state.machine = ConversationMachine(
                packs: .init(current: packs.current, earlier: earlier), limits: state.machine.limits)
        }
    }

    /// Makes a pack the current one whose files are kept already.
    ///
    /// - Returns: As `publish` does.
    @discardableResult package func take(_ pack: Pack, at now: Timestamp) async throws -> [RevisionID] {
        var loaded: [RevisionID: Pack] = [:]
        var missing: [RevisionID] = []
        for revision in try await store.revisionsInUse().keys
        where revision != pack.revision && machine.packs[revision] == nil {
            loaded[revision] = try await load(revision)
            if loaded[revision] == nil { missing.append(revision) }
        }
        state.withLock { state in
            let before = state.machine.packs
            var earlier = before.earlier.merging(loaded) { known, _ in known }
            earlier[before.current.revision] = before.current
            earlier[pack.revision] = nil
            for revision in earlier.keys where state.left[revision] == nil { state.left[revision] = now }
            state.left[pack.revision] = nil
            state.machine = ConversationMachine(
                packs: .init(current: pack, earlier: earlier), limits: state.machine.limits)
        }
        return missing
    }

    /// Lets go of revisions that no session is on any more.
    package func retire(at now: Timestamp) async throws {
        let inUse = try await store.revisionsInUse()
        let kept = state.withLock { state in
            let packs = state.machine.packs
            let earlier = packs.earlier.filter { revision, _ in
                inUse[revision] != nil || now - (state.left[revision] ?? now) < Self.grace
            }
            state.left = state.left.filter { earlier[$0.key] != nil }
            state.machine = ConversationMachine(
                packs: .init(current: packs.current, earlier: earlier), limits: state.machine.limits)
            return Array(earlier.keys) + [packs.current.revision]
        }
        try await store.dropUnusedRevisions(except: kept, newest: spare)
    }

    private func load(_ revision: RevisionID) async throws -> Pack? {
        guard let archive = try await store.revision(revision), let source = try? PackSource(archive: archive) else {
            return nil
        }
        return PackLoader.load(source, log: DiagnosticLog())
    }
}
