import Glibc
package import Sealing

/// That one process works with a data folder and no other: what it remembers of people would not be true any more if two
/// did. The system lets go of it when the process ends, however it ends.
package final class DataFolderHold: Sendable {
    /// Whoever asks whether it is held has it for a moment; so it is tried again.
    private static let tries = 20
    private static let pause: UInt32 = 10_000

    private let descriptor: Int32

    /// Takes hold of a data folder, which exists; nil when another process holds it.
    package static func take(_ data: String) throws(KeyFault) -> DataFolderHold? {
        let descriptor = open(path(data), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unusable(
                "the file \(path(data)) cannot be written; check its owner and permissions, and whether its disk may be "
                    + "written")
        }
        for _ in 0..<tries {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return DataFolderHold(descriptor) }
            usleep(pause)
        }
        close(descriptor)
        return nil
    }

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Whether a process holds a data folder now.
    package static func isHeld(_ data: String) -> Bool {
        let descriptor = open(path(data), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    private static func path(_ data: String) -> String { data + "/waymark.lock" }
}
