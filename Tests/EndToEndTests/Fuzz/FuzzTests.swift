import Foundation
import Testing

/// A short run of `waymark fuzz`; long ones are for the command line.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct FuzzTests {
    private static let folders = [
        "--config", Deployment.project + "/Config", "--flows", Deployment.project + "/Flows",
    ]

    @Test func `no parser is brought down, and none reads anything for ever`() throws {
        let run = try Binary.run(["fuzz", "--seconds", "20", "--seed", "3"] + Self.folders)
        print(run.output)
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains(" inputs, and each was read or refused"))
        for target in ["json", "xml", "flow", "po", "csv", "expression", "gsm7", "adapters", "answers"] {
            #expect(run.output.firstMatch(of: try Regex("  \(target): [1-9][0-9]* inputs")) != nil, "\(target)")
        }
    }

    @Test func `a run that is interrupted tells what it came to until then`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.appending(path: "out")
        try Data().write(to: output)
        let process = try Binary.process(
            ["fuzz", "--target", "json", "--seconds", "600"] + Self.folders, in: nil)
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder.path()]) { $1 }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        try await eventually("an input") {
            let notes = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.lastPathComponent.hasPrefix("waymark-fuzz-") && $0.pathExtension.isEmpty }
            return notes.contains { note in (try? Data(contentsOf: note))?.contains { $0 > 0 } ?? false }
        }
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus != 0)
        let told = try String(contentsOf: output, encoding: .utf8)
        let counts = #/  json: [1-9][0-9]* inputs\n[1-9][0-9]* inputs, and each was read/#
        #expect(told.firstMatch(of: counts) != nil, "\(told)")
    }

    @Test func `an input by its number is the same each time`() throws {
        let call = ["fuzz", "--target", "json", "--seed", "9"] + Self.folders
        let first = try Binary.run(call + ["--input", "4711"])
        #expect(first.code == 0 && !first.output.isEmpty)
        #expect(try Binary.run(call + ["--input", "4711"]).output == first.output)
        #expect(try Binary.run(call + ["--input", "4712"]).output != first.output)
    }

    @Test func `a parser that is not there is told with those that are`() throws {
        let run = try Binary.run(["fuzz", "--target", "jsn"] + Self.folders)
        #expect(run.code == 2 && run.errors.contains("json, xml"))
    }
}
