import Foundation
import Glibc

extension ServeProcess {
    /// Lets no file grow beyond some bytes while the process runs (prlimit(1)); nil lifts the limit.
    func limitFiles(to bytes: Int?) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let limit = bytes.map(String.init) ?? "unlimited"
        process.arguments = ["prlimit", "--pid", String(identifier), "--fsize=\(limit):unlimited"]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw NeverSeen(what: "a limit on the files of the gateway") }
    }

    /// Memory that it uses, in megabytes (proc(5), the second number of `statm`, in pages).
    var residentMegabytes: Int {
        let text = (try? String(contentsOfFile: "/proc/\(identifier)/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * sysconf(Int32(_SC_PAGESIZE)) >> 20
    }
}
