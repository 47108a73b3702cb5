import Conversation
import Expressions
import Gateway
import Storage

extension APIHandlers {
    private static let nobody = "nobody"

    func cases(_ call: APICall) async throws -> APIAnswer {
        var filter = CaseFilter()
        filter.isClosed = try call.query.word("state", of: ["open", "closed"]) == "closed"
        filter.topic = call.query["topic"]
        filter.assignee = call.query["assignee"].map { $0 == Self.nobody ? .nobody : .somebody($0) }
        let list = try await gateway.cases.list(
            filter, after: try call.query.place { Int($0) }, limit: try call.query.limit(most: CaseDesk.limit),
            sight: .redacted)
        return APIAnswer(CaseListJSON(cases: list.cases.map(CaseJSON.init), next: list.next.map { "\($0)" }))
    }

    func openedCase(_ call: APICall) async throws -> APIAnswer {
        let (number, sight) = (try call.caseNumber(), try call.sight())
        guard let page = try await gateway.cases.page(number, sight: sight) else { throw APIProblem.missing }
        if sight == .whole { try await note(.readCase, call, on: "case \(number)") }
        return APIAnswer(CasePageJSON(page, sight))
    }

    /// Lets a member of staff see to a case, or nobody.
    func assignCase(_ call: APICall) async throws -> APIAnswer {
        let assignee = try call.body.textOrNull("assignee")
        let members = try await gateway.staff.list().filter { $0.disabledAt == nil && $0.role.rights.contains(.assist) }
        guard assignee.map({ id in members.contains { "\($0.id.rawValue)" == id } }) ?? true else {
            throw APIProblem(.value, "'assignee' must be the id of somebody who sees to cases, or null")
        }
        return try await change(call, .assign(assignee), .assignCase)
    }

    /// Keeps a note on a case.
    func noteCase(_ call: APICall) async throws -> APIAnswer {
        try await change(call, .note(try call.body.text("note", most: DeedDesk.noteLimit)), .noteCase)
    }

    func closeCase(_ call: APICall) async throws -> APIAnswer {
        let word = try call.body.word("outcome", of: CaseOutcome.allCases.map(\.rawValue))
        guard let outcome = CaseOutcome(rawValue: word) else { throw APIProblem(.value, "'outcome' is not known") }
        let words = try call.body.optionalText("words")
        return try await change(call, .close(outcome), .closeCase) { page in
            guard let words, page.entry.summary.closedAt == nil else { return }
            guard let session = page.entry.summary.session else {
                throw APIProblem(.refused, "no conversation opened the case, so nothing can be sent about it")
            }
            try await tell(words, in: session, as: try call.body.optionalText("mark"), call)
        }
    }

    /// Sends an SMS before a case is closed: where it cannot be sent, the case stays open.
    ///
    /// - Parameter mark: Of the preview that was looked at; nil where nobody did.
    private func tell(_ words: String, in session: SessionID, as mark: String?, _ call: APICall) async throws {
        let told = try await gateway.deeds.act(
            .tell(words), in: session, by: call.token.id.author, key: "tell \(words) \(call.key)", as: mark)
        if let problem = APIProblem(told) { throw problem }
    }

    /// - Parameter prepare: What is done first, once it is noted; where it cannot be, nothing changes.
    private func change(
        _ call: APICall, _ change: CaseChange, _ act: StaffAct,
        after prepare: (CasePage) async throws -> Void = { _ in }
    ) async throws -> APIAnswer {
        let number = try call.caseNumber()
        guard let before = try await gateway.cases.page(number, sight: .redacted) else { throw APIProblem.missing }
        try await note(act, call, on: "case \(number)")
        try await prepare(before)
        let key = "\(act.rawValue) \(call.key)"
        switch try await gateway.cases.change(number, change, by: call.token.id.author, key: key) {
        case .done, .repeated: break
        case .closed: throw APIProblem(.closed, "case \(number) is closed")
        case .unknown: throw APIProblem.missing
        }
        guard let page = try await gateway.cases.page(number, sight: .redacted) else { throw APIProblem.missing }
        return APIAnswer(CasePageJSON(page, .redacted))
    }

    private struct CaseListJSON: Encodable {
        let cases: [CaseJSON]
        let next: String?
    }

    private struct CasePageJSON: Encodable {
        let `case`: CaseJSON
        let sight: String
        let notes: [SessionPageJSON.Note]

        init(_ page: CasePage, _ sight: Sight) {
            `case` = CaseJSON(page.entry)
            self.sight = sight.rawValue
            notes = page.notes.map(SessionPageJSON.Note.init)
        }
    }

    private struct CaseJSON: Encodable {
        let number: Int
        let person: Int64
        let session: Int64?
        let topic, note, step, openedAt, dueAt: String
        let isOverdue: Bool
        let assignee, closedAt, outcome: String?

        init(_ entry: CaseEntry) {
            let summary = entry.summary
            number = summary.number
            person = summary.person.rawValue
            session = summary.session?.rawValue
            topic = summary.topic
            note = summary.note
            step = summary.step
            openedAt = summary.openedAt.rfc3339()
            dueAt = entry.dueAt.rfc3339()
            isOverdue = entry.isOverdue
            assignee = summary.assignee
            closedAt = summary.closedAt?.rfc3339()
            outcome = summary.outcome?.rawValue
        }
    }
}

extension APICall {
    /// The number of the case that the path names.
    fileprivate func caseNumber() throws(APIProblem) -> Int {
        guard let number = Int(exactly: try number("number")) else { throw .missing }
        return number
    }
}
