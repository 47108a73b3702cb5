package import Telephony

/// One number or account of the operator with a provider: an adapter and its settings.
///
/// It holds secrets, so it prints as its name only, also in a dump. It never changes, and every request that is read or
/// made holds it, so there is one of it.
package final class Channel: Sendable, CustomStringConvertible, CustomReflectable {
    /// The name in the channels file; webhooks arrive at `/in/<id>/<route>`.
    package let id: String
    package let adapter: Adapter
    /// The number, short code, sender name or USSD code, as written.
    package let address: String?
    /// The country whose prefixes numbers without a calling code have.
    package let country: Country?
    /// The URL that the provider reaches us at, up to `/in`; never taken from a request's Host header.
    package let publicBaseURL: String?
    /// Whether it is for trying out: it needs no proof, and the web must serve it to this machine only.
    package let isSimulator: Bool
    /// Milliseconds within which equal events without an id count as one (see `EventKey`).
    package let duplicateWindow: Int64
    /// What a person sees on USSD when a request is refused.
    package let apology: String
    /// How fast messages may go; nil: as fast as they can.
    package let rate: SendRate?
    /// How many messages may be on their way at one time; nil: as the gateway's settings say.
    package let atOnce: Int?
    /// Whether short codes and sender names, behind which there is hardly ever a person, get answers too.
    package let answersCodes: Bool
    /// What one SMS costs; nil where the operator does not say.
    package let segmentPrice: SegmentPrice?
    let settings: Settings
    let gate: Gate
    let replyWay: Adapter.ReplyWay

    /// What people use it for.
    package var kind: Adapter.Kind { adapter.kind }

    /// Whether the conversation's text rides in the answer to the provider's request.
    package var repliesInAnswer: Bool {
        switch kind {
        case .ussd: replyWay == .answer
        case .sms: replyWay == .answer && adapter.answers[.reply] != nil
        }
    }

    package init(_ entry: ChannelEntry) {
        id = entry.id
        adapter = entry.adapter
        address = entry.address
        country = entry.country
        publicBaseURL = entry.publicBaseURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        isSimulator = entry.isSimulator
        duplicateWindow = entry.duplicateWindow
        apology = entry.apology ?? "This service is not available now. Please try again later."
        rate = entry.rate ?? entry.adapter.limits.rate
        atOnce = entry.atOnce
        answersCodes = entry.answersCodes
        segmentPrice = entry.segmentPrice
        settings = Settings(entry.settings, declared: entry.adapter.settings)
        gate = Gate(pathToken: entry.pathToken, allowed: entry.allowedAddresses)
        replyWay = entry.replyWay ?? entry.adapter.replyWay
    }

    package var description: String { "channel \(id)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A channel as the operator's file describes it, before it is put to work.
package struct ChannelEntry: CustomStringConvertible, CustomReflectable {
    package let id: String
    package let adapter: Adapter
    package var address: String?
    package var country: Country?
    package var publicBaseURL: String?
    package var isSimulator = false
    /// The adapter's settings by name; what is not given has its standard value.
    package var settings: [Datum.Member] = []
    /// The secret that a provider's requests carry as `token` in the query or as a header.
    package var pathToken: String?
    /// The addresses that may call; empty means any.
    package var allowedAddresses: [NetworkBlock] = []
    package var replyWay: Adapter.ReplyWay?
    /// Milliseconds; see `Channel.duplicateWindow`.
    package var duplicateWindow: Int64 = 4_000
    package var apology: String?
    /// See `Channel.rate`; nil: as the adapter says.
    package var rate: SendRate?
    /// See `Channel.atOnce`.
    package var atOnce: Int?
    /// See `Channel.answersCodes`.
    package var answersCodes = false
    /// See `Channel.segmentPrice`.
    package var segmentPrice: SegmentPrice?

    package init(id: String, adapter: Adapter) {
        self.id = id
        self.adapter = adapter
    }

    package var description: String { "channel \(id)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
