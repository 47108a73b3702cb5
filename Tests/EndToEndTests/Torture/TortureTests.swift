import Foundation
import TestSupport
import Testing

/// A short run of `waymark torture`; long ones are for the command line.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct TortureTests {
    @Test func `killed at every fail-point and a few times by chance, a gateway loses and doubles nothing`() throws {
        let run = try torture("--kills", "3", "--fail-points", "--phones", "24", "--life", "600", "--seed", "5")
        print(run.output)
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(run.lines.first?.hasPrefix("torture: 11 kills, 8 of them at fail-points, seed 5, ") == true)
        #expect(run.lines.last == "  nothing lost, nothing doubled")
    }

    @Test(arguments: [("lost", "requests that the database remembers"), ("doubled", "turns in the database")])
    func `a request that is lost or doubled on purpose is found`(plant: String, finding: String) throws {
        let run = try torture("--kills", "2", "--phones", "24", "--life", "600", "--seed", "5", "--plant", plant)
        #expect(run.code == 1 && run.output.contains(finding), "\(run.output)\(run.errors)")
        #expect(run.lines.last?.hasPrefix("  nothing lost") == false)
    }

    @Test(arguments: [["--kills", "-1"], ["--phones", "3"], ["--life", "0"]])
    func `numbers that mean nothing are refused before anything runs`(arguments: [String]) throws {
        let run = try torture(arguments[0], arguments[1])
        #expect(run.code == 2)
        #expect(run.errors.contains(String(arguments[0].dropFirst(2))))
    }

    @Test func `without the providers' files it says which folder it looked for`() throws {
        let folder = try TemporaryFolder()
        let run = try Binary.run(["torture", "--folder", folder.path, "--config", "nowhere"])
        #expect(run.code == 2)
        #expect(run.errors.contains("nowhere/providers"))
    }

    private func torture(_ arguments: String...) throws -> Binary.Run {
        let folder = try TemporaryFolder()
        return try Binary.run(
            ["torture", "--folder", folder.path, "--config", Deployment.project + "/Config"] + arguments)
    }
}
