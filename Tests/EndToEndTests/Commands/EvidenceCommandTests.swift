import Foundation
import HTTPClient
import Testing

/// What people answered in a flow, as a file for research.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct EvidenceCommandTests {
    @Test func `a package is written for its owner alone, and not where few answered or no reason is given`()
        async throws
    {
        let deployment = try Deployment(settings: "evidence: { least: 3 }\n")
        let gateway = try await RunningGateway.start(deployment)
        for person in 1...3 {
            var phone = USSDPhone("+25473300070\(person)")
            _ = try await phone.dial(on: gateway)
            _ = try await phone.answer(["1", "3"], on: gateway)
        }
        let file = deployment.folder + "/main.zip"
        func export(_ flow: String, _ reason: String, until: String = "2100-01-01") throws -> Binary.Run {
            try Binary.run([
                "evidence", "export", "--data", deployment.data, "--flow", flow, "--from", "2020-01-01", "--until",
                until,
                "--reason", reason, "--output", file,
            ])
        }
        for (run, sentence) in [
            (try export("main", " "), "say why by --reason"), (try export("tally", "study"), "fewer people answered"),
            (try export("nothing", "study"), "no question of this flow"),
            (try export("main", "study", until: "x"), "write days such as"),
        ] {
            #expect(run.code == 2 && run.errors.contains(sentence), "\(run.errors)")
            #expect(!FileManager.default.fileExists(atPath: file))
        }
        let run = try export("main", "study")
        #expect(run.code == 0, "\(run.errors)")
        let content = try Data(contentsOf: URL(filePath: file))
        #expect(content.starts(with: Data("PK".utf8)) && content.range(of: Data("73300070".utf8)) == nil)
        let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
        #expect(rights?.intValue == 0o600)
        #expect(try await gateway.stop() == 0)
    }
}
