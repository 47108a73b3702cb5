import Foundation
import Glibc

/// A file that only its owner can read.
enum PrivateFile {
    /// Writes a file that was not there before, with rights for its owner alone from its first byte.
    static func write(_ data: Data, to path: String) throws(WrongUse) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw WrongUse(
                errno == EEXIST
                    ? "'\(path)' is there already: name another file by --output"
                    : "'\(path)' cannot be written: check the folder and its permissions")
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: data)
            try file.synchronize()
            try file.close()
        } catch {
            throw WrongUse("'\(path)' cannot be written: check the space on the disk")
        }
    }
}
