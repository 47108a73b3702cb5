import Conversation
import Expressions
import Foundation
import Providers
package import Storage

/// Gives out what people answered in a flow, without who they are: for research, and for a reason.
package struct ResultsDesk: Sendable {
    private let parts: GatewayParts

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// Whether a flow has questions whose answers may be given out.
    package func hasQuestions(_ flow: String) -> Bool { !questions(of: flow).isEmpty }

    /// The results that are asked for. That they were given out is in the audit log before they are.
    ///
    /// - Parameter staff: Who asks; nil for a command on the gateway's own machine.
    package func results(_ query: ResultsQuery, by staff: StaffID?) async throws -> ResultsPackage {
        let reason = query.reason.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !reason.isEmpty, reason.count <= ResultsQuery.longestReason else { throw ResultsRefusal.unreasoned }
        guard let days = query.days else { throw ResultsRefusal.days }
        let questions = questions(of: query.flow)
        guard !questions.isEmpty else { throw ResultsRefusal.nothingAsked }
        let walk = walk(through: questions, on: days)
        guard try await hasEnough(walk) else { throw ResultsRefusal.tooFew }
        let subject = "flow \(query.flow), \(query.from) to \(query.until)"
        try await parts.store.note(
            AuditDraft(.exportResults, by: staff, on: subject, because: reason), at: parts.staffClock.now)
        return ResultsPackage(
            walk, query.isStable ? Pseudonyms(parts.vault) : Pseudonyms(), descriptor(query, questions))
    }

    private func questions(of flow: String) -> [ResultQuestion] {
        let pack = parts.library.machine.packs.current
        let names = PrivateNames(pack)
        return pack.steps.filter { $0.flow == flow }.compactMap { ResultQuestion($0, of: pack, names) }
    }

    private func walk(through questions: [ResultQuestion], on days: ClosedRange<CalendarDate>) -> ResultsWalk {
        let packs = parts.library.machine.packs
        let offset = packs.current.settings.utcOffset
        var filter = SessionFilter()
        filter.from = Timestamp(date: days.lowerBound, utcOffset: offset)
        filter.until = Timestamp(date: days.upperBound.adding(days: 1) ?? days.upperBound, utcOffset: offset)
        return ResultsWalk(
            store: parts.store, packs: packs,
            questions: Dictionary(questions.map { ($0.id, $0) }) { first, _ in first }, filter: filter,
            moment: parts.clock.now, kinds: parts.channels.mapValues { $0.kind == .ussd ? "ussd" : "sms" })
    }

    /// Whether as many people answered as pages of evidence tell of: a table of fewer would be about them.
    private func hasEnough(_ walk: ResultsWalk) async throws -> Bool {
        var people: Set<PersonID> = []
        try await walk.run { session, _, _, _ in
            // Number 0 stands for everybody who was erased.
            if session.person.rawValue != 0 { people.insert(session.person) }
            return people.count < parts.settings.evidenceLeast
        }
        return people.count >= parts.settings.evidenceLeast
    }

    private func descriptor(_ query: ResultsQuery, _ questions: [ResultQuestion]) -> ResultsDescriptor {
        let pack = parts.library.machine.packs.current
        let title = pack.title(ofFlow: query.flow, in: nil)
        return ResultsDescriptor(
            id: UUID().uuidString.lowercased(),
            name: ResultsDescriptor.name("\(pack.id)-\(query.flow)-\(query.from)-\(query.until)"),
            title: "\(pack.title): \(title)",
            description:
                "Conversations that began from \(query.from) to \(query.until). Times are hours. Answers that the "
                + "pack calls private, people's own words, numbers and names are left out; people and conversations have "
                + "pseudonyms" + (query.isStable ? "." : " that are good for this package only."),
            created: parts.clock.now, questions: questions)
    }
}
