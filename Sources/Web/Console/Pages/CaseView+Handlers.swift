import Conversation
import Gateway
import HTTPTypes
import Storage

extension ConsoleHandlers {
    /// Turns of the conversation that a case's page shows: the last ones.
    private static let turnsShown = 4

    func caseView(_ visit: Visit) async throws -> ConsoleAnswer {
        try await caseView(visit, objected: CaseView.Objected(), objections: [])
    }

    /// Lets a member see to a case.
    func assignCase(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let number = visit.caseNumber else { return fault(.missing, visit) }
        let wish = visit.field("assignee")
        let member = wish == "me" ? visit.author : wish
        let members = try await gateway.staff.list().filter(\.seesToCases).map { $0.id.rawValue.description }
        guard member.isEmpty || members.contains(member) else { return fault(.missing, visit) }
        try await note(.assignCase, visit, on: "case \(number)")
        return try await change(
            number, .assign(member.isEmpty ? nil : member), visit, "assign \(member)", done: "case-assigned")
    }

    /// Keeps a note on a case.
    func noteCase(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let number = visit.caseNumber else { return fault(.missing, visit) }
        let words = visit.field("note")
        guard words.contains(where: { !$0.isWhitespace }) else {
            let sentence = visit.texts["noteEmpty"]
            return try await caseView(
                visit, objected: CaseView.Objected(note: sentence),
                objections: [Frame.Objection(field: "note", sentence: sentence)])
        }
        try await note(.noteCase, visit, on: "case \(number)")
        return try await change(number, .note(words), visit, "note \(words)", done: "case-noted")
    }

    private func change(
        _ number: Int, _ change: CaseChange, _ visit: Visit, _ deed: String, done: String
    ) async throws -> ConsoleAnswer {
        switch try await gateway.cases.change(number, change, by: visit.author, key: visit.key(of: deed)) {
        case .done, .repeated: return .go(visit.page + "?done=" + done)
        case .closed: return .go(visit.page + "?done=case-over")
        case .unknown: return fault(.missing, visit)
        }
    }

    /// Shows a case, also with what is wrong with a form of its page.
    func caseView(
        _ visit: Visit, objected: CaseView.Objected, objections: [Frame.Objection]
    ) async throws -> ConsoleAnswer {
        let isWhole = visit.parameters["sight"] == "whole"
        let sight: Sight = isWhole ? .whole : .redacted
        guard let number = visit.caseNumber, let page = try await gateway.cases.page(number, sight: sight) else {
            return fault(.missing, visit)
        }
        // On the disk before anybody sees it.
        if isWhole { try await note(.readCase, visit, on: "case \(number)") }
        var session: SessionPage?
        if let id = page.entry.summary.session { session = try await gateway.sessions.page(id, sight: sight) }
        let frame = Frame(
            "caseTitle", visit, titleValue: number.description, done: visit.parameters["done"], objections: objections)
        let view = CaseView(
            page, session: session, sight, members: try await gateway.staff.list(),
            lines: (session?.turns ?? []).suffix(Self.turnsShown).map { line($0, visit.texts) }, frame: frame,
            objected: objected, visit: visit, pack: gateway.parts.library.machine.packs.current, clock: clock)
        return show(view, visit, objections.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Visit {
    /// The number of the case that the address names.
    var caseNumber: Int? { parameters["id"].flatMap { Int($0) } }
}

extension CaseView {
    /// - Parameters:
    ///   - members: Everybody who may use the console or once might.
    ///   - lines: The last turns of the conversation.
    fileprivate init(
        _ page: CasePage, session: SessionPage?, _ sight: Sight, members: [StaffRow],
        lines: [SessionView.Line], frame: Frame, objected: Objected, visit: Visit, pack: Pack, clock: WallClock
    ) {
        let (entry, texts) = (page.entry, visit.texts)
        let (summary, names) = (entry.summary, MemberNames(members, visit.texts))
        let flow = String(Step.flow(of: summary.step))
        let others = members.filter(\.seesToCases).map { ($0.id.rawValue.description, $0.record.name) }
        self.init(
            frame: frame, id: summary.number, topic: summary.topic,
            flow: pack.title(ofFlow: flow, in: visit.language.rawValue),
            words: summary.note.isEmpty ? nil : summary.note, isWhole: sight == .whole,
            openedAt: clock.text(summary.openedAt), dueAt: clock.text(entry.dueAt), isOverdue: entry.isOverdue,
            assignee: names[summary.assignee], isMine: summary.assignee == visit.author,
            members: Choice.list([("", texts["nobody"])] + others, chosen: summary.assignee ?? ""),
            record: summary.person.rawValue, ending: session?.numberEnding, session: session?.summary.id.rawValue,
            lines: lines,
            notes: page.notes.map { Note(at: clock.text($0.at), author: names[$0.author], words: $0.text) },
            hasNotes: !page.notes.isEmpty, isOpen: summary.closedAt == nil,
            closedAt: summary.closedAt.map { clock.text($0) },
            outcome: summary.outcome.map { texts[$0] },
            outcomes: Choice.list(
                CaseOutcome.allCases.map { ($0.rawValue, texts[$0]) }, chosen: visit.field("outcome")),
            typed: visit.field("words"), objectedTo: objected, key: Secret.token(),
            followUpHelp: texts["followUpHelp", session?.summary.language ?? "–"])
    }
}
