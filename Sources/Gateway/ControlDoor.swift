import Crypto
import Foundation
import Sealing

/// The door for this machine's own commands: a token, new at every start, that only readers of the data folder know.
package struct ControlDoor: Sendable {
    private let token = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64EncodedString()

    package init() {}

    /// Leaves word in the data folder, for its owner only, of where the gateway listens.
    package func open(at url: String, data: String) throws {
        let content = try JSONEncoder().encode(ControlNote(url: url, token: token))
        ControlNote.remove(data: data)
        let isWritten = FileManager.default.createFile(
            atPath: ControlNote.path(data), contents: content, attributes: [.posixPermissions: 0o600])
        guard isWritten else { throw KeyFault.unusable("the file \(ControlNote.path(data)) cannot be written") }
    }

    /// Whether a caller knows the token; it takes as long for a wrong one as for the right one.
    package func admits(_ token: String) -> Bool {
        SHA256.hash(data: Data(token.utf8)) == SHA256.hash(data: Data(self.token.utf8))
    }
}

/// What a running gateway leaves in its data folder for commands.
package struct ControlNote: Codable, Sendable {
    /// Where the gateway listens, `http://127.0.0.1:8080`.
    package let url: String
    /// What it wants to see in `Authorization: Bearer`.
    package let token: String

    /// The note of the gateway that runs on a data folder, nil when there is none. One that was killed leaves its note
    /// behind, and nobody listens there any more.
    package static func read(data: String) -> ControlNote? {
        guard DataFolderHold.isHeld(data) else { return nil }
        return FileManager.default.contents(atPath: path(data)).flatMap {
            try? JSONDecoder().decode(ControlNote.self, from: $0)
        }
    }

    /// Takes the note away when the gateway stops.
    package static func remove(data: String) {
        try? FileManager.default.removeItem(atPath: path(data))
    }

    fileprivate static func path(_ data: String) -> String { data + "/control.json" }
}
