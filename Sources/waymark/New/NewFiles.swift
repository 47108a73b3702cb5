import ContentFiles
import Foundation

/// Files that are written where there are none yet; when one of them is there, none is.
struct NewFiles {
    /// The files in the order in which they are told, with their contents.
    private(set) var files: [(path: String, content: String)] = []

    /// Adds the files of a pack; each YAML file begins with the line by which editors find its schema.
    mutating func add(_ content: [(path: String, content: String)], in folder: String) {
        files += content.map { path, content in
            ("\(folder)/\(path)", (ContentKind.firstLine(of: path).map { $0 + "\n" } ?? "") + content)
        }
        files += SchemaFolder(besidePack: folder).missing
    }

    /// Adds one file.
    mutating func add(_ content: String, at path: String) {
        files.append((path, content))
    }

    /// Writes the files and the folders that are missing, and prints their paths.
    func write() throws(WrongUse) {
        if let old = files.first(where: { InputFile.exists($0.path) }) {
            throw WrongUse("'\(old.path)' is already there: choose another name, or edit that file")
        }
        for (path, content) in files {
            let file = URL(fileURLWithPath: path)
            do {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(content.utf8).write(to: file, options: .withoutOverwriting)
            } catch {
                throw WrongUse("'\(path)' cannot be written: check the folder and its permissions")
            }
            Terminal.output.line(path)
        }
        Terminal.output.line()
    }
}
