import Foundation
import Glibc

/// The keys of a data folder, and where they are kept. One key a line, or between commas, in base64; the first one seals,
/// the others open what was sealed before.
package struct KeySet: Sendable {
    /// The keys as they are used.
    package let ring: KeyRing
    /// Where they are kept.
    package let place: Place

    /// Where keys are kept.
    package enum Place: Hashable, Sendable {
        /// In `WAYMARK_KEY`: the operator's own store of secrets.
        case environment
        /// In a file beside the database that only its owner can read.
        case file(String)
    }

    /// The name of the environment variable.
    package static let variable = "WAYMARK_KEY"
    private static let fileName = "waymark.key"

    package init(ring: KeyRing, place: Place) {
        self.ring = ring
        self.place = place
    }

    /// The keys of a data folder. Where there are none, a key is made and kept in a file there.
    ///
    /// - Parameter data: The data folder; it exists.
    package static func open(
        data: String, environment: [String: String], isMade: Bool = true
    ) throws(KeyFault) -> KeySet {
        if let text = environment[variable], !text.isEmpty {
            return KeySet(ring: try ring(text, from: variable), place: .environment)
        }
        let path = data + "/" + fileName
        if let content = FileManager.default.contents(atPath: path) {
            return KeySet(ring: try ring(String(decoding: content, as: UTF8.self), from: path), place: .file(path))
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw .unusable("the key file \(path) cannot be read; check its owner and permissions")
        }
        guard isMade else {
            throw .unusable("there is no key: neither in \(variable) nor in \(path), where the gateway finds it")
        }
        let keys = KeySet(ring: KeyRing(.random()), place: .file(path))
        try keys.keep()
        return keys
    }

    private static func ring(_ text: String, from source: String) throws(KeyFault) -> KeyRing {
        var roots: [RootKey] = []
        for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let data = Data(base64Encoded: String(part)), data.count == RootKey.size else {
                throw .unusable(
                    "the key in \(source) is not the base64 of 32 bytes; make one with: openssl rand -base64 32")
            }
            roots.append(RootKey(secret: Array(data)))
        }
        guard let first = roots.first else {
            throw .unusable("there is no key in \(source); make one with: openssl rand -base64 32")
        }
        return KeyRing(first, others: Array(roots.dropFirst()))
    }
}

extension KeySet {
    /// Keeps the ring's keys in their file, all of them or none; elsewhere only the operator can.
    package func keep() throws(KeyFault) {
        guard case .file(let path) = place else {
            throw .unusable("keys in \(Self.variable) are changed where that is set, not by the gateway")
        }
        let next = path + ".new"
        let lines = ([ring.current] + ring.others).map { $0.base64 + "\n" }
        do {
            try Self.write(Data(lines.joined().utf8), to: next)
        } catch {
            throw .unusable("the key file \(next) cannot be written; check the permissions of the folder")
        }
        guard rename(next, path) == 0, Self.settle(folderOf: path) else {
            throw .unusable("the key file \(path) cannot be written; check its permissions")
        }
    }

    /// Sees the new name of a file down to the disk: a value sealed with a key that a loss of power takes back is lost.
    /// <https://man7.org/linux/man-pages/man2/fsync.2.html>
    private static func settle(folderOf path: String) -> Bool {
        let folder = Glibc.open(URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false), O_RDONLY)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return fsync(folder) == 0
    }

    /// Writes a file that only its owner can read, down to the disk.
    private static func write(_ data: Data, to path: String) throws {
        try? FileManager.default.removeItem(atPath: path)
        guard
            FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.write(contentsOf: data)
        try file.synchronize()
        try file.close()
    }
}

/// Why keys could not be had or kept.
package enum KeyFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The database was sealed with another key.
    case otherKey
    /// A sentence that says what is wrong and how to mend it.
    case unusable(String)

    /// What is wrong with the keys and how to mend it; it never holds a key.
    package var description: String {
        switch self {
        case .otherKey:
            "this database is sealed with another key; put back its key file, or set \(KeySet.variable) to it"
        case .unusable(let why): why
        }
    }
}
