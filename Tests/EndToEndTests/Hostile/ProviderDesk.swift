import Foundation
import Synchronization
import TestSupport

/// What the threads of the hostile provider's server do: each request meets its fate and is written down.
final class ProviderDesk: Sendable {
    /// Requests of one person that may make the gateway wait before it tries again, which bounds the test's time.
    private static let delaysPerPerson = 2
    /// Reports that alone can tell whether a message arrived come when the gateway would have tried again already, had
    /// it not waited for them.
    private static let lateReport = Duration.milliseconds(2_500)

    private struct State {
        var ledger = SendLedger()
        /// Requests that made the gateway wait, by person.
        var delays: [String: Int] = [:]
        /// The ids whose reports were written out: a message that is known again is not reported again.
        var reported: Set<String> = []
    }

    /// A message as the test's adapters send it.
    private struct Sent: Decodable {
        let to: String
        let text: String
        let reference: String?
    }

    private let seed: UInt64
    private let timeout: Duration
    private let reports: AsyncStream<ReportJob>.Continuation
    private let state = Mutex(State())

    init(seed: UInt64, timeout: Duration, reports: AsyncStream<ReportJob>.Continuation) {
        self.seed = seed
        self.timeout = timeout
        self.reports = reports
    }

    var ledger: SendLedger { state.withLock { $0.ledger } }
    var requestCount: Int { state.withLock { $0.ledger.count } }

    func texts(to number: String) -> [String] {
        state.withLock { $0.ledger.inboxes[number] ?? [] }
    }

    func reported(_ providerID: String) {
        state.withLock { $0.ledger.reported(providerID) }
    }

    func endReports() {
        reports.finish()
    }

    func reply(to request: LoopbackServer.Request) -> LoopbackServer.Reply {
        let start = ContinuousClock.now
        guard let sent = try? JSONDecoder().decode(Sent.self, from: Data(request.body)),
            let channel = HostileChannel(rawValue: String(request.target.dropFirst()))
        else {
            return .answer(status: 400)
        }
        let message = SendLedger.Message(channel: channel, to: sent.to, text: sent.text)
        let (fate, attempt, id) = receive(message, reference: sent.reference, connection: request.connection)
        var chance = chance(of: message, attempt)
        if let id { report(id, of: message, reference: sent.reference, fate) }
        if fate == .slow { pause(.milliseconds(Int.random(in: 20...400, using: &chance))) }
        if fate == .late { pause(timeout + .milliseconds(300)) }
        if fate.isAnswered, ContinuousClock.now - start < timeout / 3 {
            state.withLock { $0.ledger.answered(message, attempt: attempt) }
        }
        return Self.reply(fate, id: id ?? "")
    }

    /// Draws the fate and writes the request down, in one go, because both count what came before.
    private func receive(
        _ message: SendLedger.Message, reference: String?, connection: Int
    ) -> (SendFate, attempt: Int, id: String?) {
        state.withLock { state in
            var chance = chance(of: message, state.ledger.attempts[message]?.count ?? 0)
            let fate = SendFate.draw(mayDelay: state.delays[message.to, default: 0] < Self.delaysPerPerson, by: &chance)
            if !fate.isAnswered { state.delays[message.to, default: 0] += 1 }
            let (attempt, id) = state.ledger.receive(
                message, fate: fate, reference: reference, connection: connection)
            return (fate, attempt, id)
        }
    }

    private func chance(of message: SendLedger.Message, _ attempt: Int) -> SplitMix64 {
        SplitMix64(seed: seed, "send", message.channel.rawValue, message.to, message.text, String(attempt))
    }

    private func report(_ id: String, of message: SendLedger.Message, reference: String?, _ fate: SendFate) {
        let words = ReportPlan.draw(seed: seed, providerID: id).words
        guard !words.isEmpty, state.withLock({ $0.reported.insert(id).inserted }) else { return }
        let gate = fate == .reportFirst ? Gate() : nil
        let isLate = message.channel == .reporting && !fate.isAnswered
        reports.yield(
            ReportJob(
                channel: message.channel, providerID: id, reference: reference, words: words,
                delay: isLate ? Self.lateReport : .zero, gate: gate))
        gate?.pass(atMost: timeout / 2)
    }

    /// To be slow is how this provider behaves; nothing waits for it.
    private func pause(_ time: Duration) {
        Thread.sleep(forTimeInterval: time / .seconds(1))
    }

    private static func reply(_ fate: SendFate, id: String) -> LoopbackServer.Reply {
        let receipt = #"{"id":"\#(id)"}"#
        switch fate {
        case .prompt, .slow, .reportFirst, .late:
            return .answer(status: 201, headers: [("Content-Type", "application/json")], body: receipt.utf8)
        case .throttled: return .answer(status: 429, headers: [("Retry-After", "1")])
        case .failing: return .answer(status: 500, headers: [("Retry-After", "1")])
        case .hangsUp, .takesAndHangsUp: return .hangUp
        case .cutShort:
            return .raw("HTTP/1.1 201 Created\r\nContent-Length: 90\r\n\r\n" + receipt.dropLast(4), then: .close)
        case .nonsense: return .answer(headers: [("Content-Type", "text/html")], body: "<h1>Thank you!</h1>".utf8)
        case .noise: return .raw("\u{0}\u{1}NOT HTTP\r\n\r\n", then: .close)
        }
    }
}
