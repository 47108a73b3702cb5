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

    /// Copies a file to where none was before.
    static func copy(_ source: String, to path: String) throws(WrongUse) {
        try write(Data(), to: path)
        guard let from = FileHandle(forReadingAtPath: source), let to = FileHandle(forWritingAtPath: path) else {
            throw WrongUse("'\(source)' cannot be copied to '\(path)': check the permissions of both")
        }
        do {
            while let bytes = try from.read(upToCount: piece), !bytes.isEmpty { try to.write(contentsOf: bytes) }
            try to.close()
        } catch {
            throw WrongUse("'\(path)' cannot be written: check the space on the disk")
        }
    }

    /// Sees to it that a file which is written outlasts a power failure.
    static func settle(_ path: String) throws(WrongUse) {
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw WrongUse("'\(path)' cannot be kept: check the space on the disk")
        }
    }

    /// Gives a file another name in its folder, for good.
    static func move(_ path: String, to name: String) throws(WrongUse) {
        guard rename(path, name) == 0 else {
            throw WrongUse("'\(name)' cannot be written: check the folder and its permissions")
        }
        try settle(URL(filePath: name).deletingLastPathComponent().path(percentEncoded: false))
    }

    private static let piece = 1 << 20
}
