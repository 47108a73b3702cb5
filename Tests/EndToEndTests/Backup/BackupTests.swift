import Foundation
import HTTPClient
import Synchronization
import Testing

/// Copies of the database, made while the gateway serves, and put back.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct BackupTests {
    @Test(.needsFile)
    func `a copy made while phones talk brings them back to where they were`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var early = Adder("+254744200001", seed: 1)
        try await early.begin(on: gateway)
        try await early.add(on: gateway)
        var crowd = Crowd(4, seed: 3)
        try await crowd.begin(on: gateway)
        let file = deployment.folder + "/copy.sqlite"
        let made = Mutex<Binary.Run?>(nil)
        try await crowd.talk(on: gateway, after: 40) {
            let run = try? backup(deployment, to: file)
            made.withLock { $0 = run }
            gateway.process.signal(15)
        }
        let run = try #require(made.withLock { $0 })
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("waymark.key apart from it"))
        #expect(try rights(file) == 0o600)
        #expect(try await gateway.process.ended() == 0)

        let copy = try emptyDeployment(keysOf: deployment)
        let restored = try restore(file, to: copy)
        #expect(restored.code == 0, "\(restored.errors)")
        #expect(try rights(copy.data + "/waymark.sqlite") == 0o600)
        let second = try await RunningGateway.start(copy)
        let screen = early.screen
        try await early.sendAgain(on: second)
        #expect(early.screen == screen)
        #expect(try await second.count("repeats") == 1)
    }

    @Test(.needsFile)
    func `the checksum is one that sha256sum knows`() async throws {
        let (deployment, file) = try await copied()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sha256sum", "--status", "-c", "copy.sqlite.sha256"]
        process.currentDirectoryURL = URL(filePath: deployment.folder)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let again = try backup(deployment, to: file)
        #expect(again.code == 2 && again.errors.contains("is there already"))
    }

    @Test func `a file that is left beside a database elsewhere is not copied in its place`() throws {
        let deployment = try Deployment()
        try deployment.write("", to: "Data/waymark.sqlite")
        let file = deployment.folder + "/copy.sqlite"
        let run = try Binary.run(
            ["backup", "--data", deployment.data, "--output", file],
            environment: ["WAYMARK_STORE_POSTGRES": "host=db.example"])
        #expect(run.code == 2 && run.errors.contains("pg_dump"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test(.needsFile)
    func `a copy that was changed, is not whole or is no copy is not put back`() async throws {
        let (deployment, file) = try await copied()
        let copy = try emptyDeployment(keysOf: deployment)
        var bytes = try Data(contentsOf: URL(filePath: file))
        bytes[bytes.count / 2] ^= 1
        try deployment.write("", to: "changed.sqlite")
        try bytes.write(to: URL(filePath: deployment.folder + "/changed.sqlite"))
        try FileManager.default.copyItem(atPath: file + ".sha256", toPath: deployment.folder + "/changed.sqlite.sha256")
        try deployment.write("no copy", to: "other")
        let refused = [
            ("changed.sqlite", "not as it was written"), ("other", "there is no checksum"), ("none", "cannot be read"),
        ]
        for (name, sentence) in refused {
            let run = try restore(deployment.folder + "/" + name, to: copy)
            #expect(run.code == 2 && run.errors.contains(sentence), "\(name): \(run.errors)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: copy.data).sorted() == ["waymark.key"])
    }

    @Test(.needsFile)
    func `nothing is overwritten, and nothing is put where nobody could read it`() async throws {
        let (deployment, file) = try await copied()
        let over = try restore(file, to: deployment)
        #expect(over.code == 2 && over.errors.contains("is there already"), "\(over.errors)")
        let bare = try Deployment()
        let keyless = try restore(file, to: bare)
        #expect(keyless.code == 2 && keyless.errors.contains("put waymark.key into"), "\(keyless.errors)")
        try bare.write("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", to: "Data/waymark.key")
        let other = try restore(file, to: bare)
        #expect(other.code == 2 && other.errors.contains("key"), "\(other.errors)")
        #expect(!FileManager.default.fileExists(atPath: bare.data + "/waymark.sqlite"))
        #expect(!FileManager.default.fileExists(atPath: bare.data + "/waymark.sqlite.restoring"))
    }

    @Test(.needsFile)
    func `while a gateway runs nothing is put into its folder, and no second one starts there`() async throws {
        let (deployment, file) = try await copied()
        let gateway = try await RunningGateway.start(deployment)
        let run = try restore(file, to: deployment)
        #expect(run.code == 2 && run.errors.contains("a gateway runs on the data folder"), "\(run.errors)")
        let second = try ServeProcess(deployment, environment: Deployment.secrets, arguments: ["--port", "0"])
        #expect(try await second.ended() == 2)
        #expect(second.errors.contains("a gateway runs on the data folder"))
        #expect(try await gateway.isReady())
    }

    @Test func `after a power failure the note of the gateway that was is not believed`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254744200009")
        _ = try await phone.dial(on: gateway)
        try await gateway.kill()
        #expect(FileManager.default.fileExists(atPath: deployment.data + "/control.json"))
        let file = deployment.folder + "/hers.json"
        let run = try Binary.run(
            [
                "person", "export", "--record", "1", "--reason", "she asked", "--output", file, "--data",
                deployment.data,
            ],
            environment: deployment.place.environment)
        #expect(run.code == 0, "\(run.errors)")
        #expect(FileManager.default.fileExists(atPath: file))
    }

    @Test(.needsFile)
    func `a database that is damaged is told by the readiness`() async throws {
        let (deployment, _) = try await copied()
        let page = try deployment.count("SELECT rootpage FROM sqlite_schema WHERE name = 'transcript_session'")
        let file = try FileHandle(forUpdating: URL(filePath: deployment.data + "/waymark.sqlite"))
        try file.seek(toOffset: UInt64((page - 1) * 4_096))
        try file.write(contentsOf: Data(repeating: 0xAA, count: 4_096))
        try file.close()
        let gateway = try await RunningGateway.start(deployment)
        try await eventually("that it is not ready") {
            let answer = try await gateway.ask("/readyz")
            return answer.status == 503 && answer.text.contains("damaged")
        }
    }

    /// A gateway that has stopped, and a copy of its database.
    private func copied() async throws -> (Deployment, file: String) {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var adder = Adder("+254744200003", seed: 1)
        try await adder.begin(on: gateway)
        try await adder.add(on: gateway)
        #expect(try await gateway.stop() == 0)
        let file = deployment.folder + "/copy.sqlite"
        let run = try backup(deployment, to: file)
        #expect(run.code == 0, "\(run.errors)")
        return (deployment, file)
    }

    /// A deployment with nothing but another one's keys in its data folder.
    private func emptyDeployment(keysOf other: Deployment) throws -> Deployment {
        let deployment = try Deployment()
        try FileManager.default.createDirectory(atPath: deployment.data, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: other.data + "/waymark.key", toPath: deployment.data + "/waymark.key")
        return deployment
    }

    private func rights(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    private func restore(_ file: String, to deployment: Deployment) throws -> Binary.Run {
        try Binary.run(["restore", file, "--data", deployment.data])
    }
}

private func backup(_ deployment: Deployment, to file: String) throws -> Binary.Run {
    try Binary.run(["backup", "--data", deployment.data, "--output", file])
}
