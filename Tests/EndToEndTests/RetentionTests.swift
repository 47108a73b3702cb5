import Foundation
import Testing

/// What is kept too long: told first, and let go when staff say so.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct RetentionTests {
    private static let twoYears = 63_072_000_000

    @Test func `what is kept too long is counted without a change, and goes when staff say so`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254744300031")
        _ = try await phone.dial(on: gateway)
        #expect(try retention(deployment).output.hasSuffix("nothing is kept too long\n"))
        try deployment.execute("UPDATE transcript SET at = at - \(Self.twoYears)")

        for _ in 1...2 {
            let told = try retention(deployment)
            #expect(told.code == 0, "\(told.errors)")
            let lines = told.output.split(separator: "\n").filter { $0.contains(" 1 to go") }
            #expect(lines.count == 1 && lines[0].hasPrefix("transcripts "), "\(told.output)")
            #expect(told.output.contains("kept 12 months") && told.output.contains("the oldest from 20"))
            #expect(told.output.hasSuffix("nothing is changed; --run deletes it now\n"))
        }
        #expect(try lines(deployment) == 1)

        let run = try retention(deployment, "--run")
        #expect(run.output.contains("1 line of transcripts"), "\(run.output)\(run.errors)")
        #expect(try lines(deployment) == 0)
        let after = try JSONDecoder().decode(
            [String: [Kind]].self, from: Data(retention(deployment, "--json").output.utf8))
        let kinds = try #require(after["kinds"])
        #expect(kinds.map(\.name) == ["people", "field name", "transcripts", "messages", "cases", "claims"])
        #expect(kinds.allSatisfy { $0.count == 0 })
        #expect(try await gateway.stop() == 0)
    }

    @Test func `without a gateway nothing can be told`() throws {
        let run = try retention(try Deployment())
        #expect(run.code == 2 && run.errors.contains("no gateway runs"), "\(run.errors)")
    }

    private struct Kind: Decodable {
        let name: String
        let count: Int
    }

    private func lines(_ deployment: Deployment) throws -> Int {
        try deployment.count("SELECT count(*) FROM transcript")
    }

    private func retention(_ deployment: Deployment, _ arguments: String...) throws -> Binary.Run {
        try Binary.run(["retention", "--data", deployment.data] + arguments)
    }
}
