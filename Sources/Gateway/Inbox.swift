import Conversation
import Delivery
import Expressions
import Logging
package import Providers
import Storage
import Telephony

/// The one door for what comes in: a webhook becomes events, each event a turn, and the answer goes out only when the
/// turn is on disk.
package final class Inbox: Sendable {
    /// What a person sees when more arrives than can be kept; it touches no disk.
    private static let busyText = "We are very busy. Please try again in a few minutes."

    private let pins: PINStretching
    private let channels: [String: Channel]
    private let messageChannel: String?
    private let store: any Store
    private let library: PackLibrary
    private let vault: NumberVault
    private let settings: Settings
    private let clock: Clock
    private let counters: Counters
    private let histograms: Histograms
    private let pulses: ChannelPulses
    private let requests: Requests
    private let joining: PartJoining
    private let hops: HopAnswers
    private let reports: Reports
    private let loops: SharedLoopGuard
    private let replays = ReplayMemory()
    private let admission: Admission
    private let logger: Logger
    /// Called when there is something to send.
    private let wake: @Sendable () -> Void
    /// Called when SMS that were held are due.
    private let freed: @Sendable () -> Void

    init(
        _ parts: GatewayParts, requests: Requests, joining: PartJoining, optOuts: OptOuts, hops: HopAnswers,
        wake: @escaping @Sendable () -> Void, freed: @escaping @Sendable () -> Void
    ) {
        pins = parts.pins
        self.requests = requests
        self.joining = joining
        self.hops = hops
        reports = Reports(parts, optOuts: optOuts, wake: wake)
        loops = SharedLoopGuard(parts.settings)
        admission = Admission(parts.settings.admission, nodes: parts.settings.nodes)
        channels = parts.channels
        messageChannel = parts.messageChannel
        store = parts.store
        library = parts.library
        vault = parts.vault
        settings = parts.settings
        clock = parts.clock
        counters = parts.counters
        histograms = parts.histograms
        pulses = parts.pulses
        logger = parts.logger
        self.wake = wake
        self.freed = freed
    }

    /// A channel by its name.
    package func channel(_ id: String) -> Channel? { channels[id] }

    /// Deals with one webhook.
    package func receive(_ request: HTTPRequest, on channel: Channel, route: String) async -> HTTPAnswer {
        let start = ContinuousClock.now
        defer { histograms.add(.answer, ContinuousClock.now - start, "channel=\"\(channel.id)\"") }
        let trace = TraceContext(headers: request.headers) ?? .begun()
        return await TraceContext.$current.withValue(trace) { await take(request, on: channel, route: route) }
    }

    private func take(_ request: HTTPRequest, on channel: Channel, route: String) async -> HTTPAnswer {
        switch channel.receive(request, route: route, at: clock.now) {
        case .rejected(let rejection):
            return refuse(rejection, on: channel, route: channel.route(named: route, of: request))
        case .events(let events, let exchange):
            pulses.hear(channel.id, at: clock.now)
            note(exchange.leftOut, on: channel, route: route)
            note(unreadTimes: exchange.unreadTimes, on: channel, route: route)
            return await answer(events, exchange, on: channel)
        }
    }

    /// Takes events and sees to it that a USSD request has its screen in time.
    private func answer(_ events: [Event], _ exchange: Exchange, on channel: Channel) async -> HTTPAnswer {
        guard events.count == 1, case .hop = events[0] else {
            return await takeOnce(events, exchange, nil, on: channel)
        }
        return await hops.inTime(exchange, on: channel) { [self] in
            await takeOnce(events, exchange, $0, on: channel)
        }
    }

    /// Takes events, unless the request is a recording of one that was taken.
    private func takeOnce(
        _ events: [Event], _ exchange: Exchange, _ errand: Errand<HTTPAnswer>?, on channel: Channel
    ) async -> HTTPAnswer {
        guard let nonce = exchange.nonce else { return await take(events, exchange, errand, on: channel).answer }
        let (answer, isRecording) = await replays.answer(to: nonce, on: channel.id, at: clock.now) { [self] in
            await take(events, exchange, errand, on: channel)
        }
        if isRecording { counters.add(.repeats, "channel=\"\(channel.id)\"") }
        return answer
    }

    /// What a request is told whose body was not read to its end, because it is longer than the server takes.
    package func refuseLongBody(of request: HTTPRequest, on channel: Channel, route: String) -> HTTPAnswer {
        let rejection = channel.refuseLongBody(of: request, route: route, at: clock.now)
        return refuse(rejection, on: channel, route: channel.route(named: route, of: request))
    }

    /// - Parameter route: The name of the route; nil where there is none such, and what stands there may be a number.
    private func refuse(_ rejection: Rejection, on channel: Channel, route: String?) -> HTTPAnswer {
        counters.add(.rejected, "channel=\"\(channel.id)\"", "reason=\"\(rejection.reason.rawValue)\"")
        logger.notice(
            "a webhook was refused",
            metadata: [
                "channel": "\(channel.id)", "route": "\(route ?? "none")", "reason": "\(rejection.reason.rawValue)",
                "detail": "\(rejection.detail)",
            ])
        return rejection.answer
    }

    /// Events that were left out of a request that told several.
    private func note(_ leftOut: [String], on channel: Channel, route: String) {
        for detail in leftOut {
            counters.add(.rejected, "channel=\"\(channel.id)\"", "reason=\"\(Rejection.Reason.field.rawValue)\"")
            logger.notice(
                "an event of a webhook was left out",
                metadata: ["channel": "\(channel.id)", "route": "\(route)", "detail": "\(detail)"])
        }
    }

    /// Times that mean nothing to us; the events they came with are taken.
    private func note(unreadTimes: [String], on channel: Channel, route: String) {
        for detail in unreadTimes {
            counters.add(.unreadTimes, "channel=\"\(channel.id)\"")
            logger.notice(
                "a time in a webhook could not be read",
                metadata: ["channel": "\(channel.id)", "route": "\(route)", "detail": "\(detail)"])
        }
    }

    /// Takes events one after the other; the answer to a single one may carry the conversation's text.
    private func take(
        _ events: [Event], _ exchange: Exchange, _ errand: Errand<HTTPAnswer>?, on channel: Channel
    ) async -> ReplayMemory.Taking {
        var answer: HTTPAnswer?
        do {
            for event in events {
                let own = try await take(event, events.count == 1 ? exchange : nil, errand, on: channel)
                if events.count == 1 { answer = own }
            }
        } catch let fault as StoreFault {
            return .init(answer: refuse(fault, events, exchange, on: channel), isKept: false)
        } catch {
            logger.error("a webhook could not be kept", metadata: ["channel": "\(channel.id)", "error": "\(error)"])
            return .init(answer: refuse(events, exchange, on: channel, saying: channel.apology), isKept: false)
        }
        return .init(answer: answer ?? channel.answer(exchange, .accepted), isKept: true)
    }

    /// Nothing was kept, so nothing is acknowledged, and what is wrong is counted.
    private func refuse(
        _ fault: StoreFault, _ events: [Event], _ exchange: Exchange, on channel: Channel
    ) -> HTTPAnswer {
        if fault.code == .busy {
            counters.add(.busy, "channel=\"\(channel.id)\"")
        } else {
            counters.add(.failed, "channel=\"\(channel.id)\"")
            logger.error("a turn could not be kept", metadata: ["channel": "\(channel.id)", "error": "\(fault)"])
        }
        return refuse(
            events, exchange, on: channel, saying: fault.code == .busy ? Self.busyText : channel.apology)
    }

    /// A well-formed screen where somebody waits for one; of all else, also of a hang-up, a repetition is asked for.
    private func refuse(
        _ events: [Event], _ exchange: Exchange, on channel: Channel, saying text: String
    ) -> HTTPAnswer {
        guard events.contains(where: \.isHop) else {
            return HTTPAnswer(status: 503, headers: [HeaderField("Retry-After", "5")], body: Array("try again\n".utf8))
        }
        return channel.answer(exchange, .error(text))
    }

    private func take(
        _ event: Event, _ exchange: Exchange?, _ errand: Errand<HTTPAnswer>?, on channel: Channel
    ) async throws -> HTTPAnswer? {
        switch event {
        case .message(let message):
            return try await admission.admit(message.from, on: channel.id, at: clock.now) { [self] in
                try await take(message, exchange, on: channel)
            }
        case .hop(let hop):
            return try await admission.admit(hop.from, on: channel.id, at: clock.now) { [self] in
                try await take(hop, exchange, errand, on: channel)
            }
        case .hangUp(let hangUp):
            guard let from = hangUp.from else { return nil }
            let ended = ConversationEvent.hangUp(dialogue: vault.dialogue(hangUp.session))
            return try await take(event, as: ended, from: from, exchange, on: channel)
        case .optOut(let optOut): return try await take(event, as: .optOut, from: optOut.from, exchange, on: channel)
        case .report(let report):
            try await reports.keep(report, on: channel)
            return nil
        case .ping: return nil
        }
    }

    private func take(_ message: Message, _ exchange: Exchange?, on channel: Channel) async throws -> HTTPAnswer? {
        guard channel.answersCodes || message.from.isNumber else {
            counters.add(.codes, "channel=\"\(channel.id)\"")
            return nil
        }
        guard let part = message.part else {
            return try await take(
                .message(message), as: .message(message.text), from: message.from, exchange, on: channel)
        }
        guard let joined = try await joining.take(part, of: message, exchange, on: channel) else { return nil }
        return try await settle(kept(joined, from: message.from, exchange, on: channel), exchange, on: channel)
    }

    private func take(
        _ hop: Providers.Hop, _ exchange: Exchange?, _ errand: Errand<HTTPAnswer>?, on channel: Channel
    ) async throws -> HTTPAnswer? {
        let key = key(of: .hop(hop), on: channel)
        let own = Conversation.Hop(hop, dialogue: vault.dialogue(hop.session), mark: key.digest.mark)
        let settlement = try await advance(.hop(own), key, from: hop.from, exchange, on: channel)
        return try await hops.answer(to: hop, settlement, key: key.digest, exchange, errand, on: channel)
    }

    private func take(
        _ event: Event, as said: ConversationEvent, from address: Address, _ exchange: Exchange?, on channel: Channel
    ) async throws -> HTTPAnswer? {
        let settlement = try await advance(said, key(of: event, on: channel), from: address, exchange, on: channel)
        return try await settle(settlement, exchange, on: channel)
    }

    /// An event's key as the store keeps it.
    private func key(of event: Event, on channel: Channel) -> InboundKey {
        let key = event.key(channel)
        return InboundKey(digest: vault.digest(key.text), window: key.window)
    }

    /// What makes an event known when it comes again, as it may be kept; see `EventKey`.
    private struct InboundKey {
        let digest: [UInt8]
        let window: Int64?
    }

    /// One event, one turn: the store calls the pure machine and keeps what it says.
    private func advance(
        _ event: ConversationEvent, _ key: InboundKey, from address: Address, _ exchange: Exchange?,
        on channel: Channel
    ) async throws -> Settlement {
        let now = clock.now
        let machine = library.machine
        let drafting = Drafting(
            channel: channel, messageChannel: messageChannel, exchange: exchange,
            expiry: now + Int64(settings.messageExpiry), now: now, arrivalKey: key.digest, vault: vault)
        let arrival = Arrival(
            key: key.digest, window: key.window, subject: .address(vault.key(for: address), channel: channel.id),
            at: now)
        let dice = Dice.roll()
        let settlement = try await pins.settle { stretched in
            try await store.advance(arrival) { snapshot in
                let snapshot = snapshot.rolling(dice).answering(stretched)
                let turn = machine.receive(event, on: drafting.view, snapshot, at: now)
                return drafting.decision(turn, machine: machine)
            }
        }
        return kept(settlement, from: address, exchange, on: channel)
    }

    /// A turn that is on disk, counted; without its text where a machine would only answer it.
    private func kept(
        _ settlement: Settlement, from address: Address, _ exchange: Exchange?, on channel: Channel
    ) -> Settlement {
        count(settlement, on: channel)
        guard let exchange, isLooping(settlement, with: address, on: channel) else { return settlement }
        return Settlement(
            answer: Wire.text(channel.answer(exchange, .accepted)), isRepeat: false,
            hasOutgoing: settlement.hasOutgoing)
    }

    /// The answer of a turn that is on disk: its own, or what another system says when it is asked.
    private func settle(
        _ settlement: Settlement, _ exchange: Exchange?, on channel: Channel
    ) async throws -> HTTPAnswer? {
        guard let request = settlement.request else { return settlement.answer.flatMap(Wire.answer) }
        let last = try await requests.settle(request, exchange, on: channel)
        wake()
        return (last?.answer ?? settlement.answer).flatMap(Wire.answer)
    }

    private func count(_ settlement: Settlement, on channel: Channel) {
        let name: Counters.Name = settlement.isRepeat ? .repeats : settlement.isHeld ? .held : .turns
        counters.add(name, "channel=\"\(channel.id)\"")
        counters.note(settlement.flags, of: library.machine.packs.current)
        logger.debug(
            "a turn was kept", metadata: ["channel": "\(channel.id)", "counted": "\(name.rawValue)"])
        if settlement.hasOutgoing { wake() }
        if settlement.hasFreed { freed() }
    }

    /// Whether an answer to a machine that answers us is held back.
    private func isLooping(_ settlement: Settlement, with address: Address, on channel: Channel) -> Bool {
        guard channel.kind == .sms, channel.repliesInAnswer, !settlement.isRepeat, settlement.request == nil,
            !settlement.isHeld,
            let answer = settlement.answer
        else { return false }
        let text = vault.digest(address.wireText + "|" + String(decoding: answer, as: UTF8.self))
        guard !loops.admits(text, at: clock.now) else { return false }
        counters.add(.looping, "channel=\"\(channel.id)\"")
        return true
    }
}

extension Event {
    /// Whether somebody waits for a screen.
    fileprivate var isHop: Bool {
        if case .hop = self { true } else { false }
    }
}
