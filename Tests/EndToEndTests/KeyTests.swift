import Foundation
import HTTPClient
import TestSupport
import Testing

/// The keys that everything kept is sealed with, and how they are changed.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct KeyTests {
    private static let first = Data(repeating: 1, count: 32).base64EncodedString()
    private static let second = Data(repeating: 2, count: 32).base64EncodedString()

    @Test func `keys in a file are rotated while phones talk, and nothing needs the old one`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phones = (1...5).map { USSDPhone("+25474430000\($0)") }
        for index in phones.indices { _ = try await phones[index].dial(on: gateway) }
        let old = try key(of: deployment)
        #expect(try keys(deployment).output.split(separator: "\n").count == 1)

        let run = try keys(deployment, "rotate")
        #expect(run.code == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 1 && lines[0].hasSuffix("  seals"), "\(run.output)")
        #expect(try key(of: deployment) != old)
        #expect(try key(of: deployment).split(separator: "\n").count == 1)
        for index in phones.indices {
            #expect(try await phones[index].answer(["1"], on: gateway).hasPrefix("CON "))
        }
        try await gateway.kill()

        let again = try await RunningGateway.start(deployment)
        #expect(try await phones[0].answer(["2"], on: again).hasPrefix("CON "))
        #expect(try await again.stop() == 0)
        try old.write(toFile: deployment.data + "/waymark.key", atomically: true, encoding: .utf8)
        await #expect(throws: NeverSeen.self) { try await RunningGateway.start(deployment) }
    }

    @Test func `a rotation that was cut short goes on with the next start`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254744300011")
        _ = try await phone.dial(on: gateway)
        try await gateway.kill()
        // What a rotation leaves behind that is cut short at once: a new key before the old one, and nothing sealed anew.
        let old = try key(of: deployment)
        try (Self.second + "\n" + old).write(
            toFile: deployment.data + "/waymark.key", atomically: true, encoding: .utf8)

        let again = try await RunningGateway.start(deployment)
        try await eventually("the end of the rotation") { try key(of: deployment) == Self.second + "\n" }
        #expect(try await phone.answer(["1"], on: again).hasPrefix("CON "))
        #expect(try await again.stop() == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: deployment.data + "/waymark.key")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test func `a rotation that the disk refuses is told as cut short, and the next start goes on`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254744300031")
        _ = try await phone.dial(on: gateway)
        try deployment.place.connect().refuse(writingTo: "persons")
        let run = try keys(deployment, "rotate")
        #expect(run.code == 1 && run.errors.contains("was cut short"), "\(run.output)\(run.errors)")
        #expect(run.output.contains("only opens"))
        #expect(try await gateway.stop() == 0)
        try deployment.place.connect().take(writingTo: "persons")
        let again = try await RunningGateway.start(deployment)
        try await eventually("the end of the rotation") {
            try key(of: deployment).split(separator: "\n").count == 1
        }
        #expect(try await phone.answer(["1"], on: again).hasPrefix("CON "))
    }

    @Test func `keys in the environment are rotated by who sets them`() async throws {
        let deployment = try Deployment()
        var phone = USSDPhone("+254744300021")
        let one = try await RunningGateway.start(deployment, environment: ["WAYMARK_KEY": Self.first])
        _ = try await phone.dial(on: one)
        let refused = try keys(deployment, "rotate")
        #expect(refused.code == 2 && refused.errors.contains("put a new one before it"), "\(refused.errors)")
        #expect(try await one.stop() == 0)

        let both = Self.second + "," + Self.first
        let two = try await RunningGateway.start(deployment, environment: ["WAYMARK_KEY": both])
        let run = try keys(deployment, "rotate")
        #expect(run.code == 0 || run.errors.contains("under way"), "\(run.errors)")
        try await eventually("the end of it") {
            try keys(deployment).output.contains("take them out of WAYMARK_KEY")
        }
        #expect(try await two.stop() == 0)

        let three = try await RunningGateway.start(deployment, environment: ["WAYMARK_KEY": Self.second])
        #expect(try await phone.answer(["1"], on: three).hasPrefix("CON "))
        #expect(try await three.stop() == 0)
        #expect(!FileManager.default.fileExists(atPath: deployment.data + "/waymark.key"))
    }

    @Test func `no command and no log shows a key, and only who can read the data folder may ask`() async throws {
        let deployment = try Deployment(settings: "log: { level: trace }\n")
        let gateway = try await RunningGateway.start(deployment)
        let secrets = try [key(of: deployment).trimmingCharacters(in: .whitespacesAndNewlines)]
        let outputs = try [keys(deployment), keys(deployment, "--json"), keys(deployment, "rotate", "--json")]
        let after = try key(of: deployment).trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(try await gateway.ask("/control/keys").status == 403)
        #expect(try await gateway.ask("/control/keys/rotate", method: "POST").status == 403)
        #expect(try await gateway.stop() == 0)
        let printed = gateway.process.output + gateway.process.errors + outputs.map { $0.output + $0.errors }.joined()
        for secret in secrets + [after] { #expect(!printed.contains(secret)) }
        #expect(try keys(deployment).errors.contains("no gateway runs on the data folder"))
    }

    private func key(of deployment: Deployment) throws -> String {
        try String(contentsOfFile: deployment.data + "/waymark.key", encoding: .utf8)
    }

    private func keys(_ deployment: Deployment, _ arguments: String...) throws -> Binary.Run {
        let verb = arguments.first == "rotate" ? ["rotate"] : []
        return try Binary.run(["keys"] + verb + ["--data", deployment.data] + arguments.dropFirst(verb.count))
    }
}
