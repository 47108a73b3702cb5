import ServiceLifecycle
import Synchronization

/// Sees to it that there is an answer in time: the work goes on in this service, and who waits for it past its time is
/// told something else.
package final class Deadlines: Service {
    /// How often answered errands are forgotten, at least while there are some.
    private static let glance = Duration.milliseconds(250)
    /// How long it sleeps while there is nothing to watch; it is woken when there is.
    private static let patience = Duration.seconds(60)

    /// Errands of one span in the order of their deadlines.
    private typealias Line = [(deadline: ContinuousClock.Instant, errand: any Expiring)]

    private let lines = Mutex<[Duration: Line]>([:])
    private let signal = Signal()
    private let work: AsyncStream<@Sendable () async -> Void>
    private let queue: AsyncStream<@Sendable () async -> Void>.Continuation

    package init() {
        (work, queue) = AsyncStream.makeStream()
    }

    /// The answer to an errand: what `act` comes to, or the errand's excuse when that takes longer than `span`.
    package func answer<Answer: Sendable>(
        to errand: Errand<Answer>, within span: Duration, _ act: @escaping @Sendable () async -> Answer
    ) async -> Answer {
        watch(errand, for: span)
        if !start({ errand.finish(await act()) }) { errand.expire() }
        return await errand.answer()
    }

    /// Does something that nobody waits for. Returns whether it will be done: not once the gateway has stopped.
    @discardableResult
    package func start(_ act: @escaping @Sendable () async -> Void) -> Bool {
        if case .terminated = queue.yield(act) { false } else { true }
    }

    /// Runs until the gateway stops, then lets what was begun end.
    package func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.keepTime() }
                await withDiscardingTaskGroup { errands in
                    for await act in work { errands.addTask(operation: act) }
                }
                group.cancelAll()
            }
        } onGracefulShutdown: {
            self.queue.finish()
        }
    }

    private func watch(_ errand: any Expiring, for span: Duration) {
        let deadline = ContinuousClock.now + span
        let isFirst = lines.withLock { lines in
            lines[span, default: []].append((deadline, errand))
            return lines[span]?.count == 1
        }
        if isFirst { signal.send() }
    }

    private func keepTime() async {
        while !Task.isCancelled {
            let now = ContinuousClock.now
            let (due, next) = lines.withLock { Self.take(from: &$0, at: now) }
            for errand in due { errand.expire() }
            await signal.wait(atMost: next.map { min($0 - now, Self.glance) } ?? Self.patience)
        }
    }

    /// Takes what is answered or due from the head of each line. Returns what is due, and when the next is.
    private static func take(
        from lines: inout [Duration: Line], at now: ContinuousClock.Instant
    ) -> (due: [any Expiring], next: ContinuousClock.Instant?) {
        var due: [any Expiring] = []
        var next: ContinuousClock.Instant?
        for span in lines.keys {
            guard let line = lines[span] else { continue }
            let end = line.firstIndex { $0.deadline > now && !$0.errand.isAnswered } ?? line.endIndex
            due += line[..<end].map(\.errand).filter { !$0.isAnswered }
            lines[span] = end == line.endIndex ? nil : Array(line[end...])
            if end < line.endIndex { next = min(next ?? line[end].deadline, line[end].deadline) }
        }
        return (due, next)
    }
}
