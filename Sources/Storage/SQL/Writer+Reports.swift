import Delivery
import Expressions

extension Writer {
    /// The texts of the statements for delivery reports; the tests ask for their query plans.
    enum ReportSQL {
        static let byProvider = """
            SELECT deliveries.outbox, deliveries.part FROM deliveries JOIN outbox ON outbox.id = deliveries.outbox
            WHERE deliveries.channel = ? AND deliveries.provider_id = ? ORDER BY deliveries.outbox DESC LIMIT 1
            """

        static let message = "SELECT channel FROM outbox WHERE id = ?"

        static let statusOfPart = "SELECT status, provider_id FROM deliveries WHERE outbox = ? AND part = ?"

        /// Of a part that a provider took twice, the id that was told first stays: its reports may have come already. Of
        /// what was sent to someone who was erased meanwhile none is kept.
        static let keepPart = """
            INSERT INTO deliveries (outbox, part, channel, provider_id, status, code, at)
            SELECT id, ?2, channel, iif(person = 0, NULL, ?3), ?4, ?5, ?6 FROM outbox WHERE id = ?1
            ON CONFLICT (outbox, part) DO UPDATE
            SET provider_id = coalesce(deliveries.provider_id, excluded.provider_id), status = excluded.status,
                code = coalesce(excluded.code, deliveries.code), at = excluded.at
            """

        static let parts = "SELECT status FROM deliveries WHERE outbox = ? ORDER BY part"

        static let status = "UPDATE outbox SET status = ?, reported_at = ? WHERE id = ?"

        /// A report proves that the provider took the parts up to it: what is not on its way is due now, so that the
        /// rest goes, or nothing does.
        static let prove = """
            UPDATE outbox
            SET accepted = max(accepted, ?1), due_at = iif(state = 1, due_at, ?2), state = iif(state = 1, 1, 0)
            WHERE id = ?3 AND due_at IS NOT NULL
            """

        /// It arrived after all.
        static let resurrect = "UPDATE outbox SET dead_reason = NULL WHERE id = ? AND dead_reason IS NOT NULL"

        static let early = "SELECT status FROM early_reports WHERE channel = ? AND provider_id = ?"

        static let keepEarly = """
            INSERT INTO early_reports (channel, provider_id, status, code, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (channel, provider_id) DO UPDATE
            SET status = excluded.status, code = coalesce(excluded.code, early_reports.code), at = excluded.at
            """

        static let takeEarly = """
            DELETE FROM early_reports WHERE channel = (SELECT channel FROM outbox WHERE id = ?) AND provider_id = ?
            RETURNING status, code
            """

        static let forgetEarly = "DELETE FROM early_reports WHERE at < ?"

        static let all = [
            byProvider, message, statusOfPart, keepPart, parts, status, prove, resurrect, early, keepEarly, takeEarly,
            forgetEarly,
        ]
    }

    /// Keeps a delivery report with its message, or by itself until its message is known.
    func report(_ report: DeliveryReport) throws(StoreFault) -> ReportOutcome {
        guard let (id, part) = try place(of: report) else { return try keepEarly(report) }
        try keepPart(part, of: id, report.providerID, report.status, code: report.code, at: report.at)
        if let reference = report.reference, reference.provesParts {
            try query(ReportSQL.prove).run(part, report.at, id.rawValue)
        }
        if report.status == .accepted || report.status == .sent || report.status == .delivered {
            try query(ReportSQL.resurrect).run(id.rawValue)
        }
        try keepStatus(of: id, at: report.at)
        return .known(id)
    }

    /// The message and part a report is about: by our own id, else by the provider's.
    private func place(of report: DeliveryReport) throws(StoreFault) -> (OutboxID, part: Int)? {
        if let reference = report.reference,
            let channel = try query(ReportSQL.message).first(reference.id.rawValue, read: { $0.text(0) }),
            reference.channels.contains(channel)
        {
            return (reference.id, reference.part)
        }
        guard let providerID = report.providerID else { return nil }
        return try query(ReportSQL.byProvider).first(report.channel, providerID) { columns in
            (OutboxID(rawValue: columns.integer(0)), Int(columns.integer(1)))
        }
    }

    private func keepEarly(_ report: DeliveryReport) throws(StoreFault) -> ReportOutcome {
        guard let providerID = report.providerID else { return .lost }
        let before = try query(ReportSQL.early).first(report.channel, providerID) { DeliveryStatus($0.text(0)) }
        let status = before?.after(report.status) ?? report.status
        try query(ReportSQL.keepEarly).run(report.channel, providerID, status.rawValue, report.code, report.at)
        return .early
    }

    /// Keeps a part that a provider took, with what its report has told already.
    func keep(_ part: AcceptedPart, of result: OutboxResult) throws(StoreFault) {
        var (status, code) = (DeliveryStatus.accepted, String?.none)
        if let providerID = part.providerID {
            let early = try query(ReportSQL.takeEarly).first(result.id.rawValue, providerID) { columns in
                (DeliveryStatus(columns.text(0)), columns.optional(1, columns.text))
            }
            if let early { (status, code) = (status.after(early.0), early.1) }
        }
        try keepPart(part.number, of: result.id, part.providerID, status, code: code, at: result.at)
    }

    private func keepPart(
        _ part: Int, of id: OutboxID, _ providerID: String?, _ status: DeliveryStatus, code: String?, at: Timestamp
    ) throws(StoreFault) {
        let known = try query(ReportSQL.statusOfPart).first(id.rawValue, part) { columns in
            (DeliveryStatus(columns.text(0)), columns.optional(1, columns.text))
        }
        let after = known.map { $0.0.after(status) } ?? status
        if let known, known.0 == after, providerID == nil || known.1 != nil { return }
        try query(ReportSQL.keepPart).run(
            id.rawValue, part, providerID, after.rawValue, after == status ? code : nil, at)
    }

    /// The message is as far as its parts are.
    func keepStatus(of id: OutboxID, at: Timestamp) throws(StoreFault) {
        let parts = try query(ReportSQL.parts).all(id.rawValue) { DeliveryStatus($0.text(0)) }
        guard let status = DeliveryStatus.whole(of: parts) else { return }
        try query(ReportSQL.status).run(status.rawValue, at, id.rawValue)
    }

    /// Forgets reports whose message never came.
    func forgetReports(before: Timestamp) throws(StoreFault) {
        try query(ReportSQL.forgetEarly).run(before)
    }
}

extension DeliveryStatus {
    /// A status as its row has it.
    fileprivate init(_ text: String) { self = DeliveryStatus(rawValue: text) ?? .unknown }
}
