import Expressions
import Storage
import Testing

@testable import Conversation

/// Staff who bring people their records.
extension Town {
    /// Somebody who asked for one.
    struct Waiting {
        /// Who she is.
        let person: Int
        /// Her record, as the model numbers it, and as the store does.
        let model, store: Int64
    }

    /// Staff call somebody who asked. They bring a record only to whom it belongs, and not where somebody else on her phone
    /// has meanwhile taken up the one that she began without protecting it.
    mutating func decide() async throws {
        guard let place = pleas.indices.randomElement(using: &random) else { return }
        let plea = pleas.remove(at: place)
        let rows = try await store.waitingPleas(limit: 99)
        let row = try #require(rows.first { $0.person.rawValue == plea.store })
        let found = model.records(askedForBy: plea.model)
        #expect(row.records.count == found.count)
        let hers = found.firstIndex { $0.person.fields["secret"] == .text(secret(of: plea.person)) }
        let begun = model.records[Int(plea.model)]?.person.fields["secret"]
        let isHers = begun == nil || begun == .text(secret(of: plea.person))
        guard let hers, isHers, row.records.indices.contains(hers) else {
            refused += 1
            model.refuse(pleaOf: plea.model)
            #expect(try await store.refusePlea(row.id, at: now) { _, _ in Self.decision(nil) } == .done)
            return
        }
        let objection = machine.packs.current.objection(in: nil, at: now)
        let isBrought = model.approve(pleaOf: plea.model, bringing: found[hers].id, objection)
        let outcome = try await store.approvePlea(row.id, record: row.records[hers], at: now) { record, begun in
            Self.decision(record?.merging(begun), objection)
        }
        #expect((outcome == .done) == isBrought, "\(outcome)")
        guard isBrought else { return }
        approved += 1
        noteClaims()
    }

    private static func decision(_ merged: Person?, _ objection: Objection? = nil) -> PleaDecision {
        PleaDecision(
            merged: merged, word: nil, notice: nil,
            objection: objection.map {
                ObjectionDraft($0, question: OutboxDraft(channel: "test", text: $0.question))
            })
    }
}
