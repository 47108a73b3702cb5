import Conversation
import Logging
import ServiceLifecycle
import Storage

/// Sees to it that what was said can be searched, and that it cannot where that is turned off.
struct WordReading: Service {
    /// How often it looks for what was said; a search looks by itself.
    private static let interval = Duration.seconds(10)
    /// How long it rests after a stretch, in times of what the stretch took: what is read later harms nobody, and turns that
    /// were slower for it would.
    private static let rest = 9
    /// The least pause between two stretches.
    private static let pause = Duration.milliseconds(20)

    private let parts: GatewayParts
    private let reader: WordReader
    private let signal = Signal()

    init(_ parts: GatewayParts, _ reader: WordReader) {
        self.parts = parts
        self.reader = reader
    }

    /// Runs until the gateway stops.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            var isClean = false
            while !Task.isCancelled {
                do {
                    if !isClean { try await dropOthers() }
                    isClean = true
                    if parts.settings.findsWords { try await readAll() }
                } catch {
                    guard !Task.isCancelled else { return }
                    parts.logger.error("words cannot be read or written", metadata: ["error": "\(error)"])
                }
                await signal.wait(atMost: Self.interval)
            }
        }
    }

    /// Forgets words that were made in another way, or that are not to be searched any more.
    private func dropOthers() async throws {
        let form = parts.settings.findsWords ? SearchWords.form : nil
        while try await parts.store.dropWords(except: form, limit: WordReader.batch) {
            try await Task.sleep(for: Self.pause)
        }
    }

    /// One gateway is enough for it: whoever comes second looks again after the interval.
    private func readAll() async throws {
        while true {
            let start = ContinuousClock.now
            guard try await reader.step() == .more else { return }
            try await Task.sleep(for: max(Self.pause, (ContinuousClock.now - start) * Self.rest))
        }
    }
}
