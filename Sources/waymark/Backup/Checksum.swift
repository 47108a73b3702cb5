import Foundation
import Sealing

/// The checksum of a file, as it lies beside it.
struct Checksum {
    private let file: String
    private let digest: String

    /// - Parameter file: The file that it is of; it is read whole.
    init(of file: String) throws(WrongUse) {
        guard let digest = FileDigest.sha256(of: file) else {
            throw WrongUse("'\(file)' cannot be read: check its name and permissions")
        }
        self.file = file
        self.digest = digest
    }

    /// Where the checksum of a file lies.
    static func path(of file: String) -> String { file + ".sha256" }

    /// Writes it beside its file, in the words of `sha256sum`.
    func write() throws(WrongUse) {
        let line = "\(digest)  \(URL(filePath: file).lastPathComponent)\n"
        try PrivateFile.write(Data(line.utf8), to: Self.path(of: file))
    }

    /// Compares it with the one that lies beside its file.
    func verify() throws(WrongUse) {
        let path = Self.path(of: file)
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw WrongUse("there is no checksum '\(path)': bring it with the copy, as 'waymark backup' wrote it")
        }
        guard text.prefix(digest.count).lowercased() == digest, text.dropFirst(digest.count).first == " " else {
            throw WrongUse(
                "'\(file)' is not as it was written: its checksum is not the one in '\(path)'; use another copy")
        }
    }
}
