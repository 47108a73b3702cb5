import Conversation
import Providers
import Storage
import Synchronization

/// Gives USSD requests their screens in time: in the answer to the provider, or by a request of our own.
///
/// A turn that takes longer than the provider waits goes on. Where nothing is kept yet, the phone shows the channel's
/// apology, which ends the dialogue: a redial goes on where she was. Where another system is asked, it shows the pack's
/// words for that, and her next answer shows what came of it.
struct HopAnswers: Sendable {
    /// How long a screen may take to be shown where the adapter's file says nothing of it.
    private static let patience = Duration.seconds(10)
    /// The part of its time that a screen has for the way to a provider that takes it by a request.
    private static let showing = 4

    private let deadlines: Deadlines
    private let requests: Requests
    private let screens: Screens
    private let counters: Counters
    /// Webhooks that wait for another system, by the keys of their arrivals: who comes again waits with them.
    private let waiting = Waiting()
    /// Called when there is something to send.
    private let wake: @Sendable () -> Void

    init(
        _ parts: GatewayParts, deadlines: Deadlines, requests: Requests, screens: Screens,
        wake: @escaping @Sendable () -> Void
    ) {
        self.deadlines = deadlines
        self.requests = requests
        self.screens = screens
        counters = parts.counters
        self.wake = wake
    }

    /// The answer to a USSD request: what `act` comes to, if that is there before the provider's patience ends.
    func inTime(
        _ exchange: Exchange, on channel: Channel, _ act: @escaping @Sendable (Errand<HTTPAnswer>?) async -> HTTPAnswer
    ) async -> HTTPAnswer {
        guard let span = channel.replySpan else { return await act(nil) }
        let errand = Errand<HTTPAnswer> { [counters] meanwhile in
            counters.add(.late, "channel=\"\(channel.id)\"")
            return meanwhile ?? channel.answer(exchange, .error(channel.apology))
        }
        return await deadlines.answer(to: errand, within: span) { await act(errand) }
    }

    /// The answer to a USSD request whose turn is kept, after the answers of other systems that it waits for.
    ///
    /// - Parameter key: The key of its arrival.
    func answer(
        to hop: Providers.Hop, _ settlement: Settlement, key: [UInt8], _ exchange: Exchange?,
        _ errand: Errand<HTTPAnswer>?, on channel: Channel
    ) async throws -> HTTPAnswer? {
        let answer = settlement.answer.flatMap(Wire.answer)
        if let screen = settlement.screen {
            let began = ContinuousClock.now
            deadlines.start { await show(screen, settlement.request, of: hop, key: key, since: began, on: channel) }
            return answer
        }
        if settlement.isRepeat, let first = waiting[key] { return await first.answer() }
        guard let request = settlement.request else { return answer }
        let last = try await follow(request, exchange, errand, saying: answer, key: key, on: channel)
        return last?.answer.flatMap(Wire.answer) ?? answer
    }

    private func follow(
        _ request: RequestRow, _ exchange: Exchange?, _ errand: Errand<HTTPAnswer>?, saying answer: HTTPAnswer?,
        key: [UInt8], on channel: Channel
    ) async throws -> Settlement? {
        defer { wake() }
        guard let errand else { return try await requests.settle(request, exchange, on: channel) }
        errand.waits(saying: answer)
        waiting[key] = errand
        defer { waiting[key] = nil }
        let follower = Follower(
            isAwaited: errand.isAwaited, waits: { errand.waits(saying: $0.answer.flatMap(Wire.answer)) })
        return try await requests.settle(request, exchange, on: channel, for: follower)
    }

    /// Shows a screen by a request of our own, after the answers of other systems that it waits for.
    private func show(
        _ first: Reply, _ request: RequestRow?, of hop: Providers.Hop, key: [UInt8],
        since began: ContinuousClock.Instant, on channel: Channel
    ) async {
        let span = channel.replySpan ?? Self.patience
        var reply = first
        if let request {
            reply = await self.reply(after: request, saying: first, within: span - span / Self.showing, on: channel)
        }
        let id = key.map { String($0 >> 4, radix: 16) + String($0 & 0x0F, radix: 16) }.joined()
        let screen = OutgoingMessage(id: id, to: hop.from, text: reply.text, session: hop.session, ends: reply.ends)
        await screens.show(screen, on: channel, before: began + span)
    }

    private func reply(
        after request: RequestRow, saying meanwhile: Reply, within span: Duration, on channel: Channel
    ) async -> Reply {
        let apology = Reply(text: channel.apology, ends: true)
        let errand = Errand<Reply> { [counters] meanwhile in
            counters.add(.late, "channel=\"\(channel.id)\"")
            return meanwhile ?? apology
        }
        errand.waits(saying: meanwhile)
        let follower = Follower(isAwaited: errand.isAwaited, waits: { errand.waits(saying: $0.screen) })
        return await deadlines.answer(to: errand, within: span) { [requests, wake] in
            let last = try? await requests.settle(request, nil, on: channel, for: follower)
            wake()
            return last?.screen ?? apology
        }
    }
}

/// Errands by the keys of the arrivals that they answer.
private final class Waiting: Sendable {
    private let errands = Mutex<[[UInt8]: Errand<HTTPAnswer>]>([:])

    subscript(key: [UInt8]) -> Errand<HTTPAnswer>? {
        get { errands.withLock { $0[key] } }
        set { errands.withLock { $0[key] = newValue } }
    }
}
