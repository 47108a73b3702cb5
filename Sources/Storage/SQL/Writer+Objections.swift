import Conversation
import Expressions
import Sealing

/// Numbers that are told that their record went to another one, and that object.
extension Writer {
    /// The texts of the statements about them; the tests ask for their query plans.
    enum ObjectionSQL {
        /// What the claim that brought a record last did to the numbers that led to it; see `AddressState.doubt`.
        static let ask = """
            UPDATE addresses SET objection_until = ?1
            WHERE shared = 0 AND id IN (
                SELECT claim_rows.row FROM claim_rows
                JOIN addresses AS asked ON asked.id = claim_rows.row
                WHERE claim_rows.claim = (SELECT max(id) FROM claims WHERE person = ?2)
                  AND claim_rows.kind = 'address'
                  AND (claim_rows.was = 0 AND (asked.heard_at IS NULL OR asked.heard_at > ?3)
                       OR asked.objection_until > ?4))
            """

        /// The other numbers that are hers, alone or with others, and whether they are asked until a moment.
        static let told = """
            SELECT profiles.address, addresses.objection_until IS NOT NULL AND addresses.objection_until = ?3
            FROM profiles JOIN addresses ON addresses.id = profiles.address
            WHERE profiles.person = ?1 AND profiles.address <> ?2 AND profiles.left_at IS NULL
            """

        /// The claims that took a record from a number, and what the number was held to be before each.
        static let claims = """
            SELECT claims.id, claim_rows.was FROM claims
            JOIN claim_rows ON claim_rows.claim = claims.id AND claim_rows.kind = 'address' AND claim_rows.row = ?2
            WHERE claims.person = ?1 AND claims.undone_at IS NULL
            ORDER BY claims.id DESC
            """

        static let all = [ask, told, claims]
    }

    /// Tells the other numbers of a person that her record came to this one, and asks those that may object.
    mutating func tell(
        _ notice: OutboxDraft?, asking objection: ObjectionDraft?, except address: KnownAddress, at: Timestamp
    ) throws(StoreFault) {
        guard notice != nil || objection != nil else { return }
        if let objection {
            try query(ObjectionSQL.ask).run(objection.until, address.person, objection.heardAfter, at)
            memory.forgetPeople()
        }
        let told = try query(ObjectionSQL.told).all(address.person, address.id, objection?.until) { columns in
            (address: columns.integer(0), isAsked: columns.integer(1) == 1)
        }
        for other in told {
            guard let draft = other.isAsked ? objection?.question : notice else { continue }
            try add(draft, to: address.person, at: other.address, now: at)
        }
    }

    /// A number objects: the claims that it was asked about are undone, from the latest, with what came of them. Its
    /// codes end, and its PIN brings the record nowhere until a moment.
    mutating func object(_ address: KnownAddress, frozenUntil: Timestamp, at: Timestamp) throws(StoreFault) {
        let claims = try query(ObjectionSQL.claims).all(address.person, address.id) { columns in
            (id: ClaimID(rawValue: columns.integer(0)), wasVerified: columns.integer(1) == 0)
        }
        for claim in claims {
            let outcome = try takeBack(claim.id, at: at)
            if outcome == .unknown { continue }  // with a later one
            if outcome != .done || claim.wasVerified { break }
        }
        try query(ClaimSQL.dropCodes).run(address.person, Int64.max)
        guard var person = try sharer(address.person)?.holder.person else { return }
        person.freeze(until: frozenUntil)
        try turns.changePerson.run(seal(person), address.person)
        memory.forgetPeople()
    }

    /// Undoes a claim and every later one that stands in the way. The numbers stay such as may be a stranger's.
    private mutating func takeBack(_ id: ClaimID, at: Timestamp) throws(StoreFault) -> ClaimUndoing {
        while let later = try latest(after: id) {
            guard try takeBack(later, at: at) == .done else { return .overtaken }
        }
        return try undoClaim(id, isTrusted: false, at: at)
    }
}
