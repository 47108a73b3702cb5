import Expressions
import Logging
package import Sealing
import ServiceLifecycle
import Storage
import Synchronization

/// The keys that what is kept is sealed with, and their rotation while the gateway serves: a new key seals from then on,
/// then everything that others sealed is sealed anew, and the others are forgotten. One that was cut short goes on with
/// the next start.
package struct KeyDesk: Service {
    /// Values looked at in one transaction, so that nobody's turn waits for long.
    private static let batch = 200
    /// It looks again so often even if nobody asks.
    private static let patience = Duration.seconds(3_600)
    /// The pause after one that changed something, which leaves the disk to the turns.
    private static let pause = Duration.milliseconds(20)

    private let parts: GatewayParts
    private let keys: KeySet
    private let signal = Signal()
    private let walk = Walk()

    init(_ parts: GatewayParts, _ keys: KeySet) {
        self.parts = parts
        self.keys = keys
    }

    /// Seals anew whatever other keys have sealed, at the start and after each rotation.
    package func run() async throws {
        if !keys.ring.others.isEmpty, walk.begin() { walk.ready() }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if walk.isReady { await finish() }
                await signal.wait(atMost: Self.patience)
            }
        }
    }

    /// Which keys there are, and how far a rotation has come.
    package func note() async throws -> KeyNote {
        let progress = walk.progress
        let isCounted = progress.isUnderWay && progress.values > 0
        return KeyNote(
            current: keys.ring.current.id.description, others: keys.ring.others.map(\.id.description),
            isInFile: keys.isInFile, isUnderWay: progress.isUnderWay,
            isDone: progress.isDone, seen: progress.seen, changed: progress.changed,
            lost: progress.lost, values: isCounted ? progress.values : try await parts.store.sealedValues())
    }

    /// Begins a rotation: with a new key where the gateway keeps the keys itself, else with the first of those it was
    /// given.
    package func rotate() throws(KeyFault) {
        guard walk.begin() else {
            throw .unusable("a rotation is under way already; 'waymark keys' tells how far it is")
        }
        do throws(KeyFault) {
            try turn()
        } catch {
            walk.end()
            throw error
        }
        walk.ready()
        signal.send()
    }

    /// The new key is on the disk before anything is sealed with it.
    private func turn() throws(KeyFault) {
        guard keys.isInFile else {
            guard keys.ring.others.isEmpty else { return }
            throw .unusable(
                "\(KeySet.variable) holds one key: put a new one before it, with a comma between them, and start the "
                    + "gateway anew")
        }
        let next = RootKey.random()
        let others = [keys.ring.current] + keys.ring.others
        try KeySet(ring: KeyRing(next, others: others), place: keys.place).keep()
        keys.ring.turn(to: next)
    }

    /// Walks until nothing is left to change, then lets the other keys go.
    private func finish() async {
        do {
            // Counted once: it reads whole tables, and who waits asks again and again how far it is.
            walk.expect(try await parts.store.sealedValues())
            repeat { walk.beginRound() } while try await round() > 0
            if keys.isInFile, walk.progress.lost == 0 {
                try KeySet(ring: KeyRing(keys.ring.current), place: keys.place).keep()
                keys.ring.retireOthers()
            }
            walk.end(isDone: true)
            parts.logger.info(
                "everything is sealed with the current key", metadata: ["key": "\(keys.ring.current.id)"])
        } catch {
            guard !Task.isCancelled else { return }
            parts.logger.error("keys cannot be rotated; the next start goes on", metadata: ["error": "\(error)"])
            walk.end()
        }
    }

    /// One walk over everything. Returns how many values were sealed anew.
    private func round() async throws -> Int {
        var place: ResealPlace? = ResealPlace()
        var changed = 0
        while let here = place {
            try Task.checkCancellation()
            let stretch = try await parts.store.reseal(from: here, limit: Self.batch)
            walk.add(stretch)
            changed += stretch.changed
            place = stretch.next
            if stretch.changed > 0 { try await Task.sleep(for: Self.pause) }
        }
        return changed
    }
}

/// How far a rotation has come.
private final class Walk: Sendable {
    struct Progress {
        var isUnderWay = false
        /// Whether its new key seals already, so that it may begin to walk.
        var isReady = false
        var isDone = false
        var seen = 0
        var changed = 0
        var lost = 0
        /// All values there were when it began; 0 before they are counted.
        var values = 0
    }

    private let state = Mutex(Progress())

    var progress: Progress { state.withLock { $0 } }
    var isReady: Bool { progress.isReady }

    /// Whether none was under way.
    @discardableResult func begin() -> Bool {
        state.withLock { state in
            guard !state.isUnderWay else { return false }
            state = Progress(isUnderWay: true)
            return true
        }
    }

    /// The new key seals.
    func ready() {
        state.withLock { $0.isReady = true }
    }

    func expect(_ values: Int) {
        state.withLock { $0.values = values }
    }

    func beginRound() {
        state.withLock { state in
            state.seen = 0
            state.lost = 0
        }
    }

    func add(_ stretch: Resealing) {
        state.withLock { state in
            state.seen += stretch.seen
            state.changed += stretch.changed
            state.lost += stretch.lost
        }
    }

    func end(isDone: Bool = false) {
        state.withLock { state in
            state.isUnderWay = false
            state.isReady = false
            state.isDone = isDone
        }
    }
}

extension KeySet {
    /// Whether the gateway keeps them itself.
    fileprivate var isInFile: Bool {
        if case .file = place { true } else { false }
    }
}

/// The keys as staff see them.
package struct KeyNote: Codable, Sendable {
    /// The id of the key that seals.
    package let current: String
    /// The ids of those that only open.
    package let others: [String]
    /// Whether the gateway keeps them in a file of its own.
    package let isInFile: Bool
    /// Whether a rotation is under way.
    package let isUnderWay: Bool
    /// Whether everything that could be opened is sealed with the current key, as a walk has found since the start.
    package let isDone: Bool
    /// Values that the present walk has looked at.
    package let seen: Int
    /// Values that this rotation has sealed anew.
    package let changed: Int
    /// Values that no key opens.
    package let lost: Int
    /// All sealed values.
    package let values: Int
}
