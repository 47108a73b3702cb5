import Foundation

/// Puts new content in the place of a file's in one go: a crash leaves the old file or the new one; the file's permissions
/// stay, and a link goes on to lead to the file.
package enum FileReplacing {
    /// Why a file stays as it was.
    package enum Fault: Error, Hashable {
        /// The folder or the file may not be written to.
        case unwritable
        /// Somebody changed it meanwhile.
        case changed
    }

    package static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            let mode = (try? FileManager.default.attributesOfItem(atPath: url.path))?[.posixPermissions]
            try Data(bytes).write(to: url, options: .atomic)
            if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path) }
        } catch {
            throw .unwritable
        }
    }

    /// Writes what was made of a file's bytes, unless somebody changed it meanwhile.
    ///
    /// - Parameter old: What it was made of; nil where there was no file.
    package static func write(_ bytes: [UInt8], to path: String, madeOf old: [UInt8]?) throws(Fault) {
        guard FileManager.default.contents(atPath: path).map(Array.init) == old else { throw .changed }
        try write(bytes, to: path)
    }
}
