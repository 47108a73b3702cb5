package import Expressions

/// What is known of a person between conversations. A person is not a phone number.
package struct Person: Hashable, Sendable {
    /// The language she chose, nil before she chose one.
    package var language: String?
    /// Whether she asked for no more messages.
    package var isStopped: Bool
    /// The pack's person fields that have a value.
    package var fields: [String: Value]
    /// On which day each of them got its value; one that got it before days were kept has none.
    package var given: [String: CalendarDate]
    /// The number of the wording that she agreed to, of the fields that hold a consent.
    package var agreed: [String: Int]
    /// The USSD dialogue that her last conversation ended in, so that what still comes of it begins nothing.
    package var ended: EndedDialogue?
    /// What is kept of the digits that protect her record; nil while she has chosen none.
    package var pin: PIN?
    /// Wrong answers to what tells her from the others who use her phone, while she has no PIN.
    package var checks: Attempts

    package init(
        language: String? = nil, isStopped: Bool = false, fields: [String: Value] = [:],
        given: [String: CalendarDate] = [:], agreed: [String: Int] = [:], ended: EndedDialogue? = nil,
        pin: PIN? = nil, checks: Attempts = Attempts()
    ) {
        self.language = language
        self.isStopped = isStopped
        self.fields = fields
        self.given = given
        self.agreed = agreed
        self.ended = ended
        self.pin = pin
        self.checks = checks
    }
}

/// A USSD dialogue of which we have shown the last screen.
package struct EndedDialogue: Hashable, Sendable {
    /// The provider's session id.
    package let id: String
    /// The mark of its last hop.
    package let mark: Int
    /// When the last screen was made.
    package let at: Timestamp

    package init(id: String, mark: Int, at: Timestamp) {
        self.id = id
        self.mark = mark
        self.at = at
    }
}
