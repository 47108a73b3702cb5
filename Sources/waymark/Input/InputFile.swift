import Foundation

/// Files that a command is given.
enum InputFile {
    /// The greatest file a command reads, in bytes.
    static let largest = 16 << 20

    /// The bytes of a file; `-` is standard input.
    static func bytes(_ path: String, largest: Int = largest) throws(WrongUse) -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw WrongUse("there is no file '\(path)'")
        }
        guard !isFolder.boolValue else { throw WrongUse("'\(path)' is a folder, not a file") }
        guard let data = try? FileHandle(forReadingAtPath: path)?.read(upToCount: largest + 1) ?? Data() else {
            throw WrongUse("the file '\(path)' cannot be read: check its permissions")
        }
        guard data.count <= largest else { throw WrongUse("the file '\(path)' is larger than \(largest) bytes") }
        return Array(data)
    }

    /// The text of a file in UTF-8.
    static func text(_ path: String) throws(WrongUse) -> String {
        guard let text = String(validating: try bytes(path), as: UTF8.self) else {
            throw WrongUse("the file '\(path)' is not UTF-8 text")
        }
        return text
    }

    /// Whether there is a folder.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Whether there is a file or folder.
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    /// The names in a folder, in their order, hidden ones left out.
    static func names(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
