import Conversation
import Gateway
import HTTPTypes
import Hummingbird
import Storage

/// `/healthz`, `/readyz`, `/metrics`, and a line at `/` for whoever looks.
struct HealthRoutes {
    private let parts: GatewayParts

    init(_ parts: GatewayParts) {
        self.parts = parts
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

    /// Ready when the database answers and is not known to be damaged.
    private func ready() async -> Response {
        do {
            try await parts.store.check()
            if let damage = parts.soundness.damage { throw StoreFault(.damaged, damage) }
            return Response(status: .ok, body: ResponseBody(byteBuffer: .init(string: "ready\n")))
        } catch {
            return Response(
                status: .serviceUnavailable, body: ResponseBody(byteBuffer: .init(string: "not ready: \(error)\n")))
        }
    }
}
