import HTTPClient
import Synchronization
import TestSupport

/// Brings webhooks to the gateway as providers do on a bad day: twice, half, again, and until they are taken.
final class Bringer: Sendable {
    let tally = HostileTally()
    private let gateway = Mutex<RunningGateway?>(nil)

    /// Names the gateway that runs; nil while there is none.
    func use(_ running: RunningGateway?) {
        gateway.withLock { $0 = running }
    }

    /// Ends the gateway as a power failure does; webhooks that come meanwhile wait for the next one.
    func kill() async throws {
        let running = gateway.withLock { gateway in
            defer { gateway = nil }
            return gateway
        }
        try await running?.kill()
    }

    /// Brings a webhook until it is taken, perhaps several times. Returns the different answers that came: one, when
    /// all is well.
    func bring(_ webhook: Webhook, _ chance: SplitMix64) async throws -> Set<String> {
        var chance = chance
        if chance.happens(6) { drop(webhook, whole: true) }
        if chance.happens(4) { drop(webhook, whole: false) }
        let isTwice = chance.happens(10)
        async let second = isTwice ? post(webhook) : nil
        var answers: Set = [try await post(webhook)]
        if let other = try await second {
            tally.add(.atOnce)
            answers.insert(other)
        }
        if chance.happens(10) {
            tally.add(.again)
            answers.insert(try await post(webhook))
        }
        return answers
    }

    /// Brings a webhook until it is taken. Returns the answer's text.
    func post(_ webhook: Webhook) async throws -> String {
        try await eventually("an answer to \(webhook.body)") {
            guard let running = gateway.withLock({ $0 }) else { return nil }
            tally.add(.webhooks)
            do {
                let response = try await running.ask(
                    webhook.path, method: "POST", type: webhook.type, body: Array(webhook.body.utf8))
                guard response.status == 200 else { throw NeverSeen(what: "status 200 but \(response.status)") }
                return response.text
            } catch is HTTPFault {
                tally.add(.unreachable)
                return nil
            }
        }
    }

    /// Sends a request, or half of it, and hangs up without reading; the gateway may take a whole one, or not.
    private func drop(_ webhook: Webhook, whole: Bool) {
        guard let running = gateway.withLock({ $0 }), let connection = try? RawConnection(running) else { return }
        tally.add(whole ? .unread : .cutShort)
        let body = whole ? webhook.body : String(webhook.body.prefix(webhook.body.count / 2))
        connection.send(
            "POST \(webhook.path) HTTP/1.1\r\nHost: gateway\r\nContent-Type: \(webhook.type)\r\n"
                + "Content-Length: \(webhook.body.utf8.count)\r\n\r\n\(body)")
    }
}
