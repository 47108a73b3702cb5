import Crypto
import Foundation

/// Names what files are and what they would become: while it is the same, they become what was shown.
enum TableMark {
    /// - Parameter files: Their bytes as they are on disk, none where there is none yet, and as they would be.
    static func of(_ files: [(before: [UInt8], after: [UInt8])]) -> String {
        var hash = SHA256()
        for file in files {
            hash.update(data: Data("\(file.before.count) \(file.after.count)\n".utf8))
            hash.update(data: Data(file.before))
            hash.update(data: Data(file.after))
        }
        return hash.finalize().map { String($0, radix: 16) }.joined(separator: "-")
    }
}
