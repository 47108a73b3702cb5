import Conversation
import Storage
import Synchronization

/// Reads what was said for its words, a stretch at a time. Two that read at once do no harm: what is kept twice is kept
/// once.
///
/// It is no part of a turn: what belongs to a conversation is told only by all of it, and whoever waits for an answer
/// should not wait for it to be searched. A search reads on before it looks, so that it finds what was said last.
final class WordReader: Sendable {
    /// Lines read in one go: turns wait while the words of so many are written.
    static let batch = 40
    /// Stretches that a search reads before it looks; while more is unread, it says so.
    static let catchUp = 25

    /// What a stretch leaves.
    enum Rest {
        case nothing, more
        /// Another gateway reads at the same time.
        case others
    }

    private let parts: GatewayParts
    private let vault: WordVault
    /// What may be read, by the revision of the pack; made once for each, since it looks at every step.
    private let redactions = Mutex<[RevisionID: Redaction]>([:])

    init(_ parts: GatewayParts) {
        self.parts = parts
        vault = parts.vault.words
    }

    /// Reads one stretch.
    @discardableResult func step() async throws -> Rest {
        let unread = try await parts.store.unreadLines(limit: Self.batch)
        guard !unread.lines.isEmpty else { return .nothing }
        let said = unread.conversations.mapValues { self.said(in: $0) }
        let words = unread.lines.map { line in
            let texts = line.session.flatMap { said[$0]?[line.id] } ?? []
            return LineWords(line: line, phrases: texts.compactMap(vault.phrase))
        }
        guard try await parts.store.keepWords(words, form: SearchWords.form) else { return .others }
        return unread.lines.count == Self.batch ? .more : .nothing
    }

    /// Reads what was said last, if that is not too much.
    func catchUp() async throws {
        for _ in 0..<Self.catchUp where try await step() == .nothing { return }
    }

    /// What may be searched of each line: what she typed and what she saw.
    private func said(in conversation: UnreadLines.Conversation) -> [LineID: [String]] {
        let lines = redaction(of: conversation.revision).searchable(conversation.lines)
        let texts = lines.map { line in [line.input, line.reply ?? ""].filter { !$0.isEmpty } }
        return Dictionary(zip(conversation.ids, texts)) { first, _ in first }
    }

    /// Of what was retired, the pack that is published now says what is private.
    private func redaction(of revision: RevisionID?) -> Redaction {
        let packs = parts.library.machine.packs
        let pack = revision.flatMap { packs[$0] } ?? packs.current
        return redactions.withLock { known in
            if let redaction = known[pack.revision] { return redaction }
            known = known.filter { packs[$0.key] != nil }
            let redaction = Redaction(of: pack)
            known[pack.revision] = redaction
            return redaction
        }
    }
}
