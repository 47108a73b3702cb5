import Conversation
import Expressions
import Storage

/// Goes through the conversations of some days, one after the other, and reads the answers to the questions of one flow.
/// Of all that is kept no more than one conversation is in memory.
struct ResultsWalk: Sendable {
    /// Conversations that are looked up at one time.
    private static let page = 100

    let store: any Store
    let packs: ConversationMachine.Packs
    /// The questions whose answers count, by the addresses of their steps, as the published pack has them.
    let questions: [String: ResultQuestion]
    let filter: SessionFilter
    /// What was said after this moment does not count, so that two walks find the same.
    let moment: Timestamp
    /// The kinds of channels by their names.
    let kinds: [String: String]

    /// Tells every answer with whose it is.
    ///
    /// - Parameter tell: Returns whether to go on.
    func run(_ tell: (SessionSummary, Int, TranscriptLine, ResultReading.Response) async throws -> Bool) async throws {
        var known: [RevisionID: ResultReading.Questions] = [:]
        var place: SessionPlace?
        repeat {
            let page = try await store.sessions(filter, after: place, limit: Self.page)
            for session in page {
                // Of what was retired, the published pack says what its numbers mean: an option's number stays its own.
                let pack = session.revision.flatMap { packs[$0] } ?? packs.current
                let own = known[pack.revision] ?? ResultReading.Questions(pack)
                known[pack.revision] = own
                guard try await read(session, own, tell) else { return }
            }
            place = page.count < Self.page ? nil : page.last?.place
        } while place != nil
    }

    private func read(
        _ session: SessionSummary, _ own: ResultReading.Questions,
        _ tell: (SessionSummary, Int, TranscriptLine, ResultReading.Response) async throws -> Bool
    ) async throws -> Bool {
        var (reading, count) = (ResultReading(own), 0)
        for line in try await store.transcript(of: session.id) where line.at <= moment {
            for response in reading.read(line) {
                // A question that was another one then is none of these.
                guard let question = questions[response.question.id], question.kind == response.question.kind else {
                    continue
                }
                count += 1
                guard try await tell(session, count, line, response) else { return false }
            }
        }
        return true
    }
}
