import Conversation
import Gateway
import HTTPTypes
import Hummingbird
import Storage

/// `/healthz`, `/readyz`, `/metrics`, and a line at `/` for whoever looks.
struct HealthRoutes {
    private let parts: GatewayParts
    private let deadlines: Deadlines

    init(_ parts: GatewayParts, _ deadlines: Deadlines) {
        self.parts = parts
        self.deadlines = deadlines
    }

    func add(to router: Router<GatewayContext>) {
        router.get("/healthz") { _, _ in "ok\n" }
        router.get("/readyz") { _, _ in await ready() }
        router.get("/metrics") { _, _ in
            let now = parts.clock.now
            let gauges =
                try await BacklogGauges.text(
                    of: parts.store.outboxBacklog(), channels: Set(parts.channels.keys), at: now)
                + StoreMeasures.text(of: parts.store.statistics, timer: parts.store.nextTimerDue(), at: now)
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: .init(string: parts.counters.text + parts.histograms.text + gauges)))
        }
        router.get("/") { _, _ in
            let pack = parts.library.machine.packs.current
            return "Waymark serves \(pack.title) (pack \(pack.id), revision \(pack.revision)).\n"
        }
    }

    /// Ready when the database answers, while whoever would write still waits for it, and is not known to be damaged.
    private func ready() async -> Response {
        let limit = Duration.seconds(parts.settings.store.groups.wait)
        let check = Errand<StoreFault?> { _ in StoreFault(.unavailable, "the database has not answered for \(limit)") }
        let fault = await deadlines.answer(to: check, within: limit) { [parts] in
            do throws(StoreFault) {
                try await parts.store.check()
                return parts.soundness.damage.map { StoreFault(.damaged, $0) }
            } catch {
                return error
            }
        }
        return Response(
            status: fault == nil ? .ok : .serviceUnavailable,
            body: ResponseBody(byteBuffer: .init(string: fault.map { "not ready: \($0)\n" } ?? "ready\n")))
    }
}
