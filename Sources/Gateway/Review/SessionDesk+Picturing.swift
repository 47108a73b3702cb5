package import Conversation
import Entitlements
import Providers
package import Storage

extension SessionDesk {
    /// A conversation written down as a talk that passes with the pack that is published, without anything that is
    /// private; nil when there is none of that number, or nothing was said in it.
    package func talk(_ id: SessionID) async throws -> String? {
        guard let page = try await page(id, sight: .redacted) else { return nil }
        let kinds = parts.channels.mapValues { $0.kind == .ussd ? ChannelKind.ussd : .sms }
        return try Retelling.talk(
            of: page.summary, page.turns.map(\.line), with: parts.library.machine.packs.current, channels: kinds)
    }

    /// The flow whose steps are the questions of all rules; it has no title of its own.
    package static let flowOfFacts = Fact.flow

    /// The pack that a conversation was led by; the published one where that is not at hand any more.
    package func pack(of summary: SessionSummary) -> Pack {
        let packs = parts.library.machine.packs
        return summary.revision.flatMap { packs[$0] } ?? packs.current
    }
}
