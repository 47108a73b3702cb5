import Gateway
import Storage

extension APIHandlers {
    /// The records that came to other numbers.
    func claims() async throws -> APIAnswer {
        APIAnswer(["claims": try await gateway.claims.list()])
    }

    /// The wishes for records that staff have not decided.
    func waitingClaims() async throws -> APIAnswer {
        APIAnswer(["claims": try await gateway.claims.waiting()])
    }

    /// Brings a record to whoever asked for it.
    func approveClaim(_ call: APICall) async throws -> APIAnswer {
        let (id, record) = (try call.number("id"), try call.body.whole("record"))
        guard call.body.isTrue("sure") else {
            throw APIProblem(.value, "'sure' must be true: somebody has spoken with her and knows the record is hers")
        }
        try await expectWaiting(id)
        try await note(.approveClaim, call, on: "plea \(id)")
        return try decided(try await gateway.claims.approve(id, record: record))
    }

    func refuseClaim(_ call: APICall) async throws -> APIAnswer {
        let id = try call.number("id")
        try await expectWaiting(id)
        try await note(.refuseClaim, call, on: "plea \(id)")
        return try decided(try await gateway.claims.refuse(id))
    }

    func undoClaim(_ call: APICall) async throws -> APIAnswer {
        let id = try call.number("id")
        guard try await gateway.claims.list().contains(where: { $0.id == id }) else { throw APIProblem.missing }
        try await note(.undoClaim, call, on: "claim \(id)")
        switch try await gateway.claims.undo(id) {
        case .done: return APIAnswer(["outcome": "done"])
        case .unknown: throw APIProblem(.closed, "this claim was undone before")
        case .late: throw APIProblem(.late, "a claim can be undone for \(ClaimUndoing.days) days")
        case .overtaken:
            throw APIProblem(.overtaken, "these records or the number have changed hands since: undo that first")
        }
    }

    /// What nobody waits for is not in the log.
    private func expectWaiting(_ id: Int64) async throws {
        guard try await gateway.claims.waiting().contains(where: { $0.id == id }) else { throw APIProblem.missing }
    }

    private func decided(_ outcome: PleaOutcome) throws(APIProblem) -> APIAnswer {
        switch outcome {
        case .done: return APIAnswer(["outcome": "done"])
        case .unknown: throw .missing
        case .missing: throw APIProblem(.value, "her old number had no such record")
        case .several: throw APIProblem(.several, "her old number had several records: say which as 'record'")
        case .overtaken:
            throw APIProblem(.overtaken, "she has brought a record herself, or her number is somebody else's now")
        }
    }
}
