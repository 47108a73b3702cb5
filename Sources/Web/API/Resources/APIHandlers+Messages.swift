import Delivery
import Expressions
import Gateway
import Providers
import Storage

extension APIHandlers {
    func messages(_ call: APICall) async throws -> APIAnswer {
        let stage = try call.query.word("stage", of: OutboxFilter.Stage.allCases.map(\.rawValue))
        let filter = OutboxFilter(
            channel: call.query["channel"], stage: stage.flatMap(OutboxFilter.Stage.init(rawValue:)))
        let page = try await gateway.messages.list(
            filter, after: try call.query.place { Int64($0).map(OutboxID.init(rawValue:)) },
            limit: try call.query.limit(most: OutboxDesk.limit))
        let seesPeople = call.rights.contains(.assist)
        return APIAnswer(
            MessageListJSON(
                messages: page.entries.map { MessageJSON($0, seesPeople: seesPeople) },
                next: page.next.map { "\($0.rawValue)" }))
    }

    /// Lets messages that were given up go once more: some by their ids, or all that a channel failed to send.
    func retryMessages(_ call: APICall) async throws -> APIAnswer {
        let ids = try call.body.wholes("ids", most: DeadLetters.limit)
        switch (ids, try call.body.optionalText("channel")) {
        case (let ids?, nil):
            try await note(.retryMessages, call, on: ids.count == 1 ? "message \(ids[0])" : "\(ids.count) messages")
            return try retried(await gateway.deadLetters.revive(ids))
        case (nil, let channel?):
            guard try await gateway.messages.channels().contains(where: { $0.name == channel }) else {
                throw APIProblem(.value, "there is no channel '\(channel.shortened)'")
            }
            try await note(.retryMessages, call, on: "channel \(channel)")
            return try retried(await gateway.messages.retryAll(of: channel))
        default: throw APIProblem(.value, "either 'ids' or 'channel' says which messages")
        }
    }

    private func retried(_ count: Int?) throws -> APIAnswer {
        guard let count else {
            throw APIProblem(.unavailable, "no channel sends SMS: set one up in channels.yaml, or enable it")
        }
        return APIAnswer(["retried": count])
    }

    func channels() async throws -> APIAnswer {
        let reports = try await gateway.messages.channels()
        return APIAnswer(["channels": reports.map { ChannelJSON($0, gateway.parts.channels[$0.name]) }])
    }

    private struct MessageListJSON: Encodable {
        let messages: [MessageJSON]
        let next: String?
    }

    /// A message, without its text and number; whose it is, only for who may see conversations.
    private struct MessageJSON: Encodable {
        let id: Int64
        let person, session: Int64?
        let channel, state: String
        let attempts: Int
        let createdAt: String
        let dueAt, settledAt, expiresAt, deadReason, status: String?

        init(_ entry: OutboxEntry, seesPeople: Bool) {
            id = entry.id.rawValue
            person = seesPeople ? entry.person.rawValue : nil
            session = seesPeople ? entry.session?.rawValue : nil
            channel = entry.channel
            state = entry.state.rawValue
            attempts = entry.attempts
            createdAt = entry.createdAt.rfc3339()
            dueAt = entry.dueAt?.rfc3339()
            settledAt = entry.settledAt?.rfc3339()
            expiresAt = entry.expiresAt?.rfc3339()
            deadReason = entry.deadReason
            status = entry.status?.rawValue
        }
    }

    private struct ChannelJSON: Encodable {
        let name: String
        let isSetUp, isSimulator: Bool
        let kind, provider: String?
        let health: String
        let reason: String?
        let waiting, retrying, dead, sent: Int
        let oldest, takenAt, heardAt: String?
        let failure: Failure?

        struct Failure: Encodable {
            let at, reason: String
        }

        init(_ report: ChannelReport, _ channel: Channel?) {
            name = report.name
            isSetUp = report.isSetUp
            isSimulator = channel?.isSimulator ?? false
            kind = channel.map { $0.kind == .ussd ? "ussd" : "sms" }
            provider = channel?.adapter.name
            health = report.health.state.rawValue
            reason = report.health.reason?.sentence
            waiting = report.waiting
            retrying = report.retrying
            dead = report.dead
            sent = report.sent
            oldest = report.oldest?.rfc3339()
            takenAt = report.takenAt?.rfc3339()
            heardAt = report.heardAt?.rfc3339()
            failure = report.failure.map { Failure(at: $0.at.rfc3339(), reason: $0.reason) }
        }
    }
}

extension ChannelHealth.Reason {
    fileprivate var sentence: String {
        switch self {
        case .failing(let count): "\(count) attempts in a row failed"
        case .failures(let count, let all): "\(count) of the latest \(all) attempts failed"
        case .late(let seconds): "the oldest message waits \(seconds) s"
        case .silent(let seconds): "nothing came in for \(seconds) s"
        }
    }
}
