import Testing

struct WrongUseTests {
    @Test(arguments: [
        ["bogus"], ["eval"], ["eval", "1", "2"], ["eval", "1", "--bogus"], ["eval", "1", "--at", "x"],
        ["eval", "a", "--context", "nothing.json"], ["text"], ["text", "a", "b"], ["check", "nowhere"], ["check"],
        ["test"], ["talk"],
        ["check", "--explain", "no-such-rule"], ["provider", "list"], ["provider", "receive", "x"],
        ["provider", "bogus"],
    ])
    func `wrong use ends with code 2 and says what is wrong`(_ arguments: [String]) throws {
        let run = try Workspace([:]).run(arguments)
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("Error: "))
    }

    @Test(arguments: [["--help"], ["--version"], ["check", "--help"], ["help", "provider", "send"]])
    func `help is no fault`(_ arguments: [String]) throws {
        let run = try Binary.run(arguments)
        #expect(run.code == 0)
        #expect(run.errors.isEmpty)
        #expect(!run.output.isEmpty)
    }
}
