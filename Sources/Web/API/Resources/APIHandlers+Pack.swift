import Conversation
import Gateway
import Storage

extension APIHandlers {
    /// The pack that is served, and the sessions on each revision.
    func pack() async throws -> APIAnswer {
        let pack = gateway.parts.library.machine.packs.current
        let inUse = try await gateway.parts.store.revisionsInUse()
        return APIAnswer(
            PackJSON(
                id: pack.id, title: pack.title, revision: pack.revision.hash, steps: pack.steps.count,
                languages: pack.languages.map(\.tag),
                sessions: Dictionary(uniqueKeysWithValues: inUse.map { ($0.key.hash, $0.value) })))
    }

    /// Says what publishing the pack on disk would change.
    func checkPack(_ call: APICall) async throws -> APIAnswer {
        try await note(.checkPack, call)
        return APIAnswer(await gateway.publisher.publish(dryRun: true))
    }

    func publishPack(_ call: APICall) async throws -> APIAnswer {
        try await note(.publishPack, call)
        let report = await gateway.publisher.publish(dryRun: false)
        guard report.changes != nil else {
            throw APIProblem(
                .pack, "the pack on disk has errors, which POST /api/v1/pack/check tells; the served one stays")
        }
        guard !report.hasFailed else {
            throw APIProblem(.unavailable, "the pack could not be kept; the served one stays")
        }
        return APIAnswer(report)
    }

    private struct PackJSON: Encodable {
        let id, title, revision: String
        let steps: Int
        let languages: [String]
        let sessions: [String: Int]
    }
}
