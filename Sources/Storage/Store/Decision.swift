package import Conversation
package import Expressions

/// What is to be kept of one arrival.
package struct Decision: Hashable, Sendable {
    package let turn: Turn
    /// Kept with the arrival's key and given back, byte for byte, to every repeat. The answer of a turn that ends a
    /// request takes the place of the one kept for the arrival that began it.
    package let answer: [UInt8]?
    /// Messages to send once the turn is on disk. The turn's own `messages` are not looked at.
    package let outgoing: [OutboxDraft]
    /// When the session's silence timer fires; nil when it has none. Looked at only while a session goes on.
    package let silenceAt: Timestamp?
    /// The channel that carries the turn's reminders; nil when none can, and they are dropped.
    package let reminderChannel: String?
    /// The question to ask another system, once the turn is on disk. The turn's own `request` is not looked at.
    package let request: RequestDraft?
    /// Whether the arrival is another one than the last, although its key is known and its window is not over.
    package let isNew: Bool
    /// The screen to show by a request of our own, once the turn is on disk. It is not kept.
    package let screen: Reply?
    /// What the decision cannot be made without and the store knows: it is asked for again, with the answer in the
    /// snapshot, in the same transaction.
    package var lookup: Lookup?
    /// What the decision cannot be made without and the store does not know: nothing is kept, and the settlement says so.
    package var stretch: Stretch?
    /// The digest of the claim code that the turn shows.
    package var offer: CodeDraft?
    /// What she asks staff to bring her.
    package var plea: PleaDraft?
    /// What is sent to the numbers that led to the record before a claim of this turn.
    package var notice: OutboxDraft?
    /// What those of them are asked instead that were surely hers alone.
    package var objection: ObjectionDraft?
    /// The code of the place that she is counted in when her conversation ends; nil where it is not known.
    package var place: String?
    /// The place that staff find her conversation by, and those around it; empty where it is not known.
    package var places: [PlaceDigest] = []

    package init(
        turn: Turn, answer: [UInt8]? = nil, outgoing: [OutboxDraft] = [], silenceAt: Timestamp? = nil,
        reminderChannel: String? = nil, request: RequestDraft? = nil, isNew: Bool = false,
        screen: Reply? = nil
    ) {
        self.turn = turn
        self.screen = screen
        self.isNew = isNew
        self.answer = answer
        self.outgoing = outgoing
        self.silenceAt = silenceAt
        self.reminderChannel = reminderChannel
        self.request = request
    }
}

/// A message to be sent to the address the arrival came from, or, for a timer, to the session's.
package struct OutboxDraft: Hashable, Sendable {
    /// The channel's name.
    package let channel: String
    package let text: String
    /// When it is no longer worth sending; nil when it always is.
    package let expiresAt: Timestamp?
    /// How many SMS the text takes; 0 where that is not counted.
    package let segments: Int
    /// Hours of the day, by UTC, in which it is not sent.
    package let quiet: QuietHours?
    /// The trace that it belongs to, for other systems and for logs; nil where none is known.
    package let trace: String?

    package init(
        channel: String, text: String, expiresAt: Timestamp? = nil, segments: Int = 0, quiet: QuietHours? = nil,
        trace: String? = nil
    ) {
        self.quiet = quiet
        self.channel = channel
        self.text = text
        self.expiresAt = expiresAt
        self.segments = segments
        self.trace = trace
    }
}

/// What became of an arrival. Everything it led to is on disk.
package struct Settlement: Hashable, Sendable {
    /// The bytes to answer with: this turn's, or those kept with the key.
    package let answer: [UInt8]?
    /// Whether nothing was advanced: the key was known already, or the timer was no longer due.
    package let isRepeat: Bool
    /// Whether messages wait to be sent because of it.
    package let hasOutgoing: Bool
    /// The question to another system that is to be asked now.
    package let request: RequestRow?
    /// The screen that is to be shown now; a repeat has none.
    package let screen: Reply?
    /// What has to be computed before it can be advanced; then nothing is kept yet.
    package let stretch: Stretch?
    /// Whether it was an SMS that is held now.
    package let isHeld: Bool
    /// Whether SMS that were held are due because of it.
    package let hasFreed: Bool
    /// What staff must look at of the turn that was kept; none of a repeat.
    package var flags: [Flag] = []

    package init(
        answer: [UInt8]?, isRepeat: Bool, hasOutgoing: Bool, request: RequestRow? = nil, screen: Reply? = nil,
        stretch: Stretch? = nil, isHeld: Bool = false, hasFreed: Bool = false
    ) {
        self.isHeld = isHeld
        self.hasFreed = hasFreed
        self.stretch = stretch
        self.screen = screen
        self.answer = answer
        self.isRepeat = isRepeat
        self.hasOutgoing = hasOutgoing
        self.request = request
    }
}
