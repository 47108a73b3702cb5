import Foundation
import HTTPClient
import Testing

/// Everything that is kept about one person, as a file for her.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct PersonCommandTests {
    private static let number = "+8613800000911"
    private static let talk = ["1", "1", "7", "3", "3", "Shenzhen", "30", "1", "1"]

    @Test func `her data is written into a file for its owner alone, by a gateway that serves or without one`()
        async throws
    {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        try await dial(Self.talk, on: gateway)
        let file = deployment.folder + "/hers.json"
        let run = try export(["--number", "-", "--reason", "she asked", "--output", file], deployment)
        #expect(run.code == 0, "\(run.errors)")
        #expect(try rights(file) == 0o600)
        for name in ["", "-wal", "-shm"] where TestStore.chosen == .sqlite {
            #expect(try rights(deployment.data + "/waymark.sqlite" + name) == 0o600)
        }
        try expectEverything(in: file)
        let entry = "<td>exported a person&#39;s data</td><td>person 1: she asked</td>"
        let log = try await admin.get("/console/audit").text
        #expect(log.contains(entry) || log.contains(entry.replacing("&#39;", with: "'")), "\(log)")
        #expect(try await gateway.stop() == 0)

        let later = deployment.folder + "/later.json"
        let offline = try export(["--record", "1", "--reason", "she asked again", "--output", later], deployment)
        #expect(offline.code == 0, "\(offline.errors)")
        try expectEverything(in: later)

        // What a gateway left that was killed is no gateway, and without its key nothing is opened or made.
        let again = try await RunningGateway.start(deployment)
        again.process.signal(9)
        #expect(try await again.process.ended() == -9)
        let third = deployment.folder + "/third.json"
        let killed = try export(["--record", "1", "--reason", "she asked again", "--output", third], deployment)
        #expect(killed.code == 0, "\(killed.errors)")
        try expectEverything(in: third)
        let key = deployment.data + "/waymark.key"
        try FileManager.default.removeItem(atPath: key)
        let keyless = try export(["--record", "1", "--reason", "x", "--output", third + "x"], deployment)
        #expect(keyless.code == 2 && keyless.errors.contains("there is no key"), "\(keyless.errors)")
        #expect(!FileManager.default.fileExists(atPath: key))
        #expect(gateway.process.output.contains("13800000911") == false)
        #expect(gateway.process.errors.contains("13800000911") == false)
    }

    @Test func `without a reason, without a person and over another file nothing is written`() async throws {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let gateway = try await RunningGateway.start(deployment)
        try await dial(["1", "1"], on: gateway)
        let file = deployment.folder + "/hers.json"
        let refused: [([String], String)] = [
            (["--record", "1"], "say why by --reason"), (["--record", "1", "--reason", "  "], "say why by --reason"),
            (["--reason", "x"], "say who by"), (["--record", "9", "--reason", "x"], "nobody is known by that"),
            (["--case", "7", "--reason", "x"], "nobody is known by that"),
            (["--number", "hello", "--reason", "x"], "that is no phone number"),
            (["--number", "+8613800000999", "--reason", "x"], "nobody is known by that"),
        ]
        for (arguments, sentence) in refused {
            let run = try export(arguments + ["--output", file], deployment)
            #expect(run.code == 2 && run.errors.contains(sentence), "\(arguments): \(run.errors)")
            #expect(!FileManager.default.fileExists(atPath: file))
        }
        try Data("mine".utf8).write(to: URL(filePath: file))
        let over = try export(["--session", "1", "--reason", "x", "--output", file], deployment)
        #expect(over.code == 2 && over.errors.contains("is there already"), "\(over.errors)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        #expect(try await gateway.stop() == 0)
        let nowhere = try Binary.run(["person", "export", "--record", "1", "--reason", "x", "--data", "/nowhere"])
        #expect(nowhere.code == 2 && nowhere.errors.contains("no gateway's database"), "\(nowhere.errors)")
    }

    private func expectEverything(in file: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        func list(_ key: String) -> [[String: Any]] { json[key] as? [[String: Any]] ?? [] }
        #expect(json["record"] as? Int == 1 && json["language"] as? String == "en")
        #expect(list("numbers").map { $0["number"] as? String } == [Self.number])
        #expect(list("numbers").map { $0["state"] as? String } == ["verified"])
        let fields = Dictionary(uniqueKeysWithValues: list("fields").map { ($0["name"] as? String ?? "", $0) })
        #expect(fields["card_city_1"]?["value"] as? String == "440300")
        #expect(fields["consent"]?["since"] as? String != nil)
        #expect(list("claimCodes").count == 1)
        #expect((list("conversations").first?["turns"] as? [Any])?.count == Self.talk.count + 1)
        let messages = list("messages").compactMap { $0["text"] as? String }
        #expect(messages.contains { $0.contains("Shenzhen 30") })
        #expect(messages.contains { $0.hasPrefix("Your code: ….") }, "\(messages)")
        #expect(text.firstMatch(of: /[0-9]{5}-[0-9]{5}\b/) == nil)
    }

    private func export(_ arguments: [String], _ deployment: Deployment) throws -> Binary.Run {
        try Binary.run(
            ["person", "export", "--data", deployment.data] + arguments, input: Self.number + "\n",
            environment: deployment.place.environment)
    }

    private func rights(_ path: String) throws -> Int? {
        (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }

    private func dial(_ answers: [String], on gateway: RunningGateway) async throws {
        for text in [""] + answers {
            let form = Form.encode(["session": "d1", "from": Self.number, "code": "*384*77#", "text": text])
            #expect(try await gateway.post("/in/json/session", form).status == 200)
        }
    }
}
