package import ContentFiles
package import Conversation
import Crypto
package import Providers
package import Storage

/// The proof that a revision was checked and published for such channels. A gateway that has it starts without checking
/// again, which takes longer than all the rest; with other channels, other screens must fit, and a later program may have
/// rules that the revision was never held against.
package struct CheckProof: Sendable {
    private let name: String

    /// - Parameter rules: What the revision is checked by.
    package init(_ revision: RevisionID, on channels: [Channel], by rules: [CheckRule] = CheckRule.all) {
        let limits = channels.map(Carrier.init).map { "\($0.kind.rawValue) \($0.limit)" }
        let catalogue = SHA256.hash(data: Array(rules.map(\.id).sorted().joined(separator: " ").utf8))
        let key = catalogue.prefix(8).map { String($0, radix: 16) }.joined()
        name = "checked \(revision.hash) by \(key) for \(Set(limits).sorted().joined(separator: ", "))"
    }

    /// Whether it was left in the store.
    package func isKept(in store: any Store) async throws(StoreFault) -> Bool { try await store.marked(name) != nil }

    /// Leaves it in the store. Only what was published is proven.
    package func keep(in store: any Store) async throws(StoreFault) { _ = try await store.mark(name, [1]) }
}

extension Folders {
    /// A pack that is to be served, with its files: it must keep every rule on these channels, unless the store has the
    /// proof that it did when it was published.
    package func pack(
        _ name: String, for channels: [Channel], provenBy store: any Store, log: DiagnosticLog
    ) async throws(StoreFault) -> (pack: Pack, source: PackSource)? {
        guard let source = PackSource.read(folder: flows + "/" + name, log: log) else { return nil }
        guard try await CheckProof(source.revision, on: channels).isKept(in: store) else {
            return checked(source, for: channels, log: log)
        }
        return PackLoader.load(source, log: log).map { ($0, source) }
    }
}
