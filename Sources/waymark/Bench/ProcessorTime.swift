import Foundation

/// What a process has used of the processors so far, as `stat` of `proc_pid_stat(5)` has it.
struct ProcessorTime {
    /// Seconds, in the program and in the system for it.
    let own: Double
    /// Seconds of the children that are over.
    let children: Double
    let parent: Int32

    /// Nil where there is no such process.
    init?(of process: Int32) {
        let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        // The name stands in brackets, and may have spaces in it.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        guard fields.count > 15, let parent = Int32(fields[2]) else { return nil }
        let times = fields[12...15].compactMap { Double($0) }.map { $0 / Double(sysconf(Int32(_SC_CLK_TCK))) }
        guard times.count == 4 else { return nil }
        self.parent = parent
        own = times[0] + times[1]
        children = times[2] + times[3]
    }

    /// Seconds of a process, of those it started, and of those that are over; nil where there is no such process.
    static func ofFamily(_ process: Int32) -> Double? {
        guard let head = ProcessorTime(of: process) else { return nil }
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) } ?? []
        let children = all.compactMap { ProcessorTime(of: $0) }.filter { $0.parent == process }
        return head.own + head.children + children.reduce(0) { $0 + $1.own + $1.children }
    }
}
