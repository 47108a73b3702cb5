import Conversation
import Directory
import Storage
import Synchronization

/// What stands for each place of a pack; made once for each revision, since a country has thousands of them.
final class PlaceShelf: Sendable {
    private let vault: NumberVault
    private let known = Mutex<(revision: RevisionID, places: [(region: Region, digest: PlaceDigest)])?>(nil)

    init(_ vault: NumberVault) {
        self.vault = vault
    }

    /// The places, in the order of the pack's files.
    func places(of pack: Pack) -> [(region: Region, digest: PlaceDigest)] {
        known.withLock { known in
            if let known, known.revision == pack.revision { return known.places }
            let places = pack.directory.regions.map { (region: $0, digest: vault.place($0.code)) }
            known = (pack.revision, places)
            return places
        }
    }
}
