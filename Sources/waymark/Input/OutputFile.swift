import Foundation

/// Files that a command writes.
enum OutputFile {
    /// Writes a text in one go, so that a crash leaves the old file or the new one; the file's permissions stay, and a
    /// link goes on to lead to the file.
    static func write(_ text: String, to path: String) throws(WrongUse) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes bytes in one go, so that a crash leaves the old file or the new one; the file's permissions stay, and a
    /// link goes on to lead to the file.
    static func write(_ bytes: [UInt8], to path: String) throws(WrongUse) {
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            let mode = (try? FileManager.default.attributesOfItem(atPath: url.path))?[.posixPermissions]
            try Data(bytes).write(to: url, options: .atomic)
            if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path) }
        } catch {
            throw WrongUse("'\(path)' cannot be written: check the folder and its permissions")
        }
    }

    /// Writes what was made of a file's bytes, unless somebody changed it meanwhile.
    ///
    /// - Parameter old: What it was made of; nil where there was no file.
    static func write(_ bytes: [UInt8], to path: String, madeOf old: [UInt8]?) throws(WrongUse) {
        guard FileManager.default.contents(atPath: path).map(Array.init) == old else {
            throw WrongUse("'\(path)' was changed meanwhile: run it again")
        }
        try write(bytes, to: path)
    }
}
