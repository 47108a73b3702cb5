import ContentFiles
import Conversation
import Expressions
import HTTPClient
import Logging
import Providers
import ServiceLifecycle
import Storage

/// Asks other systems what turns want to know, and brings their answers back through the store's one door.
///
/// A question is on disk before it is asked, so that a crash loses none: at the next start it is asked again, with the
/// same `Idempotency-Key`. An answer, or the lack of one, advances its session at most once.
struct Requests: Service {
    /// How often it looks for questions that whoever asked them has left behind.
    private static let glance = Duration.seconds(1)
    /// Seconds past its deadline that a question is left to whoever asked it.
    private static let grace: Int64 = 2
    /// Questions left behind that are dealt with in one go.
    private static let batch = 100

    private let parts: GatewayParts
    private let client: HTTPClient
    /// Called when there is something to send.
    private let wake: @Sendable () -> Void

    init(_ parts: GatewayParts, client: HTTPClient, wake: @escaping @Sendable () -> Void) {
        self.parts = parts
        self.client = client
        self.wake = wake
    }

    /// Asks again what an earlier start left behind, then gives up questions that nobody follows any more, until the
    /// gateway stops. Of several gateways none knows which questions are a living one's: all are left to their deadlines.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            if parts.settings.nodes == 1 { await sweep { _ in true } }
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.glance)
                await sweep { $0.draft.deadline + Self.grace < parts.clock.now }
            }
        }
    }

    private func sweep(_ isLeft: (RequestRow) -> Bool) async {
        do {
            let rows = try await parts.store.waitingRequests(limit: Self.batch).filter(isLeft)
            await withDiscardingTaskGroup { group in
                for row in rows { group.addTask { await settleAlone(row) } }
            }
        } catch {
            guard !Task.isCancelled else { return }
            parts.logger.error("questions to other systems cannot be read", metadata: ["error": "\(error)"])
        }
    }

    /// A question whose webhook is gone: by SMS she still gets the answer, by USSD she finds it when she dials.
    private func settleAlone(_ row: RequestRow) async {
        guard let channel = parts.channels[row.draft.channel] ?? parts.channels.values.first else { return }
        do {
            let trace = row.draft.trace.flatMap(TraceContext.init(kept:)) ?? .begun()
            _ = try await TraceContext.$current.withValue(trace) { try await settle(row, nil, on: channel) }
            wake()
        } catch {
            guard !Task.isCancelled else { return }
            parts.logger.error(
                "a system's answer could not be kept",
                metadata: ["system": "\(row.draft.request.system)", "error": "\(error)"])
        }
    }

    /// Asks a question and the ones that follow from its answer, and keeps what came of it.
    ///
    /// - Parameter follower: Who waits on USSD; nil when nobody can see the screen, or when it is no screen but an SMS.
    /// - Returns: What was kept last that there is something to say of; nil when there is nothing.
    func settle(
        _ first: RequestRow, _ exchange: Exchange?, on channel: Channel, for follower: Follower? = nil
    ) async throws -> Settlement? {
        var last: Settlement?
        var next: RequestRow? = first
        while let row = next {
            let outcome = try await ask(row)
            let isSeen = follower?.isAwaited() ?? (exchange != nil || channel.kind == .sms)
            let settlement = try await keep(outcome, row, exchange, on: channel, isSeen: isSeen)
            parts.counters.note(settlement.flags, of: parts.library.machine.packs.current)
            if settlement.answer != nil || settlement.screen != nil { last = settlement }
            next = settlement.request
            if next != nil { follower?.waits(settlement) }
        }
        return last
    }

    private func keep(
        _ outcome: SystemAnswer, _ row: RequestRow, _ exchange: Exchange?, on channel: Channel, isSeen: Bool
    ) async throws -> Settlement {
        let now = parts.clock.now
        let machine = parts.library.machine
        let drafting = Drafting(
            channel: channel, messageChannel: parts.messageChannel, exchange: exchange,
            expiry: now + Int64(parts.settings.messageExpiry), now: now, arrivalKey: row.draft.arrivalKey,
            vault: parts.vault)
        let arrival = Arrival(key: nil, subject: .request(row.id), at: now)
        let dice = Dice.roll()
        return try await parts.store.advance(arrival) { snapshot in
            let event = ConversationEvent.answer(outcome, request: row.draft.request.number, isSeen: isSeen)
            let turn = machine.receive(event, on: drafting.view, snapshot.rolling(dice), at: now)
            return drafting.decision(turn, machine: machine)
        }
    }

    /// One question over HTTP; everything but a JSON answer in time is a failure with its reason.
    private func ask(_ row: RequestRow) async throws -> SystemAnswer {
        let request = row.draft.request
        guard let system = parts.systems[request.system] else { return failed(request, "no such system is configured") }
        let response: IncomingResponse
        do {
            response = try await client.send(OutgoingRequest(request, to: system, key: "waymark-\(row.id.rawValue)"))
        } catch {
            try Task.checkCancellation()
            return failed(request, "\(error)")
        }
        guard (200..<300).contains(response.status) else { return failed(request, "status \(response.status)") }
        guard response.body.count <= parts.settings.systemAnswer else {
            return failed(request, "the answer is too long")
        }
        do {
            guard let text = String(validating: response.body, as: UTF8.self) else {
                return failed(request, "the answer is not UTF-8")
            }
            let value = try Value.parse(json: text)
            parts.counters.add(.requests, "system=\"\(request.system)\"", "outcome=\"answered\"")
            return .value(value)
        } catch {
            return failed(request, "the answer is not JSON")
        }
    }

    private func failed(_ request: SystemRequest, _ why: String) -> SystemAnswer {
        parts.counters.add(.requests, "system=\"\(request.system)\"", "outcome=\"failed\"")
        parts.logger.notice("a system did not answer", metadata: ["system": "\(request.system)", "reason": "\(why)"])
        return .failed(why)
    }
}

extension OutgoingRequest {
    /// A question as the client sends it.
    fileprivate init(_ request: SystemRequest, to system: System, key: String) {
        var headers = system.headers
        headers.append(System.Header(name: "Accept", value: "application/json"))
        headers.append(System.Header(name: "Idempotency-Key", value: key))
        if let trace = TraceContext.current {
            headers.append(System.Header(name: TraceContext.header, value: trace.value))
        }
        if request.body != nil { headers.append(System.Header(name: "Content-Type", value: "application/json")) }
        self.init(
            method: request.body == nil ? "GET" : "POST", url: system.url + request.path,
            headers: headers.map { .init(name: $0.name, value: $0.value) },
            body: Array((request.body ?? "").utf8), timeout: .seconds(request.within))
    }
}
