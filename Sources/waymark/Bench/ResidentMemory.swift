import Foundation

/// What a process holds in memory.
enum ResidentMemory {
    /// Megabytes of a process, or of this one (`VmRSS` of `proc_pid_status(5)`); 0 where there is no such file.
    static func megabytes(of process: Int32? = nil) -> Double { field("VmRSS:", of: process) }

    /// The same without the pages of files, such as the program itself, which the system takes back when it needs them
    /// (`RssAnon`).
    static func own(of process: Int32? = nil) -> Double { field("RssAnon:", of: process) }

    private static func field(_ name: String, of process: Int32?) -> Double {
        let path = "/proc/\(process.map(String.init) ?? "self")/status"
        let status = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else { return 0 }
        return (Double(line.filter(\.isNumber)) ?? 0) / 1_024
    }
}
