import ArgumentParser
import Foundation

/// Lets each parser work in a process of its own, and writes down which inputs end it.
struct FuzzRun {
    /// What a run came to.
    struct Report: CustomStringConvertible {
        fileprivate(set) var inputs: [(target: String, count: Int)] = []
        fileprivate(set) var findings: [String] = []

        var description: String {
            let lines = inputs.map { "  \($0.target): \($0.count) inputs" }
            let total = inputs.reduce(0) { $0 + $1.count }
            let verdict =
                findings.isEmpty
                ? ["\(total) inputs, and each was read or refused"]
                : ["\(total) inputs, \(findings.count) findings:"] + findings.map { "  - " + $0 }
            return (lines + verdict).joined(separator: "\n") + "\n"
        }
    }

    /// How long one input may take.
    private static let patience = Duration.seconds(10)
    private static let glance = Duration.milliseconds(50)
    /// Inputs that may end one parser before it is left alone.
    private static let mostEnds = 20

    let targets: [String]
    let seed: UInt64
    let seconds: Int
    let config: String
    let flows: String

    /// Holds the whole run, one parser after the other.
    ///
    /// - Parameter tell: Gets what the run came to; where it is cancelled, what it came to until then.
    func hold(_ tell: (Report) -> Void) async throws {
        var report = Report()
        let bar = ProgressBar("fuzz")
        do {
            for (place, target) in targets.enumerated() {
                let end = ContinuousClock.now + .seconds(max(1, seconds / targets.count))
                try await work(target, until: end, &report)
                bar.show(Double(place + 1) / Double(targets.count))
            }
        } catch let error as CancellationError {
            tell(report)
            throw error
        }
        tell(report)
        guard report.findings.isEmpty else { throw ExitCode(1) }
    }

    private func work(_ target: String, until end: ContinuousClock.Instant, _ report: inout Report) async throws {
        let note = NSTemporaryDirectory() + "waymark-fuzz-\(UUID().uuidString)"
        defer { for ending in ["", ".out"] { try? FileManager.default.removeItem(atPath: note + ending) } }
        var (next, ends) = (0, 0)
        defer { report.inputs.append((target, next)) }
        while ContinuousClock.now < end, ends < Self.mostEnds {
            let left = max(1, Int((end - ContinuousClock.now) / .seconds(1)))
            try? FileManager.default.removeItem(atPath: note)
            let process = try start(target, from: next, seconds: left, note: note)
            defer { report.findings += Self.breaches(in: note + ".out").map { told(target, $0) } }
            let isHanging: Bool
            do {
                isHanging = try await waitForEnd(of: process, note)
            } catch {
                next = Self.number(in: note) ?? next
                throw error
            }
            let number = Self.number(in: note) ?? next
            if process.wasInterrupted {
                next = number
                throw CancellationError()
            }
            if !isHanging, process.terminationReason == .exit {
                guard process.terminationStatus == 0 else { throw WrongUse("the parser '\(target)' did not start") }
                next = number
                break
            }
            ends += 1
            report.findings.append(
                told(target, "\(number) " + (isHanging ? "takes longer than \(Self.patience)" : "ends the process")))
            next = number + 1
        }
    }

    private func told(_ target: String, _ line: String) -> String {
        "\(target), input \(line) (waymark fuzz --target \(target) --seed \(seed) --input "
            + "\(line.prefix { $0.isNumber }))"
    }

    private func start(_ target: String, from first: Int, seconds: Int, note: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [
            "fuzz", "--target", target, "--seed", String(seed), "--seconds", String(seconds), "--config", config,
            "--flows", flows, "--note", note, "--from", String(first),
        ]
        try Data().write(to: URL(filePath: note + ".out"))
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: note + ".out"))
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Whether it had to be ended, because it read one input for too long.
    private func waitForEnd(of process: Process, _ note: String) async throws -> Bool {
        var (number, since) = (-1, ContinuousClock.now)
        defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        while process.isRunning {
            try await Task.sleep(for: Self.glance)
            // Until it has noted its first input it is only starting, and reads what inputs are made of.
            guard let now = Self.number(in: note) else { continue }
            if now != number { (number, since) = (now, .now) }
            guard ContinuousClock.now - since > Self.patience else { continue }
            kill(process.processIdentifier, SIGKILL)
            while process.isRunning { try await Task.sleep(for: Self.glance) }
            return true
        }
        return false
    }

    /// The number of the input that is being read; nil before the first.
    private static func number(in note: String) -> Int? {
        guard let data = FileManager.default.contents(atPath: note), data.count == 8 else { return nil }
        return Int(data.withUnsafeBytes { $0.loadUnaligned(as: Int64.self) })
    }

    private static func breaches(in path: String) -> [String] {
        ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    }
}

extension Process {
    /// Whether it was ended as the whole run is, by whoever holds it.
    fileprivate var wasInterrupted: Bool {
        terminationReason == .uncaughtSignal && [SIGINT, SIGTERM].contains(terminationStatus)
    }
}
