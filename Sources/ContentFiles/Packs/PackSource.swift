package import Conversation
import Crypto
import Foundation

/// The files of a pack as they are on disk, or as they were kept with a revision.
package struct PackSource: Hashable, Sendable {
    /// One file by its path inside the pack's folder.
    package struct File: Hashable, Sendable, Codable {
        /// The path below the pack's folder with `/` between its parts, for example `wages/late.yaml`.
        package let path: String
        /// The file's whole text; a file read from disk has its CRLF line ends turned into LF.
        package let content: String

        package init(path: String, content: String) {
            self.path = path
            self.content = content
        }
    }

    /// The folder as it was named, for messages: `Flows/china`.
    package let folder: String
    /// The files in the order of their paths.
    package let files: [File]

    package init(folder: String, files: [File]) {
        self.folder = folder
        self.files = files.sorted { $0.path < $1.path }
    }

    /// The pack's name: its folder's.
    package var id: String { folder.split(separator: "/").last.map(String.init) ?? folder }

    /// A file's path as it is shown in messages.
    package func shown(_ path: String) -> String { folder + "/" + path }

    /// The content hash of everything conversations depend on: all files but talks and guides.
    package var revision: RevisionID {
        var hash = SHA256()
        for file in files where !file.path.hasPrefix("talks/") && !file.path.hasSuffix(".md") {
            hash.update(data: Data("\(file.path)\0\(file.content.utf8.count)\0".utf8))
            hash.update(data: Data(file.content.utf8))
        }
        let bytes = hash.finalize().prefix(16)
        let digits = Array("0123456789abcdef")
        return RevisionID(String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }))
    }

    /// Everything in one value that can be kept with the revision.
    package func archived() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return Array(try encoder.encode(Archive(folder: folder, files: files)))
    }

    /// Reads an archive back.
    package init(archive: [UInt8]) throws {
        let archive = try JSONDecoder().decode(Archive.self, from: Data(archive))
        self.init(folder: archive.folder, files: archive.files)
    }

    private struct Archive: Codable {
        let folder: String
        let files: [File]
    }
}

extension PackSource {
    /// Which files belong to a pack.
    private static let endings = [".yaml", ".po", ".talk", ".csv"]
    /// The greatest size of a file that people write, in bytes.
    package static let largestText = 16 << 20
    /// The greatest size of a table in bytes: 100,000 offices in two languages take some 25 million.
    package static let largestTable = 64 << 20

    /// Reads a pack's folder.
    ///
    /// - Returns: nil, after an error in the log, when the folder or one of its files cannot be read.
    package static func read(folder: String, log: DiagnosticLog) -> PackSource? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            let paths = FileManager.default.enumerator(atPath: folder)
        else {
            log.error("missing-folder", "there is no folder here", at: Position(file: folder))
            return nil
        }
        var files: [File] = []
        for case let path as String in paths where endings.contains(where: path.hasSuffix) && !isHidden(path) {
            let shown = Position(file: folder + "/" + path)
            guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
                log.error("unreadable", "the file cannot be read", at: shown, suggestion: "check its permissions")
                continue
            }
            let largest = path.hasSuffix(".csv") ? largestTable : largestText
            guard data.count <= largest else {
                log.error("too-large", "the file is larger than \(largest) bytes", at: shown)
                continue
            }
            guard let content = text(of: Array(data)) else {
                log.error("not-utf8", "the file is not UTF-8 text", at: shown, suggestion: "save it as UTF-8")
                continue
            }
            files.append(File(path: path, content: content))
        }
        return PackSource(folder: folder.hasSuffix("/") ? String(folder.dropLast()) : folder, files: files)
    }

    /// A file's bytes as the text that a pack has of it; nil where they are no UTF-8.
    static func text(of bytes: [UInt8]) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        return bytes.contains(UInt8(ascii: "\r")) ? text.replacingOccurrences(of: "\r\n", with: "\n") : text
    }

    private static func isHidden(_ path: String) -> Bool {
        path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
}
