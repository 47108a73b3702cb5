import Foundation
import TestSupport
import Testing

/// A gateway says at its start which offices its people are not shown.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct LeftOutTests {
    private static let offices = """
        id,name:en,name:sw,source,checked,sample
        a,Court,Mahakama,test,2020-01-01,
        b,Sample Court,Mfano,test,\(today),yes
        c,Sample Court 2,Mfano 2,test,\(today),yes
        d,Town Court,Mahakama ya mji,test,\(today),
        """

    private static var today: String {
        let parts = Calendar(identifier: .gregorian).dateComponents(in: .gmt, from: Date())
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }

    private func firstLines(_ deployment: Deployment) async throws -> String {
        try deployment.write("code,level,name:en\nKE,country,Kenya\n", to: "Flows/sample/directory/regions.csv")
        try deployment.write(Self.offices, to: "Flows/sample/directory/court.csv")
        let po = SamplePack().files["languages/sw.po"] ?? ""
        let word = "\nmsgctxt \"pack#texts.sample\"\nmsgid \"Sample\"\nmsgstr \"Mfano\"\n"
        try deployment.write(po + word, to: "Flows/sample/languages/sw.po")
        let process = try ServeProcess(
            deployment, environment: Deployment.secrets, arguments: ["--port=0"])
        return try await eventually("the announcement") {
            if process.exitCode != nil { return process.errors }
            return process.announcedPort == nil ? nil : process.output
        }
    }

    @Test func `live channels are without made-up offices, and nobody is shown old ones`() async throws {
        let lines = try await firstLines(try Deployment())
        #expect(lines.contains("2 offices made up, not shown on live channels: court 2\n"), "\(lines)")
        #expect(lines.contains("1 office not shown, since nobody has checked them for 12 months: court 1\n"))
    }

    @Test func `a simulator alone shows made-up offices`() async throws {
        let deployment = try Deployment()
        let channels = "channels: { dial: { adapter: generic-ussd, address: \"*1#\", country: KE, simulator: true } }\n"
        try deployment.write(channels, to: "Config/channels.yaml")
        let lines = try await firstLines(deployment)
        #expect(lines.contains("Waymark serves") && !lines.contains("made up"), "\(lines)")
    }
}
