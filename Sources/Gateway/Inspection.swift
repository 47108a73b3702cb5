import Logging
import ServiceLifecycle
import Storage
import Synchronization

/// Looks through the database for damage, after the start and then once in a while, so that it is known before somebody
/// meets it.
struct Inspection: Service {
    private let parts: GatewayParts

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// Runs until the gateway stops.
    func run() async throws {
        let hours = parts.settings.inspectionHours
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if hours > 0 { await look() }
                try? await Task.sleep(for: .seconds(max(1, hours) * 3_600))
            }
        }
    }

    private func look() async {
        do {
            try await parts.store.inspect()
            parts.soundness.note(nil)
        } catch {
            guard !Task.isCancelled else { return }
            parts.logger.critical("the database was looked through", metadata: ["error": "\(error)"])
            if error.code == .damaged { parts.soundness.note(error.message) }
        }
    }
}

/// What the last look through the database found.
package final class Soundness: Sendable {
    private let found = Mutex<String?>(nil)

    /// What is damaged, and what to do; nil while nothing is known to be.
    package var damage: String? { found.withLock { $0 } }

    func note(_ damage: String?) {
        found.withLock { $0 = damage }
    }
}
