import Conversation
import Expressions
import Storage

/// Everything that is kept about one person, as a file for her: times in RFC 3339, days as `2026-03-15`.
package struct PersonExport: Codable, Sendable {
    /// The file's format; a program that reads it looks here first.
    package private(set) var format = 1
    package let exportedAt: String
    /// Her record, as the store numbers it.
    package let record: Int64
    /// When she was first heard.
    package let knownSince: String
    /// Until when she is remembered who has not agreed that anything is kept; nil for everybody else.
    package let guestUntil: String?
    package let language: String?
    /// Whether she wants no messages.
    package let isStopped: Bool
    /// Whether she has chosen a PIN, of which nothing can be told.
    package let hasPIN: Bool
    package let fields: [Field]
    package let numbers: [Number]
    package let claimCodes: [Code]
    package let claims: [ClaimNote]
    package let wishes: [Wish]
    /// What she agreed to and what she took back, in order.
    package let consents: [Consent]
    package let reminders: [Reminder]
    /// The answers of the conversation she is in, without PINs; none where the pack is not at hand that tells them.
    package let answers: [Answer]
    package let conversations: [Conversation]
    /// What was said outside of any conversation.
    package let otherTurns: [Turn]
    package let messages: [Message]
    package let heldMessages: [Held]
    package let cases: [Case]

    /// A field of her record.
    package struct Field: Codable, Sendable {
        package let name: String
        package let value: String
        /// The day she gave it; nil where days were not kept yet.
        package let since: String?
        /// The day it goes; nil where it stays while she is known.
        package let until: String?
        /// The steps of the pack that ask for it or work it out; nil where the pack is not at hand.
        package let from: [String]?
    }

    /// A number that she has or had.
    package struct Number: Codable, Sendable {
        package let number: String
        package let channel: String
        /// `verified`, `unverified`, `released`, or `left` once it is somebody else's.
        package let state: String
        package let isShared: Bool
        package let since: String
        package let heardAt: String?
        package let leftAt: String?
    }

    /// A claim code that she was shown; what it was is not kept.
    package struct Code: Codable, Sendable {
        package let expiresAt: String
        package let usedAt: String?
    }

    /// A wish that staff bring her a record.
    package struct Wish: Codable, Sendable {
        package let at: String
        package let caseNumber: Int
        package let decidedAt: String?
        package let claim: Int64?
    }

    /// Something that she agreed to, refused or took back.
    package struct Consent: Codable, Sendable {
        package let at: String
        /// The field of her record, or `messages` for STOP and START.
        package let subject: String
        package let change: String
        /// The number of the wording, and the words as the pack has them.
        package let wording: Int
        package let words: String
        package let channel: String
        package let language: String
        package let step: String
        package let revision: String
    }

    /// A flow that starts later.
    package struct Reminder: Codable, Sendable {
        package let step: String
        package let channel: String
        /// Nil where it waits for a rule to change.
        package let dueAt: String?
        /// The rule whose change starts it.
        package let rule: String?
    }

    /// An answer of the conversation she is in.
    package struct Answer: Codable, Sendable {
        package let name: String
        package let value: String
    }

    /// An SMS of hers that is held while a USSD dialogue is open.
    package struct Held: Codable, Sendable {
        package let text: String
        package let at: String
    }
}

extension PersonExport {
    init(
        _ holdings: PersonHoldings, at now: Timestamp, pack: Pack?, conversations: [Conversation],
        messages: [MessageSummary], cases: [Case], consents: [ConsentRow]
    ) {
        let person = holdings.record
        exportedAt = now.rfc3339()
        record = holdings.id.rawValue
        knownSince = holdings.since.rfc3339()
        guestUntil = holdings.guestUntil?.rfc3339()
        language = person.language
        isStopped = person.isStopped
        hasPIN = person.pin != nil
        fields = person.fields.sorted { $0.key < $1.key }.map { Field($0, $1, since: person.given[$0], pack: pack) }
        numbers = holdings.numbers.map(Number.init)
        claimCodes = holdings.codes.map { Code(expiresAt: $0.expiresAt.rfc3339(), usedAt: $0.usedAt?.rfc3339()) }
        claims = holdings.claims.map(ClaimNote.init)
        wishes = holdings.wishes.map { wish in
            Wish(
                at: wish.at.rfc3339(), caseNumber: wish.caseNumber, decidedAt: wish.decidedAt?.rfc3339(),
                claim: wish.claim?.rawValue)
        }
        self.consents = consents.map(Consent.init)
        reminders = holdings.reminders.map {
            Reminder(step: $0.step, channel: $0.channel, dueAt: $0.dueAt?.rfc3339(), rule: $0.rule)
        }
        answers = pack.map { Answer.all(of: holdings.live, in: $0) } ?? []
        self.conversations = conversations
        otherTurns = holdings.lines.map(Turn.init)
        self.messages = messages.map(Message.init)
        heldMessages = holdings.held.map { Held(text: $0.text, at: $0.since.rfc3339()) }
        self.cases = cases
    }
}

extension PersonExport.Field {
    fileprivate init(_ name: String, _ value: Value, since: CalendarDate?, pack: Pack?) {
        self.name = name
        self.value = value.text
        let months = pack?.personFields[name]?.keep
        let until = since.flatMap { day in months.flatMap { day.adding(months: $0) } }
        self.since = since.map { Value.date($0).text }
        self.until = until.map { Value.date($0).text }
        from = pack.map { pack in pack.steps.filter { $0.fills(name) }.map(\.address) }
    }
}

extension PersonExport.Consent {
    fileprivate init(_ row: ConsentRow) {
        let note = row.note
        at = row.at.rfc3339()
        subject = note.subject
        change = note.change.rawValue
        wording = note.wording
        words = note.text
        channel = note.channel
        language = note.language
        step = note.step
        revision = note.revision.hash
    }
}

extension PersonExport.Number {
    fileprivate init(_ own: OwnNumber) {
        number = own.number
        channel = own.channel
        state =
            switch own.standing {
            case .verified?: "verified"
            case .unverified?: "unverified"
            case .released?: "released"
            case nil: "left"
            }
        isShared = own.isShared
        since = own.since.rfc3339()
        heardAt = own.heardAt?.rfc3339()
        leftAt = own.leftAt?.rfc3339()
    }
}

extension Step {
    /// Whether it gives a field of the person a value.
    fileprivate func fills(_ field: String) -> Bool {
        verb.kept.contains { $0.target == .person(field) && $0.value?.source != "null" }
    }
}

extension PersonExport.Answer {
    /// Every answer that is no PIN: some are typed for other systems, and stay in the conversation until it is over.
    fileprivate static func all(of session: Session?, in pack: Pack) -> [PersonExport.Answer] {
        let secret = pack.steps.compactMap { step -> String? in
            guard case .ask(let ask) = step.verb, ask.answer.type == .pin, case .answer(let name) = ask.save else {
                return nil
            }
            return name
        }
        return (session?.journal ?? []).filter { !secret.contains($0.name) }.map {
            PersonExport.Answer(name: $0.name, value: $0.value.text)
        }
    }
}
