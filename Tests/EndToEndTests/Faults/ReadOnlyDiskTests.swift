import Foundation
import Testing

/// A data folder on a disk that nobody may write, as the kernel makes it after faults (mount(8), `errors=remount-ro`).
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ReadOnlyDiskTests {
    /// Whether a process may have a mount of its own here (unshare(1)).
    private static let mayMount = (try? run("mount --bind /tmp /tmp").code) == 0

    @Test(.needsFile, .enabled(if: mayMount, "needs a mount of its own: unshare --user --map-root-user --mount"))
    func `a gateway on a disk that may only be read says so and starts nothing, and goes on when it may be written`()
        async throws
    {
        let deployment = try Deployment()
        var phone = USSDPhone("+254744600001")
        var gateway = try await RunningGateway.start(deployment)
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer("1", on: gateway)
        #expect(try await gateway.stop() == 0)
        let before = try deployment.kept()

        let binary = try Binary.path().path(percentEncoded: false)
        let serve =
            "\(binary) serve --config \(deployment.config) --flows \(deployment.flows) --data \(deployment.data)"
        let mount = "mount --bind \(deployment.data) \(deployment.data) && mount -o remount,ro,bind \(deployment.data)"
        let refused = try Self.run("\(mount) && exec \(serve) --port 0", environment: Deployment.secrets)
        #expect(refused.code == 2 && refused.errors.contains("cannot be written"), "\(refused.errors)")
        #expect(try deployment.kept() == before)

        gateway = try await RunningGateway.start(deployment)
        #expect(try await phone.dial(on: gateway) == Screen.resume)
    }

    /// Runs a line of a shell whose mounts nobody else sees.
    private static func run(
        _ line: String, environment: [String: String] = [:]
    ) throws -> (code: Int32, errors: String) {
        let (process, errors) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", line]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, errors)
        try process.run()
        let text = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }
}
