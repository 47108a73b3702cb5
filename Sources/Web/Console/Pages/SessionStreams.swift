import Conversation
import Gateway
import HTTPTypes
import Hummingbird
import Storage

/// What keeps pages of conversations fresh.
extension ConsoleHandlers {
    /// Tells a page of the list when it has changed.
    func sessionsStream(_ visit: Visit) -> ConsoleAnswer {
        let question = SessionQuestion(visit, clock, gateway)
        return stream(visit) { try await gateway.sessions.list(question.filter, after: question.place).mark }
    }

    /// Tells a conversation's page when it has changed.
    func sessionStream(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let id = visit.session, try await gateway.parts.store.session(id) != nil else {
            return fault(.missing, visit)
        }
        return stream(visit) { try await gateway.sessions.page(id, sight: .redacted)?.mark }
    }

    private func stream(
        _ visit: Visit, look: @escaping @Sendable () async throws -> String?
    ) -> ConsoleAnswer {
        let (desk, token) = (gateway.staff, visit.token)
        let seen = visit.parameters["seen"] ?? ""
        let interval = Duration.seconds(gateway.parts.settings.console.freshness)
        let body = streams.body(seen: seen, every: interval) {
            guard let signIn = try await desk.visitor(token, isByHand: false), signIn.role.rights.contains(.assist)
            else {
                return nil
            }
            return try await look()
        }
        return ConsoleAnswer(stream: body)
    }
}

extension SessionList {
    /// A mark of everything a page of the list shows.
    var mark: String { String(hashValue, radix: 36) }
}

extension SessionPage {
    /// A mark of everything a conversation's page shows.
    var mark: String { String(hashValue, radix: 36) }
}
