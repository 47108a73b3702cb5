import Foundation
import Testing

/// `waymark schema`.
struct SchemaCommandTests {
    private let schemas = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Flows/schemas")

    @Test func `each kind is printed as it stands beside the packs`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: schemas.path).sorted()
        #expect(files == ["facts.json", "flow.json", "local.json", "next.json", "pack.json", "rule.json"])
        for file in files {
            let run = try Binary.run(["schema", String(file.dropLast(".json".count))])
            #expect(run.code == 0 && run.json != nil)
            #expect(run.output == (try String(contentsOf: schemas.appendingPathComponent(file), encoding: .utf8)))
        }
    }

    @Test func `an unknown kind is said with the nearest`() throws {
        let run = try Binary.run(["schema", "flwo"])
        #expect(run.code == 2 && run.output.isEmpty)
        #expect(run.errors == "Error: there is no kind of file 'flwo': did you mean 'flow'?\n")
        #expect(try Binary.run(["schema", "elephant"]).errors.contains("flow, pack, rule, facts, next, local"))
        #expect(try Binary.run(["schema"]).code == 2)
    }
}
