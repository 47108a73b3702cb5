import Foundation

/// Files that a command writes.
enum OutputFile {
    /// Writes a text in one go, so that a crash leaves the old file or the new one; the file's permissions stay.
    static func write(_ text: String, to path: String) throws(WrongUse) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes bytes in one go, so that a crash leaves the old file or the new one; the file's permissions stay.
    static func write(_ bytes: [UInt8], to path: String) throws(WrongUse) {
        let url = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions]
            try Data(bytes).write(to: url, options: .atomic)
            if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path) }
        } catch {
            throw WrongUse("'\(path)' cannot be written: check the folder and its permissions")
        }
    }
}
