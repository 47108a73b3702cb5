import Conversation

/// Where the people of conversations are.
extension Writer {
    /// The texts of the statements that keep it; the tests ask for their query plans.
    enum PlaceSQL {
        static let drop = "DELETE FROM session_places WHERE session = ?"

        static let add = """
            INSERT INTO session_places (place, began_at, session) SELECT ?1, began_at, id FROM sessions WHERE id = ?2
            ON CONFLICT DO NOTHING
            """

        static let all = [drop, add]
    }

    /// Keeps where she is with the turn that begins a session, and with each one that changes what is known of her.
    func keepPlaces(of decision: Decision, _ session: Int64, before: Person?) throws(StoreFault) {
        let turn = decision.turn
        if !turn.isBeginning {
            guard before?.fields != turn.person.fields else { return }
            try query(PlaceSQL.drop).run(session)
        }
        for place in decision.places { try query(PlaceSQL.add).run(place.rawValue, session) }
    }
}
